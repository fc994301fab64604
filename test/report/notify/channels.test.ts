import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message, Recipient } from '../../../src/report/notify/channel.ts'
import { openChannel } from '../../../src/report/notify/channels.ts'
import { deliver } from '../../../src/report/notify/deliver.ts'
import { letter } from '../../../src/report/notify/letter.ts'

interface Asked {
  readonly method: string
  readonly path: string
  readonly authorization: string | null
  readonly body: unknown
}

const asked: Asked[] = []
let answer: (request: Request) => Response | Promise<Response>
let server: ReturnType<typeof Bun.serve>
let folder: string

beforeEach(() => {
  asked.length = 0
  answer = () => new Response('OK')
  folder = mkdtempSync(join(tmpdir(), 'usm-billing-notify-'))
  server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      const authorization = request.headers.get('authorization')
      asked.push({
        method: request.method,
        path: pathname + search,
        authorization,
        body: await request.json(),
      })
      return answer(request)
    },
  })
})
afterEach(async () => {
  await server.stop(true)
  rmSync(folder, { recursive: true })
})

const MESSAGE: Message = {
  kind: 'bad',
  title: 'usm-billing, billing 1 on noc-1: the billing cannot be read',
  text: 'It did not answer <!channel> & *all*.\nВулиця їжака 😀',
  data: { type: 'summary', outcome: 'billing', notification: { kind: 'bad' } },
}
const { title, text } = MESSAGE

/** Tells one; gives why it was not told. */
async function tell(recipient: Recipient, message = MESSAGE, timeoutMs = 5000): Promise<string | undefined> {
  const outside = { telegram: server.url.href.replace(/\/$/, ''), env: { PATH: folder, SECRET: 'UB1' } }
  const [trouble] = await deliver([{ channel: openChannel(recipient, outside), message }], { timeoutMs })
  return trouble
}

/** A program that keeps how it was called. */
function program(name: string, rest = ''): string {
  const path = join(folder, name)
  const script = `#!/bin/sh\nfor one in "$@"; do echo "$one"; done > '${folder}/argv'\n/usr/bin/env > '${folder}/env'\n/bin/cat > '${folder}/stdin'\n${rest}\n`
  writeFileSync(path, script)
  chmodSync(path, 0o755)
  return path
}
const kept = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('Telegram', () => {
  const to = 'telegram:-100123'

  test('gets plain text for the chat, by the token of the bot', async () => {
    expect(await tell({ to, token: '12:AB' })).toBeUndefined()
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/bot12:AB/sendMessage',
        authorization: null,
        body: {
          chat_id: '-100123',
          text: `${title}\n\n${text}`,
          link_preview_options: { is_disabled: true },
        },
      },
    ])
  })

  test('that refuses is quoted, without the token', async () => {
    answer = () => Response.json({ ok: false, description: 'Bad Request: chat not found' }, { status: 400 })
    expect(await tell({ to, token: '12:AB' })).toBe('it answered HTTP 400 (Bad Request: chat not found)')
  })

  test('gets no more than it takes', async () => {
    await tell({ to, token: '12:AB' }, { ...MESSAGE, text: 'x'.repeat(9000) })
    expect(JSON.stringify(asked[0]?.body).length).toBeLessThan(4200)
  })
})

describe('a webhook', () => {
  const hook = (path: string): string => server.url.href + path

  test('gets the summary as JSON', async () => {
    expect(await tell({ to: hook('hook?x=1'), token: 'T' })).toBeUndefined()
    expect(asked).toEqual([
      { method: 'POST', path: '/hook?x=1', authorization: 'Bearer T', body: MESSAGE.data },
    ])
  })

  test('in the form of Slack calls nobody whatever a subscriber is called', async () => {
    expect(await tell({ to: hook('hooks/abc#slack') })).toBeUndefined()
    const body = { text: `*${title}*\nIt did not answer &lt;!channel&gt; &amp; *all*.\nВулиця їжака 😀` }
    expect(asked).toEqual([{ method: 'POST', path: '/hooks/abc', authorization: null, body }])
  })

  test('in the form of ntfy goes to the topic of its address', async () => {
    expect(await tell({ to: hook('push/night%20shift#ntfy'), token: 'tk_1' })).toBeUndefined()
    const body = { topic: 'night shift', title, message: text, priority: 4, tags: ['warning'] }
    expect(asked).toEqual([{ method: 'POST', path: '/push/', authorization: 'Bearer tk_1', body }])
  })

  test.each([
    ['https://hooks.slack.com/services/T0/B0/xyz', 'https://hooks.slack.com/services/T0/B0/xyz', 'text'],
    ['https://ntfy.sh/topic', 'https://ntfy.sh/', 'topic'],
    ['https://ntfy.sh/topic#json', 'https://ntfy.sh/topic', 'type'],
    ['https://example.com/ntfy', 'https://example.com/ntfy', 'type'],
  ])('%s is known by its host', async (to, url, member) => {
    const sent: [string, string][] = []
    const send = async (input: unknown, init?: RequestInit) => {
      sent.push([String(input), String(init?.body)])
      return new Response('ok')
    }
    const channel = openChannel({ to }, { fetch: Object.assign(send, { preconnect: () => {} }) })
    expect(await deliver([{ channel, message: MESSAGE }])).toEqual([undefined])
    expect(sent.map(([to]) => to)).toEqual([url])
    expect(JSON.parse(sent[0]?.[1] ?? '')).toHaveProperty(member)
  })

  test('that refuses is named without what is secret about it', async () => {
    answer = () => new Response('no', { status: 403 })
    expect(await tell({ to: hook('services/secret') })).toBe('it answered HTTP 403')
    expect(openChannel({ to: hook('services/secret?a=b') }).name).toBe(`${server.url.origin}/…`)
  })

  test('that sends elsewhere is not followed', async () => {
    answer = () => new Response('', { status: 307, headers: { location: '/elsewhere' } })
    expect(await tell({ to: hook('a') })).toBe('it answered HTTP 307')
    expect(asked).toHaveLength(1)
  })

  test('that nobody answers is a trouble like others', async () => {
    expect(await tell({ to: 'http://127.0.0.1:1/' })).toMatch(/^it could not be reached/)
  })
})

