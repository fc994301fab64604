/** T39: servers and proxies that compress wrongly, or whose HTTP cannot be read. */
import { describe, expect, test } from 'bun:test'
import net from 'node:net'
import { deflateSync, gzipSync } from 'node:zlib'
import { clientOf, errorOf } from './universal/answering.ts'

const LIST = Buffer.from(
  JSON.stringify(
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`s${index}`, { login: `s${index}` }])),
  ),
)
const PACKED = gzipSync(LIST)

interface Desk extends AsyncDisposable {
  readonly url: string
  /** What each request says of packing. */
  readonly encodings: string[]
}

/** Answers byte by byte as the test says; to who asks for it plain, as a sound server does. */
async function openRaw(wrong: Buffer, isAlwaysWrong = false): Promise<Desk> {
  const encodings: string[] = []
  const right = answer(['Connection: close', `Content-Length: ${LIST.length}`], LIST)
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (request) => {
      const encoding = /accept-encoding: *([^\r\n]*)/i.exec(String(request))?.[1] ?? ''
      encodings.push(encoding)
      socket.end(encoding === 'identity' && !isAlwaysWrong ? right : wrong)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api?key=K0123456789`,
    encodings,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function answer(headers: readonly string[], body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n')), body])
}

function packed(body: Buffer, extra: readonly string[] = []): Buffer {
  return answer(
    ['Connection: close', 'Content-Encoding: gzip', `Content-Length: ${body.length}`, ...extra],
    body,
  )
}

function chunked(body: Buffer, padding: string): Buffer {
  const chunk = (part: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${part.length.toString(16)}${padding}\r\n`), part, Buffer.from('\r\n')])
  return Buffer.concat([chunk(body), chunk(Buffer.alloc(0))])
}

const CHUNKED = ['Connection: close', 'Transfer-Encoding: chunked']

const WRONG: readonly [what: string, bytes: Buffer, told: string][] = [
  ['it says packed and is not', packed(LIST), 'The compressed answer of the billing is cut or damaged.'],
  ['it is packed twice', packed(gzipSync(PACKED)), 'compressed in a way its headers do not tell'],
  [
    'it is packed and does not say so',
    answer([`Content-Length: ${PACKED.length}`], PACKED),
    'its headers do not tell',
  ],
  ['it is cut', packed(PACKED.subarray(0, 200)), 'cut or damaged'],
  [
    'its length is that of the packed beginning',
    answer(['Content-Encoding: gzip', 'Content-Length: 20'], PACKED),
    'cut',
  ],
  [
    'its length is that of what is not packed',
    answer(['Connection: close', 'Content-Encoding: gzip', `Content-Length: ${LIST.length * 2}`], PACKED),
    'The connection to the billing broke off',
  ],
  ['another packing than it says', packed(deflateSync(LIST)), 'cut or damaged'],
  ['chunk sizes with blanks', answer(CHUNKED, chunked(LIST, '  ')), 'InvalidHTTPResponse'],
  [
    'the same packed',
    answer([...CHUNKED, 'Content-Encoding: gzip'], chunked(PACKED, ' ')),
    'InvalidHTTPResponse',
  ],
  [
    'folded headers',
    answer(['X-Cache: a', '  b', `Content-Length: ${LIST.length}`], LIST),
    'Malformed_HTTP_Response',
  ],
  ['packed half a list', packed(gzipSync(LIST.subarray(0, 4000))), 'ended early, after'],
]

describe('an answer that cannot be unpacked or read', () => {
  for (const [what, bytes, told] of WRONG) {
    test(`${what}: it is asked for once more, uncompressed`, async () => {
      await using desk = await openRaw(bytes)
      const client = clientOf(desk.url)
      expect((await client.subscribers()).subscribers.size).toBe(300)
      expect(desk.encodings).toEqual(['gzip', 'identity'])
      expect(client.told.find((line) => line.includes('Asking again'))).toContain(', uncompressed.')
      // The rest of the run does not try again what was of no use.
      await client.groups()
      expect(desk.encodings).toEqual(['gzip', 'identity', 'identity'])
    })

    test(`${what}, packed or not: said as such`, async () => {
      await using desk = await openRaw(bytes, true)
      const error = await errorOf(clientOf(desk.url).subscribers())
      expect(error.message).toContain(told)
      expect(desk.encodings.slice(0, 2)).toEqual(['gzip', 'identity'])
      expect(desk.encodings.length).toBeLessThanOrEqual(3)
    })
  }

  test('names the switch', async () => {
    for (const [, bytes, told] of WRONG.filter(
      ([what]) => !/length is that of what|half a list/.test(what),
    )) {
      await using desk = await openRaw(bytes, true)
      const { kind, hint } = await errorOf(clientOf(desk.url).subscribers())
      expect([told, kind, hint?.includes('billingHttp.compress to false')]).toEqual([told, 'malformed', true])
    }
  })

  test('with billingHttp.compress: false packed answers are never asked for', async () => {
    await using desk = await openRaw(packed(LIST))
    const client = clientOf(desk.url, { http: { timeoutSec: 20, retries: 2, compress: false } })
    expect((await client.subscribers()).subscribers.size).toBe(300)
    expect(desk.encodings).toEqual(['identity'])
  })

  test('what is sound and packed goes on being asked for packed', async () => {
    await using desk = await openRaw(packed(PACKED))
    const client = clientOf(desk.url)
    expect((await client.subscribers()).subscribers.size).toBe(300)
    await client.groups()
    expect(desk.encodings).toEqual(['gzip', 'gzip'])
  })
})
