/** A program of the operator's: `command:PATH`. It gets the summary as JSON on stdin, and nothing on its command line. */
import type { Channel, Outside, Recipient } from './channel.ts'
import { feed } from './program.ts'

export function command({ to }: Recipient, { env }: Outside): Channel {
  const path = to.replace(/^command:/, '')
  return {
    name: to,
    send: ({ data }, patience) => feed([path], `${JSON.stringify(data)}\n`, { env, patience }),
  }
}
