/** Nobody looks for the past of what has just come into being: the journal of a first import needs no index. */
import { expect, test } from 'bun:test'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { expectSettled, startWorld } from './world.ts'

test('a first import asks for no past once it has written something', async () => {
  const world = await startWorld({ population: generatePopulation({ size: 250, seed: 5 }) })
  try {
    const { journal } = world
    const asked: string[] = []
    const pastWrites = journal.pastWrites.bind(journal)
    journal.pastWrites = (entity, id) => {
      if (journal.lots.length > 0) asked.push(`${entity} ${id}`)
      return pastWrites(entity, id)
    }
    const { done, plan } = await world.run()
    expect(done.tariffs.created).toBeGreaterThan(0)
    expect(done.subscribers.created).toBeGreaterThan(200)
    expect(asked).toEqual([])

    // Afterwards it is asked about whoever differs.
    world.userside.edit([...plan.erpIds.keys()][0] ?? '', (row) => {
      row.comment = 'by hand'
    })
    await world.run()
    expect(asked).not.toEqual([])
    await expectSettled(world)
  } finally {
    await world.stop()
  }
})
