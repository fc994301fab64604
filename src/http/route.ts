/** The way to one of the two servers: certificates, proxy, and what it means when it does not lead there. */
import type { Environment } from './environment.ts'
import { type Handshake, shakeHand } from './handshake.ts'
import { type NetworkFault, readNetworkFault } from './network-fault.ts'
import { type ChosenProxy, chooseProxy } from './proxy.ts'
import { type TlsFault, tlsFault } from './tls-fault.ts'

export interface RouteOptions {
  /** PEM of the certificate authority to trust; none: the system's. */
  readonly ca: string | undefined
  readonly insecureTls: boolean
  /** The proxy of the configuration. */
  readonly proxy: string | undefined
  /** The configuration key of the address, and that of its transport: hints name them. */
  readonly urlKey: string
  readonly httpKey: string
  /** Proxies of the environment count where the configuration names none. */
  readonly env: Environment
}

/** A fault, and what was wrong with the encryption where that was it. */
export interface ExplainedFault extends NetworkFault {
  readonly tls: TlsFault | undefined
}

export interface Route {
  /** What `fetch` needs to know beside the request. @throws ConfigError when the environment names no HTTP proxy */
  init(url: string): BunFetchRequestInit
  /** @throws ConfigError likewise */
  proxy(url: string): ChosenProxy | undefined
  /** What an error of a request to this address means. May look at the server once more, without asking anything. */
  explain(error: unknown, url: string): Promise<ExplainedFault>
}

/** The request has failed already: nobody shall wait long for the reason. */
const PATIENCE_MS = 5000
const LINGER_MS = 300

/** `fetch` for an address that has no transport of its own in the configuration, a health check's for example. */
export function plainFetch(env: Environment): typeof fetch {
  const send = (url: string, init?: RequestInit): Promise<Response> => {
    const chosen = chooseProxy(url, { url: undefined, key: undefined }, env)
    return fetch(url, { ...init, ...sendingTo(chosen, { rejectUnauthorized: true }) })
  }
  return send as typeof fetch
}

/** Said in so many words, so that neither is left to variables of the environment. */
function sendingTo(proxy: ChosenProxy | undefined, tls: BunFetchRequestInitTLS): BunFetchRequestInit {
  return { tls, verbose: false, ...(proxy !== undefined && { proxy: proxy.url }) }
}

export function createRoute(options: RouteOptions): Route {
  const { ca, insecureTls, urlKey, httpKey, env } = options

  function proxy(url: string): ChosenProxy | undefined {
    return chooseProxy(url, { url: options.proxy, key: `${httpKey}.proxy` }, env)
  }

  function init(url: string): BunFetchRequestInit {
    return sendingTo(proxy(url), { rejectUnauthorized: !insecureTls, ...(ca !== undefined && { ca }) })
  }

  async function explain(error: unknown, url: string): Promise<ExplainedFault> {
    const fault = readNetworkFault(error)
    const { protocol, host } = new URL(url)
    const place = { host, urlKey, httpKey }
    if (protocol !== 'https:' || !(fault.kind === 'tls' || fault.code === 'ECONNRESET'))
      return { ...fault, tls: undefined }
    // Of a failed handshake fetch tells only that it failed. Through a proxy there is no looking.
    const manner = { url, ca, timeoutMs: PATIENCE_MS, lingerMs: LINGER_MS }
    const seen = proxy(url) === undefined ? await shakeHand(manner) : undefined
    const tls = seen === undefined ? undefined : faultSeen(seen, fault, place, insecureTls)
    if (tls !== undefined) return { ...fault, kind: 'tls', tls }
    return { ...fault, tls: fault.kind === 'tls' ? tlsFault(fault.code, place) : undefined }
  }

  return { init, proxy, explain }
}

function faultSeen(
  seen: Handshake,
  fault: NetworkFault,
  place: Parameters<typeof tlsFault>[1],
  insecureTls: boolean,
): TlsFault | undefined {
  if (seen.kind === 'no-tls') return tlsFault(seen.code, place)
  if (seen.kind === 'unreachable' || insecureTls) return undefined
  const { certificate } = seen
  // The library that looks and the one that asks may disagree: the one that asks decides.
  if (fault.kind === 'tls' && fault.code !== 'EPROTO') return tlsFault(fault.code, place, certificate)
  return certificate?.fault === undefined ? undefined : tlsFault(certificate.fault, place, certificate)
}
