/** A letter as the mail's standards want it. */
import type { Message } from './channel.ts'

/** An encoded word may have 75 characters, 12 of them its frame. */
const WORD_BYTES = 45

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
