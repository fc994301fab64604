/** The address of a request: the operator's own, with parameters added (`contracts/universal-billing-api.md` §2). */
import { BillingError } from '../../model/errors.ts'

export type Parameters = Readonly<Record<string, string>>

export interface Address {
  /** The operator's address without `#fragment`, user and password. Its query is kept letter by letter. */
  readonly url: string
  /** An `Authorization` header for `user:pass@`; `undefined` without. */
  readonly authorization: string | undefined
}

/**
 * Takes the operator's address apart.
 * @throws BillingError of the kind `config` when it is none
 */
export function readAddress(billingUrl: string): Address {
  const text = billingUrl.trim().replace(/#.*$/s, '')
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new BillingError('config', '', "The billing's address is no http or https address.", {
      hint: 'Check billingUrl.',
    })
  }
  const user = decode(parsed.username)
  const password = decode(parsed.password)
  const hasLogin = user !== '' || password !== ''
  return {
    url: hasLogin ? text.replace(/^([a-z]+:\/\/)[^/?]*@/i, '$1') : text,
    authorization: hasLogin ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : undefined,
  }
}

/** Appends parameters with the right separator: never a second `?`, never an empty parameter. */
export function withParameters(url: string, parameters: Parameters): string {
  const query = Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  if (query === '') return url
  if (!url.includes('?')) return `${url}?${query}`
  return /[?&]$/.test(url) ? url + query : `${url}&${query}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
