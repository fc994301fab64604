/** What a billing that does not answer makes the program say, as it is shown in Ukrainian and Russian. */
import { describe, expect, test } from 'bun:test'
import { DIALECTS } from '../../../src/billing/universal/dialects/dialects.ts'
import { networkFailure } from '../../../src/billing/universal/failure.ts'
import { METHOD_RULES, METHODS } from '../../../src/billing/universal/methods.ts'
import { SHAPES } from '../../../src/billing/universal/non-answer-shapes.ts'
import { WORDS } from '../../../src/billing/universal/non-answer-words.ts'
import type { BillingOptions } from '../../../src/billing/universal/universal-billing.ts'
import { readNetworkFault } from '../../../src/http/network-fault.ts'
import { PROXY_HINT } from '../../../src/http/proxy.ts'
import type { BillingError } from '../../../src/model/errors.ts'
import { speakerOf } from '../../../src/text/speaker.ts'
import { leftInEnglish } from '../../text/left-in-english.ts'
import { type Answer, clientOf, errorOf } from './answering.ts'
import { ROWS } from './non-answer-rows.ts'

const SPEAKERS = [await speakerOf('uk'), await speakerOf('ru')] as const
const URL = 'http://billing.example/api?key=K0123456789'
const PROXY = { HTTP_PROXY: 'http://proxy.example:3128' }

/** A client of a billing that answers everything so, without a network. */
function clientWith(
  answer: Answer | (() => never),
  options: Partial<BillingOptions> & { url?: string } = {},
) {
  const send = async (): Promise<Response> => {
    if (typeof answer === 'function') return answer()
    const { status = 200, headers = {}, body = '' } = answer
    const init = { status, headers: { 'content-length': '1', ...headers } }
    return new Response(status === 304 || status === 204 ? null : (body as string), init)
  }
  return clientOf(options.url ?? URL, { fetch: send as unknown as typeof fetch, ...options })
}

/** Expects both sentences of an error whole in both languages. @param quoted what the billing itself has said */
function expectTold({ message, hint = '' }: Pick<BillingError, 'message' | 'hint'>, quoted: string[] = []) {
  const own = quoted.reduce((rest, words) => rest.replaceAll(words, ''), `${message} ${hint}`)
  expect(own).not.toMatch(/\p{Script=Cyrillic}/u)
  for (const speaker of SPEAKERS) {
    for (const sentence of [message, hint].filter((text) => text !== '')) {
      const told = speaker.retell(sentence)
      expect(told).toMatch(/\p{Script=Cyrillic}/u)
      expect(leftInEnglish(told, quoted), told).toEqual([])
    }
  }
}

/** What of an answer is quoted behind the sentence. */
function quotedOf(message: string): string[] {
  return [/ It began with: (.*)$/s, /: "(.*?)"\./s]
    .map((quote) => quote.exec(message)?.[1] ?? '')
    .filter((words) => words !== '')
}

