/** `--check-config`: is the configuration valid? Touches no network. */
import { EXIT } from './exit-codes.ts'
import { jsonLine } from './io.ts'
import type { Surroundings } from './program.ts'

interface Manner {
  readonly isJson: boolean
  readonly isQuiet: boolean
}

/** @throws ConfigError with everything that is wrong */
export async function checkConfig(
  { io, loadConfig, speaker }: Surroundings,
  { isJson, isQuiet }: Manner,
): Promise<number> {
  const { source, warnings, config } = await loadConfig()
  if (isJson) {
    io.stdout.write(jsonLine({ type: 'config', exitCode: EXIT.done, source, warnings }))
  } else if (!isQuiet) {
    const told = speaker()
    const place = source === 'environment' ? told.say('from the environment') : source
    io.stdout.write(`${told.say('The configuration is valid: {1}', place)}\n`)
    const { billingId, usersideUrl } = config
    io.stdout.write(`${told.say('Billing {1} goes to {2}.', String(billingId), new URL(usersideUrl).host)}\n`)
  }
  return EXIT.done
}
