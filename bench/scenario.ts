/** One population, from the first import on: what every kind of run costs, each beside its floor. */
import { join } from 'node:path'
import { checkRequests } from './least.ts'
import { type Cost, measure, median, middleOf } from './measure.ts'
import { CONCURRENCY, type Kind, type Program, type Run, setUp } from './program.ts'
import { type Sandboxes, startSandboxes, type Traffic } from './sandboxes.ts'

export interface Row {
  readonly size: number
  readonly what: string
  readonly cost: Cost
  /** The floor, measured in turns with the runs; what is nobody's floor has none. */
  readonly floor?: Cost
  /** How long UserSide took to carry the writes out: it is waited for, and nobody's but its own time. */
  readonly writingMs?: number
  /** Bytes of the journal, where its growth is looked at. */
  readonly journalBytes?: number
  /** Instead of the floor's time, where more than reading has to be waited for. */
  readonly allowedMs?: number
  readonly billing?: { readonly requests: number; readonly bytes: number }
  readonly userside?: { readonly requests: number; readonly writes: number; readonly bytes: number }
}

export interface ScenarioOptions {
  readonly command: readonly string[]
  readonly size: number
  readonly rounds: number
  readonly isGzip: boolean
}

/** Changes that need no new record: a light run stays one. */
const EDITS = 'balance,balance,balance,traffic,tariff,name,phone,address,device,state,comment,label,gone'

/** The ten minutes that really happen: most were online, some have paid, few have changed. */
const BUSY = 'busy, light'

/** A first import, then busy runs, and unchanged and changed ones of both kinds. Gives a row for each, the busy ones first. */
export async function playScenario(options: ScenarioOptions): Promise<Row[]> {
  const { size, rounds } = options
  const onePercent = Math.max(1, Math.round(size / 100))
  return await inSandboxes(options, {}, async (sandboxes, program) => {
    const first = await measureRuns(options, sandboxes, program, 'first import', 'light', 1)
    const busy = await measureRuns(
      options,
      sandboxes,
      program,
      BUSY,
      'light',
      rounds,
      sandboxes.passTenMinutes,
    )
    const rows = [busy, first]
    let changes = 0
    for (const kind of ['light', 'full'] as const) {
      rows.push(await measureRuns(options, sandboxes, program, `unchanged, ${kind}`, kind, rounds))
      const evolve = async (): Promise<void> => {
        changes += onePercent
        await sandboxes.evolve(changes, EDITS)
      }
      rows.push(await measureRuns(options, sandboxes, program, `1 % changed, ${kind}`, kind, rounds, evolve))
    }
    return rows
  })
}

/** So small that the runs of the measurement reach it. */
const AGED_JOURNAL = { maxMegabytes: 16 }

/** Busy runs one after another: the tenth and the last, the middle one of a few about it each. */
export async function playAging(options: ScenarioOptions, runs: number): Promise<Row[]> {
  const few = Math.min(options.rounds, Math.floor(runs / 2))
  return await inSandboxes({ ...options, journal: AGED_JOURNAL }, {}, async (sandboxes, program) => {
    await program.run('light')
    let done = 0
    const ageTo = async (last: number): Promise<Row> => {
      for (; done < last - few; done++) {
        await sandboxes.passTenMinutes()
        await program.run('light')
      }
      done = last
      const what = `busy, light, the ${last}th run`
      const row = await measureRuns(options, sandboxes, program, what, 'light', few, sandboxes.passTenMinutes)
      return { ...row, journalBytes: await program.journalBytes() }
    }
    return [await ageTo(Math.max(few, Math.min(10, runs >> 1))), await ageTo(runs)]
  })
}

/** A row that has more to wait for than its floor. */
type LimitedRow = Row & { readonly allowedMs: number }

/** A first import into a UserSide that takes its time for every write; each round begins with an empty one. */
export async function playLatency(options: ScenarioOptions, writeLatencyMs: number): Promise<Row> {
  const play = (): Promise<LimitedRow> =>
    inSandboxes(options, { writeLatencyMs }, async (sandboxes, program) => {
      const what = `first import, ${writeLatencyMs} ms a write`
      const row = await measureRuns(options, sandboxes, program, what, 'light', 1)
      const waitingMs = ((row.userside?.writes ?? 0) * writeLatencyMs) / CONCURRENCY
      return { ...row, allowedMs: 1.1 * waitingMs + (row.floor?.wallMs ?? 0) }
    })
  const rows: LimitedRow[] = []
  while (rows.length < options.rounds) rows.push(await play())
  const ratioOf = ({ cost, allowedMs }: LimitedRow): number => cost.wallMs / allowedMs
  console.error(rows.map((row) => `${ratioOf(row).toFixed(2)} of what is allowed`).join(', '))
  const middle = rows.toSorted((one, other) => ratioOf(one) - ratioOf(other))[(rows.length - 1) >> 1]
  if (middle === undefined) throw new Error('No rounds were asked for.')
  return middle
}

async function inSandboxes<T>(
  { command, size, isGzip, journal }: ScenarioOptions & { readonly journal?: object },
  more: { writeLatencyMs?: number },
  play: (sandboxes: Sandboxes, program: Program) => Promise<T>,
): Promise<T> {
  const sandboxes = await startSandboxes({ size, isGzip, ...more })
  try {
    const program = await setUp(command, sandboxes, { journal })
    try {
      return await play(sandboxes, program)
    } finally {
      await program.stop()
    }
  } finally {
    await sandboxes.stop()
  }
}

/** Floor and run in turns, so that whatever else the machine does falls on both alike. */
async function measureRuns(
  { size }: ScenarioOptions,
  sandboxes: Sandboxes,
  program: Program,
  what: string,
  kind: Kind,
  rounds: number,
  before: () => Promise<void> = async () => {},
): Promise<Row> {
  const floors: Cost[] = []
  const runs: Run[] = []
  const writing: number[] = []
  let traffic: Traffic | undefined
  for (let round = 0; round < rounds; round++) {
    await before()
    floors.push(await warmFloorOf(sandboxes))
    await sandboxes.forget()
    const run = await program.run(kind)
    runs.push(run)
    traffic = await sandboxes.traffic()
    writing.push(traffic.userside.writingMs)
    checkRequests(what, traffic, run.summary)
    // A first import fills the list whose reading is its floor.
    if (what.startsWith('first')) floors.splice(0, floors.length, await warmFloorOf(sandboxes))
  }
  const row = { size, what, cost: median(runs), floor: median(floors) }
  console.error(`${size} ${what}: ${row.cost.wallMs.toFixed(0)} ms, floor ${row.floor.wallMs.toFixed(0)} ms`)
  if (traffic === undefined) return row
  const { billing, userside } = traffic
  const { reads, bookkeeping, writes, bytesIn, bytesOut } = userside
  return {
    ...row,
    writingMs: middleOf(writing),
    billing,
    userside: { requests: reads + bookkeeping + writes, writes, bytes: bytesIn + bytesOut },
  }
}

/** The sandboxes print a list when it is first asked for: nobody's time but theirs. */
async function warmFloorOf(sandboxes: Sandboxes): Promise<Cost> {
  await floorOf(sandboxes)
  await (await fetch(sandboxes.hashes)).arrayBuffer()
  return await floorOf(sandboxes)
}

async function floorOf(sandboxes: Sandboxes): Promise<Cost> {
  await sandboxes.forget()
  const floor = await measure([process.execPath, join(import.meta.dir, 'floor.ts'), ...sandboxes.lists])
  if (floor.exitCode !== 0) throw new Error('The floor could not be measured.')
  return floor
}