describe('a non-answer', () => {
  for (const { what, answer, dialect } of ROWS) {
    test(`is told: ${what}`, async () => {
      const client = clientWith(answer, { dialect: dialect ?? 'auto' })
      const error = await errorOf(client.subscribers())
      const quoted = quotedOf(error.message)
      expectTold(error, quoted)
      for (const line of client.told.filter((one) => one.includes(' Asking again ')))
        expectTold({ message: line, hint: undefined }, quotedOf(line.replace(/ Asking again .*$/, '')))
    })
  }

  test.each([...WORDS, ...SHAPES].map((row) => [row.sentence, row] as const))(
    'of every kind: %s',
    (_, row) => {
      expectTold({ message: row.sentence, hint: row.hint })
    },
  )

  test('says what could not be read, for every method', async () => {
    for (const method of METHODS) {
      const { what, affects } = METHOD_RULES[method]
      expectTold({
        message: `Of the billing, ${what} could not be read (${method}). The billing refuses the key.`,
        hint: `The billing does not offer ${what} (${method}); left alone: ${affects}.`,
      })
    }
  })

  test('is told whole, with the place in its text and its beginning', async () => {
    const body = '[{"id":17,"login":"ivan","balance":1.5},{"id":18,"login":NaN}]'
    const error = await errorOf(clientWith({ body }).subscribers())
    expect(error.message).toBe(
      'Of the billing, the subscribers could not be read (get_user_list). The answer of the billing is of no use: the body is not JSON. Record 1 (id "17") is the last whole one; the fault is at byte 57: "5},{"id":18,"login":NaN}]".',
    )
    expect(SPEAKERS.map((speaker) => speaker.retell(error.message))).toEqual([
      'З білінгу не вдалося прочитати: абоненти (get_user_list). Відповідь білінгу непридатна: це не JSON. Останній цілий запис — 1-й (id "17"); помилка в байті 57: "5},{"id":18,"login":NaN}]".',
      'Из биллинга не удалось прочитать: абоненты (get_user_list). Ответ биллинга непригоден: это не JSON. Последняя целая запись — 1-я (id "17"); ошибка в байте 57: "5},{"id":18,"login":NaN}]".',
    ])
  })

  test('quotes the billing word by word, whatever it says', async () => {
    const body = 'Error: the key is wrong. Warning: done (x). There are no rows.'
    const error = await errorOf(clientWith({ status: 404, body }, { env: PROXY }).tariffs())
    expect(SPEAKERS.map((speaker) => speaker.retell(error.message))).toEqual([
      `З білінгу не вдалося прочитати: тарифи (get_tariff_list, через проксі proxy.example:3128 (HTTP_PROXY з оточення)). За цією адресою немає API білінгу. Відповідь починалася так: HTTP 404 ${body}`,
      `Из биллинга не удалось прочитать: тарифы (get_tariff_list, через прокси proxy.example:3128 (HTTP_PROXY из окружения)). По этому адресу нет API биллинга. Ответ начинался так: HTTP 404 ${body}`,
    ])
  })

  test('says of a list that tells of its own failure what it told', async () => {
    const error = await errorOf(
      clientWith({
        body: '{"1":{"login":"a"},"error":"Lost connection. Try: it again (2013)"}',
      }).subscribers(),
    )
    expect(SPEAKERS[0].retell(error.message)).toContain(
      ' непридатна: поруч із записами списку стоїть "error": "Lost connection. Try: it again (2013)". Відповідь починалася так: {"1"',
    )
    const silent = await errorOf(clientWith({ body: '{"1":{"login":"a"},"error":{"no":1}}' }).subscribers())
    expect(SPEAKERS[1].retell(silent.message)).toContain('рядом с записями списка стоит "error". Ответ')
  })
})

