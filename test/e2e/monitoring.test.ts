/** What watches over the runs from outside: metrics, the HTML page, the health check, the summary in the log. */

import { Database } from 'bun:sqlite'
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../src/model/summary.ts'
import { program } from './cli.ts'
import { loggedSummaries, PEOPLE, Site } from './site.ts'

setDefaultTimeout(60_000)

const CONFIG = { metricsFile: 'out.prom', reportFile: 'out.html', billingHttp: { retries: 0 } }
const [FIRST] = PEOPLE.subscribers

interface Ending {
  readonly outcome: Outcome
  readonly exitCode: number
  readonly ping: '/ping' | '/ping/fail'
  /** What the page says of it. */
  readonly label: string
  /** Brings it about; gives how to undo that. */
  spoil(site: Site): () => void
}

const ENDINGS: readonly Ending[] = [
  { outcome: 'ok', label: 'done', exitCode: 0, ping: '/ping', spoil: () => () => {} },
  {
    outcome: 'partial',
    label: 'some records left undone',
    exitCode: 3,
    ping: '/ping',
    spoil(site) {
      const login = FIRST?.login ?? ''
      site.userside.refusals.customers.set(login, 'Not this one')
      site.populate({
        ...PEOPLE,
        subscribers: PEOPLE.subscribers.map((one) => ({ ...one, comment: `new ${one.login}` })),
      })
      return () => site.userside.refusals.customers.clear()
    },
  },
  {
    outcome: 'guard',
    label: 'stopped by a guard',
    exitCode: 7,
    ping: '/ping/fail',
    spoil(site) {
      site.populate({ ...PEOPLE, subscribers: [] })
      return () => site.populate(PEOPLE)
    },
  },
  {
    outcome: 'billing',
    label: 'billing could not be read',
    exitCode: 5,
    ping: '/ping/fail',
    spoil(site) {
      site.billing.faults.add({ kind: 'status', status: 503, times: 99 })
      return () => site.billing.faults.clear()
    },
  },
  {
    outcome: 'userside',
    label: 'UserSide failed',
    exitCode: 6,
    ping: '/ping/fail',
    spoil(site) {
      site.userside.faults.add({ kind: 'status', status: 403, times: 99 })
      return () => site.userside.faults.clear()
    },
  },
]

describe('metrics, page and log', () => {
  test('tell how each run ended, whichever way it did', async () => {
    await using site = await Site.open({ config: CONFIG })
    let lastSuccess = 0
    for (const { outcome, label, exitCode, spoil } of ENDINGS) {
      const heal = spoil(site)
      expect((await site.run(['--quiet'])).exitCode).toBe(exitCode)
      heal()
      const metrics = site.read('out.prom')
      expect(samples(metrics, 'usm_billing_last_run_outcome').filter(([, value]) => value === 1)).toEqual([
        [`billing_id="1",outcome="${outcome}"`, 1],
      ])
      expect(sampleOf(metrics, 'usm_billing_last_run_exit_code')).toBe(exitCode)
      const ended = sampleOf(metrics, 'usm_billing_last_run_timestamp_seconds')
      expect(Math.abs(ended - Date.now() / 1000)).toBeLessThan(30)
      if (outcome === 'ok') lastSuccess = ended
      expect(sampleOf(metrics, 'usm_billing_last_success_timestamp_seconds')).toBe(lastSuccess)
      expect(site.read('out.html')).toContain(label)
      expect(loggedSummaries(site).at(-1)).toMatchObject({ outcome, exitCode })
    }
    const metrics = site.read('out.prom')
    for (const { login, fullName } of PEOPLE.subscribers) {
      expect(metrics).not.toContain(login)
      expect(metrics).not.toContain(fullName)
    }
    expect(loggedSummaries(site).map(({ outcome }) => outcome)).toEqual(ENDINGS.map(({ outcome }) => outcome))
    expect(statSync(join(site.folder, 'out.prom')).mode & 0o777).toBe(0o644)
    expect(statSync(join(site.folder, 'out.html')).mode & 0o777).toBe(0o600)
    // Written beside and put in place at once: nothing of that is left.
    expect(readdirSync(site.folder).sort()).toEqual(['log', 'out.html', 'out.prom', 'usm-billing.jsonc'])
  })

  test('count what a run did', async () => {
    await using site = await Site.open({ config: CONFIG })
    const { summary } = await site.runJson()
    const metrics = site.read('out.prom')
    for (const [result, count] of Object.entries(summary.subscribers))
      expect(sampleOf(metrics, 'usm_billing_subscribers', `result="${result}"`)).toBe(count)
    for (const [field, count] of Object.entries(summary.fields))
      expect(sampleOf(metrics, 'usm_billing_changed_fields', `field="${field}"`)).toBe(count)
    expect(sampleOf(metrics, 'usm_billing_requests', 'kind="write"')).toBe(site.userside.counts.writes)
    expect(sampleOf(metrics, 'usm_billing_requests', 'side="billing"')).toBe(site.billing.requests.length)
    expect(sampleOf(metrics, 'usm_billing_billing_bytes')).toBe(site.billing.bytes())
    expect(site.read('out.html')).toMatch(/^<!doctype html>/i)
  })

  test('are left alone by what is no run', async () => {
    await using site = await Site.open({ config: CONFIG })
    for (const args of [['plan'], ['history'], ['verify'], ['--check-config']]) await site.run(args)
    expect(existsSync(join(site.folder, 'out.prom'))).toBe(false)
    expect(existsSync(join(site.folder, 'out.html'))).toBe(false)
  })
})

