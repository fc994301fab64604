/** How the billing is reached: certificates, proxies, and where a redirect may lead. */
import { readFile } from 'node:fs/promises'
import type { Environment } from '../../http/environment.ts'
import { createRoute, type Route } from '../../http/route.ts'
import { Failure } from './failure.ts'
import type { BillingHttp } from './options.ts'

/** @throws Failure of the kind `config` when the certificate file cannot be read */
export async function routeTo(http: BillingHttp, env: Environment): Promise<Route> {
  return createRoute({
    ca: http.caFile === undefined ? undefined : await certificate(http.caFile),
    insecureTls: http.insecureTls === true,
    proxy: http.proxy,
    urlKey: 'billingUrl',
    httpKey: 'billingHttp',
    env,
  })
}

/**
 * The address a redirect leads to, `undefined` when the answer is none: a 304, or one that names no place, is a
 * non-answer like any other. Only the very same host and port may be followed, and never from https to http: the key
 * goes along.
 * @throws Failure of the kind `config` for any other
 */
export function redirectTarget(response: Response, from: string): string | undefined {
  const location = response.headers.get('location') ?? ''
  if (response.status < 300 || response.status >= 400 || response.status === 304 || location === '')
    return undefined
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined
  const origin = new URL(from)
  const isDowngrade = origin.protocol === 'https:' && target?.protocol === 'http:'
  if (target === undefined || target.host !== origin.host || isDowngrade) {
    const sentence =
      target === undefined
        ? 'The billing redirects nowhere, where the key must not go.'
        : `The billing redirects to ${target.protocol}//${target.host}, where the key must not go.`
    throw new Failure('config', sentence, { hint: 'Set billingUrl to the address the billing really has.' })
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
