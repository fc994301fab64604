/** What a database's refusals and a connection's ends mean for a run (`contracts/databases.md` §2.6, §2.8). */
import { BillingError, type BillingErrorKind } from '../../../model/errors.ts'

/** Where a failure happened, for the sentence that tells of it. */
export interface FailurePlace {
  /** The query, or `connection`. */
  readonly method: string
  /** To follow "Of the billing,": `the tariffs could not be read (tariffs).` */
  readonly what: string
  /** The query is the operator's, not that of a built-in billing. */
  readonly isOwn?: boolean
  readonly timeoutSec: number
}

interface Meaning {
  readonly kind: BillingErrorKind
  readonly sentence: string
  readonly hint?: string
}

const ACCOUNT =
  'Check the name in billingUrl and billingDatabase.password; "usm-billing doctor" shows the lines that make such an account.'
const RIGHTS = 'Give the account the right to read it: GRANT SELECT; "usm-billing doctor" shows the line.'
const BUILT_IN =
  'Lay a query of your own over it in billingDatabase.queries, or take it away there with null.'
const VIEW =
  'A view needs a table that is gone, or the account it was made by may not read it: look at the view.'

/** Codes of what an account that is there may not do. */
const MISSING_RIGHT = /^(?:1044|1142|1143|1227|42501)$/
/** Codes of an account that is refused; inside a query it is the one a view was made by. */
const REFUSED_ACCOUNT = /^(?:1045|1698|28000|28P01|1251|2059|1130)$/

/** By what a server calls its errors: numbers of MySQL and MariaDB, letters and digits of PostgreSQL. */
const SERVER_ERRORS: readonly (readonly [
  codes: RegExp,
  meaning: Omit<Meaning, 'sentence'> & { sentence?: string },
])[] = [
  [
    REFUSED_ACCOUNT,
    { kind: 'auth', sentence: 'The database refuses the account or its password.', hint: ACCOUNT },
  ],
  [
    /^(?:1049|3D000)$/,
    {
      kind: 'config',
      sentence: 'There is no such database, or the account may not see it.',
      hint: 'Check the name of the database in billingUrl.',
    },
  ],
  [
    /^1044$/,
    {
      kind: 'config',
      sentence: 'There is no such database, or the account may not see it.',
      hint: 'Check the name of the database in billingUrl; if it is right, the account lacks the right to read it: GRANT SELECT.',
    },
  ],
  [MISSING_RIGHT, { kind: 'auth', hint: RIGHTS }],
  [/^1356$/, { kind: 'malformed', hint: VIEW }],
  [
    /^(?:1146|1054|1064|1052|1060|1305|42P01|42703|42601|42883|42702|42701|42803)$/,
    { kind: 'config', hint: BUILT_IN },
  ],
  [
    /^(?:1969|3024|57014)$/,
    {
      kind: 'temporary',
      sentence: 'The database gave the query up: it took too long.',
      hint: 'Raise billingDatabase.timeoutSec, or make the query cheaper ({page:COLUMN}).',
    },
  ],
  [/^(?:1040|1203|1226|53300)$/, { kind: 'temporary', sentence: 'The database has no connection left.' }],
  [
    /^(?:1053|1317|1927|57P0[123]|08...)$/,
    { kind: 'temporary', sentence: 'The database ended the connection.' },
  ],
]

/** What an operator's own query may have wrong, beside what the server says of it. */
const OWN_SLIPS: readonly (readonly [codes: RegExp, advice: string])[] = [
  [
    /^1064$/,
    'A word of SQL that is a name (order, group, key) stands in backticks; {page:COLUMN} is the last condition.',
  ],
  [/^42601$/, 'A word of SQL that is a name (order, user, group) stands in double quotes.'],
  [/^42P01$/, 'A table outside of the schema public is named with its schema: crm.clients.'],
  [/^42703$/, 'In double quotes stands the name of a column, a text stands in single ones.'],
  [/^(?:126[67]|127[01])$/, 'With billingDatabase.encoding set, compare texts with ASCII only.'],
  [/^(?:1242|21000)$/, 'What stands in brackets must give one row: SUM(), MAX() or LIMIT 1.'],
]

/** Certificates as Bun's client names what is wrong with them. */
const TLS = /CERT|SIGNATURE|ALTNAME|ERR_TLS|ERR_SSL|^EPROTO$|UNABLE_TO/

/** An error of Bun's client, or of a server, as one of ours. */
export function failureOf(error: unknown, place: FailurePlace): BillingError {
  const { method } = place
  const { kind, sentence, hint } = meaningOf(error, place)
  const text = unreadText(place, method, sentence)
  return new BillingError(kind, method, text, { ...(hint !== undefined && { hint }), cause: error })
}

