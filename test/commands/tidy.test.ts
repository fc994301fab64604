import { expect, test } from 'bun:test'
import { createMemoryKeeper } from '../../src/commands/frame/memory.ts'

/** A process of so many megabytes, and what became of it. */
function processOf(resident: number) {
  const memory = { resident, collected: 0 }
  const tidier = createMemoryKeeper({
    resident: () => memory.resident * 1e6,
    collect: () => {
      memory.collected += 1
      memory.resident -= 20
    },
  })
  return { memory, tidier }
}

test('collects between two steps when the process has grown, not otherwise', () => {
  const { memory, tidier } = processOf(60)
  tidier.step('reading')
  memory.resident = 107
  tidier.step('comparing')
  expect(memory.collected).toBe(0)
  memory.resident = 109
  tidier.step('writing')
  expect(memory).toEqual({ collected: 1, resident: 89 })
  tidier.step('the end')
  expect(memory.collected).toBe(1)
})

test('collects within a long step too, after some thousands of records', () => {
  const { memory, tidier } = processOf(60)
  tidier.step('reading')
  memory.resident = 200
  for (let lot = 0; lot < 49; lot++) tidier.advance(100)
  expect(memory.collected).toBe(0)
  tidier.advance(100)
  expect(memory.collected).toBe(1)
})

test('lets a big process grow by a share of itself within a step: collecting it takes long', () => {
  const { memory, tidier } = processOf(400)
  memory.resident = 559
  tidier.advance(5000)
  expect(memory.collected).toBe(0)
  memory.resident = 561
  tidier.advance(5000)
  expect(memory.collected).toBe(1)
})

test('takes away what a step has left before the next one begins, however big the process is', () => {
  const { memory, tidier } = processOf(400)
  memory.resident = 447
  tidier.step('reading')
  expect(memory.collected).toBe(0)
  memory.resident = 449
  tidier.step('comparing')
  expect(memory.collected).toBe(1)
})
