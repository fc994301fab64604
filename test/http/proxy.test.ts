/** Proxies: which one is used, by a run as by `doctor`, and what is said when it may be the cause of a failure. */
import { describe, expect, test } from 'bun:test'
import { checkConnection } from '../../src/commands/doctor/connection.ts'
import { proxyAddresses, takeEnvironment } from '../../src/http/environment.ts'
import { chooseProxy } from '../../src/http/proxy.ts'
import { ConfigError, type UsersideError } from '../../src/model/errors.ts'
import { clientOf, errorOf } from '../billing/universal/answering.ts'
import { startErp } from '../userside/erp.ts'
import { deadUrl, type RawServer, startRaw } from '../userside/sockets.ts'

const NONE = { url: undefined, key: 'billingHttp.proxy' }
const BOTH = { HTTP_PROXY: 'http://plain.example:1', HTTPS_PROXY: 'http://safe.example:2' }

const urlOf = (address: string, env: Readonly<Record<string, string>>): string | undefined =>
  chooseProxy(address, NONE, env)?.url

describe('the proxy of an address', () => {
  test.each<[address: string, env: Readonly<Record<string, string>>, proxy: string | undefined]>([
    ['http://b.example/', {}, undefined],
    ['http://b.example/', BOTH, 'http://plain.example:1'],
    ['https://b.example/', BOTH, 'http://safe.example:2'],
    ['http://b.example/', { HTTPS_PROXY: 'http://safe.example:2' }, undefined],
    ['https://b.example/', { HTTP_PROXY: 'http://plain.example:1' }, undefined],
    // The small letters hold first, and what is empty is not set.
    ['http://b.example/', { ...BOTH, http_proxy: 'http://small.example:3' }, 'http://small.example:3'],
    ['http://b.example/', { ...BOTH, http_proxy: ' ' }, 'http://plain.example:1'],
    ['http://b.example/', { HTTP_PROXY: '' }, undefined],
    // Without a scheme it is an HTTP proxy.
    ['http://b.example/', { HTTP_PROXY: 'plain.example:1' }, 'http://plain.example:1'],
    ['http://b.example/', { HTTP_PROXY: 'joe:pw@plain.example:1' }, 'http://joe:pw@plain.example:1'],
    [
      'http://b.example/',
      { ALL_PROXY: 'http://all.example:4', all_proxy: 'http://all.example:4' },
      undefined,
    ],
  ])('%s with %j is %j', (address, env, proxy) => {
    expect(urlOf(address, env)).toBe(proxy)
  })

  test.each<[noProxy: string, address: string, isExcepted: boolean]>([
    ['*', 'http://b.example/', true],
    ['b.example', 'http://b.example/', true],
    ['B.Example', 'http://b.example/', true],
    ['b.example.', 'http://b.example/', true],
    ['b.example', 'http://b.example./', true],
    ['b.example', 'http://a.b.example/', true],
    ['.b.example', 'http://a.b.example/', true],
    ['*.b.example', 'http://a.b.example/', true],
    ['b.example', 'http://ab.example/', false],
    ['example', 'http://b.example/', true],
    ['xample', 'http://b.example/', false],
    ['b.example:80', 'http://b.example/', true],
    ['b.example:80', 'https://b.example/', false],
    ['b.example:443', 'https://b.example/', true],
    ['b.example:9443', 'https://b.example:9443/', true],
    ['b.example:9443', 'https://b.example/', false],
    ['x.example, b.example', 'http://b.example/', true],
    ['x.example b.example', 'http://b.example/', true],
    [',,b.example,', 'http://b.example/', true],
    ['', 'http://b.example/', false],
    ['.', 'http://b.example/', false],
    ['10.0.0.5', 'http://10.0.0.5/', true],
    ['0.5', 'http://10.0.0.5/', false],
    ['10.0.0.0/8', 'http://10.1.2.3/', true],
    ['10.0.0.0/8', 'http://11.1.2.3/', false],
    ['10.0.0.0/33', 'http://10.0.0.0/', false],
    ['10.0.0.0/', 'http://10.0.0.0/', false],
    ['10.0.0.5:8080', 'http://10.0.0.5:8080/', true],
    ['10.0.0.5:8080', 'http://10.0.0.5/', false],
    ['::1', 'http://[::1]/', true],
    ['[::1]', 'http://[::1]:8080/', true],
    ['[::1]:8080', 'http://[::1]:8080/', true],
    ['[::1]:8081', 'http://[::1]:8080/', false],
    ['fe80::/10', 'http://[fe80::1]/', true],
    ['localhost', 'http://127.0.0.1/', false],
  ])('NO_PROXY=%s, %s: asked without: %p', (noProxy, address, isExcepted) => {
    for (const name of ['NO_PROXY', 'no_proxy'])
      expect(urlOf(address, { ...BOTH, [name]: noProxy }) === undefined).toBe(isExcepted)
  })

  test('of the configuration holds, whatever the environment says', () => {
    const own = { url: 'http://joe:pw@own.example:5', key: 'usersideHttp.proxy' }
    for (const env of [{}, BOTH, { ...BOTH, NO_PROXY: '*' }]) {
      expect(chooseProxy('http://b.example/', own, env)).toEqual({
        url: 'http://joe:pw@own.example:5',
        name: 'own.example:5 (usersideHttp.proxy)',
      })
    }
  })

  test('is named with the variable it stands in, and without its password', () => {
    const env = { https_proxy: 'joe:pw@safe.example:2' }
    expect(chooseProxy('https://b.example/', NONE, env)?.name).toBe(
      'safe.example:2 (https_proxy of the environment)',
    )
  })

  test.each(['socks5://s.example:1080', 'ftp://s.example', 'http://', 'http://a b'])(
    '%s is none, and the variable is named',
    (value) => {
      const choose = () => chooseProxy('http://b.example/', NONE, { HTTP_PROXY: value })
      expect(choose).toThrow(ConfigError)
      expect(choose).toThrow('HTTP_PROXY')
      // Where it does not matter it is not looked at.
      expect(chooseProxy('https://b.example/', NONE, { HTTP_PROXY: value })).toBeUndefined()
      expect(chooseProxy('http://b.example/', NONE, { HTTP_PROXY: value, NO_PROXY: '*' })).toBeUndefined()
    },
  )
})

