/** Taking a run back: its values are written back where nobody has changed them since. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { type ChangeKind, evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import type { Snapshot } from '../../src/sandbox/userside/snapshot.ts'
import { bareEnvironment, program } from './cli.ts'
import { jsonLines, PEOPLE, Site } from './site.ts'

setDefaultTimeout(60_000)

/** A MAC is never taken away again, so everybody has one from the beginning. */
const TOWN = withMacs(generatePopulation({ size: 620, seed: 14 }))
/** Everything UserSide can take back: it deletes neither subscribers nor tariffs. */
const KINDS: readonly [ChangeKind, ...ChangeKind[]] = [
  'balance',
  'traffic',
  'tariff',
  'next-tariff',
  'name',
  'phone',
  'address',
  'device',
  'state',
  'comment',
  'label',
  'service',
  'field',
  'gone',
  'tariff-fee',
]
const CHANGED = evolve(TOWN, { seed: 15, changes: 1500, kinds: KINDS })
/** Everything is kept, so that everything can be taken back. */
const ALL_KEPT = { journal: { skipFields: [] } }
const CONFIG = {
  ...ALL_KEPT,
  safety: { maxAbsentCount: 1000, maxChangeCount: 1000 },
  additionalDataMerge: { 1: '62', 2: '63', 3: '64' },
}

describe('undo of a run that changed hundreds of subscribers', () => {
  test('restores UserSide, and can itself be undone', async () => {
    await using site = await Site.open({ billing: { population: TOWN }, config: CONFIG })
    await site.run()
    const before = site.userside.snapshot()
    site.populate(CHANGED)
    const changed = await site.runJson()
    const after = site.userside.snapshot()
    const different = differing(before, after)
    expect(different.length).toBeGreaterThan(500)
    expect(changed.summary.subscribers.absent).toBeGreaterThan(50)

    const undone = await site.runJson(['undo', '2', '--yes'])
    expect(undone.stderr).not.toContain('Warning')
    expect(undone.exitCode).toBe(0)
    expect(site.userside.snapshot()).toEqual(before)
    const { updated, returned } = undone.summary.subscribers
    expect(updated + returned).toBe(different.length)
    expect(undone.summary).toMatchObject({ command: 'undo 2', outcome: 'ok' })
    console.log(`undo: ${different.length} subscribers restored in ${undone.summary.userside.writes} writes`)

    const undoneAgain = await site.run(['undo', '3', '--yes'])
    expect(undoneAgain.exitCode).toBe(0)
    expect(site.userside.snapshot()).toEqual(after)
    expect(site.userside.violations).toEqual([])
    const settled = await site.runJson()
    expect(settled.summary.userside.writes).toBe(0)
    const runs = jsonLines((await site.run(['history', '--json'])).stdout)
    expect(runs).toMatchObject([
      { id: 1, command: 'sync' },
      { id: 2, command: 'sync' },
      { id: 3, command: 'undo 2' },
      { id: 4, command: 'undo 3' },
      { id: 5, command: 'sync' },
    ])
  })

  test('leaves alone, and names, what was changed since', async () => {
    await using site = await Site.open({ billing: { population: TOWN }, config: CONFIG })
    await site.run()
    const before = site.userside.snapshot()
    site.populate(evolve(TOWN, { seed: 16, changes: 700, kinds: ['balance', 'comment'] }))
    await site.run()
    const wanted = site.userside.snapshot()
    const touched = differing(before, wanted).slice(0, 3)
    for (const [id] of touched) {
      site.userside.edit(id, (row) => {
        row.balance = '12345.67'
        row.comment = 'written by hand since'
      })
    }
    const undone = await site.runJson(['undo', '2', '--yes'])
    expect(undone.exitCode).toBe(0)
    const restored = site.userside.snapshot()
    expect(differing(before, restored).map(([id]) => id)).toEqual(touched.map(([id]) => id))
    for (const [id, was] of touched) {
      expect(restored.subscribers[id]).toEqual({
        ...was,
        balance: '12345.67',
        comment: 'written by hand since',
      })
    }
    const [problem] = undone.summary.problems
    expect(problem?.code).toBe('undo-changed')
    for (const [id] of touched) expect(problem?.sample.join(' ')).toContain(id)
    expect(undone.stderr).toContain(`${problem?.count} values were left as they are`)

    // The billing has not changed its mind: the next run does it all again.
    expect((await site.run(['plan'])).exitCode).toBe(2)
    expect((await site.run()).exitCode).toBe(0)
    expect(site.userside.snapshot()).toEqual(wanted)
  })

  test('names what UserSide cannot take back', async () => {
    await using site = await Site.open({ billing: { population: withoutMacs(PEOPLE) } })
    await site.run()
    site.populate(withMacs(PEOPLE))
    await site.run()
    const after = site.userside.snapshot()
    const undone = await site.runJson(['undo', '2', '--yes'])
    expect(undone.exitCode).toBe(0)
    expect(undone.summary.problems).toMatchObject([{ code: 'undo-kept', count: PEOPLE.subscribers.length }])
    expect(undone.summary.userside.writes).toBe(0)
    expect(site.userside.snapshot()).toEqual(after)
  })

  test('tries again next time what UserSide refuses', async () => {
    await using site = await Site.open({ billing: { population: TOWN }, config: CONFIG })
    await site.run()
    const before = site.userside.snapshot()
    site.populate(evolve(TOWN, { seed: 17, changes: 300, kinds: ['name'] }))
    await site.run()
    const [[stubborn] = ['']] = differing(before, site.userside.snapshot())
    site.userside.refusals.customers.set(stubborn, 'Not today')
    const undone = await site.runJson(['undo', '2', '--yes'])
    expect(undone.exitCode).toBe(3)
    expect(undone.summary.problems).toMatchObject([{ code: 'refused', count: 1 }])
    expect(differing(before, site.userside.snapshot()).map(([id]) => id)).toEqual([stubborn])
    site.userside.refusals.customers.clear()
    expect((await site.run(['undo', '2', '--yes'])).exitCode).toBe(0)
    expect(site.userside.snapshot()).toEqual(before)
  })
})

