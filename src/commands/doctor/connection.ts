/** Checks of a connection: name, port, certificate. */
import { readFileSync } from 'node:fs'
import type { Environment } from '../../http/environment.ts'
import { type Certificate, type Handshake, shakeHand } from '../../http/handshake.ts'
import { chooseProxy } from '../../http/proxy.ts'
import { tlsFault } from '../../http/tls-fault.ts'
import { localDateTime } from '../../model/date.ts'
import { ENGLISH } from '../../text/speaker.ts'
import { type Check, checksOf } from './check.ts'

export interface Server {
  readonly system: 'billing' | 'userside'
  /** The configuration key of its address, and that of its transport. */
  readonly urlKey: 'billingUrl' | 'usersideUrl'
  readonly httpKey: 'billingHttp' | 'usersideHttp'
  readonly url: string
  readonly http: {
    readonly caFile?: string | undefined
    readonly insecureTls: boolean
    readonly proxy?: string | undefined
  }
  /** Proxies of the environment count too. */
  readonly env: Environment
  readonly now: Date
}

export interface Connection {
  readonly checks: readonly Check[]
  /** False: there is no use in asking anything. */
  readonly isOpen: boolean
}

/** A run waits for minutes for a big answer; whether a host is there is known sooner. */
const PATIENCE_MS = 10_000
const DAY_MS = 86_400_000
/** Time enough to renew a certificate by hand. */
const SOON_DAYS = 21

/** Connects and looks at the certificate; through a proxy only the first request can tell. @throws ConfigError */
export async function checkConnection(server: Server): Promise<Connection> {
  const { ok, skip, fail } = checksOf(server.system)
  const { host } = new URL(server.url)
  const proxy = chooseProxy(
    server.url,
    { url: server.http.proxy, key: `${server.httpKey}.proxy` },
    server.env,
  )
  if (proxy !== undefined) {
    const why = `It is asked through the proxy ${proxy.name}; the first request tells.`
    return { checks: [skip('reachable', why), skip('certificate', why)], isOpen: true }
  }
  const authority = authorityOf(server)
  if ('fault' in authority) return { checks: [authority.fault], isOpen: false }
  const handshake = await shakeHand({ url: server.url, ca: authority.pem, timeoutMs: PATIENCE_MS })
  if (handshake.kind === 'unreachable') {
    const hint = `${server.urlKey}, the name service, the firewall, or ${server.httpKey}.proxy`
    return {
      checks: [fail('reachable', `${host}: ${reasonOf(handshake.code)}.`, hint)],
      isOpen: false,
    }
  }
  const certificate = checkCertificate(server, handshake)
  return { checks: [ok('reachable', host), certificate], isOpen: certificate.ok !== 'fail' }
}

/** What a handshake says of the server's certificate. */
export function checkCertificate(
  { system, urlKey, httpKey, http, url, now }: Server,
  handshake: Exclude<Handshake, { kind: 'unreachable' }>,
): Check {
  const { ok, warn, fail, skip } = checksOf(system)
  const name = 'certificate'
  const failed = (code: string, seen?: Certificate): Check => {
    const { text, hint } = tlsFault(code, { host: new URL(url).host, urlKey, httpKey }, seen)
    return fail(name, `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, hint)
  }
  if (handshake.kind === 'no-tls') return failed(handshake.code)
  const { certificate } = handshake
  if (certificate === undefined)
    return skip(name, 'http: the key travels readable, and there is no certificate.')
  const { fault, expiresAt } = certificate
  if (fault !== undefined && !http.insecureTls) return failed(fault, certificate)
  if (fault !== undefined)
    return warn(
      name,
      `It is not verified, as ${httpKey}.insecureTls says (${fault}): anybody on the way can read the key.`,
      `${httpKey}.caFile instead of insecureTls`,
    )
  if (http.insecureTls)
    return warn(
      name,
      'It is trusted, but insecureTls keeps it from being verified.',
      `take ${httpKey}.insecureTls out`,
    )
  const days = Math.floor((expiresAt.getTime() - now.getTime()) / DAY_MS)
  const until = `valid until ${localDateTime(expiresAt).slice(0, 10)}`
  return days < SOON_DAYS
    ? warn(
        name,
        `It expires in ${ENGLISH.count(days, '{1} day', '{1} days')}: ${until}.`,
        'renew it on the server',
      )
    : ok(name, until)
}

function authorityOf({ http, httpKey, system }: Server): { pem: string | undefined } | { fault: Check } {
  if (http.caFile === undefined) return { pem: undefined }
  try {
    return { pem: readFileSync(http.caFile, 'utf8') }
  } catch {
    const { fail } = checksOf(system)
    return { fault: fail('certificate', `The file ${http.caFile} cannot be read.`, `${httpKey}.caFile`) }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at this address',
  ENOTFOUND: 'the name is unknown',
  EAI_AGAIN: 'the name cannot be looked up just now',
  ETIMEDOUT: `no answer within ${PATIENCE_MS / 1000} s`,
  ENETUNREACH: 'the network is not reachable',
  EHOSTUNREACH: 'the host is not reachable',
  ECONNRESET: 'it closes the connection at once',
}

function reasonOf(code: string): string {
  return REASONS[code] ?? code
}