test('the environment is taken over, and nothing is left that the runtime would obey', () => {
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']
  const env: Record<string, string | undefined> = { PATH: '/bin' }
  for (const name of [...names, 'ALL_PROXY', 'all_proxy']) env[name] = 'x'
  const taken = takeEnvironment(env)
  expect(env).toEqual({ PATH: '/bin' })
  for (const name of names) expect(taken[name]).toBe('x')
  expect(proxyAddresses({ HTTP_PROXY: 'joe:pw@p:1', https_proxy: 'http://q:2' })).toEqual([
    'http://joe:pw@p:1',
    'http://q:2',
  ])
})

describe('what is said when a proxy may be the cause', () => {
  const http = { timeoutSec: 20, retries: 0 }

  /** What a billing and a UserSide say that are asked through a proxy of the environment. */
  async function failuresThrough(proxy: string, scheme: 'http' | 'https', timeoutSec = 20) {
    const variable = scheme === 'http' ? 'HTTP_PROXY' : 'HTTPS_PROXY'
    const options = { http: { ...http, timeoutSec }, env: { [variable]: proxy } }
    const billing = await errorOf(clientOf(`${scheme}://billing.invalid/?key=K`, options).subscribers())
    using erp = startErp()
    const userside = erp.client({ url: `${scheme}://userside.invalid/`, ...options })
    const error = (await userside.system().catch((caught: unknown) => caught)) as UsersideError
    const name = `through the proxy ${new URL(proxy).host} (${variable} of the environment)`
    for (const { message, hint } of [billing, error]) {
      expect(message).toContain(name)
      expect(hint).toContain('NO_PROXY')
      expect(`${message}${hint}`).not.toContain('Zx9')
    }
    return { billing, userside: error }
  }

  const answering = (answer: string): Promise<RawServer> => startRaw((socket) => void socket.end(answer))

  test('it is not there', async () => {
    const dead = (await deadUrl()).replace('//', '//joe:Zx9@')
    const { billing, userside } = await failuresThrough(dead, 'http')
    expect(billing.message).toContain('The proxy before the billing leads nowhere: nothing listens')
    expect(userside.message).toContain('the proxy before it leads nowhere: nothing listens')
  })

  test.each([
    ['407 Proxy Authentication Required', /407 Proxy Authentication Required/, /user:password@/],
    ['403 Forbidden', /403 Forbidden/, /proxy/],
  ])('it opens no way: %s', async (status, says, hint) => {
    using proxy = await answering(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`)
    const { billing, userside } = await failuresThrough(proxy.url, 'https')
    expect(billing.message).toMatch(says)
    expect(billing.hint).toMatch(hint)
    expect(userside.message).toMatch(says)
  })

  test.each([
    ['HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n', /user:password@/],
    ['HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n', /NO_PROXY/],
    ['HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n', /proxy_read_timeout/],
    ['HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n<html><form>Log in</form></html>', /NO_PROXY/],
    ['', /proxy_read_timeout|timeoutSec/],
  ])('it answers itself: %j', async (answer, hint) => {
    using proxy = await answering(answer)
    const { billing, userside } = await failuresThrough(proxy.url, 'http')
    expect(billing.hint).toMatch(hint)
    expect(userside.hint).toMatch(hint)
  })

  test('it says nothing', async () => {
    using proxy = await startRaw(() => {})
    await failuresThrough(proxy.url, 'http', 0.05)
  })

  test('a lost write names it too', async () => {
    using proxy = await answering('')
    using erp = startErp()
    const userside = erp.client({ url: 'http://userside.invalid/', http, env: { HTTP_PROXY: proxy.url } })
    const result = await userside.addTag('VIP')
    expect(result).toMatchObject({
      kind: 'lost',
      message: expect.stringContaining('HTTP_PROXY of the environment'),
    })
  })

  test('no failure names one where there is none', async () => {
    const error = await errorOf(
      clientOf(await deadUrl(), { http, env: { NO_PROXY: '*', ...BOTH } }).subscribers(),
    )
    expect(error.message).not.toContain('proxy')
  })
})

describe('doctor judges as a run does', () => {
  test.each([
    [''],
    ['*'],
    ['127.0.0.1'],
    ['127.0.0.0/8'],
    ['.0.0.1'],
    ['0.1'],
    ['localhost'],
    ['127.0.0.1:1'],
  ])('NO_PROXY=%s', async (noProxy) => {
    using proxy = await startRaw(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'),
    )
    using server = await startRaw(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]'),
    )
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: noProxy }
    await clientOf(server.url, { env }).subscribers()
    const isProxied = proxy.connections() > 0
    expect(server.connections() > 0).toBe(!isProxied)
    const { checks } = await checkConnection({
      system: 'billing',
      urlKey: 'billingUrl',
      httpKey: 'billingHttp',
      url: server.url,
      http: { insecureTls: false },
      env,
      now: new Date(),
    })
    const [reachable] = checks
    expect(reachable?.ok).toBe(isProxied ? 'skip' : 'ok')
    if (isProxied)
      expect(reachable?.text).toContain(`${new URL(proxy.url).host} (HTTP_PROXY of the environment)`)
  })
})
