/** What a UserSide that does not answer makes the program say, as it is shown in Ukrainian and Russian. */
import { describe, expect, test } from 'bun:test'
import { readNetworkFault } from '../../src/http/network-fault.ts'
import { tlsFault } from '../../src/http/tls-fault.ts'
import type { UsersideError } from '../../src/model/errors.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import type { UsersideOptions } from '../../src/userside/client.ts'
import { failureOf } from '../../src/userside/failure.ts'
import type { WriteResult } from '../../src/userside/userside.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { collect, startErp } from './erp.ts'

const SPEAKERS = [await speakerOf('uk'), await speakerOf('ru')] as const
const URL = 'https://erp.example/'
const PROXY = { HTTPS_PROXY: 'http://proxy.example:3128' }

interface Clerk extends Disposable {
  readonly userside: ReturnType<ReturnType<typeof startErp>['client']>
  readonly warnings: string[]
}

/** A client of a UserSide that answers everything so, without a network. */
function clerkWith(answer: () => Response, options: Partial<UsersideOptions> = {}): Clerk {
  const erp = startErp()
  const send = async (): Promise<Response> => answer()
  const userside = erp.client({ url: URL, fetch: send as unknown as typeof fetch, ...options })
  return { userside, warnings: erp.warnings, [Symbol.dispose]: () => erp[Symbol.dispose]() }
}

async function errorOf(promise: Promise<unknown>): Promise<UsersideError> {
  return (await promise.then(
    () => new Error('no error'),
    (error: unknown) => error,
  )) as UsersideError
}

/** Why a write was not done; `""` when it was. */
async function messageOf(written: Promise<WriteResult<string>>): Promise<string> {
  const result = await written.catch((error: UsersideError) => error)
  return 'message' in result ? result.message : ''
}

/** Expects every sentence whole in both languages. @param quoted what UserSide itself has said */
function expectTold(sentences: readonly (string | undefined)[], quoted: readonly string[] = []): void {
  for (const sentence of sentences.filter((text) => text !== undefined && text !== '')) {
    expect(quoted.reduce((rest, words) => rest.replaceAll(words, ''), sentence ?? '')).not.toMatch(
      /\p{Script=Cyrillic}/u,
    )
    for (const speaker of SPEAKERS) {
      const told = speaker.retell(sentence ?? '')
      expect(told).toMatch(/\p{Script=Cyrillic}/u)
      expect(leftInEnglish(told, quoted), told).toEqual([])
      for (const words of quoted.filter((one) => sentence?.includes(one))) expect(told).toContain(words)
    }
  }
}

const failing =
  (code: string, message = '') =>
  (): never => {
    throw Object.assign(new Error(message), { code })
  }

