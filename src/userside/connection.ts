/** Where UserSide is and how to get there: address, certificates, proxy. */
import { readFileSync } from 'node:fs'
import type { Environment } from '../http/environment.ts'
import { createRoute, type Route } from '../http/route.ts'
import { ConfigError, UsersideError } from '../model/errors.ts'

/** The `usersideHttp` part of the configuration. */
export interface UsersideHttp {
  /** Seconds from the request to the last byte of its answer. */
  readonly timeoutSec: number
  readonly retries: number
  /** PEM file with the certificate authority to trust instead of the system's. */
  readonly caFile?: string | undefined
  readonly insecureTls?: boolean | undefined
  /** URL of a proxy; none: the environment's. */
  readonly proxy?: string | undefined
  /** False: answers are asked for as they are. They come packed otherwise, where the server can do that. */
  readonly compress?: boolean | undefined
  /** Writes on their way at a time; not limited when left out. */
  readonly concurrency?: number | undefined
}

/** The one endpoint: `<usersideUrl>/api.php`, without query and fragment (§1). @throws ConfigError when it is no URL */
export function endpointOf(usersideUrl: string): URL {
  const url = URL.parse(usersideUrl.trim())
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new ConfigError('usersideUrl is not an http:// or https:// address.')
  url.search = ''
  url.hash = ''
  if (!url.pathname.endsWith('/api.php')) url.pathname = `${url.pathname.replace(/\/*$/, '')}/api.php`
  return url
}

/** The way to the ERP. @throws ConfigError when the CA file cannot be read */
export function routeTo(http: UsersideHttp, env: Environment): Route {
  return createRoute({
    ca: http.caFile ? readAuthority(http.caFile) : undefined,
    insecureTls: http.insecureTls === true,
    proxy: http.proxy,
    urlKey: 'usersideUrl',
    httpKey: 'usersideHttp',
    env,
  })
}

/**
 * Where a redirect leads, when it may be followed; `undefined` when the answer is no redirect. The key travels with
 * every request, so it may only lead to the same host, and never from https back to http.
 * @throws UsersideError when it may not be followed
 */
export function redirectTarget(response: Response, from: URL, method: string, call: string): URL | undefined {
  if (response.status < 300 || response.status > 399 || response.status === 304) return undefined
  const target = URL.parse(response.headers.get('location') ?? '', from.href)
  const place = target === null ? 'nowhere' : `${target.origin}${target.pathname}`
  // A 301, 302 or 303 turns a POST into a GET, and a write by GET is none.
  const isKept = method === 'GET' || response.status === 307 || response.status === 308
  if (target !== null && isKept && isSameHost(from, target)) return target
  throw new UsersideError(
    'refused',
    call,
    `UserSide redirects ${call} to ${place}, which is not followed: the API key would go with it.`,
    { hint: 'Set usersideUrl to the address where UserSide really answers.' },
  )
}

function isSameHost(from: URL, target: URL): boolean {
  if (from.origin === target.origin) return true
  return from.hostname === target.hostname && from.protocol === 'http:' && target.protocol === 'https:'
}

function readAuthority(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigError(`usersideHttp.caFile ${path} cannot be read.`, [], { cause })
  }
}
