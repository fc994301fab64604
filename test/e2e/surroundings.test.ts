/** What the environment and a pasted address do to a run: proxies, switches of the runtime, secrets thrown back. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bareEnvironment, type RunResult } from './cli.ts'
import { Site } from './site.ts'

setDefaultTimeout(60_000)

const withEnv = (more: Readonly<Record<string, string>>) => ({ env: { ...bareEnvironment, ...more } })
const said = ({ stdout, stderr }: RunResult): string => `${stdout}${stderr}`

interface Proxy extends AsyncDisposable {
  readonly url: string
  /** Hosts that were asked for through it. */
  readonly asked: string[]
}

/** An HTTP proxy that asks the servers on this host, under whatever name, when it is to carry anything at all. */
async function startProxy(status?: number): Promise<Proxy> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const target = new URL(request.url ?? '')
    asked.push(target.host)
    if (status !== undefined) return response.writeHead(status).end('the proxy says no')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const headers = Object.entries(request.headers).filter(
      ([name]) => !/^(?:host|proxy-|connection)/.test(name),
    )
    const answer = await fetch(`http://127.0.0.1:${target.port}${target.pathname}${target.search}`, {
      method: request.method ?? 'GET',
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    const date = answer.headers.get('date')
    response.writeHead(answer.status, date === null ? {} : { date })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

describe('a proxy of the environment', () => {
  test('is gone through by a run and by doctor, unless NO_PROXY names the host', async () => {
    await using site = await Site.open()
    await using proxy = await startProxy()
    const hosts = [site.billing.url, site.userside.url].map((url) => new URL(url).host)
    for (const [env, isProxied] of [
      [{ HTTP_PROXY: proxy.url }, true],
      [{ http_proxy: proxy.url.replace('http://', '') }, true],
      [{ HTTP_PROXY: proxy.url, NO_PROXY: 'localhost,127.0.0.0/8' }, false],
      [{ HTTP_PROXY: proxy.url, no_proxy: '127.0.0.1' }, false],
      [{ HTTP_PROXY: proxy.url, NO_PROXY: '.0.0.1' }, true],
      [{ ALL_PROXY: proxy.url, all_proxy: proxy.url }, false],
      [{ HTTPS_PROXY: proxy.url }, false],
    ] as const) {
      for (const command of [['sync'], ['doctor']]) {
        proxy.asked.length = 0
        const result = await site.run(command, withEnv(env))
        expect(result.exitCode, said(result)).toBe(0)
        expect([...new Set(proxy.asked)].sort(), `${command} ${JSON.stringify(env)}`).toEqual(
          isProxied ? hosts.toSorted() : [],
        )
        if (command[0] === 'doctor') expect(said(result).includes('through the proxy')).toBe(isProxied)
      }
    }
    expect(site.userside.violations).toEqual([])
    expect(site.billing.violations).toEqual([])
  })

  test('yields to one of the configuration, which holds whatever NO_PROXY says', async () => {
    await using site = await Site.open()
    await using own = await startProxy()
    await using other = await startProxy()
    site.configure({ billingHttp: { proxy: own.url, retries: 0 } })
    for (const env of [{}, { NO_PROXY: '*' }, { HTTP_PROXY: other.url }]) {
      own.asked.length = 0
      expect((await site.run([], withEnv(env))).exitCode).toBe(0)
      expect([...new Set(own.asked)]).toEqual([new URL(site.billing.url).host])
    }
    expect([...new Set(other.asked)]).toEqual([new URL(site.userside.url).host])
  })

  test.each([
    ['billing', 5],
    ['userside', 6],
  ] as const)('is named where it may be what keeps %s from answering', async (side, exitCode) => {
    await using site = await Site.open()
    await using proxy = await startProxy(502)
    site.configure({ [`${side}Http`]: { retries: 0 } })
    const other = new URL(site[side === 'billing' ? 'userside' : 'billing'].url).host
    const secret = 'pr0xy-passw0rd'
    site.hide(secret)
    for (const address of [proxy.url, 'http://127.0.0.1:1']) {
      const named = address.replace('http://', `joe:${secret}@`)
      const env = withEnv({ HTTP_PROXY: named, NO_PROXY: other })
      for (const command of [['--quiet'], ['plan'], ['doctor']]) {
        const result = await site.run(command, env)
        expect(result.exitCode).toBe(exitCode)
        expect(said(result)).toContain(
          `through the proxy ${new URL(address).host} (HTTP_PROXY of the environment)`,
        )
        expect(said(result)).toContain('NO_PROXY')
      }
    }
  })

  test('that is none is an error of the configuration that names the variable', async () => {
    await using site = await Site.open()
    for (const command of [['sync'], ['plan'], ['doctor']]) {
      const result = await site.run(command, withEnv({ HTTP_PROXY: 'socks5://127.0.0.1:1080' }))
      expect(result.exitCode).toBe(4)
      expect(result.stderr).toContain('HTTP_PROXY names no http:// or https:// proxy')
    }
    expect(site.billing.requests).toEqual([])
    expect(site.userside.requests).toEqual([])
  })

  test('is gone through by the health check too', async () => {
    await using site = await Site.open()
    await using proxy = await startProxy()
    const { port } = new URL(site.userside.url)
    site.configure({ pingUrl: `http://ping.example:${port}/not/there` })
    const both = [site.billing.url, site.userside.url].map((url) => new URL(url).host).join()
    await site.run([], withEnv({ HTTP_PROXY: proxy.url, NO_PROXY: both }))
    expect([...new Set(proxy.asked)]).toEqual([`ping.example:${port}`])
  })
})

describe('switches of the runtime in the environment', () => {
  // The site searches everything that was said and written for both keys when it is closed.
  test.each(['1', 'true', 'curl'])('BUN_CONFIG_VERBOSE_FETCH=%s prints no key', async (value) => {
    await using site = await Site.open()
    await using ping = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('ok') })
    site.configure({ pingUrl: `http://127.0.0.1:${ping.port}/ping-secret-4711` })
    site.hide('ping-secret-4711')
    for (const command of [['sync'], ['plan'], ['doctor'], ['verify']]) {
      const result = await site.run(command, withEnv({ BUN_CONFIG_VERBOSE_FETCH: value }))
      expect(result.exitCode, said(result)).toBe(0)
      expect(said(result)).not.toMatch(/curl |HTTP\/1\.1/)
    }
  })

  test.each(['BUN_INSPECT', 'BUN_INSPECT_CONNECT_TO'])(
    '%s is refused: a debugger could read every key',
    async (name) => {
      await using site = await Site.open()
      for (const command of [['sync'], ['plan'], ['doctor'], ['--check-config']]) {
        const result = await site.run(command, withEnv({ [name]: 'ws://127.0.0.1:0/x' }))
        expect(result.exitCode, said(result)).toBe(4)
        expect(result.stderr).toContain(`The environment variable ${name} opens this program to a debugger`)
      }
      expect(site.userside.requests).toEqual([])
    },
  )

  test('NODE_TLS_REJECT_UNAUTHORIZED=0 trusts nobody: that is for the configuration to say', async () => {
    const { startTls } = await import('../http/tls-servers.ts')
    await using site = await Site.open()
    await using server = await startTls('a self-signed certificate', '{"date":"2026-11-23 12:00:00"}')
    site.configure({ billingUrl: `https://localhost:${server.port}/?key=${site.billing.key}` })
    const result = await site.run(['--quiet'], withEnv({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }))
    expect(result.exitCode).toBe(5)
    expect(result.stderr).toContain('the certificate is self-signed')
  })
})

