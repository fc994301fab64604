/** Telegram: a bot writes to a chat. `telegram:CHAT`, with the bot's token. */
import * as v from 'valibot'
import { cutText } from '../../model/text.ts'
import { type Channel, ChannelFailure, type Outside, type Recipient } from './channel.ts'
import { post } from './post.ts'

/** Telegram takes 4096 characters. */
const MOST = 4000
const Refusal = v.object({ description: v.string() })

export function telegram({ to, token }: Recipient, outside: Outside): Channel {
  const chat = to.replace(/^telegram:/, '')
  return {
    name: `telegram:${chat}`,
    send: async ({ title, text }, patience) => {
      if (token === undefined) throw new ChannelFailure('it has no token')
      await post({
        url: `${outside.telegram}/bot${token}/sendMessage`,
        // Without a mode of parsing it is text, whatever a subscriber is called.
        body: {
          chat_id: chat,
          text: cutText(`${title}\n\n${text}`, MOST),
          link_preview_options: { is_disabled: true },
        },
        fetch: outside.fetch,
        patience,
        reason: descriptionOf,
      })
    },
  }
}

/** `chat not found`: what Telegram says of a refusal. */
function descriptionOf(answer: string): string | undefined {
  try {
    return v.parse(Refusal, JSON.parse(answer)).description
  } catch {
    return undefined
  }
}
