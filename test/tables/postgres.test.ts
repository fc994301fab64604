/** Tables of a real PostgreSQL (databases.md §2, §3, §5). */
import { describe, expect, test } from 'bun:test'
import { canStart, startServer, statementsIn } from './database-servers.ts'
import { STAND_INS, same } from './stand-ins.ts'

describe.skipIf(!canStart('postgres'))('PostgreSQL', async () => {
  const server = canStart('postgres') ? await startServer('postgres') : undefined
  if (server === undefined) return

  test.each(['utm5', 'utm5 5.2', 'sql'])('brings the same state by the tables of %s', async (name) => {
    const standIn = STAND_INS[name]
    if (standIn === undefined) throw new Error(name)
    const population = standIn.population()
    const database = `b_${name.replaceAll(/\W/g, '_')}`
    const url = await server.createDatabase(database)
    await server.load(database, standIn.tables(population))
    await same(standIn, population, url)
  })

  test('was asked nothing but what reads', () => {
    const statements = statementsIn(server)
    expect(statements.length).toBeGreaterThan(300)
    const reading = /^(?:SET |BEGIN TRANSACTION|SELECT |DECLARE |FETCH |CLOSE |SHOW |COMMIT|ROLLBACK)/i
    expect(statements.filter((statement) => !reading.test(statement))).toEqual([])
  })
})
