/** What of a process' environment decides how servers are reached. */

export type Environment = Readonly<Record<string, string | undefined>>

/** Read in this order: the first that is set and not empty holds. */
const VARIABLES = {
  'http:': ['http_proxy', 'HTTP_PROXY'],
  'https:': ['https_proxy', 'HTTPS_PROXY'],
  exceptions: ['no_proxy', 'NO_PROXY'],
} as const

/** What the runtime would obey by itself, and by rules of its own. */
const OBEYED = [...Object.values(VARIABLES).flat(), 'all_proxy', 'ALL_PROXY']

export interface Variable {
  readonly name: string
  readonly value: string
}

/** The variable that holds for addresses of a scheme, or for hosts asked without a proxy. */
export function proxyVariable(env: Environment, of: keyof typeof VARIABLES): Variable | undefined {
  for (const name of VARIABLES[of]) {
    const value = env[name]?.trim()
    if (value) return { name, value }
  }
  return undefined
}

/** A proxy may be named without a scheme: `proxy.example:3128`. */
export function withScheme(proxy: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`
}

/** Addresses of proxies the environment names: they may hold a password. */
export function proxyAddresses(env: Environment): string[] {
  return [...VARIABLES['http:'], ...VARIABLES['https:']].flatMap((name) => {
    const value = env[name]?.trim()
    return value ? [withScheme(value)] : []
  })
}

/**
 * Takes the environment over: gives a copy, and takes out of the original what `fetch` would obey by itself. A proxy of
 * the configuration would yield to `NO_PROXY`, and `ALL_PROXY` would be read; so {@link chooseProxy} alone decides.
 */
export function takeEnvironment(env: Record<string, string | undefined>): Environment {
  const taken = { ...env }
  for (const name of OBEYED) delete env[name]
  return taken
}
