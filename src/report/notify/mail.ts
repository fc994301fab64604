/** Mail, through the host's `sendmail`: `mailto:ADDRESS`. Every mail server of a Unix host brings one. */
import { type Channel, ChannelFailure, type Message, type Outside, type Recipient } from './channel.ts'
import { feed } from './program.ts'

/** Cron's PATH names neither. */
const FOLDERS = '/usr/sbin:/usr/lib:/usr/local/sbin'
/** An encoded word may have 75 characters, 12 of them its frame. */
const WORD_BYTES = 45

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

/** The letter as it is given to `sendmail`, which adds who sends it and when. */
export function letter(address: string, { title, text }: Pick<Message, 'title' | 'text'>): string {
  const body = Buffer.from(`${text}\n`)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\n')
  return [
    `To: ${address}`,
    `Subject: ${headerText(title)}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body,
  ].join('\n')
}

/** Words a header may hold (RFC 2047): each whole in itself, none with half a letter. */
function headerText(text: string): string {
  if (/^[ -~]{0,200}$/.test(text)) return text
  const words: string[] = []
  let word = ''
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > WORD_BYTES) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  words.push(word)
  return words.map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\n ')
}
