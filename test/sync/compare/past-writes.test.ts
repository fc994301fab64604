/** Nobody looks for the past of what has just come into being: the journal of a first import needs no index. */
import { describe, expect, test } from 'bun:test'
import type { PastChange } from '../../../src/model/journal.ts'
import { afterTenMinutes } from '../../../src/sandbox/busy-hour.ts'
import { evolve } from '../../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { createAcceptance } from '../../../src/sync/compare/acceptance.ts'
import type { SubscriberChange } from '../../../src/sync/compare/diff.ts'
import type { Field } from '../../../src/sync/fields/field.ts'
import { fieldNamed } from '../../../src/sync/fields/table.ts'
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

function named(name: string): Field {
  const field = fieldNamed(name)
  if (field === undefined) throw new Error(`There is no field ${name}.`)
  return field
}

/** What is accepted of a change, after two writes of its field. */
async function acceptedAfter(
  change: Pick<SubscriberChange, 'action' | 'deltas'>,
  writes: readonly PastChange[],
): Promise<readonly SubscriberChange[]> {
  const world = await startWorld({ population: generatePopulation({ size: 1, seed: 5 }) })
  try {
    const { plan } = await world.run()
    const tried = {
      pastWritesOf: () => new Map([['koval', [writes]]]),
      sentInVain: () => new Set<number>(),
      holdBack() {},
    }
    const whole = {
      id: 'koval',
      key: 'koval',
      erpId: '7',
      subscriber: undefined,
      isWhole: true,
      ...change,
    }
    return createAcceptance(plan.context, tried, () => {})([whole])
  } finally {
    await world.stop()
  }
}

describe('the mark of who is back', () => {
  const back = { field: 'inBilling', before: 0, after: 1 }
  const gone = { field: 'inBilling', before: 1, after: 0 }
  const comment = { field: named('comment'), before: '', after: 'new' }

  test('is not sent a third time in a row', async () => {
    expect(await acceptedAfter({ action: 'return', deltas: [] }, [back, back])).toEqual([])
  })

  test('is sent to whoever was gone in between', async () => {
    expect(await acceptedAfter({ action: 'return', deltas: [] }, [gone, back])).toHaveLength(1)
  })

  test('does not hold back what else differs', async () => {
    const accepted = await acceptedAfter({ action: 'return', deltas: [comment] }, [back, back])
    expect(accepted).toMatchObject([{ action: 'update', deltas: [comment] }])
  })
})

describe('tariffs that UserSide shows under another id than they were given', () => {
  const write = (before: readonly string[]): PastChange => ({ field: 'tariffs', before, after: ['a'] })
  const change = (before: readonly string[]) => ({
    action: 'update' as const,
    deltas: [{ field: named('tariffs'), before, after: ['a'] }],
  })

  test('are not given a third time, though it shows one more of them each time', async () => {
    expect(await acceptedAfter(change(['x', 'x']), [write(['x']), write([])])).toHaveLength(1)
    expect(await acceptedAfter(change(['x', 'x', 'x']), [write(['x', 'x']), write(['x'])])).toEqual([])
  })

  test('are not written a third time, where they come and go', async () => {
    expect(await acceptedAfter(change([]), [write(['a', 'a']), write([])])).toEqual([])
  })

  test('are written again where something else is to be taken away', async () => {
    expect(await acceptedAfter(change(['z']), [write(['y']), write(['x'])])).toHaveLength(1)
  })
})
