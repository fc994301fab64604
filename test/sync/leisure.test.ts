/** Long work in stretches: others are let by, and what was begun first is ready first. */
import { expect, test } from 'bun:test'
import { Leisure } from '../../src/sync/apply/leisure.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

test('a short piece does not overtake a long one, and others are let by in between', async () => {
  const leisure = new Leisure()
  const ready: string[] = []
  let ticks = 0
  let isOver = false
  const tick = (): void => {
    ticks += 1
    if (!isOver) setImmediate(tick)
  }
  setImmediate(tick)
  const pieces = [
    leisure.each(numbers(300), () => {}).then(() => ready.push('long')),
    leisure.each(numbers(5), () => {}).then(() => ready.push('short')),
  ]
  await Promise.all(pieces)
  isOver = true
  expect(ready).toEqual(['long', 'short'])
  expect(ticks).toBeGreaterThan(5)
})

test('a piece that fails does not hold up the next', async () => {
  const leisure = new Leisure()
  const failing = leisure.each([1], () => {
    throw new Error('odd')
  })
  const seen: number[] = []
  const next = leisure.each([2], (item) => seen.push(item))
  await expect(failing).rejects.toThrow('odd')
  await next
  expect(seen).toEqual([2])
})