describe('files for others', () => {
  test.each(['0027', '0077', '0000'])('have the modes they are promised under umask %s', async (mask) => {
    await using site = await Site.open({ config: CONFIG })
    const umask = ['sh', '-c', `umask ${mask}; exec "$0" "$@"`, ...program]
    expect((await site.run([], { program: umask })).exitCode).toBe(0)
    const out = join(site.folder, 'kept.html')
    expect((await site.run(['report', '--out', out], { program: umask })).exitCode).toBe(0)
    const modes = [
      'out.prom',
      'out.html',
      'kept.html',
      'log',
      'log/usm-billing-1.sqlite',
      'log/usm-billing.log',
    ]
    expect(modes.map((name) => statSync(join(site.folder, name)).mode & 0o777)).toEqual([
      0o644, 0o600, 0o600, 0o700, 0o600, 0o600,
    ])
  })

  test('follow links, leave devices what they are, and fail no run', async () => {
    await using site = await Site.open()
    mkdirSync(join(site.folder, 'www'))
    mkdirSync(join(site.folder, 'folder'))
    symlinkSync('www/page.html', join(site.folder, 'link.html'))
    // Links to the host's devices: a program that replaced what it writes to would replace no more than these.
    symlinkSync('/dev/null', join(site.folder, 'null'))
    symlinkSync('/dev/full', join(site.folder, 'full'))
    Bun.spawnSync(['mkfifo', join(site.folder, 'pipe')])
    for (const [place, trouble] of [
      ['link.html', undefined],
      ['null', undefined],
      ['full', 'no space left on device'],
      ['pipe', 'nobody reads it'],
      ['folder', 'it is a folder'],
      ['missing/page.html', 'no such file or directory'],
    ] as const) {
      site.configure({ metricsFile: place, reportFile: place })
      const { exitCode, stdout } = await site.run()
      expect([place, exitCode]).toEqual([place, 0])
      for (const key of ['metricsFile', 'reportFile']) {
        if (trouble === undefined) expect(stdout).not.toContain(key)
        else expect(stdout).toContain(`${key} could not be written: ${trouble}`)
      }
      const report = await site.run(['report', '--out', join(site.folder, place)])
      expect([place, report.exitCode]).toEqual([place, trouble === undefined ? 0 : 64])
    }
    expect(site.read('www/page.html')).toMatch(/^<!doctype html>/)
    expect(lstatSync(join(site.folder, 'link.html')).isSymbolicLink()).toBe(true)
    for (const name of ['null', 'full'])
      expect(lstatSync(join(site.folder, name)).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(site.folder, 'pipe')).isFIFO()).toBe(true)
  })
})

describe('the time of the last success', () => {
  test('is told however many runs have failed since, and whatever became of the journal', async () => {
    await using site = await Site.open({ config: CONFIG })
    expect((await site.run(['--quiet'])).exitCode).toBe(0)
    const told = () => sampleOf(site.read('out.prom'), 'usm_billing_last_success_timestamp_seconds')
    const succeeded = told()
    const path = join(site.folder, 'log/usm-billing-1.sqlite')
    const journal = new Database(path)
    for (let run = 0; run < 300; run++) {
      journal.run(
        "INSERT INTO runs (command, started_at, finished_at, exit_code, outcome) VALUES ('sync', ?1, ?1, 5, 'billing')",
        [new Date().toISOString()],
      )
    }
    journal.close()
    site.billing.faults.add({ kind: 'status', status: 503, times: 999 })
    const fail = async () => expect((await site.run(['--quiet'])).exitCode).toBe(5)
    await fail()
    expect(told()).toBe(succeeded)
    // Older than anything that is kept.
    const old = new Database(path)
    old.run('DELETE FROM runs')
    old.close()
    await fail()
    expect(told()).toBe(succeeded)
    rmSync(path)
    await fail()
    expect(told()).toBe(succeeded)
    writeFileSync(path, 'this was a journal once')
    await fail()
    expect(told()).toBe(succeeded)
    site.billing.faults.clear()
    expect((await site.run(['--quiet'])).exitCode).toBe(0)
    expect(told()).toBeGreaterThanOrEqual(succeeded)
  })

  test('is told of runs of a program that did not keep it apart', async () => {
    await using site = await Site.open({ config: CONFIG })
    await site.run()
    const journal = new Database(join(site.folder, 'log/usm-billing-1.sqlite'))
    journal.run("DELETE FROM notes WHERE name = 'note:last-success'")
    journal.close()
    rmSync(join(site.folder, 'out.prom'))
    site.billing.faults.add({ kind: 'status', status: 503, times: 999 })
    await site.run()
    expect(sampleOf(site.read('out.prom'), 'usm_billing_last_success_timestamp_seconds')).toBeGreaterThan(0)
  })
})

