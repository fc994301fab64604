/** Mail, through the host's `sendmail`: `mailto:ADDRESS`. Every mail server of a Unix host brings one. */
import { type Channel, ChannelFailure, type Outside, type Recipient } from './channel.ts'
import { letter } from './letter.ts'
import { feed } from './program.ts'

/** Cron's PATH names neither. */
const FOLDERS = '/usr/sbin:/usr/lib:/usr/local/sbin'

export function mail({ to }: Recipient, { env }: Outside): Channel {
  const address = to.replace(/^mailto:/, '')
  return {
    name: to,
    send: async (message, patience) => {
      const sendmail = Bun.which('sendmail', { PATH: `${env['PATH'] ?? ''}:${FOLDERS}` })
      if (sendmail === null) throw new ChannelFailure('this host has no sendmail')
      await feed([sendmail, '-i', '--', address], letter(address, message), { env, patience })
    },
  }
}
