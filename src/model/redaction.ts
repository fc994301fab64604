/** Redaction of secrets: every text that is shown, logged or kept goes through one redactor. */
import { anyNotationOf } from './notations.ts'

export type Redact = (text: string) => string

const MASK = '***'

/** A shorter secret may be part of an ordinary word, and is only taken out where it stands alone. */
const SHORT = 6

/** Names whose values are secret in an address: `key=`, `api_token=`, Carbon's `psw=`. */
const SECRET_NAME = '(?:[a-z_-]*(?:key|token|passw(?:or)?d|psw|pwd|secret)|pass|hash)'
/** A sign of an address's query in the notations it takes on its way: percent-encoded, in JSON, in HTML. */
const sign = (character: '&' | '=' | '?'): string => anyNotationOf(character)
/** What the program itself writes for a value that an operator is to fill in. */
const BLANK = '…(?:[\\s&.,;:!?)"\'`<]|$)'
/** What gives itself away by where it stands, known to us or not. */
const KEY_PARAMETER = new RegExp(
  String.raw`((?:${sign('&')}|${sign('?')}|[;\s"'(]|^)${SECRET_NAME}${sign('=')})(?!${BLANK})[^&\s"'<>)#]+`,
  'gi',
)
/** A quote of JSON that stands in other JSON, or in HTML. */
const INNER_QUOTE = String.raw`(?:\\{1,8}"|&quot;|&#0{0,7}34;)`
/** A text in quotes, one that is cut off too. It ends with the quote it began with, which no backslash may escape. */
const QUOTED = String.raw`"(?:[^"\\]|\\[\s\S])*"?|(${INNER_QUOTE})(?:(?!(?<!\\)\2)[\s\S])*(?:\2)?`
/** A subscriber's password, or a key, where a piece of an answer is quoted. */
const SECRET_MEMBER = new RegExp(
  String.raw`((?:"|${INNER_QUOTE})(?:passw(?:or)?d|psw|pwd|api_?key|token|secret)(?:"|${INNER_QUOTE})\s*:\s*)(?!${BLANK})(?:${QUOTED}|[^"\\,}\]\s&]+)`,
  'gi',
)
/** The same in XML. */
const SECRET_ELEMENT = /(<(passw(?:or)?d|psw|pwd|api_?key|token|secret)(?:\s[^<>]*)?>)[^<]+/gi
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@"'<>]+@/gi

/**
 * A function that replaces every secret in a text by `***`: the given ones, in whatever notation they take on their way
 * (percent-encoded, as a form, in JSON, in HTML, one inside the other), whatever follows `key=` and its like,
 * `"password":` of a quoted answer, and `user:password@` of an address.
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const known = knownSecrets(secrets)
  return (text) => {
    const withoutKnown = known === undefined ? text : text.replace(known, MASK)
    return withoutKnown
      .replace(KEY_PARAMETER, `$1${MASK}`)
      .replace(SECRET_MEMBER, `$1"${MASK}"`)
      .replace(SECRET_ELEMENT, `$1${MASK}`)
      .replace(USER_INFO, `$1${MASK}@`)
  }
}

/** A value as JSON, its texts redacted: a number never is, even where it reads like a key. */
export function toJson(value: unknown, redact: Redact): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? redact(part) : part))
}

/** What is secret about an address: its query as a whole, the keys in it, its user and password. */
export function secretsOfUrl(address: string): string[] {
  const start = address.indexOf('?')
  const query = start < 0 ? '' : address.slice(start + 1).replace(/#.*$/, '')
  const found = [query]
  // A second "?" is a mistake operators make, "&amp;" another; what follows is a parameter all the same.
  const typed = address.slice(start + 1).replace(/[?#]|&(?:amp|#0*38|#x0*26);/gi, '&')
  for (const [name, value] of new URLSearchParams(start < 0 ? '' : typed)) {
    if (/key|token|pass|psw|pwd|secret|hash|auth/i.test(name)) found.push(value)
  }
  if (URL.canParse(address)) {
    const { username, password } = new URL(address)
    const user = [username, password].filter((part) => part !== '').join(':')
    found.push(user, decode(user), password, decode(password), Buffer.from(decode(user)).toString('base64'))
  }
  return found.filter((secret) => secret !== '')
}

function knownSecrets(secrets: readonly string[]): RegExp | undefined {
  const plain = new Set(
    secrets.flatMap((secret) => [secret, decode(secret)]).filter((text) => text.trim() !== ''),
  )
  if (plain.size === 0) return undefined
  // The longest first, so that a secret that begins with another leaves no rest.
  const longestFirst = [...plain].sort((one, other) => other.length - one.length)
  // In any letter case: a server may have folded what it throws back.
  return new RegExp(longestFirst.map(pattern).join('|'), 'giu')
}

function pattern(secret: string): string {
  const any = anyNotationOf(secret)
  return secret.length < SHORT ? `(?<![\\p{L}\\p{N}])${any}(?![\\p{L}\\p{N}])` : any
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