describe('an address copied out of a web page', () => {
  test.each(['&amp;', '&#38;', '&#038;', '&#x26;'])(
    'is said to hold %s, by a run and by doctor',
    async (entity) => {
      await using site = await Site.open()
      const billingUrl = site.billing.url.replaceAll('&', entity)
      site.configure({ billingUrl, billingHttp: { retries: 0 } })
      site.hide(billingUrl.slice(billingUrl.indexOf('?') + 1))
      for (const command of [['--quiet'], ['plan'], ['doctor']]) {
        const result = await site.run(command)
        expect(result.exitCode, said(result)).toBe(5)
        expect(said(result)).toContain('copied out of a web page')
        expect(said(result)).toContain('write "&" for every "&amp;"')
      }
    },
  )

  test('does not make the program redact its own hint', async () => {
    await using site = await Site.open()
    site.billing.faults.add({ kind: 'body', text: 'ERROR:GET_NO_KEY', times: 9 })
    const result = await site.run(['--quiet'])
    expect(result.exitCode).toBe(5)
    expect(result.stderr).toContain('Add &key=… to billingUrl.')
  })
})

describe("Carbon's password", () => {
  test('is shown nowhere, however it is thrown back', async () => {
    await using site = await Site.open({ billing: { dialect: 'carbon' } })
    const password = `Carb"on/'4711+ü`
    site.hide(password)
    const url = new URL(site.billing.url)
    url.searchParams.set('psw', password)
    site.configure({ billingName: 'carbon5', billingUrl: url.href, billingHttp: { retries: 0 } })
    const php = JSON.stringify(password).replaceAll('/', '\\/').replace('ü', '\\u00fc')
    for (const echo of [
      password,
      encodeURIComponent(password),
      `psw=${encodeURIComponent(password).toLowerCase()}`,
      php,
      php.replaceAll('\\', '\\\\'),
      password.replace(/["'/+]/g, (sign) => `&#0${sign.charCodeAt(0)};`),
      [...password].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      [...password].map((sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join(''),
    ]) {
      site.billing.faults.add({ kind: 'body', text: `no access for ${echo} here`, times: 99 })
      for (const command of [['--verbose'], ['doctor'], ['plan', '--json', '--verbose']]) {
        const result = await site.run(command)
        expect(result.exitCode).toBe(5)
        expect(said(result)).toMatch(/no access for [^C%]*\*\*\*[^4]* here/)
      }
      site.billing.faults.clear()
    }
  })
})

test('usersideModuleCategory is the category of the calls that open and close a run', async () => {
  await using site = await Site.open({ userside: { moduleCategory: 'wnm_billing' } })
  const refused = await site.run(['--quiet'])
  expect(refused.exitCode).toBe(6)
  site.userside.forgetRequests()
  site.configure({ usersideModuleCategory: 'wnm_billing' })
  expect((await site.runJson()).exitCode).toBe(0)
  expect((await site.runJson()).summary.userside.writes).toBe(0)
  expect((await site.run(['doctor'])).exitCode).toBe(0)
  expect(site.userside.violations).toEqual([])
})
