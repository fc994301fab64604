/** The configuration of a bundle: what a run does with answers, and nothing of where they come from or who is told. */
import { everyKey } from '../../config/outline.ts'
import type { Config } from '../../config/schema.ts'

/** Where things are on the operator's machine, and whom they are told to. */
const LEFT_OUT =
  /^(?:billingDatabase|notify|pingUrl|metricsFile|reportFile|logPath|statePath|log|journal|billingHttp|usersideHttp|language|isSilence)$/

/** A configuration that can be loaded. @param clean replaces what occurs in the answers */
export function bundledConfiguration(config: Config, clean: (text: string) => string): string {
  const secret = new Set(everyKey().flatMap(({ isSecret, path }) => (isSecret === true ? [path[0]] : [])))
  const kept = Object.entries(config).filter(
    ([name, value]) => value !== undefined && !secret.has(name) && !LEFT_OUT.test(name),
  )
  const named = Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'filter' ? cleaned(value, clean) : value]),
  )
  const shown = {
    ...named,
    billingUrl: 'http://billing.invalid/',
    usersideUrl: 'http://userside.invalid/',
    usersideApiKey: 'bundle',
  }
  return `${JSON.stringify(shown, undefined, 2)}\n`
}

function cleaned(value: unknown, clean: (text: string) => string): unknown {
  return JSON.parse(
    JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? clean(part) : part)),
  )
}
