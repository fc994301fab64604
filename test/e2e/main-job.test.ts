/** The main job through the real command line: everything lands, a second run writes nothing, a change is one request. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BillingOptions } from '../../src/sandbox/billing.ts'
import { readSamples } from '../../src/sandbox/samples.ts'
import { repository } from './cli.ts'
import { jsonLines, loggedSummaries, PEOPLE, Site } from './site.ts'

setDefaultTimeout(60_000)

const SAMPLES = join(repository, '../shared/samples/ubilling')

interface Source {
  readonly name: string
  readonly billing: BillingOptions
  readonly subscribers: number
  readonly tariffs: number
  /** Gives one subscriber another balance; gives the subscriber's id. */
  change(site: Site): string
}

const generated: Source = {
  name: 'a generated population',
  billing: {},
  subscribers: PEOPLE.subscribers.length,
  tariffs: PEOPLE.tariffs.length,
  change(site) {
    const [first, ...others] = PEOPLE.subscribers
    if (first === undefined) throw new Error('nobody lives here')
    site.populate({ ...PEOPLE, subscribers: [{ ...first, balance: '-77.07' }, ...others] })
    return first.login
  },
}

const recorded: Source = {
  name: 'the samples of a real uBilling',
  billing: { samples: SAMPLES },
  subscribers: 398,
  tariffs: 8,
  change(site) {
    const list = Buffer.from(readSamples(SAMPLES).body('get_user_list') ?? []).toString()
    const found = /"([^"]+)":\{"id":"\1".*?"balance":"([^"]*)"/.exec(list)
    if (found === null) throw new Error('no subscriber has a balance')
    const [whole, login = ''] = found
    const changed = whole.replace(/"balance":"[^"]*"$/, '"balance":"-77.07"')
    site.billing.faults.add({ kind: 'body', call: 'get_user_list', text: list.replace(whole, changed) })
    return login
  },
}

for (const source of existsSync(SAMPLES) ? [generated, recorded] : [generated]) {
  describe(`from ${source.name} into an empty UserSide`, () => {
    test('one run fills everything, the next writes nothing, a new balance is one field of one subscriber', async () => {
      await using site = await Site.open({ billing: source.billing })
      const { userside, billing } = site

      const first = await site.runJson()
      expect(first.exitCode).toBe(0)
      expect(first.summary).toMatchObject({ outcome: 'ok', firstRun: true, exitCode: 0 })
      expect(first.summary.subscribers).toMatchObject({
        seen: source.subscribers,
        created: source.subscribers,
        failed: 0,
      })
      expect(first.summary.tariffs.created).toBe(source.tariffs)
      const state = userside.snapshot()
      expect(Object.keys(state.subscribers)).toHaveLength(source.subscribers)
      expect(state.duplicates).toEqual([])

      userside.forgetRequests()
      for (const args of [[], ['--full']]) {
        const { exitCode, summary } = await site.runJson(args)
        expect(exitCode).toBe(0)
        expect(summary.userside.writes).toBe(0)
        // Nobody differs who is not written to either: a difference that comes to nothing is none.
        expect(summary.subscribers).toMatchObject({ unchanged: source.subscribers, updated: 0 })
      }
      expect(userside.counts.writes).toBe(0)
      expect(userside.snapshot()).toEqual(state)

      userside.forgetRequests()
      const login = source.change(site)
      const third = await site.runJson()
      expect(third.summary.fields).toEqual({ balance: 1 })
      expect(third.summary.subscribers).toMatchObject({ updated: 1, created: 0 })
      const writes = userside.requests.filter(({ kind }) => kind === 'write')
      expect(writes.map(({ call }) => call)).toEqual(['customer/group_edit'])
      const erpId = userside.erp.customerOf(login)?.erpId ?? ''
      expect(JSON.parse(writes[0]?.params['data'] ?? '')).toEqual({ [erpId]: { balance: '-77.07' } })

      expect(userside.violations).toEqual([])
      expect(billing.violations).toEqual([])
      expect(userside.runs.map(({ isStopped, operations }) => [isStopped, operations])).toEqual([
        [true, 1],
        [true, 1],
        [true, 1],
        [true, 1],
      ])
    })

    test('plan sends no write, tells every change and leaves no trace; afterwards it has nothing to tell', async () => {
      await using site = await Site.open({ billing: source.billing })
      site.userside.isWriteForbidden = true
      for (const args of [['plan'], ['--dry-run'], ['sync', '--dry-run']]) {
        const { exitCode, stdout } = await site.run([...args, '--json'])
        const lines = jsonLines(stdout) as { type: string; entity?: string; field?: string; id?: string }[]
        expect(exitCode).toBe(2)
        expect(lines.at(-1)).toMatchObject({ type: 'summary', outcome: 'changes', exitCode: 2 })
        const created = lines.filter(({ type, entity, field }) =>
          Bun.deepEquals([type, entity, field], ['change', 'subscriber', 'created']),
        )
        expect(new Set(created.map(({ id }) => id)).size).toBe(source.subscribers)
      }
      expect(site.userside.counts.writes + site.userside.counts.bookkeeping).toBe(0)
      expect(site.userside.violations).toEqual([])
      expect(existsSync(join(site.folder, 'log/usm-billing-1.sqlite'))).toBe(false)

      site.userside.isWriteForbidden = false
      expect((await site.run()).exitCode).toBe(0)
      const settled = await site.run(['plan'])
      expect(settled.exitCode).toBe(0)
      expect(site.billing.violations).toEqual([])
    })
  })
}

describe('a first run', () => {
  test('leaves a journal, a lock and two logs, for their owner only', async () => {
    await using site = await Site.open()
    await site.run()
    const names = readdirSync(join(site.folder, 'log')).sort()
    expect(names).toEqual([
      'usm-billing-1.lock',
      'usm-billing-1.sqlite',
      'usm-billing.jsonl',
      'usm-billing.log',
    ])
    expect(readdirSync(site.folder).sort()).toEqual(['log', 'usm-billing.jsonc'])
    expect(loggedSummaries(site)).toHaveLength(1)
  })
})
