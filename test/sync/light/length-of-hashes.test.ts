/** UserSide's list of source hashes is as long as there are subscribers: whoever reads it is told how many. */
import { expect, test } from 'bun:test'
import { SILENT } from '../../../src/model/logger.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { createUserside } from '../../../src/userside/client.ts'
import { expectSettled, startWorld } from '../world.ts'

test('the list of source hashes is asked for with the number of subscribers', async () => {
  const world = await startWorld({ population: generatePopulation({ size: 7, seed: 5 }) })
  try {
    const asked: number[] = []
    const userside = createUserside({
      url: world.userside.url,
      apiKey: world.userside.apiKey,
      billingId: 1,
      http: { timeoutSec: 60, retries: 3 },
      logger: SILENT,
      report: () => {},
      sleep: async () => {},
    })
    const hashes = (subscribers: number) => {
      asked.push(subscribers)
      return userside.hashes(subscribers)
    }
    await world.run(
      { fullEveryMinutes: 60 },
      { userside: Object.create(userside, { hashes: { value: hashes } }) },
    )
    expect(asked).toEqual([7])
    await expectSettled(world)
  } finally {
    await world.stop()
  }
})
