/** `--check-config`: is the configuration valid? Touches no network. */
import { EXIT } from './exit-codes.ts'
import type { Surroundings } from './program.ts'

interface Manner {
  readonly isJson: boolean
  readonly isQuiet: boolean
}

/** @throws ConfigError with everything that is wrong */
export async function checkConfig(
  { io, loadConfig }: Surroundings,
  { isJson, isQuiet }: Manner,
): Promise<number> {
  const { source, warnings, config } = await loadConfig()
  if (isJson) {
    io.stdout.write(`${JSON.stringify({ type: 'config', exitCode: EXIT.done, source, warnings })}\n`)
  } else if (!isQuiet) {
    const place = source === 'environment' ? 'from the environment' : source
    io.stdout.write(`The configuration is valid: ${place}\n`)
    io.stdout.write(`Billing ${config.billingId} goes to ${new URL(config.usersideUrl).host}.\n`)
  }
  return EXIT.done
}