/** @param place the name of the query or of the file @param sentence why */
export function unreadText({ what }: Pick<FailurePlace, 'what'>, place: string, sentence: string): string {
  return what === ''
    ? sentence
    : [`Of the billing, ${what} could not be read (${place}).`, sentence].join(' ')
}

/** What a failure is about that no query has met. */
export const CONNECTION_METHOD = 'connection'

/** What of a failure helps to write down the rights that are missing. */
export function missingRights({ cause }: BillingError): {
  /** It is not the account that is missing. */
  readonly isAccountThere: boolean
  /** Where the account comes from, as MySQL sees it; `""` where it does not say. */
  readonly host: string
} {
  const { number, message } = describe(cause)
  return {
    isAccountThere: MISSING_RIGHT.test(number),
    host: /'@'([^']+)'/.exec(message)?.[1] ?? '',
  }
}

/** The server is silent: its connection was closed by us. */
export class Silence extends Error {
  override readonly name = 'Silence'
}

/** True where a server was asked for TLS and has none. */
export function isTlsMissing(error: unknown): boolean {
  const { code, number } = describe(error)
  if (code === 'ERR_POSTGRES_TLS_NOT_AVAILABLE') return true
  // MySQL's refusals carry a number; this one is the client's own.
  return code === 'ERR_MYSQL_AUTHENTICATION_FAILED' && number === ''
}

function meaningOf(error: unknown, { method, isOwn = false, timeoutSec }: FailurePlace): Meaning {
  const { code, number, message } = describe(error)
  if (error instanceof Silence)
    return {
      kind: 'temporary',
      sentence: `The database said nothing for ${timeoutSec} s, and the connection was closed.`,
      hint: 'Raise billingDatabase.timeoutSec if the database needs more time.',
    }
  if (TLS.test(code))
    return {
      kind: 'config',
      sentence: `The certificate of the database is not trusted (${code}).`,
      hint: 'Set billingDatabase.caFile to the certificate authority of this server, or billingDatabase.tls to "require", which encrypts and trusts any.',
    }
  if (isTlsMissing(error))
    return {
      kind: 'config',
      sentence: 'The database offers no TLS, or no way to prove the password that is known here.',
      hint: 'Switch TLS on in the server, or set billingDatabase.tls to "off" where the way to it is safe.',
    }
  if (/CONNECTION_REFUSED/.test(code))
    return {
      kind: 'temporary',
      sentence: 'The database is not reachable: nothing listens at this address.',
      hint: 'Check host and port in billingUrl, and the address the server listens at (bind-address, listen_addresses).',
    }
  if (/TIMEOUT/.test(code))
    return {
      kind: 'temporary',
      sentence: 'The database did not answer in time.',
      hint: 'Check host and port in billingUrl, and the firewall between.',
    }
  if (/AUTHENTICATION|AUTH_PLUGIN|PASSWORD/.test(code))
    return {
      kind: 'auth',
      sentence: `The database wants a way to prove the password that is not known here (${code}).`,
      hint: 'Give the account the plug-in mysql_native_password or caching_sha2_password (MariaDB: not ed25519); the latter needs TLS.',
    }
  const isQuery = method !== CONNECTION_METHOD
  const says = `The database says: ${message} (${number}).`
  if (isQuery && REFUSED_ACCOUNT.test(number)) return { kind: 'config', sentence: says, hint: VIEW }
  const known = SERVER_ERRORS.find(([codes]) => codes.test(number))?.[1]
  if (isQuery && isOwn && number !== '' && (known === undefined || known.hint === BUILT_IN))
    return { kind: known?.kind ?? 'malformed', sentence: says, hint: ownHint(number, method) }
  if (known !== undefined) return { ...known, sentence: known.sentence ?? says }
  if (number !== '') return { kind: 'malformed', sentence: says }
  return {
    kind: 'temporary',
    sentence: `The connection to the database broke off (${code === '' ? message : code}).`,
    ...(!isQuery && { hint: 'Check host and port in billingUrl: is it the database that listens there?' }),
  }
}

function ownHint(number: string, query: string): string {
  const advice = OWN_SLIPS.find(([codes]) => codes.test(number))?.[1]
  const text = `Correct the query: its text stands in billingDatabase.queries.${query}.`
  return advice === undefined ? text : `${text} ${advice}`
}

function describe(error: unknown): { code: string; number: string; message: string } {
  if (!(error instanceof Error)) return { code: '', number: '', message: 'unknown error' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const errno = 'errno' in error ? error.errno : undefined
  const number = (typeof errno === 'number' && errno !== 0) || typeof errno === 'string' ? String(errno) : ''
  return { code, number, message: error.message.replace(/\s*\n[\s\S]*$/, '') }
}
