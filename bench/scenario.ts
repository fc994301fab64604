/** One population, from the first import on: what every kind of run costs, each beside its floor. */
import { join } from 'node:path'
import { checkRequests } from './least.ts'
import { type Cost, measure, median } from './measure.ts'
import { CONCURRENCY, type Kind, type Program, type Run, setUp } from './program.ts'
import { type Sandboxes, startSandboxes, type Traffic } from './sandboxes.ts'

export interface Row {
  readonly size: number
  readonly what: string
  readonly cost: Cost
  /** The floor, measured in turns with the runs; what is nobody's floor has none. */
  readonly floor?: Cost
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

/** A first import, then unchanged and changed runs of both kinds. Gives a row for each. */
export async function playScenario(options: ScenarioOptions): Promise<Row[]> {
  const { size, rounds } = options
  const onePercent = Math.max(1, Math.round(size / 100))
  return await inSandboxes(options, {}, async (sandboxes, program) => {
    const first = await measureRuns(options, sandboxes, program, 'first import', 'light', 1)
    const rows = [first]
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

/** A row that has more to wait for than its floor. */
type LimitedRow = Row & { readonly allowedMs: number }

/** A first import into a UserSide that takes its time for every write; each round begins with an empty one. */
export async function playLatency(options: ScenarioOptions, writeLatencyMs: number): Promise<Row> {
  const play = (): Promise<LimitedRow> =>
    inSandboxes(options, { writeLatencyMs }, async (sandboxes, program) => {
      const what = `first import, ${writeLatencyMs} ms a write`
      const row = await measureRuns(options, sandboxes, program, what, 'light', 1)
      const waitingMs = ((row.userside?.writes ?? 0) * writeLatencyMs) / CONCURRENCY
      return { ...row, allowedMs: 1.2 * waitingMs + (row.floor?.wallMs ?? 0) }
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
  { command, size, isGzip }: ScenarioOptions,
  more: { writeLatencyMs?: number },
  play: (sandboxes: Sandboxes, program: Program) => Promise<T>,
): Promise<T> {
  const sandboxes = await startSandboxes({ size, isGzip, ...more })
  try {
    const program = await setUp(command, sandboxes)
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
  let traffic: Traffic | undefined
  for (let round = 0; round < rounds; round++) {
    await before()
    floors.push(await warmFloorOf(sandboxes))
    await sandboxes.forget()
    const run = await program.run(kind)
    runs.push(run)
    traffic = await sandboxes.traffic()
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
