/** The first trial of a new operator: five subscribers written to a UserSide that has 2 000 others, and brought back. */
import { expect, setDefaultTimeout, test } from 'bun:test'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { Site } from './site.ts'

setDefaultTimeout(120_000)

test('writes the five, touches nobody else, and brings them back', async () => {
  const town = generatePopulation({ size: 2005, seed: 2005, isHostile: false })
  await using site = await Site.open({ billing: { population: town } })
  expect((await site.run()).exitCode).toBe(0)
  const before = site.userside.snapshot()
  const five = [3, 404, 805, 1206, 2004].map((place) => town.subscribers[place]?.login ?? '')

  // Everybody has something new; five are asked for.
  site.populate({
    ...town,
    subscribers: town.subscribers.map((one) => ({
      ...one,
      balance: '77.70',
      fullName: `${one.fullName} А.`,
    })),
  })
  const trial = await site.runJson(five.flatMap((login) => ['--id', login]))
  expect([trial.exitCode, trial.summary.subscribers.updated]).toEqual([0, 5])
  const { subscribers, ...rest } = site.userside.snapshot()
  const { subscribers: formerly, ...formerRest } = before
  expect(rest).toEqual(formerRest)
  const touched = Object.keys(subscribers).filter((id) => !Bun.deepEquals(subscribers[id], formerly[id]))
  expect(touched.toSorted()).toEqual(five.toSorted())
  for (const login of five) expect(subscribers[login]?.['balance']).toBe('77.70')
  expect((await site.runJson(five.flatMap((login) => ['--id', login]))).summary.userside.writes).toBe(0)

  expect((await site.run(['undo', 'last', '--yes'])).exitCode).toBe(0)
  const brought = site.userside.snapshot()
  for (const login of five) expect(brought.subscribers[login]?.['balance']).toBe(formerly[login]?.['balance'])
  expect(site.userside.violations).toEqual([])
})
