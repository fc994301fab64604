/** What ten minutes make of a population: most subscribers were online, some have paid, hardly anything else happens. */
import type { Population, PopulationSubscriber } from './population.ts'
import { seededRandom } from './random.ts'

/** In ten thousandths of all subscribers. */
const ONLINE = 7000
const PAID = 200
const EDITED = 10

/**
 * The population after so many times ten minutes. Of each of them seven in ten subscribers have new counters of traffic
 * and a new activity, one in fifty has a new balance, one in a thousand a new comment. The earlier state is left as it is.
 */
export function afterTenMinutes(population: Population, time: number): Population {
  const random = seededRandom(0x2545f491 ^ time)
  const isOneOf = (share: number): boolean => random.int(10_000) < share
  const activeAt = momentOf(time)
  const subscribers = population.subscribers.map((before) => {
    let changed: Partial<PopulationSubscriber> = {}
    if (isOneOf(ONLINE)) {
      changed = {
        activeAt,
        trafficUp: added(before.trafficUp, random.int(200_000_000)),
        trafficDown: added(before.trafficDown, random.int(2_000_000_000)),
      }
    }
    if (isOneOf(PAID)) changed = { ...changed, balance: `${random.int(900)}.${random.digits(2)}` }
    if (isOneOf(EDITED)) changed = { ...changed, comment: `зауваження ${time} ${random.digits(3)}` }
    return { ...before, ...changed }
  })
  return { ...population, subscribers }
}

function added(counter: string, bytes: number): string {
  return String(BigInt(counter) + BigInt(bytes))
}

/** The day the sandbox's populations live in, ten minutes further every time. */
function momentOf(time: number): string {
  const moment = new Date(Date.UTC(2026, 10, 22, 0, 0, 7) + time * 600_000)
  return moment.toISOString().slice(0, 19).replace('T', ' ')
}
