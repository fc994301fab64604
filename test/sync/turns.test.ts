/** Pieces of work that overlap are told one after the other. */
import { expect, test } from 'bun:test'
import { type Logger, SILENT } from '../../src/model/logger.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { Turns } from '../../src/sync/apply/turns.ts'
import { expectSettled, startWorld } from './world.ts'

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

test('a run tells of its steps in their order, and of its writing to whom that is for', async () => {
  const steps: string[] = []
  const listener = (who: string): Logger => {
    const done = new Map<string, number>()
    let title = ''
    return {
      ...SILENT,
      step: (next, total) => {
        title = next
        if (total !== undefined) steps.push(`${who}: ${title}`)
      },
      advance: (count) => {
        done.set(title, (done.get(title) ?? 0) + count)
        if (title.startsWith('Writing') && done.get(title) === 250) steps.push(`${title} done`)
      },
    }
  }
  const people = generatePopulation({ size: 250 }).subscribers.map((subscriber) => ({
    ...subscriber,
    children: [],
  }))
  const world = await startWorld({
    population: { ...generatePopulation({ size: 250 }), subscribers: people },
  })
  await world.run({}, { logger: listener('reading'), writingLogger: listener('writing') })
  const written = steps.filter((step) => /writing: |done$/.test(step))
  expect(written.slice(0, 5)).toEqual([
    'writing: Creating houses',
    'writing: Creating subscribers',
    'writing: Reading UserSide back',
    'writing: Writing subscribers',
    'Writing subscribers done',
  ])
  expect(steps).toContain('reading: Comparing subscribers')
  expect(steps.filter((step) => /^reading: (Writing|Creating)/.test(step))).toEqual([])
  await expectSettled(world)
  await world.stop()
})
