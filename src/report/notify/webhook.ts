/**
 * A webhook: JSON by POST. Which form it takes is told from the host (`hooks.slack.com`, `ntfy.…`), or by what stands
 * behind a `#` of the address, which is never sent: `#slack` (Mattermost, Rocket.Chat), `#ntfy`, `#json`.
 */
import type { Channel, Message, Outside, Recipient } from './channel.ts'
import { post } from './post.ts'

interface Form {
  /** True for a server that is known to take it. */
  isOf(url: URL): boolean
  /** What is sent where. */
  make(url: URL, message: Message): { readonly url: URL; readonly body: object }
}

const FORMS = {
  slack: {
    isOf: ({ hostname }) => hostname === 'hooks.slack.com',
    make: (url, { title, text }) => ({ url, body: { text: `*${escaped(title)}*\n${escaped(text)}` } }),
  },
  ntfy: {
    isOf: ({ hostname }) => /^ntfy\./.test(hostname),
    make: (url, message) => {
      const [topic = '', ...above] = url.pathname.split('/').reverse()
      const root = new URL(url)
      root.pathname = `${above.reverse().join('/')}/`
      const { title, text } = message
      const { priority, tags } = NTFY[message.kind]
      return { url: root, body: { topic: decodeURIComponent(topic), title, message: text, priority, tags } }
    },
  },
  json: { isOf: () => true, make: (url, { data }) => ({ url, body: data }) },
} as const satisfies Readonly<Record<string, Form>>

/** How loud, of 1 to 5, and under which sign. */
const NTFY: Readonly<Record<Message['kind'], { readonly priority: number; readonly tags: string[] }>> = {
  bad: { priority: 4, tags: ['warning'] },
  worse: { priority: 4, tags: ['rotating_light'] },
  other: { priority: 3, tags: ['warning'] },
  still: { priority: 3, tags: ['warning'] },
  well: { priority: 3, tags: ['white_check_mark'] },
  test: { priority: 2, tags: ['test_tube'] },
}

export function webhook({ to, token }: Recipient, outside: Outside): Channel {
  const address = new URL(to)
  const form = formOf(address)
  address.hash = ''
  return {
    // The path is often the key.
    name: `${address.origin}/…`,
    send: (message, patience) => {
      const { url, body } = form.make(address, message)
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
      return post({ url: url.href, body, headers, fetch: outside.fetch, patience })
    },
  }
}

function formOf(url: URL): Form {
  const named = Object.entries<Form>(FORMS).find(([name]) => url.hash === `#${name}`)?.[1]
  return named ?? Object.values<Form>(FORMS).find((form) => form.isOf(url)) ?? FORMS.json
}

/** Slack reads `<!channel>` as a call to everybody. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