describe('the health check', () => {
  test('whose answer never ends does not hold up a run', async () => {
    await using site = await Site.open()
    using watcher = startWatcher(
      200,
      () => new ReadableStream({ pull: (body) => body.enqueue(new Uint8Array(65_536)) }),
    )
    site.configure({ pingUrl: `${watcher.url}ping` })
    const { exitCode, stderr } = await site.run(['--quiet'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(watcher.seen).toHaveLength(2)
  })

  test('that never answers does not keep a run from hearing SIGTERM', async () => {
    await using site = await Site.open()
    const asked = Promise.withResolvers<void>()
    using watcher = startWatcher(200, (path) => {
      if (path === '/ping/start') return 'OK'
      asked.resolve()
      return new Promise<never>(() => {})
    })
    site.configure({ pingUrl: `${watcher.url}ping` })
    const running = site.start([])
    await asked.promise
    const toldAt = performance.now()
    running.kill('SIGTERM')
    const { exitCode, stdout } = await running.ended
    expect(performance.now() - toldAt).toBeLessThan(5000)
    // All of its work was done.
    expect(exitCode).toBe(0)
    expect(stdout).toContain('The health check (pingUrl) was not told: the run was told to stop.')
  })

  test('is told of the beginning, and whether it went well', async () => {
    await using site = await Site.open({ config: { billingHttp: { retries: 0 } } })
    using watcher = startWatcher()
    site.configure({ pingUrl: `${watcher.url}ping?who=me` })
    for (const { ping, exitCode, spoil } of ENDINGS) {
      watcher.seen.length = 0
      const heal = spoil(site)
      expect((await site.run(['--quiet'])).exitCode).toBe(exitCode)
      heal()
      // A question, and nothing but: no name, no count, no reason.
      expect(watcher.seen).toEqual([`GET /ping/start?who=me `, `GET ${ping}?who=me `])
    }
  })

  test('fails no run, whether it answers with an error or not at all', async () => {
    await using site = await Site.open()
    using watcher = startWatcher(500)
    for (const pingUrl of [`${watcher.url}ping`, 'http://127.0.0.1:1/ping', 'http://nobody.invalid/ping']) {
      site.configure({ pingUrl })
      const { exitCode, stdout, stderr } = await site.run()
      expect(exitCode).toBe(0)
      expect(stderr).toBe('')
      expect(stdout).toContain('The health check (pingUrl) was not told')
    }
  })

  test('is not told of what is no run', async () => {
    await using site = await Site.open()
    using watcher = startWatcher()
    site.configure({ pingUrl: `${watcher.url}ping` })
    for (const args of [['plan'], ['history'], ['verify'], ['doctor']]) await site.run(args)
    expect(watcher.seen).toEqual([])
  })
})

type Answer = string | ReadableStream<Uint8Array>

/** Who is told. Each request as `METHOD PATH BODY`. */
function startWatcher(
  status = 200,
  body: (path: string) => Answer | Promise<Answer> = () => 'OK',
): Disposable & { readonly url: string; readonly seen: string[] } {
  const seen: string[] = []
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      seen.push(`${request.method} ${pathname}${search} ${await request.text()}`)
      return new Response(await body(pathname), { status })
    },
  })
  return { url: server.url.href, seen, [Symbol.dispose]: () => void server.stop(true) }
}

/** The samples of a metric: labels and value. Every line of the file has to be one. */
function samples(text: string, name: string): [labels: string, value: number][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .flatMap((line): [string, number][] => {
      const [, metric, labels = '', value] = /^([a-z_]+)\{(.*)\} (-?[\d.]+)$/.exec(line) ?? []
      if (metric === undefined) throw new Error(`not a sample: ${line}`)
      return metric === name ? [[labels, Number(value)]] : []
    })
}

function sampleOf(text: string, name: string, label = ''): number {
  return samples(text, name).find(([labels]) => labels.includes(label))?.[1] ?? Number.NaN
}
