/** Checks of a connection: name, port, certificate. */
import { readFileSync } from 'node:fs'
import { localDateTime } from '../../model/date.ts'
import { counted } from '../../report/quantity.ts'
import { type Check, checksOf } from './check.ts'
import { type Certificate, type Handshake, shakeHand } from './handshake.ts'

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
  readonly env: Readonly<Record<string, string | undefined>>
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

/** Connects and looks at the certificate; through a proxy only the first request can tell. */
export async function checkConnection(server: Server): Promise<Connection> {
  const { ok, skip, fail } = checksOf(server.system)
  const { host } = new URL(server.url)
  if (isProxied(server)) {
    const why = 'There is a proxy between; the first request tells.'
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
  if (handshake.kind === 'no-tls')
    return fail(
      name,
      `There is no TLS at this address (${handshake.code}).`,
      `${urlKey}: http:// or another port`,
    )
  const { certificate } = handshake
  if (certificate === undefined)
    return skip(name, 'http: the key travels readable, and there is no certificate.')
  const { fault, expiresAt } = certificate
  if (fault !== undefined && !http.insecureTls) {
    const { meaning, hint } = meaningOf(fault, certificate, { urlKey, httpKey, host: new URL(url).host })
    return fail(name, `${meaning} (${fault}).`, hint)
  }
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
    ? warn(name, `It expires in ${counted(days, 'day')}: ${until}.`, 'renew it on the server')
    : ok(name, until)
}

interface Place {
  readonly urlKey: string
  readonly httpKey: string
  readonly host: string
}

function meaningOf(
  fault: string,
  { expiresAt, names }: Certificate,
  { urlKey, httpKey, host }: Place,
): { meaning: string; hint: string } {
  const trust = `save it (openssl s_client -showcerts -connect ${host}) and name the file in ${httpKey}.caFile; or, less safe, ${httpKey}.insecureTls: true`
  if (/SELF_SIGNED/.test(fault)) return { meaning: 'The certificate is self-signed', hint: trust }
  if (/EXPIRED/.test(fault)) {
    const meaning = `The certificate expired on ${localDateTime(expiresAt).slice(0, 10)}`
    return { meaning, hint: `renew it on the server; until then ${httpKey}.insecureTls: true` }
  }
  if (/NOT_YET_VALID/.test(fault))
    return {
      meaning: 'The certificate is not valid yet',
      hint: 'the clock of this host, or that of the server',
    }
  if (/ALTNAME|HOSTNAME/.test(fault)) {
    const meaning = `The certificate is made out to ${names.join(', ')}, not to this host`
    return { meaning, hint: `${urlKey}: a name the certificate is made out to` }
  }
  return { meaning: 'The certificate comes from an authority nobody here knows', hint: trust }
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

function isProxied({ http, url, env }: Server): boolean {
  if (http.proxy !== undefined) return true
  const { protocol, hostname } = new URL(url)
  const name = protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  if (!(env[name] ?? env[name.toUpperCase()])) return false
  const exceptions = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').split(',').map((one) => one.trim())
  return !exceptions.some((one) => one === '*' || (one !== '' && hostname.endsWith(one.replace(/^\./, ''))))
}
