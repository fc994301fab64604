/** One run at a time, and a run that is told to stop ends cleanly. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { bareEnvironment, program, type Running } from './cli.ts'
import { loggedSummaries, Site } from './site.ts'

setDefaultTimeout(60_000)

/** Several lots of edits, two on their way at a time. */
const MANY = generatePopulation({ size: 450, seed: 8, isHostile: false })
const TIME = /since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/

describe('two runs', () => {
  test('started together: one works, the other exits 11 at once and names the one that works', async () => {
    await using site = await Site.open()
    const letGo = site.userside.faults.hold('tariff/add')
    const order: number[] = []
    const runs = [site.start([]), site.start([])]
    const results = await Promise.all(
      runs.map(async ({ pid, ended }) => {
        const result = await ended
        order.push(result.exitCode)
        letGo()
        return { pid, ...result }
      }),
    )
    expect(order).toEqual([11, 0])
    const refused = results.find(({ exitCode }) => exitCode === 11)
    const worker = results.find(({ exitCode }) => exitCode === 0)
    expect(refused?.stderr).toContain('Another run of this billing is at work')
    expect(refused?.stderr).toContain(`process ${worker?.pid} on `)
    expect(refused?.stderr).toMatch(TIME)
    expect(refused?.stdout).toBe('')
    expect(site.userside.snapshot().duplicates).toEqual([])
    expect(site.userside.runs).toHaveLength(1)
    expect(site.userside.violations).toEqual([])
    expect(site.billing.violations).toEqual([])
  })

  test('of which one is asked for its summary: it says who holds the lock', async () => {
    await using site = await Site.open()
    const worker = await startAndStick(site)
    const { summary, exitCode, stderr } = await site.runJson()
    expect(exitCode).toBe(11)
    expect(summary).toMatchObject({ outcome: 'locked', exitCode: 11, billingId: 1 })
    expect(stderr).toContain(`process ${worker.pid}`)
    for (const command of ['plan', 'history', 'report', 'verify']) {
      expect([0, 2]).toContain((await site.run([command])).exitCode)
    }
    worker.kill('SIGKILL')
    await worker.ended
  })

  test('after each other: what was killed with -9 holds nobody up, and two billings do not know of each other', async () => {
    await using site = await Site.open()
    const worker = await startAndStick(site)
    expect((await site.run()).exitCode).toBe(11)
    site.configure({ billingId: 2 })
    // UserSide has no such billing, so it says no: but it was asked.
    expect((await site.run()).exitCode).toBe(6)
    site.configure({ billingId: 1 })
    worker.kill('SIGKILL')
    expect((await worker.ended).exitCode).toBe(137)
    // What it leaves behind is nobody's business either.
    const log = join(site.folder, 'log')
    for (const name of readdirSync(log)) expect(statSync(join(log, name)).mode & 0o777, name).toBe(0o600)
    expect(readdirSync(log)).toContain('usm-billing-1.sqlite-wal')
    expect((await site.run()).exitCode).toBe(0)
    expect(site.userside.snapshot().duplicates).toEqual([])
  })
})

