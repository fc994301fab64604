/**
 * What a light run costs when the billing is read from a real database, beside a floor that only runs the same queries,
 * and one that fetches UserSide's list as well, as the floor of the other benchmark does; and how long somebody who writes to it has to wait meanwhile: `bun bench/tables.ts`.
 *
 *     --size 200000      subscribers
 *     --rounds 5         unchanged light runs, of which the middle one counts, in turns with the floor
 *     --source           the program from source instead of the compiled binary
 *     --only mysql       only these of: mysql, postgres, ubilling, mikbill, mikbill-four (comma-separated)
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generatePopulation } from '../src/sandbox/generate.ts'
import type { Population } from '../src/sandbox/population.ts'
import { HOME_QUERIES, homeTables } from '../src/sandbox/tables/home.ts'
import { mikbillTables } from '../src/sandbox/tables/mikbill.ts'
import type { Table } from '../src/sandbox/tables/table-set.ts'
import { ubillingTables } from '../src/sandbox/tables/ubilling.ts'
import {
  type DatabaseServer,
  type LoadOptions,
  launchServer,
  type ServerKind,
} from '../test/tables/database-processes.ts'
import { type Cost, measure, median } from './measure.ts'
import { programCommand, setUp } from './program.ts'
import { startSandboxes } from './sandboxes.ts'
import { machine } from './table.ts'
import { startWriter, type Writer } from './table-writer.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '5' },
    source: { type: 'boolean', default: false },
    only: { type: 'string', default: 'mysql,postgres,ubilling,mikbill,mikbill-four' },
  },
})

interface Subject {
  readonly kind: ServerKind
  readonly billingName: 'sql' | 'ubilling' | 'mikbill'
  readonly tables: (population: Population) => Table[]
  readonly load: LoadOptions
  readonly queries?: Readonly<Record<string, string>>
  /** A statement that changes one row of the subscribers; `{n}` is a number that changes. */
  readonly write: string
}

const inMysql = Object.fromEntries(
  Object.entries(HOME_QUERIES).map(([name, text]) => [name, text.replaceAll('"', '`')]),
)
const MYISAM = { engine: 'MyISAM' } as const

const SUBJECTS: Readonly<Record<string, Subject>> = {
  mysql: {
    kind: 'mysql',
    billingName: 'sql',
    tables: homeTables,
    load: { engine: 'InnoDB' },
    queries: inMysql,
    write: "UPDATE abonenty SET parol = '{n}' WHERE num = 1005",
  },
  postgres: {
    kind: 'postgres',
    billingName: 'sql',
    tables: homeTables,
    load: {},
    queries: HOME_QUERIES,
    write: "UPDATE abonenty SET parol = '{n}' WHERE num = 1005",
  },
  ubilling: {
    kind: 'mysql',
    billingName: 'ubilling',
    tables: ubillingTables,
    load: MYISAM,
    write: "UPDATE users SET Password = '{n}' LIMIT 1",
  },
  mikbill: {
    kind: 'mysql',
    billingName: 'mikbill',
    tables: (population) => mikbillTables(population, { isOneTable: true }),
    load: MYISAM,
    write: "UPDATE users SET password = '{n}' LIMIT 1",
  },
  'mikbill-four': {
    kind: 'mysql',
    billingName: 'mikbill',
    tables: (population) => mikbillTables(population),
    load: MYISAM,
    write: "UPDATE users SET password = '{n}' LIMIT 1",
  },
}

const command = await programCommand(values.source)
const size = Number(values.size)
const population = generatePopulation({ size, seed: 7 })
const rows: string[] = []
for (const name of values.only.split(',')) rows.push(await play(name))
console.log(
  [
    `${machine()}; ${size} subscribers; ${values.source ? 'the source' : 'the compiled binary'}; the middle one of ${values.rounds} runs, in turns with the floors; ratios of the processor's time.`,
    '',
    '| tables | first import, s | light run, s | of the processor, s | queries alone, s | of the processor, s | ratio | with the list of UserSide, s | of the processor, s | ratio | memory, MB | queries alone, MB | longest wait of a writer, s | without a run, s |',
    `| --- |${' --: |'.repeat(13)}`,
    ...rows,
  ].join('\n'),
)

