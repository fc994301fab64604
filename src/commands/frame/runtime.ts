/** What the runtime this program is built on would do to a run because of the environment. */
import type { Environment } from '../../http/environment.ts'
import { ConfigError } from '../../model/errors.ts'

/** Opens a port, or loads a file, for somebody who looks into the program. */
const DEBUGGER = /^BUN_INSPECT(?:_[A-Z_]+)?$/

/**
 * Refuses to read a key while a debugger may look on. Other variables of the runtime have no effect: `BUN_OPTIONS` by the
 * way the program is compiled, `BUN_CONFIG_VERBOSE_FETCH` by what every request says. `BUN_BE_BUN` makes another
 * program of the file before this one begins, and `BUN_INSPECT_PRELOAD` is read by then: only the docs can tell.
 * @throws ConfigError
 */
export function refuseDebugger(env: Environment): void {
  const name = Object.keys(env).find((one) => DEBUGGER.test(one) && env[one] !== '')
  if (name === undefined) return
  throw new ConfigError(
    `The environment variable ${name} opens this program to a debugger, which could read every key.`,
    [],
    { hint: `Unset ${name}.` },
  )
}
