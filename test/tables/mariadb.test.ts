/** Tables of a real MariaDB (databases.md §2, §3, §5). */
import { describe, expect, test } from 'bun:test'
import { canStart, startServer, statementsIn } from './database-servers.ts'
import { STAND_INS, same } from './stand-ins.ts'

describe.skipIf(!canStart('mysql'))('MariaDB', async () => {
  const server = canStart('mysql') ? await startServer('mysql') : undefined
  if (server === undefined) return

  test.each(Object.keys(STAND_INS))('brings the same state by the tables of %s', async (name) => {
    const standIn = STAND_INS[name]
    if (standIn === undefined) throw new Error(name)
    const population = standIn.population()
    const database = `b_${name.replaceAll(/\W/g, '_')}`
    const url = await server.createDatabase(database)
    await server.load(database, standIn.tables(population), { engine: standIn.engine ?? 'InnoDB' })
    await same({ ...standIn, ...standIn.onServer }, population, url)
  })

  test('was asked nothing but what reads', () => {
    const statements = statementsIn(server)
    expect(statements.length).toBeGreaterThan(500)
    const reading = /^(?:SET |START TRANSACTION|SELECT |SHOW |COMMIT|ROLLBACK)/i
    expect(statements.filter((statement) => !reading.test(statement))).toEqual([])
  })
})