async function play(name: string): Promise<string> {
  const subject = SUBJECTS[name]
  if (subject === undefined) throw new Error(`There is no subject "${name}".`)
  const server = await launchServer(subject.kind, {
    settings:
      subject.kind === 'mysql'
        ? ['--innodb-buffer-pool-size=512M', '--key-buffer-size=128M', '--skip-general-log']
        : ['-c', 'shared_buffers=512MB', '-c', 'log_statement=none'],
  })
  try {
    const url = await server.createDatabase('bench')
    await server.load('bench', subject.tables(population), subject.load)
    if (subject.kind === 'postgres') await server.run('bench', ['ANALYZE'])
    return await measured(name, subject, server, url)
  } finally {
    await server.stop()
  }
}

async function measured(
  name: string,
  subject: Subject,
  server: DatabaseServer,
  url: string,
): Promise<string> {
  const sandboxes = await startSandboxes({ size: 10, isGzip: false })
  const { billingName, queries } = subject
  const billingDatabase = { ...(queries && { queries }) }
  const program = await setUp(command, sandboxes, { billingName, billingUrl: url, billingDatabase })
  try {
    const first = await program.run('light')
    const floors: Cost[] = []
    const bothFloors: Cost[] = []
    const runs: Cost[] = []
    for (let round = 0; round < Number(values.rounds); round++) {
      floors.push(await floorOf(subject, url))
      bothFloors.push(await floorOf(subject, url, [sandboxes.lists[1]]))
      await sandboxes.forget()
      const run = await program.run('light')
      const { userside } = await sandboxes.traffic()
      if (userside.writes > 0) throw new Error(`${userside.writes} writes in an unchanged run.`)
      if ((run.summary.billing?.subscribers ?? 0) < size) throw new Error('Not all were read.')
      runs.push(run)
      console.error(
        `${name}: ${run.wallMs.toFixed(0)} ms (${run.cpuMs.toFixed(0)} of the processor), floor ${told(floors.at(-1))}, with UserSide's list ${told(bothFloors.at(-1))}`,
      )
    }
    const [run, floor, both] = [median(runs), median(floors), median(bothFloors)]
    const idle = await longestWait(server, subject, () => Bun.sleep(run.wallMs))
    const busy = await longestWait(server, subject, () => program.run('light'))
    return `| ${name} | ${seconds(first.wallMs)} | ${secondsOf(run)} | ${secondsOf(floor)} | ${(run.cpuMs / floor.cpuMs).toFixed(2)} | ${secondsOf(both)} | ${(run.cpuMs / both.cpuMs).toFixed(2)} | ${run.peakMb.toFixed(0)} | ${floor.peakMb.toFixed(0)} | ${seconds(busy)} | ${seconds(idle)} |`
  } finally {
    await program.stop()
    await sandboxes.stop()
  }
}

/** Milliseconds the slowest of many small writes took while something went on. */
async function longestWait(
  server: DatabaseServer,
  { write }: Subject,
  meanwhile: () => Promise<unknown>,
): Promise<number> {
  const writer: Writer = await startWriter(server, write)
  try {
    await meanwhile()
  } finally {
    await writer.stop()
  }
  return writer.longestMs()
}

/** @param lists of UserSide */
async function floorOf(
  { billingName, queries }: Subject,
  url: string,
  lists: readonly string[] = [],
): Promise<Cost> {
  const floor = await measure([
    process.execPath,
    join(import.meta.dir, 'table-floor.ts'),
    JSON.stringify({ billingName, queries, url, lists }),
  ])
  if (floor.exitCode !== 0) throw new Error('The floor could not be measured.')
  return floor
}

function told(cost: Cost | undefined): string {
  return `${cost?.wallMs.toFixed(0)} ms (${cost?.cpuMs.toFixed(0)})`
}

function secondsOf({ wallMs, cpuMs }: Cost): string {
  return `${seconds(wallMs)} | ${seconds(cpuMs)}`
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}
