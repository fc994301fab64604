import { expect, test } from 'bun:test'
import { createGarbageCollector } from '../../../src/commands/frame/garbage.ts'

/** A process of so many megabytes, and what became of it. */
function processOf(resident: number) {
  const memory = { resident, collected: 0 }
  const collector = createGarbageCollector({
    resident: () => memory.resident * 1e6,
    collect: () => {
      memory.collected += 1
      memory.resident -= 20
    },
  })
  return { memory, collector }
}

test('collects between two steps when the process has grown, not otherwise', () => {
  const { memory, collector } = processOf(60)
  collector.step('reading')
  memory.resident = 107
  collector.step('comparing')
  expect(memory.collected).toBe(0)
  memory.resident = 109
  collector.step('writing')
  expect(memory).toEqual({ collected: 1, resident: 89 })
  collector.step('the end')
  expect(memory.collected).toBe(1)
})

test('collects within a long step too, after some thousands of records', () => {
  const { memory, collector } = processOf(60)
  collector.step('reading')
  memory.resident = 200
  for (let lot = 0; lot < 49; lot++) collector.advance(100)
  expect(memory.collected).toBe(0)
  collector.advance(100)
  expect(memory.collected).toBe(1)
})

test('lets a big process grow by a share of itself within a step: collecting it takes long', () => {
  const { memory, collector } = processOf(400)
  memory.resident = 559
  collector.advance(5000)
  expect(memory.collected).toBe(0)
  memory.resident = 561
  collector.advance(5000)
  expect(memory.collected).toBe(1)
})

test('takes away what a step has left before the next one begins, however big the process is', () => {
  const { memory, collector } = processOf(400)
  memory.resident = 447
  collector.step('reading')
  expect(memory.collected).toBe(0)
  memory.resident = 449
  collector.step('comparing')
  expect(memory.collected).toBe(1)
})

test('takes away what comparing has left before the first write, and nothing while a run writes', () => {
  const { memory, collector } = processOf(400)
  memory.resident = 425
  collector.writing.step('writing subscribers')
  expect(memory.collected).toBe(1)
  memory.resident = 900
  collector.writing.advance(5000)
  collector.writing.step('writing balances')
  expect(memory.collected).toBe(1)
})

test('writes without collecting where comparing has left little', () => {
  const { memory, collector } = processOf(400)
  memory.resident = 423
  collector.writing.step('writing subscribers')
  expect(memory.collected).toBe(0)
})

test('counts from where the process has shrunk to: memory is given back later than it is collected', () => {
  const { memory, collector } = processOf(400)
  memory.resident = 340
  collector.step('reading')
  memory.resident = 389
  collector.step('comparing')
  expect(memory.collected).toBe(1)
})