describe('what never ends', () => {
  const endless = (status: number) => () => {
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(new Uint8Array(10_000).fill(32))
        await Bun.sleep(0)
      },
    })
    return new Response(body, { status })
  }

  test.each([200, 500])('an answer with HTTP %d is read no further than it is looked at', async (status) => {
    answer = endless(status)
    expect(await tell({ to: server.url.href })).toBe(status === 200 ? undefined : 'it answered HTTP 500')
  })

  test('a server and a program hold up nobody, together no longer than one of them', async () => {
    answer = () => new Promise<Response>(() => {})
    const path = program('hangs', '(/bin/sleep 300; echo late > "$0.late") & /bin/sleep 300')
    const channels = [server.url.href, server.url.href, `command:${path}`].map((to) => openChannel({ to }))
    const began = performance.now()
    const troubles = await deliver(
      channels.map((channel) => ({ channel, message: MESSAGE })),
      { timeoutMs: 300 },
    )
    expect(performance.now() - began).toBeLessThan(3000)
    expect(troubles).toEqual(Array(3).fill('it did not answer in time'))
  })
})

describe('a command', () => {
  test('gets the summary as JSON on stdin, no arguments, and none of the keys of the environment', async () => {
    const path = program('told me')
    expect(await tell({ to: `command:${path}` })).toBeUndefined()
    expect(JSON.parse(kept('stdin'))).toEqual(MESSAGE.data)
    expect(kept('argv')).toBe('')
    expect(kept('env')).not.toContain('UB1')
  })

  test('is no shell: what looks like one is the name of a file', async () => {
    expect(await tell({ to: `command:/bin/echo x > ${folder}/made; true` })).toStartWith(
      'it could not be started',
    )
    expect(existsSync(join(folder, 'made'))).toBe(false)
  })

  test('that fails or is not there is a trouble', async () => {
    expect(await tell({ to: `command:${program('fails', 'exit 9')}` })).toBe('it ended with 9')
    expect(await tell({ to: `command:${folder}/nobody` })).toBe('it could not be started (ENOENT)')
  })
})

describe('mail', () => {
  test("goes to the host's sendmail, which is told nothing but the address", async () => {
    program('sendmail')
    expect(await tell({ to: 'mailto:noc@example.com' })).toBeUndefined()
    expect(kept('argv').trimEnd().split('\n')).toEqual(['-i', '--', 'noc@example.com'])
    const [head = '', body = ''] = kept('stdin').split('\n\n')
    expect(head.split('\n').slice(0, 2)).toEqual(['To: noc@example.com', `Subject: ${title}`])
    expect(Buffer.from(body, 'base64').toString()).toBe(`${text}\n`)
  })

  test('has a subject in any letters, in whole words of a header', () => {
    const long = `usm-billing: ${'їжак 😀 '.repeat(30)}`
    const subject = /^Subject: (.*(?:\n .*)*)/m.exec(letter('a@b.c', { title: long, text: '' }))?.[1] ?? ''
    const words = subject.split('\n ')
    expect(words.every((word) => word.length <= 75 && /^=\?utf-8\?B\?[\w+/=]+\?=$/.test(word))).toBe(true)
    const whole = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString())
    expect(whole.join('')).toBe(long)
  })

  test('has no second header, whatever stands in the title', () => {
    const lines = letter('a@b.c', { title: 'x\nBcc: all@example.com', text: '' }).split('\n')
    expect(lines.filter((line) => line.startsWith('Bcc'))).toEqual([])
  })
})
