/** Addresses that read the same but for spelling, and those that do not. */
import { describe, expect, test } from 'bun:test'
import { isSpelledAlike } from '../../../src/sync/addresses/spelling.ts'

describe('the same but for spelling', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['Київ, Соборна, 12', 'КИЇВ, СОБОРНА, 12'],
    ['Київ, вул. Соборна, 12', 'Київ, Соборна, 12'],
    ['м. Київ, вулиця Соборна, буд. 12', 'Київ, Соборна, 12'],
    ['Київ, Соборна, 12-А', 'Київ, Соборна, 12 а'],
    ['Київ, Соборна, 12А', 'Київ, Соборна, 12 А'],
    // Latin letters that look like Cyrillic ones.
    ['Київ, Cоборна, 12 A', 'Київ, Соборна, 12 А'],
    ["Кам'янець, Гоголя, 3", 'Камянець, Гоголя, 3'],
    ['Кам`янець, Гоголя, 3', 'Кам’янець, Гоголя, 3'],
    ['Соборна, 12', 'Київ, Соборна, 12'],
    ['Харьков, пр. Науки, 5/2', 'Харьков, проспект Науки, 5-2'],
    ['Київ, Зелена, 7 К', 'Київ, Зелена, 7к'],
  ]
  for (const [left, right] of pairs) {
    test(`${left} = ${right}`, () => {
      expect([isSpelledAlike(left, right), isSpelledAlike(right, left)]).toEqual([true, true])
    })
  }
})

describe('another address', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['Київ, Соборна, 12', 'Київ, Соборна, 112'],
    ['Київ, Соборна, 12-3', 'Київ, Соборна, 123'],
    ['Київ, Соборна, 12', 'Київ, Соборна, 12 А'],
    ['Київ, Соборна, 12 К', 'Київ, Соборна, 12'],
    ['Київ, Соборна, 12', 'Львів, Соборна, 12'],
    ['Київ, Соборна, 12', 'Київ, Озерна, 12'],
    ['', 'Київ, Соборна, 12'],
  ]
  for (const [left, right] of pairs) {
    test(`${left || 'nothing'} ≠ ${right}`, () => {
      expect([isSpelledAlike(left, right), isSpelledAlike(right, left)]).toEqual([false, false])
    })
  }
})
