/** A billing of tables, a UserSide on loopback, and a run between them. */
import { Database } from 'bun:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTables } from '../../src/billing/tables/open.ts'
import type { TableDatabase, TablesOptions } from '../../src/billing/tables/options.ts'
import { firstOfNextMonth, fromUnix } from '../../src/model/date.ts'
import { SILENT } from '../../src/model/logger.ts'
import { Problems } from '../../src/model/problem.ts'
import { type GenerateOptions, generatePopulation } from '../../src/sandbox/generate.ts'
import { type Population, populationInstant } from '../../src/sandbox/population.ts'
import { statementsOf, type Table } from '../../src/sandbox/tables/table-set.ts'
import type { UsersideOptions } from '../../src/sandbox/userside.ts'
import { startUserside } from '../../src/sandbox/userside.ts'
import { joinWorld, type World } from '../sync/world.ts'

export interface TableBilling {
  readonly name: TablesOptions['name']
  readonly url: string
  readonly database?: Partial<TableDatabase>
  /** What the clock of this host shows; servers have clocks of their own. */
  readonly now?: () => Date
  readonly hostOffsetMinutes?: (at: Date) => number
  readonly violations?: readonly string[]
}

const DATABASE: TableDatabase = { encoding: 'auto', timeoutSec: 20, parameters: {}, queries: {} }

/** A world whose billing is read as tables. */
export async function startTableWorld(
  billing: TableBilling,
  userside: UsersideOptions = {},
): Promise<World<TableBilling & { stop(): Promise<void> }>> {
  return joinWorld({ ...billing, stop: async () => {} }, await startUserside(userside), {
    beforeRun() {},
    http: { timeoutSec: 30, retries: 3 },
    openBilling: ({ sleep: _, ...run }) => openTableBilling(billing, run),
  })
}

/** The billing alone, for tests that only read. */
export function openTableBilling(
  { name, url, database, now, hostOffsetMinutes }: TableBilling,
  more: Partial<TablesOptions> = {},
): ReturnType<typeof openTables> {
  const problems = new Problems()
  return openTables({
    logger: SILENT,
    report: problems.report.bind(problems),
    withPasswords: false,
    withMessages: false,
    ...more,
    name,
    url,
    database: { ...DATABASE, ...database },
    ...(now && { now }),
    ...(hostOffsetMinutes && { hostOffsetMinutes }),
  })
}

/** An SQLite file with these tables. */
export class SqliteFile implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'usm-billing-sqlite-'))
  readonly path = join(this.#folder, 'billing.db')
  readonly url = `sqlite:${this.path}`

  constructor(tables: readonly Table[]) {
    this.run(tables.flatMap((table) => [...statementsOf(table, { server: 'sqlite' })]))
  }

  run(statements: readonly string[]): void {
    const database = new Database(this.path)
    database.transaction(() => {
      for (const statement of statements) database.run(statement)
    })()
    database.close()
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** A population whose clock shows now: servers have no other. */
export function presentPopulation(options: GenerateOptions): Population {
  const population = generatePopulation(options)
  const offsetMinutes = -new Date().getTimezoneOffset()
  const now = fromUnix(Math.floor(Date.now() / 1000), offsetMinutes)
  const startDate = firstOfNextMonth(now.slice(0, 10))
  const subscribers = population.subscribers.map((subscriber) => ({
    ...subscriber,
    nextTariff: subscriber.nextTariff && { ...subscriber.nextTariff, startDate },
  }))
  return { ...population, now, offsetMinutes, subscribers }
}

/** The clock of a host that agrees with a population's. */
export function clockOf(population: Population): Pick<TableBilling, 'now' | 'hostOffsetMinutes'> {
  return { now: () => populationInstant(population), hostOffsetMinutes: () => population.offsetMinutes }
}