describe('fields whose changes are only counted', () => {
  test('are named by history and undo, and stay as they are', async () => {
    await using site = await Site.open({ billing: { population: TOWN } })
    await site.run()
    const before = site.userside.snapshot()
    site.populate(evolve(TOWN, { seed: 18, changes: 200, kinds: ['traffic', 'balance'] }))
    const changed = await site.runJson()
    const { traffic = 0, balance = 0 } = changed.summary.fields
    expect(Math.min(traffic, balance)).toBeGreaterThan(50)

    const shown = await site.run(['history', 'show', '2', '--json'])
    const lines = jsonLines(shown.stdout).filter((line) => Object(line).type !== 'run')
    expect(lines.filter((line) => Object(line).field === 'balance')).toHaveLength(balance)
    expect(lines.filter((line) => Object(line).field === 'traffic')).toEqual([
      { type: 'unkept', run: 2, entity: 'subscriber', field: 'traffic', count: traffic },
    ])
    const read = await site.run(['history', 'show', '2'])
    expect(read.stdout).toContain(`traffic · ${traffic} changes, not kept one by one`)

    const undone = await site.runJson(['undo', '2', '--yes'])
    expect(undone.exitCode).toBe(0)
    expect(undone.summary.problems).toMatchObject([{ code: 'undo-unkept', sample: [`traffic: ${traffic}`] }])
    const after = site.userside.snapshot()
    const differences = differing(before, after)
    expect(differences.length).toBeGreaterThan(50)
    for (const [id, was] of differences) {
      const { trafficUp, trafficDown } = was
      expect<unknown>({ ...after.subscribers[id], trafficUp, trafficDown }).toEqual(was)
    }
    expect(site.userside.violations).toEqual([])
  })
})

