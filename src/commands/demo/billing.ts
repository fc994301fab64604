/** The billing of a demo: a small server that speaks the universal API, or the tables of a database without a server. */
import { Database } from 'bun:sqlite'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DescribedBilling } from '../../billing/billing.ts'
import { openTables } from '../../billing/tables/open.ts'
import type { TablesOptions } from '../../billing/tables/options.ts'
import { createBilling } from '../../billing/universal/universal-billing.ts'
import { makeTemporaryFolder } from '../../host/temporary-folder.ts'
import type { ShownTables } from '../../model/table-address.ts'
import { startBilling } from '../../sandbox/billing.ts'
import type { Population } from '../../sandbox/population.ts'
import { populationInstant } from '../../sandbox/population.ts'
import { abillsTables } from '../../sandbox/tables/abills.ts'
import { HOME_QUERIES, homeTables } from '../../sandbox/tables/home.ts'
import { statementsOf, type Table } from '../../sandbox/tables/table-set.ts'
import { utm5Tables } from '../../sandbox/tables/utm5.ts'
import type { DemoSource } from './explanation.ts'

type Surroundings = Pick<TablesOptions, 'logger' | 'report' | 'signal'>

export interface DemoBilling {
  readonly source: DemoSource
  /** Opens it for one run. */
  open(surroundings: Surroundings): DescribedBilling
  /** Time goes on: these live in it now. */
  show(population: Population): Promise<void>
  /** Rules that were broken. */
  violations(): readonly string[]
  stop(): Promise<void>
}

/** Tables that can be shown, by the name `billingName` has for them. */
const TABLES = {
  utm5: (population) => utm5Tables(population),
  abills: (population) => abillsTables(population),
  sql: homeTables,
} as const satisfies Readonly<Record<ShownTables, (population: Population) => Table[]>>

const NOTHING_IMPORTED = { withPasswords: false, withMessages: false } as const

export function isDemoTables(name: string): name is ShownTables {
  return Object.hasOwn(TABLES, name)
}

/** A server on loopback, which answers as uBilling does. */
export async function demoServer(population: Population): Promise<DemoBilling> {
  const server = await startBilling({ population })
  return {
    source: { place: new URL(server.url).origin, tables: undefined },
    open(surroundings) {
      server.forgetRun()
      return createBilling({
        ...surroundings,
        ...NOTHING_IMPORTED,
        url: server.url,
        protocol: 'standart',
        dialect: 'auto',
        http: { timeoutSec: 60, retries: 3 },
      })
    },
    show: async (changed) => server.setPopulation(changed),
    violations: () => server.violations,
    stop: () => server.stop(),
  }
}

/** An SQLite file with the tables of a billing, in a folder of its own that is gone afterwards. */
export function demoTables(name: ShownTables, population: Population): DemoBilling {
  const folder = makeTemporaryFolder('usm-billing-demo-')
  const path = join(folder, 'billing.sqlite')
  let shown = population
  fill(path, TABLES[name](population))
  return {
    source: { place: path, tables: name },
    open: (surroundings) =>
      openTables({
        ...surroundings,
        ...NOTHING_IMPORTED,
        name,
        url: `sqlite:${path}`,
        database: {
          encoding: 'auto',
          timeoutSec: 60,
          parameters: {},
          queries: name === 'sql' ? HOME_QUERIES : {},
        },
        now: () => populationInstant(shown),
        hostOffsetMinutes: () => shown.offsetMinutes,
      }),
    async show(changed) {
      shown = changed
      rmSync(path)
      fill(path, TABLES[name](changed))
    },
    violations: () => [],
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

function fill(path: string, tables: readonly Table[]): void {
  const database = new Database(path)
  database.transaction(() => {
    for (const table of tables)
      for (const statement of statementsOf(table, { server: 'sqlite' })) database.run(statement)
  })()
  database.close()
}
