/** Non-answers that only their status or the shape of their body tells (`contracts/universal-billing-api.md` §2.1). */
import { hasStatus, type Reply, type Row, saysAnywhere } from './non-answer.ts'
import { MEND_TABLE } from './non-answer-words.ts'

/** Whoever gives up first, of the two that pass a long answer on. */
export const READ_TIMEOUT_HINT =
  'Is the billing overloaded, or its PHP down? A long list needs more time than its web server gives: raise ' +
  'fastcgi_read_timeout or proxy_read_timeout there.'
export const PROXY_LOGIN_HINT = "Write user:password@ before the host in the proxy's address."

/** Above this a page without a form is no short notice of a closed door. */
const SHORT_PAGE_BYTES = 16 * 1024

/** What is told by the status, or by the shape of the body. */
export const SHAPES: readonly Row[] = [
  {
    matches: ({ status, isLoginWanted, isLoginSent }) =>
      status === 401 && isLoginWanted === true && isLoginSent === true,
    kind: 'auth',
    sentence: 'The web server before the billing refuses the user and the password.',
    hint: 'Check user:password@ before the host in billingUrl.',
  },
  {
    matches: ({ status, isLoginWanted }) => status === 401 && isLoginWanted === true,
    kind: 'auth',
    sentence: 'The web server before the billing asks for a user and a password.',
    hint: 'Write user:password@ before the host in billingUrl.',
  },
  {
    matches: hasStatus(401),
    kind: 'auth',
    sentence: 'The billing refuses access.',
    hint:
      'Check the key in billingUrl. Where the web server asks for a user and a password (HTTP Basic), write ' +
      'user:password@ before the host.',
  },
  {
    matches: hasStatus(403),
    kind: 'auth',
    sentence: 'The billing refuses access.',
    hint: "Check the key in billingUrl, and whether this host's IP is allowed.",
  },
  {
    matches: hasStatus(407),
    kind: 'config',
    sentence: 'The proxy before the billing asks for a user and a password.',
    hint: PROXY_LOGIN_HINT,
  },
  {
    matches: (reply) => hasStatus(404, 405)(reply),
    kind: 'config',
    sentence: 'There is no API of a billing at this address.',
    hint: 'Check billingUrl.',
  },
  {
    // One that leads somewhere is followed or refused before.
    matches: ({ status }) => status >= 300 && status < 400,
    kind: 'malformed',
    sentence: 'The billing answers like a cache: that nothing has changed, or with a redirect to nowhere.',
    hint: 'See to the proxies and caches before the billing.',
  },
  {
    matches: ({ status, size }) => status === 500 && size === 0,
    kind: 'temporary',
    sentence:
      'The billing broke down: its database is down or lacks a table, or its PHP ran out of memory (memory_limit).',
    hint: `See to the database of the billing, or raise memory_limit in its php.ini. ${MEND_TABLE}`,
  },
  {
    matches: hasStatus(502, 504),
    kind: 'temporary',
    sentence: 'The web server before the billing got no answer from it.',
    hint: READ_TIMEOUT_HINT,
  },
  {
    matches: ({ status }) => [408, 425, 429].includes(status) || status >= 500,
    kind: 'temporary',
    sentence: 'The billing cannot answer just now.',
  },
  { matches: hasStatus(400), kind: 'unsupported', sentence: 'The billing does not know this method.' },
  {
    matches: ({ status }) => status >= 400,
    kind: 'config',
    sentence: 'The billing does not accept the request.',
    hint: 'Check billingUrl.',
  },
  {
    matches: (reply) => isNothing(reply) && reply.isLengthTold === false,
    kind: 'malformed',
    sentence: 'The connection to the billing ended after the headers of its answer.',
    hint: READ_TIMEOUT_HINT,
  },
  {
    matches: isNothing,
    kind: 'malformed',
    sentence: 'The billing answers nothing at all, as it does when a text in its database is not UTF-8.',
    hint: 'In mysql.ini of uBilling set character to utf8; else one byte of a text typed lately is broken.',
  },
  {
    matches: saysAnywhere(/<b>(?:Fatal|Parse) error<\/b>|PHP (?:Fatal|Parse) error/),
    kind: 'malformed',
    sentence: 'A program of the billing broke down in the middle of its answer.',
  },
  {
    matches: (reply) => isPage(reply) && (/<form\b/i.test(reply.head) || reply.size > SHORT_PAGE_BYTES),
    kind: 'config',
    sentence: 'The billing answers with a web page for people: the request did not reach its API.',
    hint: 'Check module, action and the separators in billingUrl, and REMOTEAPI_DISABLE_CALLS in alter.ini of uBilling.',
  },
  {
    matches: isPage,
    kind: 'auth',
    sentence: "The billing closes the door: this host's IP is not allowed.",
    hint: "Allow this host's IP in the billing (behind a proxy the one in X-Forwarded-For).",
  },
]

function isPage({ head }: Reply): boolean {
  return (
    /^\s*<[!a-z?]/i.test(head) &&
    /<(?:!doctype\s+html|html|head|body|title|form|script|div|h\d)\b/i.test(head)
  )
}

function isNothing({ status, head, size }: Reply): boolean {
  return status === 200 && head.trim() === '' && size <= head.length
}
