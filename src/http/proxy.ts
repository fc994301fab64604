/** Through which proxy a server is asked. A run and `doctor` both ask here, and nobody else judges. */
import { BlockList, isIP } from 'node:net'
import { ConfigError } from '../model/errors.ts'
import { type Environment, proxyVariable, withScheme } from './environment.ts'

export interface ChosenProxy {
  /** As `fetch` takes it, with user and password where they were given. */
  readonly url: string
  /** Where it is and who says so, without secrets: `proxy.example:3128 (HTTPS_PROXY of the environment)`. */
  readonly name: string
}

/** A proxy of the configuration: its value, and the key it stands under. */
export interface ConfiguredProxy {
  readonly url: string | undefined
  /** `undefined` where the configuration has no proxy of its own. */
  readonly key: string | undefined
}

/**
 * The proxy for an address; `undefined` when it is asked directly. One of the configuration holds always. Otherwise
 * `HTTP_PROXY` or `HTTPS_PROXY`, by the scheme of the address, unless `NO_PROXY` names its host. `ALL_PROXY` is not
 * read.
 * @throws ConfigError when the environment names something that is no HTTP proxy
 */
export function chooseProxy(
  address: string,
  configured: ConfiguredProxy,
  env: Environment,
): ChosenProxy | undefined {
  if (configured.url !== undefined)
    return { url: configured.url, name: `${hostOf(configured.url)} (${configured.key ?? ''})` }
  const { protocol } = new URL(address)
  const variable = protocol === 'https:' || protocol === 'http:' ? proxyVariable(env, protocol) : undefined
  if (variable === undefined || isExcepted(address, env)) return undefined
  const url = withScheme(variable.value)
  if (URL.canParse(url) && /^https?:/i.test(url))
    return { url, name: `${hostOf(url)} (${variable.name} of the environment)` }
  const ways = `Correct or unset ${variable.name}, or name the host in NO_PROXY`
  throw new ConfigError(`The environment variable ${variable.name} names no http:// or https:// proxy.`, [], {
    hint: configured.key === undefined ? `${ways}.` : `${ways}, or set ${configured.key}.`,
  })
}

/** What to look at besides, after a failure that a proxy may have caused. */
export const PROXY_HINT =
  'Look at the proxy between too; hosts in NO_PROXY are asked without one of the environment.'

function hostOf(url: string): string {
  return new URL(url).host
}

/** True when `NO_PROXY` names the host: `*`, a name with all below it, an address, a network, each with a port or not. */
function isExcepted(address: string, env: Environment): boolean {
  const { hostname, port, protocol } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const target = { host, port: port || (protocol === 'https:' ? '443' : '80') }
  const entries =
    proxyVariable(env, 'exceptions')
      ?.value.toLowerCase()
      .split(/[\s,]+/) ?? []
  return entries.some((entry) => entry === '*' || isNamed(target, entry))
}

function isNamed({ host, port }: { readonly host: string; readonly port: string }, entry: string): boolean {
  // An IPv6 address has colons of its own; one with a port stands in brackets.
  const [, inBrackets, name = entry, wanted] =
    /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? []
  const place = (inBrackets ?? name).replace(/^\*?\./, '').replace(/\.$/, '')
  if (place === '' || (wanted !== undefined && wanted !== port)) return false
  return isIP(host) === 0 ? host === place || host.endsWith(`.${place}`) : isInNetwork(host, place)
}

function isInNetwork(host: string, network: string): boolean {
  const [base = '', bits, ...more] = network.split('/')
  const family = isIP(base)
  if (family === 0 || more.length > 0) return false
  const most = family === 4 ? 32 : 128
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
  if (length < 0 || length > most) return false
  const list = new BlockList()
  list.addSubnet(base, length, family === 4 ? 'ipv4' : 'ipv6')
  return isIP(host) === family && list.check(host, family === 4 ? 'ipv4' : 'ipv6')
}
