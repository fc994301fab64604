/** How both systems are reached: certificates, proxies, servers that ask for a pause. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { createServer as createHttpServer, request as httpRequest } from 'node:http'
import { type AddressInfo, connect, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../userside/tls-identity.ts'
import { Site } from './site.ts'

setDefaultTimeout(60_000)

const SIDES = [
  ['billing', 5],
  ['userside', 6],
] as const
type Side = (typeof SIDES)[number][0]

/** Sends one side's traffic another way. */
function redirect(site: Site, side: Side, change: (url: string) => string, http: object = {}): void {
  const { url } = site[side]
  site.configure({ [`${side}Url`]: change(url), [`${side}Http`]: { retries: 1, ...http } })
}

describe.each(SIDES)('%s behind TLS', (side, exitCode) => {
  test('with a certificate nobody vouches for is refused at once, with the switches to flip', async () => {
    await using site = await Site.open()
    await using front = await startTlsFront(new URL(site[side].url).port)
    redirect(site, side, front.rewrite)
    const { stderr, summary, ...result } = await site.runJson(['--quiet'])
    expect(result.exitCode).toBe(exitCode)
    expect(stderr).toContain(`${side}Http.caFile`)
    expect(stderr).toContain(`${side}Http.insecureTls`)
    expect(stderr).toMatch(/SELF_SIGNED/)
    expect(summary.userside.retries).toBe(0)
    expect(site[side].requests).toEqual([])
  })

  test('is trusted by a certificate authority of its own, or blindly when told so', async () => {
    await using site = await Site.open()
    await using front = await startTlsFront(new URL(site[side].url).port)
    site.write('authority.pem', CERTIFICATE, 0o644)
    for (const http of [{ caFile: 'authority.pem' }, { insecureTls: true }]) {
      redirect(site, side, front.rewrite, http)
      const { exitCode, stderr } = await site.run()
      expect(stderr).toBe('')
      expect(exitCode).toBe(0)
    }
    // What one side is allowed, the other is not.
    const other = side === 'billing' ? 'userside' : 'billing'
    await using otherFront = await startTlsFront(new URL(site[other].url).port)
    redirect(site, other, otherFront.rewrite)
    expect((await site.run()).exitCode).toBe(side === 'billing' ? 6 : 5)
  })

  test('with an authority that is not there, or no certificate, is an error of the configuration', async () => {
    await using site = await Site.open()
    site.write('empty.pem', 'no certificate', 0o644)
    for (const caFile of ['missing.pem', 'empty.pem']) {
      redirect(site, side, (url) => url, { caFile })
      for (const argv of [['sync'], ['plan'], ['--check-config']]) {
        const { exitCode: code, stderr } = await site.run(argv)
        expect(stderr).toMatch(new RegExp(`jsonc:\\d+:\\d+ ${side}Http\\.caFile: the file .*${caFile} `))
        expect(code).toBe(4)
      }
    }
    expect(site[side].requests).toEqual([])
  })
})

describe.each(SIDES)('%s behind a proxy', (side, exitCode) => {
  const PASSWORD = 'let me through, 1+1'

  test('is asked through it, plain and encrypted, with user and password', async () => {
    await using site = await Site.open()
    site.hide(PASSWORD)
    await using proxy = await startProxy()
    const address = proxy.url.replace('//', `//joe:${encodeURIComponent(PASSWORD)}@`)
    redirect(site, side, (url) => url.replace('127.0.0.1', `${side}.invalid`), { proxy: address })
    expect((await site.run()).exitCode).toBe(0)
    expect(proxy.asked.length).toBeGreaterThan(5)
    for (const { target, authorization } of proxy.asked) {
      expect(target).toStartWith(`http://${side}.invalid:`)
      expect(authorization).toBe(`Basic ${Buffer.from(`joe:${PASSWORD}`).toString('base64')}`)
    }
    proxy.asked.length = 0
    await using front = await startTlsFront(new URL(site[side].url).port)
    site.write('authority.pem', CERTIFICATE, 0o644)
    redirect(site, side, front.rewrite, { proxy: address, caFile: 'authority.pem' })
    expect((await site.run()).exitCode).toBe(0)
    expect(proxy.asked.length).toBeGreaterThan(0)
    for (const { target } of proxy.asked) expect(target).toBe(`CONNECT localhost:${front.port}`)
  })

  test('that is not there is named as the one to look at', async () => {
    await using site = await Site.open()
    redirect(site, side, (url) => url, { proxy: 'http://127.0.0.1:1', retries: 0 })
    const { stderr, ...result } = await site.run(['--quiet'])
    expect(result.exitCode).toBe(exitCode)
    expect(stderr).toContain(`${side}Http.proxy`)
  })
})

