/** What watches over the runs from outside: metrics, the HTML page, the health check, the summary in the log. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../src/model/summary.ts'
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

describe('the health check', () => {
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

/** Who is told. Each request as `METHOD PATH BODY`. */
function startWatcher(status = 200): Disposable & { readonly url: string; readonly seen: string[] } {
  const seen: string[] = []
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      seen.push(`${request.method} ${pathname}${search} ${await request.text()}`)
      return new Response('OK', { status })
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
