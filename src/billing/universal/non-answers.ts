/**
 * What a billing answers when it does not answer: told by the body, and by the status only where the body says
 * nothing (`contracts/universal-billing-api.md` §2.1). Adding a billing's way to say no is adding a row.
 */
import type { BillingErrorKind } from '../../model/errors.ts'

/** What came instead of an answer. */
export interface Reply {
  readonly status: number
  /** The beginning of the body, long enough to hold a login form. */
  readonly head: string
  /** The end of what was read of it. */
  readonly tail: string
  /** Bytes of the body. */
  readonly size: number
}

/** `empty` is an answer: there are no rows. */
export type NonAnswerKind = BillingErrorKind | 'empty'

export interface NonAnswer {
  readonly kind: NonAnswerKind
  /** What it means, for the operator. */
  readonly sentence: string
  /** The switch to flip (§10). */
  readonly hint?: string
  /** The body holds what is nobody's business (SQL): it is shown at debug level only. */
  readonly isBodyHidden?: boolean
}

interface Row extends NonAnswer {
  readonly matches: (reply: Reply) => boolean
}

/** Above this a page without a form is no short notice of a closed door. */
const SHORT_PAGE_BYTES = 16 * 1024

function says(pattern: RegExp): (reply: Reply) => boolean {
  return ({ head }) => pattern.test(head)
}

/** In the place of an answer: where the status is already one of failure, it says more than an error in JSON (§2.1). */
function saysAsAnswer(pattern: RegExp): (reply: Reply) => boolean {
  return ({ status, head }) => status === 200 && pattern.test(head)
}

/** Also behind half of an answer. */
function saysAnywhere(pattern: RegExp): (reply: Reply) => boolean {
  return ({ head, tail }) => pattern.test(head) || pattern.test(tail)
}

function hasStatus(...statuses: number[]): (reply: Reply) => boolean {
  return ({ status }) => statuses.includes(status)
}

function isPage({ head }: Reply): boolean {
  return (
    /^\s*<[!a-z?]/i.test(head) &&
    /<(?:!doctype\s+html|html|head|body|title|form|script|div|h\d)\b/i.test(head)
  )
}

const UBILLING_ERRORS: Readonly<Record<string, Omit<NonAnswer, 'isBodyHidden'>>> = {
  GET_WRONG_KEY: {
    kind: 'auth',
    sentence: 'The billing refuses the key.',
    hint: 'Check the key in billingUrl: it is the serial of uBilling, UB and 32 hex digits, letter case counts.',
  },
  GET_NO_KEY: { kind: 'auth', sentence: 'The billing misses the key.', hint: 'Add &key=… to billingUrl.' },
  API_DISABLED: {
    kind: 'config',
    sentence: 'The remote API of the billing is switched off.',
    hint: 'Set REMOTEAPI_ENABLED=1 in alter.ini of uBilling.',
  },
  NO_USERSIDE_API_ENABLED: {
    kind: 'config',
    sentence: 'The UserSide API of the billing is switched off.',
    hint: 'Set USERSIDE_API=1 in alter.ini of uBilling.',
  },
  NO_UBSERIAL_EXISTS: {
    kind: 'config',
    sentence: 'The billing has no serial yet, so there is no key.',
    hint: 'Call ?module=remoteapi&action=identify of uBilling once.',
  },
  GET_NO_ACTION: {
    kind: 'config',
    sentence: 'The billing does not see which API is meant.',
    hint: 'Add &action=userside to billingUrl.',
  },
}

const ABILLS_ERRORS: Readonly<Record<string, string>> = {
  '1': 'access is denied to this administrator',
  '2': 'the administrator is disabled',
  '3': "this host's IP is not allowed",
  '4': 'the key is wrong, or the address is locked after five wrong keys',
  '6': 'access is not allowed at this time or from this IP',
}

