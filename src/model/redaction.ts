/** Redaction of secrets: every text that is shown, logged or kept goes through one redactor. */

export type Redact = (text: string) => string

const MASK = '***'

/** A shorter secret may be part of an ordinary word, and is only taken out where it stands alone. */
const SHORT = 6

/** What gives itself away by where it stands, known to us or not. */
const KEY_PARAMETER =
  /([?&;\s"'(]|^|%26|%3F)((?:[a-z_-]*(?:key|token|passw(?:or)?d|secret)|pass|hash)(?:=|%3D))[^&\s"'<>)#]+/gi
/** A subscriber's password where a piece of an answer is quoted. */
const PASSWORD_MEMBER = /("passw(?:or)?d"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[^",}\]\s]+)/gi
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@"'<>]+@/gi

/**
 * A function that replaces every secret in a text by `***`: the given ones as they are and in the notations they take
 * on their way (percent-encoded, as a form, in JSON, in HTML), whatever follows `key=` and its like, `"password":` of a
 * quoted answer, and `user:password@` of an address.
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const known = knownSecrets(secrets)
  return (text) => {
    const withoutKnown = known === undefined ? text : text.replace(known, MASK)
    return withoutKnown
      .replace(KEY_PARAMETER, `$1$2${MASK}`)
      .replace(PASSWORD_MEMBER, `$1"${MASK}"`)
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
  // A second "?" is a mistake operators make; what follows it is a parameter all the same.
  for (const [name, value] of new URLSearchParams(query.replaceAll('?', '&'))) {
    if (/key|token|pass|secret|hash|auth/i.test(name)) found.push(value)
  }
  if (URL.canParse(address)) {
    const { username, password } = new URL(address)
    const user = [username, password].filter((part) => part !== '').join(':')
    found.push(user, decode(user), password, decode(password), Buffer.from(decode(user)).toString('base64'))
  }
  return found.filter((secret) => secret !== '')
}

function knownSecrets(secrets: readonly string[]): RegExp | undefined {
  const notations = new Set(secrets.flatMap(notationsOf).filter((text) => text.trim() !== ''))
  if (notations.size === 0) return undefined
  // The longest first, so that a secret that begins with another leaves no rest.
  const longestFirst = [...notations].sort((one, other) => other.length - one.length)
  return new RegExp(longestFirst.map(pattern).join('|'), 'gu')
}

function notationsOf(secret: string): string[] {
  const plain = [secret, decode(secret)]
  const encoded = plain.flatMap((text) => {
    const percent = encodeURIComponent(text.toWellFormed())
    const form = new URLSearchParams({ '': text }).toString().slice(1)
    return [percent, form, encodeURIComponent(percent), encodeURI(text.toWellFormed())]
  })
  const quoted = plain.flatMap((text) => [JSON.stringify(text).slice(1, -1), Bun.escapeHTML(text)])
  return [...plain, ...encoded, ...encoded.map(lowerHex), ...quoted]
}

function pattern(secret: string): string {
  const exact = RegExp.escape(secret)
  return secret.length < SHORT ? `(?<![\\p{L}\\p{N}])${exact}(?![\\p{L}\\p{N}])` : exact
}

function lowerHex(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
