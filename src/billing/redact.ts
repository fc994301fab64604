/** The key in the billing's address opens far more than this program needs: it never gets into a message (T32). */
import { cutText, printable } from '../model/text.ts'

const MASK = '***'
const KEY_PARAMETER = /\b((?:\w*(?:key|token|secret)|passw(?:or)?d|pass)(?:=|%3D))[^&\s"'<>]+/gi
/** A subscriber's password in the beginning of a list. */
const PASSWORD_MEMBER = /("passw(?:or)?d"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[^",}\]]+)/gi
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"'<>]+@/gi
/** A shorter text may stand anywhere by chance; where it follows `key=` it is masked all the same. */
const SHORTEST_SECRET = 6
/** How much of a body a message carries (§2.1). */
const SHOWN_BYTES = 200

export type Redact = (text: string) => string

/** A function that takes the secrets of an address out of a text: its query, its keys, user and password. */
export function redactorOf(billingUrl: string): Redact {
  const secrets = secretsOf(billingUrl).flatMap((secret) => [
    secret,
    decode(secret),
    encodeURIComponent(secret),
  ])
  const known = [...new Set(secrets)]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((one, other) => other.length - one.length)
  return (text) => {
    const masked = known.reduce((rest, secret) => rest.replaceAll(secret, MASK), text)
    return masked
      .replace(KEY_PARAMETER, `$1${MASK}`)
      .replace(PASSWORD_MEMBER, `$1"${MASK}"`)
      .replace(USER_INFO, `$1${MASK}@`)
  }
}

/** The beginning of a body as a message may show it: redacted, on one line, without control characters. */
export function excerptOf(body: string, redact: Redact): string {
  const short = cutText(redact(body).slice(0, 4 * SHOWN_BYTES), SHOWN_BYTES)
  const bytes = new TextEncoder().encode(printable(short))
  return new TextDecoder()
    .decode(bytes.subarray(0, SHOWN_BYTES))
    .replace(/\uFFFD+$/, '')
    .trim()
}

function secretsOf(billingUrl: string): string[] {
  const query = /\?([^#]*)/s.exec(billingUrl)?.[1] ?? ''
  const values = query
    .split(/[&?]/)
    .filter((pair) => /key|token|pass|secret|auth/i.test(pair.split('=')[0] ?? ''))
    .map((pair) => pair.slice(pair.indexOf('=') + 1))
  const user = /^[a-z]+:\/\/([^/?#]*)@/i.exec(billingUrl)?.[1] ?? ''
  return [query, ...values, user, user.slice(user.indexOf(':') + 1)].filter((secret) => secret !== '')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