describe.each(['billing', 'userside'] as const)('%s under load', (side) => {
  test.each([[429], [503]])('answers %d and names a pause, which is kept', async (status) => {
    await using site = await Site.open()
    const call = side === 'billing' ? 'get_user_list' : 'customer/group_add'
    site[side].faults.add({ kind: 'status', status, retryAfter: 1, call })
    const startedAt = performance.now()
    const { exitCode, stdout } = await site.run()
    expect(exitCode).toBe(0)
    expect(performance.now() - startedAt).toBeGreaterThan(1000)
    expect(stdout).toMatch(/(Asking|Trying) again in 1(\.0)? s/)
    expect(site.userside.snapshot().duplicates).toEqual([])
    expect(site.userside.violations).toEqual([])
    expect(site.billing.violations).toEqual([])
  })
})

describe.each(SIDES)('%s that does not answer', (side, exitCode) => {
  test.each([
    ['nothing at all', { kind: 'timeout' } as const],
    ['half of it', { kind: 'stall' } as const],
  ])('%s is waited for as long as the configuration says', async (_, fault) => {
    await using site = await Site.open()
    site.configure({ [`${side}Http`]: { timeoutSec: 1, retries: 0 } })
    const call = side === 'billing' ? 'get_user_list' : 'module/get_user_list'
    site[side].faults.add({ ...fault, call, times: 9 })
    const startedAt = performance.now()
    const { stderr, ...result } = await site.run(['--quiet'])
    expect(result.exitCode).toBe(exitCode)
    expect(stderr).toContain('get_user_list')
    expect(stderr).toContain(`${side}Http.timeoutSec`)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(site.userside.counts.writes).toBe(0)
  })
})

describe('usersideHttp.concurrency', () => {
  test.each([[1], [3]])('%d is how many writes are on their way at a time', async (concurrency) => {
    await using site = await Site.open({
      billing: { population: generatePopulation({ size: 900, seed: 31, isHostile: false }) },
      userside: { writeLatencyMs: 25 },
      config: { usersideHttp: { concurrency } },
    })
    expect((await site.run()).exitCode).toBe(0)
    expect(site.userside.peakConcurrency).toBe(concurrency)
    expect(site.userside.violations).toEqual([])
  })
})

interface Front extends AsyncDisposable {
  readonly port: number
  /** The address of what is behind, through this one. */
  readonly rewrite: (url: string) => string
}

/** Puts TLS in front of a server on loopback. */
async function startTlsFront(target: string): Promise<Front> {
  const server = createTlsServer({ cert: CERTIFICATE, key: PRIVATE_KEY }, (socket) => {
    join(socket, connect(Number(target), '127.0.0.1'))
  })
  const { port, stop } = await listen(server)
  return {
    port,
    rewrite: (url) => url.replace(/^http:\/\/127\.0\.0\.1:\d+/, `https://localhost:${port}`),
    [Symbol.asyncDispose]: stop,
  }
}

interface Proxy extends AsyncDisposable {
  readonly url: string
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[]
}

/** An HTTP proxy that looks every name up as this host. */
async function startProxy(): Promise<Proxy> {
  const asked: Proxy['asked'] = []
  const server = createHttpServer((request, response) => {
    const target = new URL(request.url ?? '')
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] })
    const { method, headers } = request
    const path = `${target.pathname}${target.search}`
    const onward = httpRequest({ host: '127.0.0.1', port: target.port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    asked.push({ target: `CONNECT ${request.url}`, authorization: request.headers['proxy-authorization'] })
    const onward = connect(Number((request.url ?? '').split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.write(head)
      join(socket, onward)
    })
  })
  const { port, stop } = await listen(server)
  return { url: `http://127.0.0.1:${port}`, asked, [Symbol.asyncDispose]: stop }
}

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one)
  one.on('error', () => other.destroy())
  other.on('error', () => one.destroy())
  one.on('close', () => other.destroy())
  other.on('close', () => one.destroy())
}

function listen(server: Server): Promise<{ port: number; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ port: (server.address() as AddressInfo).port, stop }))
  })
}