/** In the order they are tried: what names itself first, what is told by its status last. */
const ROWS: readonly Row[] = [
  ...Object.entries(UBILLING_ERRORS).map(
    ([code, meaning]): Row => ({ ...meaning, matches: says(new RegExp(`^\\s*ERROR:\\s*${code}\\b`)) }),
  ),
  {
    matches: says(/^\s*ERROR:/),
    kind: 'config',
    sentence: 'The billing says that its API is not set up.',
  },
  {
    matches: says(/^\s*Ubilling maintance in progress/i),
    kind: 'temporary',
    sentence: 'The billing is being upgraded.',
  },
  {
    matches: says(/^\s*Stargazer/),
    kind: 'temporary',
    sentence: 'Stargazer, the daemon of uBilling, is not running.',
    hint: 'Start Stargazer, or set NOSTGCHECKPID=1 in alter.ini of uBilling.',
  },
  {
    matches: saysAnywhere(/wrong data input:/),
    kind: 'temporary',
    sentence: 'The database of the billing refuses a query.',
    isBodyHidden: true,
  },
  {
    matches: saysAnywhere(/Connection error \(/),
    kind: 'temporary',
    sentence: 'The billing does not reach its database.',
  },
  {
    matches: says(/^\s*Undefined request\s*$/),
    kind: 'config',
    sentence: 'The name of the method did not arrive at the billing.',
    hint: 'Check the separators in billingUrl: the name is appended to it.',
  },
  {
    matches: says(/^\s*Unknown Action\s*$/),
    kind: 'unsupported',
    sentence: 'The billing does not know this method.',
  },
  {
    matches: says(/"ERROR"\s*:\s*"Userside API function/),
    kind: 'unsupported',
    sentence: 'The billing does not know this method.',
  },
  ...Object.entries(ABILLS_ERRORS).map(
    ([errno, meaning]): Row => ({
      matches: says(
        new RegExp(String.raw`^\s*\{(?=[^{}[\]]*"TYPE"\s*:\s*"error")[^{}[\]]*"errno"\s*:\s*"?${errno}\b`),
      ),
      kind: 'auth',
      sentence: `The billing refuses access: ${meaning}.`,
      hint: 'Check the key in billingUrl, and the rights of its administrator in ABillS.',
    }),
  ),
  {
    matches: says(/^\s*\{[^{}[\]]*"TYPE"\s*:\s*"error"/),
    kind: 'auth',
    sentence: 'The billing refuses access.',
    hint: 'Check the key in billingUrl, and the rights of its administrator in ABillS.',
  },
  {
    matches: says(/^\s*Activate\s+\$conf\{US_API\}/),
    kind: 'config',
    sentence: 'The UserSide API of the billing is switched off.',
    hint: 'Set $conf{US_API}=1 in config.pl of ABillS.',
  },
  {
    matches: says(/^\s*'mod_rewrite' not install/),
    kind: 'config',
    sentence: 'The web server of the billing asks for HTTP Basic but lacks mod_rewrite.',
    hint: 'Switch mod_rewrite on in the web server of ABillS.',
  },
  {
    matches: saysAsAnswer(/^\s*\{[^{}[\]]*"result"\s*:\s*"error"/),
    kind: 'malformed',
    sentence: 'The billing answers with an error of its own.',
  },
  {
    matches: says(/^\s*\{\s*"error"\s*:\s*"unknown_method"/),
    kind: 'unsupported',
    sentence: 'The billing does not know this method.',
    hint: 'Add &cat=module to billingUrl when it is a UserSide.',
  },
  {
    matches: saysAsAnswer(/^\s*\{[^{}[\]]*"error"\s*:\s*"/),
    kind: 'config',
    sentence: 'The billing answers with an error instead of data.',
  },
  {
    matches: (reply) => hasStatus(401, 403)(reply),
    kind: 'auth',
    sentence: 'The billing refuses access.',
    hint: "Check the key in billingUrl, and whether this host's IP is allowed.",
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
    hint: 'See to the database of the billing, or raise memory_limit in its php.ini.',
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
    matches: ({ status, head }) => status === 200 && head.trim() === 'undefined',
    kind: 'empty',
    sentence: 'There are no rows.',
  },
  {
    matches: ({ status, head, size }) => status === 200 && head.trim() === '' && size <= head.length,
    kind: 'malformed',
    sentence: 'The billing answers nothing at all, as it does when a text in its database is not UTF-8.',
    hint: 'Set charset in mysql.ini of uBilling to utf8.',
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

/**
 * Says what a reply means that is no answer.
 * @param fault why the body could not be taken for an answer, for when nothing better is known
 * @param loginPage what a login form means for this product: `auth` where a refused key gives one
 */
export function classify(reply: Reply, fault: string, loginPage: 'auth' | 'config' = 'config'): NonAnswer {
  const body = { ...reply, head: reply.head.replace(/^\uFEFF/, '') }
  const row = ROWS.find(({ matches }) => matches(body)) ?? broken(fault)
  if (loginPage === 'auth' && row.kind === 'config' && reply.status === 200 && /<form\b/i.test(reply.head)) {
    return { kind: 'auth', sentence: 'The billing asks to log in.', hint: 'Check the key in billingUrl.' }
  }
  const { kind, sentence, hint, isBodyHidden } = row
  return {
    kind,
    sentence,
    ...(hint === undefined ? {} : { hint }),
    ...(isBodyHidden === undefined ? {} : { isBodyHidden }),
  }
}

function broken(fault: string): NonAnswer {
  return { kind: 'malformed', sentence: `The answer of the billing is of no use: ${fault}.` }
}
