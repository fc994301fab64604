/** The channels, by how an address of theirs begins. */
import type { Channel, Outside, Recipient } from './channel.ts'
import { command } from './command.ts'
import { mail } from './mail.ts'
import { telegram } from './telegram.ts'
import { webhook } from './webhook.ts'

const CHANNELS = {
  'telegram:': telegram,
  'mailto:': mail,
  'command:': command,
  'https://': webhook,
  'http://': webhook,
} as const satisfies Readonly<Record<string, (recipient: Recipient, outside: Outside) => Channel>>

const OUTSIDE: Outside = { fetch: globalThis.fetch, env: process.env, telegram: 'https://api.telegram.org' }

/** The channel of an address the configuration has found valid. @throws RangeError for another one */
export function openChannel(recipient: Recipient, outside: Partial<Outside> = {}): Channel {
  const open = Object.entries(CHANNELS).find(([start]) => recipient.to.startsWith(start))?.[1]
  if (open === undefined) throw new RangeError(`No channel is reached by "${recipient.to}".`)
  return open(recipient, { ...OUTSIDE, ...outside })
}