describe('undo of a first import', () => {
  test('marks whom it created as not in billing, and says what stays; a run brings them back', async () => {
    await using site = await Site.open({ config: ALL_KEPT })
    await site.run()
    const before = site.userside.snapshot()
    const undone = await site.runJson(['undo', '1', '--yes'])
    expect(undone.exitCode).toBe(0)
    const states = Object.values(site.userside.snapshot().subscribers).map((one) => one['isInBilling'])
    expect(states).toEqual(PEOPLE.subscribers.map(() => false))
    const tariffs = Object.values(site.userside.snapshot().tariffs).map((one) => one['isInBilling'])
    expect(tariffs).toEqual(PEOPLE.tariffs.map(() => false))
    expect(undone.summary.problems.map(({ code }) => code).sort()).toEqual(['undo-created', 'undo-stays'])
    expect(undone.summary.subscribers.absent).toBe(PEOPLE.subscribers.length)

    const again = await site.runJson()
    expect(again.summary.subscribers.returned).toBe(PEOPLE.subscribers.length)
    expect(site.userside.snapshot()).toEqual(before)
    expect(site.userside.violations).toEqual([])
  })
})

describe('undo is never an accident', () => {
  test('without a terminal it wants --yes', async () => {
    await using site = await Site.open()
    await site.run()
    const { exitCode, stdout, stderr } = await site.run(['undo', '1'], { stdin: 'y\n' })
    expect(exitCode).toBe(64)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^Nothing was undone: run 1 changed \d+ records\.\n.*--yes/)
    expect(site.userside.runs).toHaveLength(1)
  })

  test.each([
    ['y', 0, 2],
    ['n', 64, 1],
    ['\r', 64, 1],
    ['\u0003', 64, 1],
  ])('on a terminal it asks; %j ends with %d', async (answer, exitCode, runs) => {
    await using site = await Site.open()
    await site.run()
    const { said, ended } = await answerAtTerminal(site, ['undo', '1'], answer)
    expect(said).toMatch(/Write back what run 1 changed \(\d+ records\)\?/)
    expect(ended).toBe(exitCode)
    expect(site.userside.runs).toHaveLength(runs)
  })

  test.each([['2'], ['0'], ['-1'], ['1.5'], ['first'], ['99999999999999999999']])(
    'run %s is not known: exit 64, with where to look',
    async (run) => {
      await using site = await Site.open()
      await site.run()
      for (const args of [
        ['undo', run, '--yes'],
        ['history', 'show', run],
      ]) {
        const { exitCode, stderr } = await site.run(args)
        expect(exitCode).toBe(64)
        expect(stderr).toContain(run === '2' ? '"usm-billing history"' : run)
      }
      expect(site.userside.runs).toHaveLength(1)
    },
  )

  test('before any run there is nothing to undo, and no journal is begun', async () => {
    await using site = await Site.open()
    const { exitCode, stderr } = await site.run(['undo', '1', '--yes'])
    expect(exitCode).toBe(64)
    expect(stderr).toContain('knows no run 1')
    expect(site.userside.requests).toEqual([])
    expect((await site.run(['history'])).stdout).toContain('There was no run yet.')
  })
})

function withMacs(population: Population): Population {
  return withDevices(population, ({ uid }) => `02${uid.toString(16).padStart(10, '0')}`)
}

function withoutMacs(population: Population): Population {
  return withDevices(population, () => '')
}

function withDevices(
  population: Population,
  macOf: (subscriber: Population['subscribers'][number]) => string,
): Population {
  const subscribers = population.subscribers.map((subscriber) => ({
    ...subscriber,
    devices: [{ ip: 167_772_160 + subscriber.uid, mac: macOf(subscriber) }],
  }))
  return { ...population, subscribers }
}

/** The subscribers that are not the same in both, as they were before. */
function differing(before: Snapshot, after: Snapshot): [string, Record<string, unknown>][] {
  return Object.entries(before.subscribers).filter(([id, was]) => !Bun.deepEquals(was, after.subscribers[id]))
}

/** Runs the program at a terminal of its own and answers its first question. */
async function answerAtTerminal(
  site: Site,
  args: readonly string[],
  answer: string,
): Promise<{ said: string; ended: number }> {
  let said = ''
  let isAnswered = false
  const child = Bun.spawn([...program, ...args, '--config', site.configFile], {
    env: { ...bareEnvironment, TERM: 'xterm' },
    terminal: {
      cols: 120,
      rows: 30,
      data(terminal, bytes) {
        said += new TextDecoder().decode(bytes)
        if (isAnswered || !said.includes('?')) return
        isAnswered = true
        terminal.write(answer)
      },
    },
  })
  const ended = await child.exited
  child.terminal?.close()
  return { said: Bun.stripANSI(said), ended }
}