describe('no connection', () => {
  const CODES = [
    'ConnectionRefused',
    'FailedToOpenSocket',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'ECONNRESET',
    'ZlibError',
    'Malformed_HTTP_Response',
    'ERR_INVALID_URL',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
  ]
  const failing = (code: string, message = '') =>
    (() => {
      throw Object.assign(new Error(message), { code })
    }) as () => never

  for (const code of CODES) {
    test.each([
      ['directly', {}],
      ['through a proxy', PROXY],
    ])(`is told: ${code} %s`, async (_, env) => {
      const client = clientWith(failing(code), { env })
      const error = await errorOf(client.subscribers())
      expectTold(error)
      for (const line of client.told.filter((one) => one.includes(' Asking again ')))
        expectTold({ message: line, hint: undefined })
    })
  }

  test('through a proxy is told whole, with what the proxy said', async () => {
    const client = clientWith(
      failing('ERR_PROXY_TUNNEL', 'CONNECT failed: 407 Proxy Authentication Required'),
      {
        env: PROXY,
      },
    )
    const error = await errorOf(client.subscribers())
    const said = '407 Proxy Authentication Required'
    expect(SPEAKERS.map((speaker) => [error.message, error.hint ?? ''].map(speaker.retell, speaker))).toEqual(
      [
        [
          `З білінгу не вдалося прочитати: абоненти (get_user_list, через проксі proxy.example:3128 (HTTP_PROXY з оточення)). Проксі перед білінгом нікуди не веде: він не пускає далі (${said}).`,
          'Впишіть user:password@ перед хостом в адресі проксі. Гляньте й на проксі посередині; хости з NO_PROXY запитуються без проксі з оточення.',
        ],
        [
          `Из биллинга не удалось прочитать: абоненты (get_user_list, через прокси proxy.example:3128 (HTTP_PROXY из окружения)). Прокси перед биллингом никуда не ведёт: он не пускает дальше (${said}).`,
          'Впишите user:password@ перед хостом в адресе прокси. Посмотрите и на прокси посередине; хосты из NO_PROXY запрашиваются без прокси из окружения.',
        ],
      ],
    )
    expect(client.told.slice(0, 1).map((line) => SPEAKERS[0].retell(line))).toEqual([
      `get_user_list, через проксі proxy.example:3128 (HTTP_PROXY з оточення): Проксі перед білінгом нікуди не веде: він не пускає далі (${said}). Запитуємо знову: одразу.`,
    ])
  })

  test('in time is told with its seconds, and so is the pause', async () => {
    const fault = { ...readNetworkFault(new DOMException('x', 'TimeoutError')), tls: undefined }
    const failure = networkFailure(fault, { timeoutSec: 60, isProxied: false })
    expectTold(failure)
    expect(SPEAKERS.map((speaker) => speaker.retell(failure.message))).toEqual([
      'Повної відповіді не було за 60 с.',
      'Полного ответа не было за 60 с.',
    ])
    const client = clientWith({ status: 503, headers: { 'retry-after': '90' }, body: 'later' })
    await errorOf(client.subscribers())
    expect(SPEAKERS[1].retell(client.told[0] ?? '')).toContain(' Спрашиваем снова: через 90 с.')
  })
})

describe('what is odd about the address', () => {
  test.each([
    'http://billing.example/?module=remoteapi&amp;action=userside&amp;key=K',
    'http://billing.example/?module=remoteapi?action=userside&key=K',
    'http://billing.example/api.php?key=K',
    'http://billing.example/?request=get_user_list&key=K',
  ])('is told in the hint: %s', async (url) => {
    expectTold(await errorOf(clientWith({ body: 'ERROR:GET_WRONG_KEY' }, { url, env: PROXY }).subscribers()))
  })

  test('and that of another product', async () => {
    const url = 'http://billing.example/?module=remoteapi&action=userside&key=K'
    const client = clientWith({ body: 'ERROR:GET_WRONG_KEY' }, { url, dialect: 'abills' })
    expectTold(await errorOf(client.subscribers()))
  })

  test.each(['https://other.example/', 'http://[', ''])('a redirect to %j is told', async (location) => {
    const client = clientWith({ status: 302, headers: location === '' ? {} : { location } })
    expectTold(await errorOf(client.subscribers()))
  })

  test('a redirect in circles, an address that is none and a file that is not there are told', async () => {
    expectTold(await errorOf(clientWith({ status: 302, headers: { location: URL } }).subscribers()))
    const http = { timeoutSec: 20, retries: 0, caFile: '/nowhere/ca.pem' }
    expectTold(await errorOf(clientWith({}, { http }).subscribers()))
    const create = async () => clientWith({}, { url: 'ftp://billing.example/' })
    expectTold(await errorOf(create()))
  })
})

test('the advice of every product is told', () => {
  for (const { advice } of Object.values(DIALECTS)) {
    for (const text of [advice.onRefusal, advice.onCutList].filter((one) => one !== ''))
      expectTold({ message: text, hint: PROXY_HINT }, [
        '{"date":"2026-01-31 12:00:00","billing":{"name":"…"}}',
      ])
  }
})
