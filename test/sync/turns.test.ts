/** Pieces of work that overlap are told one after the other. */
import { expect, test } from 'bun:test'
import { SILENT } from '../../src/model/narrator.ts'
import { Turns } from '../../src/sync/apply/turns.ts'

function listening(): { turns: Turns; told: string[] } {
  const told: string[] = []
  const turns = new Turns({
    ...SILENT,
    step: (title, total) => told.push(`${title} of ${total}`),
    advance: (count) => told.push(`+${count}`),
    warn: (text) => told.push(text),
  })
  return { turns, told }
}

test('what is done of a later piece is told when the earlier one is over, a warning at once', () => {
  const { turns, told } = listening()
  const first = turns.begin()
  first.step('a', 3)
  first.advance(1)
  const second = turns.begin()
  second.step('b', 5)
  second.advance(2)
  second.advance(1)
  second.step('c', 7)
  second.warn('mind')
  expect(told).toEqual(['a of 3', '+1', 'mind'])
  first.advance(2)
  first.end()
  second.advance(2)
  second.end()
  expect(told.slice(3)).toEqual(['+2', 'b of 5', '+3', 'c of 7', '+2'])
})

test('a piece that is over before the one before it is told all the same, and the one behind it follows', () => {
  const { turns, told } = listening()
  const [first, second, third] = [turns.begin(), turns.begin(), turns.begin()]
  first.step('a', 1)
  second.step('b', 1)
  third.step('c', 1)
  third.advance(1)
  second.advance(1)
  second.end()
  expect(told).toEqual(['a of 1'])
  first.advance(1)
  first.end()
  expect(told.slice(1)).toEqual(['+1', 'b of 1', '+1', 'c of 1', '+1'])
  third.end()
})
