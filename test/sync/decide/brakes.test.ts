/** The brakes: what they let pass, and the sentence they say. */
import { describe, expect, test } from 'bun:test'
import {
  absenceBrake,
  changeBrake,
  createBrake,
  houseBrake,
  isListDoubtful,
  listBrake,
} from '../../../src/sync/decide/brakes.ts'
import { SAFETY } from '../world.ts'

const RULES = {
  safety: SAFETY,
  isAbsenceAccepted: false,
  isCreateAccepted: false,
  isChangeAccepted: false,
}

describe('marking absent', () => {
  const cases: readonly [absent: number, base: number, isOn: boolean][] = [
    [0, 100, false],
    [20, 30, false],
    [21, 300, false],
    [21, 200, true],
    [21, 21, true],
  ]
  for (const [absent, base, isOn] of cases) {
    test(`${absent} of ${base}: ${isOn ? 'held' : 'done'}`, () => {
      expect(absenceBrake(absent, base, 10, RULES) !== undefined).toBe(isOn)
      expect(absenceBrake(absent, base, 10, { ...RULES, isAbsenceAccepted: true })).toBeUndefined()
    })
  }

  test('an empty billing marks nobody, accepted or not', () => {
    expect(absenceBrake(1, 1, 0, { ...RULES, isAbsenceAccepted: true })?.message).toContain(
      'no subscriber at all',
    )
  })
})

describe('creating', () => {
  const cases: readonly [count: number, base: number, isOn: boolean][] = [
    [50, 100, false],
    [51, 100, true],
    [51, 50, false],
    [51, 255, false],
    [52, 255, true],
  ]
  for (const [count, base, isOn] of cases) {
    test(`${count} beside ${base}: ${isOn ? 'held' : 'done'}`, () => {
      const measures = [{ what: 'houses', count, base }] as const
      expect(createBrake(measures, false, RULES) !== undefined).toBe(isOn)
      expect(createBrake(measures, true, RULES)).toBeUndefined()
      expect(createBrake(measures, false, { ...RULES, isCreateAccepted: true })).toBeUndefined()
    })
  }

  test('holds the kinds that are too many, and names them in one sentence', () => {
    const brake = createBrake(
      [
        { what: 'subscribers', count: 3, base: 600 },
        { what: 'houses', count: 120, base: 100 },
        { what: 'tags', count: 60, base: 60 },
      ],
      false,
      RULES,
    )
    expect(brake?.subjects).toEqual(['houses', 'tags'])
    expect(brake?.message).toBe(
      '120 houses beside 100 (120.0 %), 60 tags beside 60 (100.0 %) would be created, more than 50 and more than 20 %: none of them is, everything else is done. If they are really new, run once with --accept-creates; the limits are "safety" in the configuration.',
    )
  })

  test('houses of which none is found are held until they are accepted', () => {
    expect(houseBrake(12, RULES)?.message).toContain('none of the 12 houses')
    expect(houseBrake(12, { isCreateAccepted: true })).toBeUndefined()
  })
})

describe('changing one field', () => {
  test('of very many who hold a value in it is held, the others are not', () => {
    const brake = changeBrake(
      [
        { field: 'name', count: 450, base: 500 },
        { field: 'comment', count: 100, base: 100 },
        { field: 'email', count: 140, base: 500 },
      ],
      RULES,
    )
    expect(brake?.subjects).toEqual(['name'])
    expect(brake?.message).toContain('name in 450 of 500 records (90.0 %) would change')
    expect(brake?.message).toContain('--accept-changes')
  })

  test('is done when it is accepted', () => {
    const measures = [{ field: 'name', count: 450, base: 500 }] as const
    expect(changeBrake(measures, { ...RULES, isChangeAccepted: true })).toBeUndefined()
  })
})

describe('the list of subscribers', () => {
  const cases: readonly [shown: number, remembered: number, isDoubtful: boolean][] = [
    [0, 0, false],
    [0, 1, true],
    [53, 60, true],
    [54, 60, false],
    [9, 10, false],
  ]
  for (const [shown, remembered, isDoubtful] of cases) {
    test(`that shows ${shown} of ${remembered} is ${isDoubtful ? 'not believed' : 'believed'}`, () => {
      expect(isListDoubtful({ shown, remembered })).toBe(isDoubtful)
    })
  }

  test('is told with both numbers and what to do', () => {
    const { message } = listBrake({ shown: 20, remembered: 60 })
    expect(message).toContain('UserSide shows 20 of the 60 subscribers it is known to hold (33.3 %)')
    expect(message).toContain('--accept-creates')
    expect(message).toContain('--accept-absent')
  })
})
