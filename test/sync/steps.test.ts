/** Steps that overlap are told one after the other. */
import { expect, test } from 'bun:test'
import { SILENT } from '../../src/model/narrator.ts'
import { Steps } from '../../src/sync/apply/steps.ts'

function listening(): { steps: Steps; told: string[] } {
  const told: string[] = []
  const steps = new Steps({
    ...SILENT,
    step: (title, total) => told.push(`${title} of ${total}`),
    advance: (count) => told.push(`+${count}`),
  })
  return { steps, told }
}

test('what is done of a later step is told when the earlier one is over', () => {
  const { steps, told } = listening()
  const first = steps.begin('a', 3)
  first.advance(1)
  const second = steps.begin('b', 5)
  second.advance(2)
  second.advance(1)
  expect(told).toEqual(['a of 3', '+1'])
  first.advance(2)
  first.end()
  second.advance(2)
  second.end()
  expect(told.slice(2)).toEqual(['+2', 'b of 5', '+3', '+2'])
})

test('a step that is over before the one before it is told all the same, and the one behind it follows', () => {
  const { steps, told } = listening()
  const [first, second, third] = [steps.begin('a', 1), steps.begin('b', 1), steps.begin('c', 1)]
  third.advance(1)
  second.advance(1)
  second.end()
  expect(told).toEqual(['a of 1'])
  first.advance(1)
  first.end()
  expect(told.slice(1)).toEqual(['+1', 'b of 1', '+1', 'c of 1', '+1'])
  third.end()
})
