/** What the records are called that plans and journals are about. */
import type { EntityKind } from '../model/journal.ts'
import type { Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'

const COUNTED = {
  tariff: ['{1} tariff', '{1} tariffs'],
  subscriber: ['{1} subscriber', '{1} subscribers'],
  house: ['{1} house', '{1} houses'],
  group: ['{1} group', '{1} groups'],
  tag: ['{1} tag', '{1} tags'],
  service: ['{1} service', '{1} services'],
  message: ['{1} message', '{1} messages'],
} as const satisfies Readonly<Record<EntityKind, readonly [one: Phrase, many: Phrase]>>

/** `1 house`, `3 tariffs`. */
export function countedRecords(count: number, entity: EntityKind, speaker: Speaker): string {
  const [one, many] = COUNTED[entity]
  return speaker.count(count, one, many)
}