describe('no answer', () => {
  test.each([
    ['ECONNREFUSED'],
    ['ENOTFOUND'],
    ['ECONNRESET'],
    ['ZlibError'],
    ['Malformed_HTTP_Response'],
    ['ERR_INVALID_URL'],
  ])('is told, directly and through a proxy, with its retries: %s', async (code) => {
    for (const env of [{}, PROXY]) {
      using clerk = clerkWith(failing(code), { env, url: 'http://erp.example/' })
      const { message, hint } = await errorOf(clerk.userside.system())
      expectTold([message, hint, ...clerk.warnings])
      using proxied = clerkWith(failing(code), { env })
      const error = await errorOf(proxied.userside.start({ version: '1', path: '/', logPath: '/' }))
      expectTold([error.message, error.hint, ...proxied.warnings])
      expectTold([await messageOf(proxied.userside.addTag('x'))])
    }
  })

  test('is told with every fault of the encryption', () => {
    const place = { host: 'erp.example:443', urlKey: 'usersideUrl', httpKey: 'usersideHttp' }
    const seen = { fault: undefined, expiresAt: new Date('2021-01-31T10:00:00Z'), names: ['it is a.example'] }
    const codes = [
      'WRONG_VERSION_NUMBER',
      'UNSUPPORTED_PROTOCOL',
      'HANDSHAKE_FAILURE',
      'CERTIFICATE_REQUIRED',
      'UNRECOGNIZED_NAME',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'CERT_REVOKED',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'ECONNRESET',
      'EPROTO',
    ]
    const told = new Set<string>()
    for (const code of codes) {
      for (const certificate of [undefined, seen]) {
        const tls = tlsFault(code, place, certificate)
        const fault = { kind: 'tls', code, reason: code, tls } as const
        const { message, hint } = failureOf(fault, { timeoutMs: 1000, isProxied: false })
        expectTold([message, hint, `UserSide (${URL}api.php) did not answer x: ${message}`], seen.names)
        told.add(message)
      }
    }
    expect(told.size).toBe(codes.length + 2)
    const bare = { kind: 'tls', code: '', reason: '', tls: undefined } as const
    expectTold([failureOf(bare, { timeoutMs: 1000, isProxied: false }).message])
  })

  test('in time is told with its seconds', () => {
    const fault = { ...readNetworkFault(new DOMException('x', 'TimeoutError')), tls: undefined }
    const { message } = failureOf(fault, { timeoutMs: 90_000, isProxied: false })
    expect(SPEAKERS.map((speaker) => speaker.retell(message))).toEqual([
      'немає відповіді протягом 90 с',
      'нет ответа в течение 90 с',
    ])
  })

  test('is told whole', async () => {
    using clerk = clerkWith(failing('ERR_PROXY_TUNNEL', 'CONNECT failed: 407 Proxy is locked'), {
      env: PROXY,
    })
    const { message, hint } = await errorOf(clerk.userside.system())
    expect([message, hint, clerk.warnings[0]].map((text) => SPEAKERS[0].retell(text ?? ''))).toEqual([
      'UserSide (https://erp.example/api.php, через проксі proxy.example:3128 (HTTPS_PROXY з оточення)) не відповів на get_system_information: проксі перед ним нікуди не веде: він не пускає далі (407 Proxy is locked) (ERR_PROXY_TUNNEL)',
      'Перевірте usersideUrl, DNS, фаєрвол і usersideHttp.proxy. Гляньте й на проксі посередині; хости з NO_PROXY запитуються без проксі з оточення.',
      'UserSide, запитаний через проксі proxy.example:3128 (HTTPS_PROXY з оточення), не відповів на get_system_information: проксі перед ним нікуди не веде: він не пускає далі (407 Proxy is locked) (ERR_PROXY_TUNNEL). Нова спроба за 0,3 с.',
    ])
  })
})

