/** How the billing is reached: certificates, proxies, and where a redirect may lead. */
import { readFile } from 'node:fs/promises'
import { Failure } from './failure.ts'
import type { BillingHttp } from './options.ts'

/** What Bun's fetch understands beyond the standard. */
interface Connection {
  readonly tls?: { readonly ca?: string; readonly rejectUnauthorized?: boolean }
  readonly proxy?: string
}

/** @throws Failure of the kind `config` when the certificate file cannot be read */
export async function connectionOf(http: BillingHttp): Promise<Connection> {
  const ca = http.caFile === undefined ? {} : { ca: await certificate(http.caFile) }
  const trust = http.insecureTls === true ? { rejectUnauthorized: false } : {}
  const tls = { ...ca, ...trust }
  return {
    ...(Object.keys(tls).length === 0 ? {} : { tls }),
    ...(http.proxy === undefined ? {} : { proxy: http.proxy }),
  }
}

/**
 * The address a redirect leads to, `undefined` when the answer is none, as a 304 or one without a Location. Only the
 * very same host and port may be followed, and never from https to http: the key goes along.
 * @throws Failure of the kind `config` for any other
 */
export function redirectTarget(response: Response, from: string): string | undefined {
  if (response.status < 300 || response.status >= 400) return undefined
  const location = response.headers.get('location')
  if (response.status === 304 || location === null) return undefined
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined
  const origin = new URL(from)
  const isDowngrade = origin.protocol === 'https:' && target?.protocol === 'http:'
  if (location === '' || target === undefined || target.host !== origin.host || isDowngrade) {
    const where = target === undefined ? 'nowhere' : `to ${target.protocol}//${target.host}`
    throw new Failure('config', `The billing redirects ${where}, where the key must not go.`, {
      hint: 'Set billingUrl to the address the billing really has.',
    })
  }
  return target.href
}

async function certificate(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new Failure('config', `The certificate file ${path} cannot be read.`, {
      hint: 'Check billingHttp.caFile.',
      cause,
    })
  }
}
