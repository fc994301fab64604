/** Sends a test to everybody who is told when the runs go wrong: a channel is tried by day, not in the night it is needed. */
import { hostname } from 'node:os'
import { plainFetch } from '../http/route.ts'
import { createRedactor } from '../model/redaction.ts'
import { createConsole } from '../report/console.ts'
import { openChannel } from '../report/notify/channels.ts'
import { deliver } from '../report/notify/deliver.ts'
import { testMessage } from '../report/notify/message.ts'
import type { Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { secretsOf } from './frame/session.ts'

/**
 * `usm-billing notify --test`; ends with 3 when somebody was not told.
 * @throws ConfigError; UsageError when nobody is named in `notify`
 */
export const notify: Run<'notify'> = async ({ flags, io, loadConfig, speaker }) => {
  if (!flags.test) {
    throw new UsageError('What is "notify" to do?', {
      hint: '"usm-billing notify --test" sends a test to everybody whom the configuration names in "notify".',
    })
  }
  const { config } = await loadConfig()
  if (config.notify.length === 0) {
    throw new UsageError('Nobody is told: "notify" in the configuration is empty.', {
      hint: 'Add {"to": "mailto:…"}, {"to": "telegram:…"} with its "token", {"to": "https://…"} or {"to": "command:…"}.',
    })
  }
  const redact = createRedactor(secretsOf(config, io.env))
  const { quiet, verbose, json } = flags
  const manner = { isQuiet: quiet, isVerbose: verbose, isJson: json }
  const console = createConsole({ ...io, redact, speaker: speaker(), ...manner })
  const message = testMessage(config, { host: hostname(), redact, speaker: speaker() })
  const channels = config.notify.map((entry) =>
    openChannel(entry, { fetch: plainFetch(io.env), env: io.env }),
  )
  const troubles = await deliver(channels.map((channel) => ({ channel, message })))
  for (const [index, { name }] of channels.entries()) {
    const trouble = troubles[index]
    if (trouble === undefined) console.info(`${name} was told.`)
    else console.error(`${name} was not told: ${trouble}.`)
    console.printJson({ type: 'notified', to: name, ok: trouble === undefined, text: trouble ?? '' })
  }
  return troubles.every((trouble) => trouble === undefined) ? EXIT.done : EXIT.partial
}