describe('an answer that is none', () => {
  const WORDS = 'Error: it is full. Warning: done (x). Try: again'

  test.each([400, 401, 403, 404, 405, 407, 408, 413, 429, 500, 502, 503, 504])(
    'is told: HTTP %i, with and without words, before the key was accepted and after',
    async (status) => {
      for (const body of ['', WORDS, `{"error":"${WORDS}"}`]) {
        for (const headers of [{}, { 'www-authenticate': 'Basic realm="x"' }]) {
          let times = 0
          const answer = () =>
            times++ === 0
              ? new Response('{"date":"2026-11-23 12:00:00"}')
              : new Response(body, { status, headers })
          using clerk = clerkWith(answer)
          await clerk.userside.system()
          const quoted = [`{"error":"${WORDS}"}`, WORDS]
          const known = await errorOf(clerk.userside.tariffs())
          const start = await errorOf(clerk.userside.start({ version: '1', path: '/', logPath: '/' }))
          expectTold([known.message, known.hint, start.message, start.hint, ...clerk.warnings], quoted)
          using other = clerkWith(() => new Response(body, { status, headers }), { env: PROXY })
          const { message, hint } = await errorOf(other.userside.tariffs())
          expectTold([message, hint, ...other.warnings], quoted)
          const written = await messageOf(clerk.userside.addTag('x'))
          if (status >= 500) expectTold([written], quoted)
        }
      }
    },
  )

  test.each([
    [''],
    ['<html>it is a page</html>'],
    ['{"date":"2026'],
    ['{"date":"2026-11-23", it is cut}'],
    [`${'['.repeat(5000)}`],
    ['"a text"'],
    ['{"Result":"OK","data":"a text"}'],
    ['{"error":"it is refused: Error"}'],
    ['{"Result":"ERROR"}'],
  ])('is told: %j', async (body) => {
    using clerk = clerkWith(() => new Response(body))
    const read = async () => await collect(clerk.userside.customers({ withPasswords: false }))
    const quoted = [body.slice(0, 200), 'it is refused: Error', 'a text', '"a text"'].filter(
      (one) => one !== '',
    )
    const calls = [
      () => clerk.userside.tariffs(),
      () => clerk.userside.system(),
      () => clerk.userside.start({ version: '1', path: '/', logPath: '/' }),
      read,
    ]
    for (const call of calls) {
      const error = await errorOf(call())
      if (error.message === 'no error') continue
      expectTold([error.message, error.hint, ...clerk.warnings], quoted)
    }
    const written = await messageOf(clerk.userside.addTag('x'))
    if (!quoted.includes(written)) expectTold([written], quoted)
  })

  test('is told: a redirect elsewhere, to nowhere and in circles', async () => {
    for (const location of ['https://other.example/api.php', 'http://[', `${URL}api.php`]) {
      using clerk = clerkWith(() => new Response('', { status: 302, headers: { location } }))
      const { message, hint } = await errorOf(clerk.userside.system())
      expectTold([message, hint])
    }
  })
})

test('a list that breaks off, and notices before it, are told', async () => {
  const records = Array.from({ length: 3000 }, (_, id) => `"${id}":{"id":${id},"full_name":"Ivan ${id}"}`)
  using clerk = clerkWith(() => new Response(`<b>Warning</b>: it is old\n{${records.join(',')},`))
  const error = await errorOf(collect(clerk.userside.customers({ withPasswords: false })))
  expect(error.message).toContain(' broke off: ')
  expectTold([error.message, error.hint])
  using noisy = clerkWith(() => new Response('<b>Warning</b>: it is old\n{}'))
  await collect(noisy.userside.customers({ withPasswords: false }))
  expect(noisy.warnings).toHaveLength(1)
  expectTold(noisy.warnings, ['<b>Warning</b>: it is old {}'])
})

test('addresses and files that cannot be used are told', () => {
  using erp = startErp()
  for (const options of [
    { url: 'ftp://erp.example/' },
    { http: { timeoutSec: 1, retries: 0, caFile: '/nowhere/ca.pem' } },
    { env: { HTTP_PROXY: 'socks5://proxy.example' } },
  ]) {
    try {
      erp.client(options)
      expect.unreachable()
    } catch (error) {
      const { message, hint } = error as UsersideError
      expectTold([message, hint])
    }
  }
})

test('what is odd in its lists is told', async () => {
  const lists: Record<string, unknown> = {
    get_tariff_list: { 1: { name: 'x' } },
    get_services_list: { x: { name: 'x' } },
    get_user_group_list: { x: { name: 'x' } },
    get_user_list: {
      a: { login: 'a' },
      b: { erp_id: 1, date_create: '2026-02-31', date_connect: '2026-02-31' },
      c: { erp_id: 1 },
    },
  }
  using erp = startErp(lists as Parameters<typeof startErp>[0])
  await erp.userside.tariffs()
  await erp.userside.services()
  await erp.userside.groups()
  await collect(erp.userside.customers({ withPasswords: false }))
  const texts = [...new Set(erp.problems.map(({ text }) => text))]
  expect(texts.length).toBeGreaterThan(4)
  expectTold(texts)
})
