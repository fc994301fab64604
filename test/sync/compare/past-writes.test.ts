/** Nobody looks for the past of what has just come into being: the journal of a first import needs no index. */
import { expect, test } from 'bun:test'
import { afterTenMinutes } from '../../../src/sandbox/busy-hour.ts'
import { evolve } from '../../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { createAcceptance } from '../../../src/sync/compare/acceptance.ts'
import type { SubscriberChange } from '../../../src/sync/compare/diff.ts'
import { expectSettled, startWorld } from '../world.ts'

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

test('the journal is asked once for all who differ, and not at all for what is hot', async () => {
  const population = generatePopulation({ size: 250, seed: 5 })
  const world = await startWorld({ population })
  try {
    await world.run()
    const { journal } = world
    const asked: number[] = []
    const pastWritesOf = journal.pastWritesOf.bind(journal)
    journal.pastWritesOf = (entity, ids) => {
      asked.push(ids.length)
      return pastWritesOf(entity, ids)
    }
    world.billing.setPopulation(afterTenMinutes(population, 1))
    const { done } = await world.run()
    expect(done.fields.traffic).toBeGreaterThan(150)
    expect(done.fields.activity).toBeGreaterThan(150)
    const comments = done.fields.comment ?? 0
    expect(asked).toEqual([comments])
    asked.length = 0

    world.billing.setPopulation(evolve(population, { seed: 9, changes: 150, kinds: ['name', 'phone'] }))
    const { plan } = await world.run({ fullEveryMinutes: 0 })
    expect(plan.comparison.changes.length).toBeGreaterThan(60)
    expect(asked).toHaveLength(1)
    expect(world.userside.violations).toEqual([])
    await expectSettled(world)
  } finally {
    await world.stop()
  }
})

test('whoever has no past is not asked what of it was sent in vain: in a busy hour that is nearly everybody', async () => {
  const world = await startWorld({ population: generatePopulation({ size: 5, seed: 5 }) })
  try {
    const { plan } = await world.run()
    const asked: string[] = []
    const changeOf = (id: string, isFull: boolean): SubscriberChange => ({
      id,
      key: id,
      erpId: id,
      action: 'update',
      subscriber: undefined,
      isWhole: true,
      isFull,
      get deltas() {
        asked.push(id)
        return []
      },
    })
    const changes = [changeOf('1', true), changeOf('2', false), changeOf('3', true)]
    const tried = {
      pastWritesOf: () => new Map([['3', []]]),
      sentInVain: () => new Set<number>(),
      holdBack() {},
    }
    const accepted = createAcceptance(plan.context, tried, () => {})(changes)
    expect(accepted.map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(asked).toEqual(['3'])
  } finally {
    await world.stop()
  }
})
