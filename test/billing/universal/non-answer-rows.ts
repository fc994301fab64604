/** What comes instead of an answer, and what an operator must be told of it. */
import type { BillingErrorKind } from '../../../src/model/errors.ts'
import type { Answer } from './answering.ts'

const LOGIN_PAGE = `<!DOCTYPE html><html><head><title>Ubilling</title></head><body>${'<p>'.repeat(2000)}<form method="post"><input name="username"></form></body></html>`
const CLOSED_DOOR = '<!DOCTYPE html><html><body><h1>Доступ закритий</h1></body></html>'

export interface NonAnswerRow {
  readonly what: string
  readonly answer: Answer
  readonly kind: BillingErrorKind
  /** What the operator must find in the message or its hint. */
  readonly says: RegExp
  /** Requests in all, with two retries configured. */
  readonly requests: number
  readonly dialect?: 'abills'
}

const auth = { kind: 'auth', requests: 1 } as const
const config = { kind: 'config', requests: 1 } as const
const temporary = { kind: 'temporary', requests: 3 } as const
const malformed = { kind: 'malformed', requests: 2 } as const
const unsupported = { kind: 'unsupported', requests: 1 } as const

export const ROWS: readonly NonAnswerRow[] = [
  { what: 'uBilling, wrong key', answer: { body: 'ERROR:GET_WRONG_KEY' }, ...auth, says: /key.*UB/s },
  { what: 'uBilling, no key', answer: { body: 'ERROR:GET_NO_KEY' }, ...auth, says: /key/ },
  {
    what: 'uBilling, API off',
    answer: { body: 'ERROR:API_DISABLED' },
    ...config,
    says: /REMOTEAPI_ENABLED=1/,
  },
  {
    what: 'uBilling, UserSide API off',
    answer: { body: 'ERROR:NO_USERSIDE_API_ENABLED' },
    ...config,
    says: /USERSIDE_API=1/,
  },
  { what: 'uBilling, no serial', answer: { body: 'ERROR:NO_UBSERIAL_EXISTS' }, ...config, says: /identify/ },
  {
    what: 'uBilling, no action',
    answer: { body: 'ERROR:GET_NO_ACTION' },
    ...config,
    says: /action=userside/,
  },
  { what: 'an unknown ERROR:', answer: { body: 'ERROR:SOMETHING_NEW' }, ...config, says: /SOMETHING_NEW/ },
  { what: 'a login page', answer: { body: LOGIN_PAGE }, ...config, says: /REMOTEAPI_DISABLE_CALLS/ },
  { what: 'ABillS, a login page', answer: { body: LOGIN_PAGE }, ...auth, says: /key/, dialect: 'abills' },
  { what: 'uBilling, IP not allowed', answer: { body: CLOSED_DOOR }, ...auth, says: /X-Forwarded-For/ },
  {
    what: 'uBilling, maintenance',
    answer: { body: 'Ubilling maintance in progress' },
    ...temporary,
    says: /upgraded/,
  },
  {
    what: 'uBilling, Stargazer down',
    answer: { body: 'Stargazer зараз не запущений. NOSTGCHECKPID' },
    ...temporary,
    says: /NOSTGCHECKPID=1 in config\/billing\.ini/,
  },
  {
    what: 'uBilling, database down before PHP 8.1',
    answer: { body: 'Connection error (2002) Connection refused' },
    ...temporary,
    says: /database/,
  },
  {
    what: 'uBilling, a failing query',
    answer: { body: 'wrong data input: SELECT * FROM secret_table' },
    ...temporary,
    says: /^(?!.*secret_table).*database.*mysqlcheck/s,
  },
  ...[
    "Table './stg/users' is marked as crashed and should be repaired",
    "Incorrect key file for table 'users'; try to repair it",
    "Table 'stg.users' doesn't exist in engine",
  ].map(
    (text): NonAnswerRow => ({
      what: `uBilling, a damaged table: ${text}`,
      answer: { body: `Fatal: ${text} SELECT * FROM secret_table` },
      ...temporary,
      says: /^(?!.*secret_table).*table.*damaged.*mysqlcheck/s,
    }),
  ),
  {
    what: 'uBilling, a failing query behind half of an answer',
    answer: { body: `{"a":{"login":"a","comment":"${'x'.repeat(100_000)}"},wrong data input: SELECT 1` },
    ...temporary,
    says: /database/,
  },
  {
    what: 'uBilling, 500 and nothing',
    answer: { status: 500 },
    ...temporary,
    says: /database.*memory_limit/s,
  },
  {
    what: 'uBilling, no request',
    answer: { status: 400, body: 'Undefined request' },
    ...config,
    says: /did not arrive/,
  },
  {
    what: 'uBilling, an unknown method',
    answer: { status: 400, body: 'Unknown Action' },
    ...unsupported,
    says: /does not know/,
  },
  {
    what: '400 with any other text',
    answer: { status: 400, body: 'Bad luck' },
    ...unsupported,
    says: /does not know/,
  },
  {
    what: 'ABillS, an unknown method',
    answer: { body: '{  { "ERROR" : "Userside API function: get_user_list not defined" } }' },
    ...unsupported,
    says: /does not know/,
  },
  ...[
    ['1', /denied/],
    ['2', /disabled/],
    ['3', /IP is not allowed/],
    ['4', /locked after five wrong keys/],
    ['6', /time or from this IP/],
    ['9', /refuses access/],
  ].map(
    ([errno, says]): NonAnswerRow => ({
      what: `ABillS, access denied with errno ${errno}`,
      answer: {
        body: `{"TYPE":"error","errstr":"Access Deny","sid":"","aid":"","errno":"${errno}"}`,
      },
      ...auth,
      says: says as RegExp,
    }),
  ),
  {
    what: 'ABillS, module off',
    answer: { body: 'Activate  $conf{US_API}', headers: { 'content-type': 'text/plain' } },
    ...config,
    says: /\$conf\{US_API\}=1/,
  },
  {
    what: 'ABillS, Basic without mod_rewrite',
    answer: { body: "'mod_rewrite' not install" },
    ...config,
    says: /mod_rewrite/,
  },
  {
    what: 'UserSide, an unknown method',
    answer: { body: '{"error":"unknown_method"}' },
    ...unsupported,
    says: /cat=module/,
  },
  {
    what: 'UserSide, any other error',
    answer: { body: '{"error":"no_access"}' },
    ...config,
    says: /no_access/,
  },
  {
    what: 'uBilling, a logical error in its own language',
    answer: { body: '{"result":"error","error":"\\u041d\\u0435\\u043c\\u0430\\u0454: nobody"}' },
    ...malformed,
    says: /error of its own/,
  },
  {
    what: 'an error in JSON with status 429',
    answer: { status: 429, body: '{"error":"too many requests"}' },
    ...temporary,
    says: /just now/,
  },
  {
    what: 'an error in JSON with status 503',
    answer: { status: 503, body: '{"result":"error","error":"overloaded"}' },
    ...temporary,
    says: /just now/,
  },
  {
    what: 'an error in JSON with status 401',
    answer: { status: 401, body: '{"error":"unauthorized"}' },
    ...auth,
    says: /refuses access/,
  },
  {
    what: 'nothing at all',
    answer: { body: '' },
    ...malformed,
    says: /^(?!.*charset).*mysql\.ini.* character /s,
  },
  { what: 'white space only', answer: { body: ' \r\n' }, ...malformed, says: /mysql\.ini.* character /s },
  {
    what: 'cut JSON',
    answer: { body: '{"petrenko":{"login":"petrenko","full_name":"Петренко"},"b":{"lo' },
    ...malformed,
    says: /^(?!.*(?:petrenko|Петренко)).*ended early, after \d+ bytes.*fastcgi_read_timeout.*proxy_read_timeout/s,
  },
  { what: 'null as the list of subscribers', answer: { body: 'null' }, ...malformed, says: /neither a list/ },
  { what: 'a text', answer: { body: '"ok"' }, ...malformed, says: /neither a list/ },
  { what: 'a number', answer: { body: '42' }, ...malformed, says: /neither a list/ },
  { what: 'a map of scalars', answer: { body: '{"status":"busy"}' }, ...malformed, says: /subscriber/ },
  {
    what: 'an error in an object',
    answer: { body: '{"failure":{"code":5,"message":"x"}}' },
    ...malformed,
    says: /subscriber/,
  },
  {
    what: 'a broken PHP program',
    answer: { body: '<br />\n<b>Fatal error</b>: Allowed memory size of 134217728 bytes exhausted' },
    ...malformed,
    says: /broke down/,
  },
  { what: '401', answer: { status: 401 }, ...auth, says: /^(?!.*IP is allowed).*key.*user:password@/s },
  ...['Basic realm="x"', 'basic', 'Digest realm="x", nonce="1"'].map(
    (challenge): NonAnswerRow => ({
      what: `401 with ${challenge}`,
      answer: { status: 401, headers: { 'www-authenticate': challenge } },
      ...auth,
      says: /^(?!.*IP).*asks for a user and a password.*user:password@ before the host in billingUrl/s,
    }),
  ),
  {
    what: '407 of a proxy',
    answer: { status: 407 },
    ...config,
    says: /proxy.*asks for a user and a password.*user:password@/s,
  },
  { what: '403', answer: { status: 403, body: '<html><h1>Forbidden</h1>' }, ...auth, says: /IP/ },
  { what: '404', answer: { status: 404, body: '<html>' }, ...config, says: /billingUrl/ },
  { what: '405', answer: { status: 405 }, ...config, says: /billingUrl/ },
  {
    what: 'a redirect to another host',
    answer: { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } },
    ...config,
    says: /billingUrl/,
  },
  ...[304, 302, 307].map(
    (status): NonAnswerRow => ({
      what: `HTTP ${status} that leads nowhere`,
      answer: { status },
      ...malformed,
      says: /redirect to nowhere/,
    }),
  ),
  ...[
    '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>',
    "<html><body>Reason: You're speaking plain HTTP to an SSL-enabled server port.</body></html>",
    'Client sent an HTTP request to an HTTPS server.',
  ].map(
    (body): NonAnswerRow => ({
      what: `http spoken to an https port: ${body}`,
      answer: { status: 400, body },
      ...config,
      says: /speaks https.*billingUrl: https:\/\//s,
    }),
  ),
  ...[502, 504].map(
    (status): NonAnswerRow => ({
      what: `HTTP ${status}`,
      answer: { status, body: '<html><h1>Bad Gateway</h1></html>' },
      ...temporary,
      says: /got no answer from it.*fastcgi_read_timeout.*proxy_read_timeout/s,
    }),
  ),
  ...[408, 425, 429, 500, 503].map(
    (status): NonAnswerRow => ({
      what: `HTTP ${status}`,
      answer: { status, body: 'later' },
      ...temporary,
      says: /cannot answer|broke down/,
    }),
  ),
  { what: '204', answer: { status: 204 }, ...malformed, says: /HTTP 204/ },
]