describe.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, code) => {
  test('in the middle of writing lets what is on its way finish, says goodbye, and the next run does the rest', async () => {
    await using calm = await Site.open({ billing: { population: MANY } })
    await calm.run()
    await using site = await Site.open({ billing: { population: MANY } })
    const letGo = site.userside.faults.hold('customer/group_edit')
    const editing = site.userside.faults.whenCalled('customer/group_edit', 2)
    const running = site.start([])
    await editing
    const sent = site.userside.counts.writes
    running.kill(signal)
    await running.says(/ending after the request in flight/)
    letGo()
    const { exitCode, stdout, stderr } = await running.ended
    expect(exitCode).toBe(code)
    expect(stdout).toContain(`${signal}: ending after the request in flight.`)
    expect(stdout).toMatch(/Finish module at/)
    expect(stderr).toContain(`Stopped by ${signal}.`)

    // A busy machine may hear of it a little late; there would have been many more.
    expect(site.userside.counts.writes - sent, 'writes begun afterwards').toBeLessThanOrEqual(2)
    expect(calm.userside.counts.writes - sent).toBeGreaterThan(4)
    const calls = site.userside.requests.map(({ call, result }) => `${call} ${result}`)
    expect(calls.slice(-3)).toEqual([
      'customer/group_edit ok',
      'customer/group_edit ok',
      'usm_billing/set_stop_info ok',
    ])
    expect(loggedSummaries(site)).toMatchObject([{ outcome: 'interrupted', exitCode: code }])
    const settlements = new Set(site.changesOf(1).map(({ settlement }) => settlement))
    expect(settlements).toEqual(new Set(['done']))

    const { summary, ...next } = await site.runJson()
    expect(next.exitCode).toBe(0)
    expect(summary.subscribers.updated).toBeGreaterThan(0)
    expect(site.userside.snapshot()).toEqual(calm.userside.snapshot())
    expect(site.userside.violations).toEqual([])
    expect((await site.run(['history'])).stdout).toMatch(/1 +.* sync +stopped by a signal/)
  })

  test('while the billing is read ends at once, before UserSide was told of a run', async () => {
    await using site = await Site.open({ billing: { population: MANY, latencyMs: 20_000 } })
    const asked = site.billing.faults.whenCalled('get_system_information')
    const startedAt = performance.now()
    const running = site.start([])
    await asked
    running.kill(signal)
    expect((await running.ended).exitCode).toBe(code)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(site.userside.requests).toEqual([])
    expect(loggedSummaries(site)).toMatchObject([{ outcome: 'interrupted' }])
  })

  test('while UserSide is read ends at once, and UserSide is told of the end', async () => {
    await using site = await Site.open()
    site.userside.faults.add({ kind: 'timeout', call: 'module/get_user_list' })
    const asked = site.userside.faults.whenFired()
    const running = site.start([])
    await asked
    running.kill(signal)
    expect((await running.ended).exitCode).toBe(code)
    expect(site.userside.runs.map(({ isStopped }) => isStopped)).toEqual([true])
    expect(site.userside.counts.writes).toBe(0)
  })

  test('does not wait out a pause that a busy server asked for', async () => {
    await using site = await Site.open()
    site.billing.faults.add({ kind: 'status', status: 503, retryAfter: 60 })
    const asked = site.billing.faults.whenFired()
    const startedAt = performance.now()
    const running = site.start([])
    await asked
    running.kill(signal)
    expect((await running.ended).exitCode).toBe(code)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  test('given twice ends the run at once, whatever is on its way', async () => {
    await using site = await Site.open()
    site.userside.faults.add({ kind: 'timeout', call: 'customer/group_edit', times: 99 })
    const stuck = site.userside.faults.whenFired()
    const startedAt = performance.now()
    const running = site.start([])
    await stuck
    const ended = running.ended.then(({ exitCode }) => exitCode)
    let exitCode: number | undefined
    // Two that come before the first was heard count as one: so until it is heard.
    while (exitCode === undefined) {
      running.kill(signal)
      exitCode = await Promise.race([ended, Bun.sleep(20).then(() => undefined)])
    }
    expect(exitCode).toBe(code)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    site.userside.faults.clear()
    expect((await site.run()).exitCode).toBe(0)
    expect(site.userside.snapshot().duplicates).toEqual([])
  })

  test('ends a plan too, which has nothing to clean up', async () => {
    await using site = await Site.open({ billing: { population: MANY, latencyMs: 20_000 } })
    const asked = site.billing.faults.whenCalled('get_system_information')
    const running = site.start(['plan'])
    await asked
    running.kill(signal)
    expect((await running.ended).exitCode).toBe(code)
    expect(site.userside.requests).toEqual([])
  })
})

describe('a terminal that is gone', () => {
  test('ends a run that writes to it cleanly, with 129', async () => {
    await using site = await Site.open({ billing: { population: MANY } })
    const letGo = site.userside.faults.hold('customer/group_edit')
    const editing = site.userside.faults.whenCalled('customer/group_edit', 2)
    // Closing it tells the program, and nobody takes its words any more.
    const running = Bun.spawn([...program, '--config', site.configFile], {
      terminal: { cols: 80, rows: 24 },
      env: { ...bareEnvironment },
    })
    await editing
    running.terminal?.close()
    letGo()
    expect(await running.exited).toBe(129)
    expect(site.userside.runs.map(({ isStopped }) => isStopped)).toEqual([true])
    expect(loggedSummaries(site)).toMatchObject([{ outcome: 'interrupted', exitCode: 129 }])
    expect(site.userside.violations).toEqual([])
    expect((await site.run()).exitCode).toBe(0)
    expect(site.userside.snapshot().duplicates).toEqual([])
  })

  test('does not end a run that nohup keeps from hearing of it', async () => {
    await using site = await Site.open({ billing: { population: MANY } })
    const letGo = site.userside.faults.hold('customer/group_edit')
    const editing = site.userside.faults.whenCalled('customer/group_edit', 2)
    const running = site.start([], { program: ['nohup', ...program] })
    await editing
    running.kill('SIGHUP')
    letGo()
    expect((await running.ended).exitCode).toBe(0)
    expect(loggedSummaries(site)).toMatchObject([{ outcome: 'ok' }])
  })
})

/** Starts a run that waits, in the middle of writing, for an answer that never comes. */
async function startAndStick(site: Site): Promise<Running> {
  site.userside.faults.add({ kind: 'timeout', call: 'customer/group_edit' })
  const stuck = site.userside.faults.whenFired()
  const running = site.start([])
  await stuck
  return running
}
