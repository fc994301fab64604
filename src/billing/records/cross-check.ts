/**
 * The check of the billing's lists against each other, once all of them are read: a list that answered "nothing" while subscribers
 * refer to it was not read (`contracts/universal-billing-api.md` §2).
 */
import { type Directory, itemsOf } from '../../model/directory.ts'
import { BillingError } from '../../model/errors.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { BillingDirectories } from '../billing.ts'
import { REFERRED, type Referred, refersTo } from './references.ts'

/** A list as the source knows it. */
export interface SourceList {
  /** What it is asked for by: a method, a query. */
  readonly name: string
  /** What is in it, for messages: `the tariffs`. */
  readonly what: string
  /** When it could not be read: no run without it, or what needs it is left alone. */
  readonly failed: 'stop' | 'unavailable'
}

/** Every list subscribers refer to, by its name in the model. */
export type SourceLists = Readonly<Record<keyof BillingDirectories, SourceList>>

/**
 * Gives the lists with every wrongly empty one turned into a failed one.
 * @throws BillingError when it is a list that no run can do without
 */
export function crossCheck<D extends BillingDirectories>(
  directories: D,
  subscribers: Iterable<Subscriber>,
  lists: SourceLists,
  report: ReportProblem,
): D {
  const empty = (Object.keys(lists) as (keyof BillingDirectories)[]).filter((name) =>
    isEmpty(directories[name]),
  )
  const referred = referredLists(directories, empty, subscribers)
  const corrected: Partial<Record<keyof BillingDirectories, Directory<never>>> = {}
  for (const list of referred) {
    const { name, what, failed } = lists[list]
    const message = `Of the billing, ${what} came as an empty list (${name}), although subscribers refer to them.`
    if (failed === 'stop') {
      throw new BillingError('malformed', name, message, { hint: 'See to the database of the billing.' })
    }
    report({
      code: 'billing-list-failed',
      example: `${name}: ${message}`,
      text: 'Some lists of the billing could not be read. What depends on them was left alone.',
      partial: true,
    })
    corrected[list] = { state: 'unavailable', reason: 'failed', message }
  }
  return { ...directories, ...corrected }
}

function isEmpty(directory: Directory<unknown>): boolean {
  return directory.state === 'available' && directory.items.size === 0
}

/** Those of some lists that subscribers refer to, themselves or by their houses. Stops as soon as that is known. */
function referredLists(
  directories: BillingDirectories,
  lists: readonly (keyof BillingDirectories)[],
  subscribers: Iterable<Subscriber>,
): (keyof BillingDirectories)[] {
  const looks = lists.map((list) => ({ list, refers: referralTo(list, directories) }))
  const found = new Set<keyof BillingDirectories>()
  let open = looks.filter(({ refers }) => refers !== undefined)
  for (const subscriber of subscribers) {
    if (open.length === 0) break
    const hits = open.filter(({ refers }) => refers?.(subscriber))
    if (hits.length === 0) continue
    for (const { list } of hits) found.add(list)
    open = open.filter(({ list }) => !found.has(list))
  }
  return lists.filter((list) => found.has(list))
}

/** How a subscriber's reference to a list is told; `undefined` when nobody can refer to it. */
function referralTo(
  list: keyof BillingDirectories,
  { houses, streets }: BillingDirectories,
): ((subscriber: Subscriber) => boolean) | undefined {
  if (isReferred(list)) return (subscriber) => refersTo(list, subscriber)
  const leading = new Set<string>()
  for (const [id, house] of itemsOf(houses)) {
    const street = itemsOf(streets).get(house.streetId)
    const referred = { streets: house.streetId, districts: house.districtId, cities: street?.cityId ?? '' }[
      list
    ]
    if (leads(referred)) leading.add(id)
  }
  if (leading.size === 0) return undefined
  return ({ address }) => address !== undefined && leading.has(address.houseId)
}

function isReferred(list: keyof BillingDirectories): list is Referred {
  return (REFERRED as readonly string[]).includes(list)
}

/** A house leads to its street and district, a street to its city. `0` leads nowhere. */
function leads(id: string): boolean {
  return id !== '' && id !== '0'
}
