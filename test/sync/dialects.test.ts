/**
 * One population, printed by every product in its own bytes, ends as the same UserSide, save for what the product does
 * not export (docs/billings/).
 */
import { describe, expect, test } from 'bun:test'
import { type DialectName, dialects } from '../../src/sandbox/dialects/dialects.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import type { Snapshot, SubscriberSnapshot } from '../../src/sandbox/userside/snapshot.ts'
import { expectSettled, startWorld } from './world.ts'

const GENERATED = generatePopulation({ size: 120, seed: 11 })

/** Only ABillS can print the date of an agreement that has no number. */
const POPULATION: Population = {
  ...GENERATED,
  subscribers: GENERATED.subscribers.map((subscriber) => ({
    ...subscriber,
    agreementDate: subscriber.agreementNumber === '' ? '' : subscriber.agreementDate,
  })),
}

/** What a product does not export of a subscriber, by the names of the snapshot. */
const NOT_EXPORTED: Readonly<Record<DialectName, readonly string[]>> = {
  generic: [],
  ubilling: ['isCorporate', 'discount'],
  mikbill: [],
  platex: [],
  carbon: ['tags', 'services', 'additionalData'],
  userside: [],
  abills: ['nextTariff', 'services', 'additionalData'],
}

/** Values that are the same in every product but for the way they are split. */
const HOUSE = 'house'

describe('every product brings the same state', async () => {
  const expected = await imported('generic')
  for (const name of Object.keys(dialects) as DialectName[]) {
    test(name, async () => {
      const state = await imported(name)
      const left = [...NOT_EXPORTED[name], HOUSE]
      expect(Object.keys(state.subscribers)).toEqual(Object.keys(expected.subscribers))
      for (const [login, subscriber] of Object.entries(state.subscribers)) {
        expect(without(subscriber, left)).toEqual(without(expected.subscribers[login] ?? {}, left))
        expect(joined(subscriber[HOUSE])).toBe(joined(expected.subscribers[login]?.[HOUSE]))
      }
      expect(Object.keys(state.tariffs)).toEqual(Object.keys(expected.tariffs))
    })
  }
})

async function imported(dialect: DialectName): Promise<Snapshot> {
  const world = await startWorld({ population: POPULATION, dialect })
  try {
    const { problems } = await world.run()
    expect(problems.list().filter(({ partial }) => partial)).toEqual([])
    await expectSettled(world)
    return world.userside.snapshot('name')
  } finally {
    await world.stop()
  }
}

function without(subscriber: SubscriberSnapshot, names: readonly string[]): SubscriberSnapshot {
  return Object.fromEntries(Object.entries(subscriber).filter(([name]) => !names.includes(name)))
}

/** Number and block, however they were split: ABillS sends them in one piece. The district is ABillS' own. */
function joined(house: unknown): string {
  const [, , city, , street, number, block] = String(house)
    .split('|')
    .map((part) => part.trim())
  return [city, street, `${number}${block}`.replace(/[-/ ]/g, '')].join('|')
}
