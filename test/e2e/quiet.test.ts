/** What cron gets to read of quiet runs: what is new at once, what lasts once a day, what is harmless never. */

import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { SILENT } from '../../src/model/logger.ts'
import { openJournal } from '../../src/state/journal.ts'
import { PEOPLE, Site } from './site.ts'

setDefaultTimeout(60_000)

const LOGINS = PEOPLE.subscribers.map(({ login }) => login)
const [ONE = '', TWO = ''] = LOGINS
const DAY_MS = 86_400_000

/** Subscribers whom UserSide refuses from now on, each with something to write in every run. */
function refuse(site: Site, logins: readonly string[], words = 'Not this one'): void {
  site.userside.refusals.customers.clear()
  for (const login of logins) site.userside.refusals.customers.set(login, words)
  const subscribers = PEOPLE.subscribers.map((one) => ({ ...one, comment: `new ${one.login}` }))
  site.populate({ ...PEOPLE, subscribers })
}

/** As if the last run had said it that long ago. */
function makeOlder(site: Site, milliseconds: number): void {
  const place = { folder: join(site.folder, 'log'), billingId: site.userside.billingId, logger: SILENT }
  const { journal } = openJournal(place)
  const note = JSON.parse(journal.readNote('left-undone') ?? '{}')
  note.toldAt = new Date(Date.parse(note.toldAt) - milliseconds).toISOString()
  journal.keepNote('left-undone', JSON.stringify(note))
  journal.close()
}

describe('records that are left undone', () => {
  test('are told of by a quiet run when they are new, and once a day while it lasts', async () => {
    await using site = await Site.open()
    await site.run()
    const quiet = async () => {
      const { exitCode, stdout, stderr } = await site.run(['--quiet'])
      expect([exitCode, stdout]).toEqual([site.userside.refusals.customers.size === 0 ? 0 : 3, ''])
      return stderr
    }
    refuse(site, [ONE, TWO])
    const first = await quiet()
    expect(first).toMatch(/^Error: Left undone, 2 in all: refused 2 \(.*\)\. "usm-billing history".*\.\n$/)
    for (const login of [ONE, TWO]) expect(first).toContain(login)
    expect(await quiet()).toBe('')
    expect(await quiet()).toBe('')

    // Other words of UserSide about the same records are nothing new.
    refuse(site, [TWO, ONE], 'Still not this one')
    expect(await quiet()).toBe('')
    makeOlder(site, DAY_MS)
    expect(await quiet()).toStartWith('Error: Still left undone, 2 in all: refused 2 (')
    expect(await quiet()).toBe('')
    makeOlder(site, DAY_MS / 2)
    expect(await quiet()).toBe('')

    refuse(site, [ONE])
    expect(await quiet()).toStartWith('Error: Left undone, 1 in all: refused 1 (')
    expect(await quiet()).toBe('')
    refuse(site, [])
    expect(await quiet()).toBe('')
    // The same again, after a run that left nothing undone, is new.
    site.populate(PEOPLE)
    await quiet()
    refuse(site, [ONE])
    expect(await quiet()).toStartWith('Error: Left undone, 1 in all: refused 1 (')
    expect(site.userside.violations).toEqual([])
  })

  test('are no news after a run that did not come to its end', async () => {
    await using site = await Site.open({ config: { billingHttp: { retries: 0 } } })
    await site.run()
    refuse(site, [ONE])
    expect((await site.run(['--quiet'])).stderr).toContain('Left undone')
    site.billing.faults.add({ kind: 'status', status: 503, times: 99 })
    const failed = await site.run(['--quiet'])
    expect(failed.exitCode).toBe(5)
    expect(failed.stderr).not.toContain('Left undone')
    site.billing.faults.clear()
    expect(await site.run(['--quiet'])).toEqual({ exitCode: 3, stdout: '', stderr: '' })
  })

  test.each([
    ['isSilence', [], { isSilence: true }],
    ['--quiet --json', ['--quiet', '--json'], {}],
  ] as const)('are told of with %s too, on stderr', async (_, args, config) => {
    await using site = await Site.open({ config })
    await site.run()
    refuse(site, [ONE])
    for (const isNew of [true, false]) {
      const { exitCode, stderr } = await site.run(args)
      expect(exitCode).toBe(3)
      expect(stderr.split('\n').length - 1).toBe(isNew ? 1 : 0)
    }
  })

  test('are told of in every run that is not quiet, on stdout', async () => {
    await using site = await Site.open()
    await site.run()
    refuse(site, [ONE])
    for (let time = 0; time < 2; time++) {
      const { stdout, stderr } = await site.run()
      expect(stdout).toContain('Left undone (refused, 1)')
      expect(stderr).toBe('')
    }
  })
})

describe('a start that finds another run at work', () => {
  test('says nothing when it is quiet, and leaves its trace in the log', async () => {
    await using site = await Site.open()
    site.userside.faults.add({ kind: 'timeout', call: 'customer/group_edit' })
    const stuck = site.userside.faults.whenFired()
    const worker = site.start([])
    await stuck
    expect(await site.run(['--quiet'])).toEqual({ exitCode: 11, stdout: '', stderr: '' })
    expect(site.read('log/usm-billing.log')).toMatch(
      new RegExp(`WARN  Another run of this billing is at work: process ${worker.pid} on `),
    )
    expect((await site.run()).stderr).toContain('Another run of this billing is at work')
    const { summary, stderr } = await site.runJson(['--quiet'])
    expect([summary.outcome, stderr]).toEqual(['locked', ''])
    // Who types "undo" waits for an answer.
    site.configure({ isSilence: true })
    expect((await site.run([])).stderr).toBe('')

    // A run of more than a day is more than a start that came too early.
    const since = new Date(Date.now() - DAY_MS - 60_000).toISOString()
    const holder = { pid: worker.pid, host: hostname(), since }
    writeFileSync(join(site.folder, 'log/usm-billing-1.lock.json'), JSON.stringify(holder))
    expect((await site.run(['--quiet'])).stderr).toContain('Another run of this billing is at work')
    worker.kill('SIGKILL')
    await worker.ended
  })
})
