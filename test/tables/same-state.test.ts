/**
 * One population, by the universal API and by the tables of each billing, ends as the same UserSide, save for what a
 * billing does not export. SQLite stands for the server here; the real ones follow in files of their own.
 */
import { describe, expect, test } from 'bun:test'
import { ubillingTables } from '../../src/sandbox/tables/ubilling.ts'
import { expectSettled, startWorld } from '../sync/world.ts'
import { OPTIONS, STAND_INS, same, ubillingPopulation } from './stand-ins.ts'
import { clockOf, openTableBilling, SqliteFile } from './table-world.ts'

describe('the same population', () => {
  test.each(Object.keys(STAND_INS))('by the tables of %s in SQLite', async (name) => {
    const standIn = STAND_INS[name]
    if (standIn === undefined) throw new Error(name)
    const population = standIn.population()
    using file = new SqliteFile(standIn.tables(population))
    await same(standIn, population, file.url)
  })
})

test("an operator who changes from uBilling's API to its database writes nothing", async () => {
  const population = ubillingPopulation()
  using file = new SqliteFile(ubillingTables(population))
  const world = await startWorld({ population, dialect: 'ubilling' })
  try {
    await world.run(OPTIONS)
    await expectSettled(world, OPTIONS)
    const billing = openTableBilling(
      { name: 'ubilling', url: file.url, ...clockOf(population) },
      { withPasswords: true, withMessages: true },
    )
    const { writes, plan } = await world.run(OPTIONS, { billing })
    expect(plan.comparison.changes).toEqual([])
    expect(writes).toBe(0)
    expect(world.userside.violations).toEqual([])
  } finally {
    await world.stop()
  }
})
