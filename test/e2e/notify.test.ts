/** Who is told when the runs go wrong: the program as it stands, a server and a program that listen. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { PEOPLE, Site } from './site.ts'

setDefaultTimeout(60_000)

const TOKEN = 'tk_5b1c-4711-c0ffee'

/** A server that is told. */
function listen(
  status = 200,
): Disposable & { readonly url: string; readonly told: Record<string, unknown>[] } {
  const told: Record<string, unknown>[] = []
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(request) {
      told.push(Object(await request.json()))
      return new Response('OK', { status })
    },
  })
  return { url: server.url.href, told, [Symbol.dispose]: () => void server.stop(true) }
}

/** A program that writes a line for each time it was called. */
function program(site: Site, name: string, rest = ''): string {
  const path = site.write(name, `#!/bin/sh\ncat >> '${site.folder}/${name}.got'\n${rest}\n`)
  chmodSync(path, 0o755)
  return path
}

describe('notifications', () => {
  test('tell of a change of state once, and are told of nobody else', async () => {
    await using site = await Site.open({ config: { billingHttp: { retries: 0 } } })
    using server = listen()
    site.hide(TOKEN)
    program(site, 'tell')
    site.configure({
      notify: [
        { to: `${server.url}hook/5b1c-4711-c0ffee-7`, token: TOKEN },
        { to: 'command:tell', on: ['userside'] },
      ],
    })
    const runs = async (count: number, exitCode: number) => {
      for (let index = 0; index < count; index += 1)
        expect((await site.run(['--quiet'])).exitCode).toBe(exitCode)
    }
    await runs(1, 0)
    site.billing.faults.add({ kind: 'status', status: 503, times: 99 })
    await runs(2, 5)
    site.billing.faults.clear()
    await runs(2, 0)
    site.populate({ ...PEOPLE, subscribers: [] })
    await runs(2, 7)
    const kinds = server.told.map((data) => (data['notification'] as Record<string, unknown>)['kind'])
    expect(kinds).toEqual(['bad', 'well', 'bad'])
    expect(server.told.map((data) => data['outcome'])).toEqual(['billing', 'ok', 'guard'])
    expect(existsSync(join(site.folder, 'tell.got'))).toBe(false)
    expect(JSON.stringify(server.told)).not.toContain(TOKEN)
    // A run of somebody says nothing of the others.
    site.populate(PEOPLE)
    expect((await site.run(['--id', PEOPLE.subscribers[0]?.login ?? '', '--quiet'])).exitCode).toBe(0)
    for (const name of ['plan', 'verify', 'history', 'doctor']) await site.run([name])
    expect(server.told).toHaveLength(3)
  })

  test('that fail or hang cost a run ten seconds at most, and nothing else', async () => {
    await using site = await Site.open({ config: { billingHttp: { retries: 0 } } })
    using refusing = listen(500)
    program(site, 'hangs', 'sleep 300')
    const silent = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
    const notify = [
      { to: `${refusing.url}x` },
      { to: `http://127.0.0.1:${silent.port}/` },
      { to: 'command:hangs' },
      { to: 'command:nobody' },
      { to: 'mailto:noc@example.com' },
    ]
    site.configure({ notify, log: { keepDays: 1 } })
    site.billing.faults.add({ kind: 'status', status: 503, times: 99 })
    const began = performance.now()
    const { exitCode, stdout } = await site.run([], { env: { PATH: '/usr/bin:/bin' } })
    const took = performance.now() - began
    silent.stop(true)
    expect(exitCode).toBe(5)
    expect(took).toBeGreaterThan(9500)
    expect(took).toBeLessThan(20_000)
    expect(stdout.match(/\(notify\) was not told: [^.]+/g)?.map((line) => line.split(': ')[1])).toEqual([
      'it answered HTTP 500',
      'it did not answer in time',
      'it did not answer in time',
      'it could not be started (ENOENT)',
      expect.stringMatching(/sendmail|it ended with/),
    ])
    // What was not told is told by the next run.
    program(site, 'nobody')
    site.configure({ notify: [{ to: 'command:nobody' }] })
    await site.run()
    expect(JSON.parse(site.read('nobody.got'))).toMatchObject({ outcome: 'billing' })
  })
})

describe('notify --test', () => {
  test('sends a test to everybody and names who was not told', async () => {
    await using site = await Site.open()
    using server = listen()
    program(site, 'tell')
    site.configure({ notify: [{ to: server.url }, { to: 'command:tell' }, { to: 'command:nobody' }] })
    const { exitCode, stdout, stderr } = await site.run(['notify', '--test'])
    expect([
      exitCode,
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.trim()),
    ]).toEqual([3, [`${server.url}… was told.`, `command:${site.folder}/tell was told.`]])
    expect(stderr).toBe(
      `Error: command:${site.folder}/nobody was not told: it could not be started (ENOENT).\n`,
    )
    expect(server.told).toMatchObject([{ type: 'test', billingId: 1 }])
    expect(JSON.parse(site.read('tell.got'))).toMatchObject({ notification: { kind: 'test' } })
    expect([site.billing.requests.length, existsSync(join(site.folder, 'log'))]).toEqual([0, false])
  })

  test('needs somebody to tell, and says what it is for', async () => {
    await using site = await Site.open()
    const nobody = await site.run(['notify', '--test'])
    expect([nobody.exitCode, nobody.stderr]).toEqual([
      64,
      expect.stringContaining('"notify" in the configuration is empty'),
    ])
    const nothing = await site.run(['notify'])
    expect([nothing.exitCode, nothing.stderr]).toEqual([64, expect.stringContaining('notify --test')])
  })
})
