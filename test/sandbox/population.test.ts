import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}

/** Everything a subscriber refers to is there. */
function dangling(population: Population): string[] {
  const tariffs = new Set(population.tariffs.map(({ id }) => id))
  const houses = new Set(population.houses.map(({ id }) => id))
  return population.subscribers.flatMap(({ uid, tariffs: held, address, nextTariff }) => [
    ...held.filter((id) => !tariffs.has(id)).map((id) => `${uid} tariff ${id}`),
    ...(address !== undefined && !houses.has(address.houseId) ? [`${uid} house ${address.houseId}`] : []),
    ...(nextTariff !== undefined && !tariffs.has(nextTariff.tariffId) ? [`${uid} next tariff`] : []),
  ])
}

describe('a generated population', () => {
  test('is the same for the same seed and another for another', () => {
    const options = { size: 40, isRich: true }
    expect(generatePopulation({ ...options, seed: 3 })).toEqual(generatePopulation({ ...options, seed: 3 }))
    expect(generatePopulation({ ...options, seed: 3 })).not.toEqual(
      generatePopulation({ ...options, seed: 4 }),
    )
  })

  test('has as many subscribers as asked for, unique ids, nothing dangling', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(), fc.boolean(), fc.boolean(), (size, seed, isRich, isHostile) => {
        const population = generatePopulation({ size, seed, isRich, isHostile })
        expect(population.subscribers).toHaveLength(size)
        expect(isUnique(population.subscribers.map(({ login }) => login))).toBe(true)
        expect(isUnique(population.subscribers.map(({ uid }) => uid))).toBe(true)
        expect(isUnique(population.houses.map(({ streetId, typed }) => `${streetId} ${typed}`))).toBe(true)
        expect(dangling(population)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('is hostile unless told otherwise', () => {
    const logins = generatePopulation({ size: 20 }).subscribers.map(({ login }) => login)
    expect(logins).toContain('__proto__')
    expect(
      generatePopulation({ size: 20, isHostile: false }).subscribers.map(({ login }) => login),
    ).not.toContain('__proto__')
  })
})

describe('a population that goes on', () => {
  test('keeps its rules whatever happens to it', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(), fc.nat(100), (size, seed, changes) => {
        const before = generatePopulation({ size, seed, isRich: true })
        const frozen = structuredClone(before)
        const after = evolve(before, { seed, changes })
        expect(before).toEqual(frozen)
        expect(isUnique(after.subscribers.map(({ login }) => login))).toBe(true)
        expect(dangling(after)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('changes nothing when told so, and only what it is told', () => {
    const before = generatePopulation({ size: 50 })
    expect(evolve(before, { changes: 0 })).toEqual(before)
    const after = evolve(before, { changes: 5, kinds: ['balance'] })
    const changed = after.subscribers.filter((each, index) => each !== before.subscribers[index])
    expect(changed.length).toBeGreaterThan(0)
    const others = changed.map((each) => ({ ...each, balance: '' }))
    const held = changed.map(({ uid }) => before.subscribers.find((each) => each.uid === uid))
    expect(others).toEqual(held.map((each) => ({ ...(each ?? others[0]), balance: '' })) as typeof others)
  })

  test('gains and loses subscribers and tariffs', () => {
    const before = generatePopulation({ size: 50 })
    expect(evolve(before, { changes: 3, kinds: ['new'] }).subscribers).toHaveLength(53)
    expect(evolve(before, { changes: 3, kinds: ['gone'] }).subscribers).toHaveLength(47)
    expect(evolve(before, { changes: 2, kinds: ['tariff-new'] }).tariffs).toHaveLength(8)
    expect(evolve(before, { changes: 1, kinds: ['tariff-fee'] }).tariffs).not.toEqual(before.tariffs)
  })
})
