/** Creates and edits subscribers in lots; what nobody answered for is read back and sent again (§6). */
import { UsersideError } from '../../model/errors.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { cutIntoLots, type Failure, sendInLots } from '../../userside/lots.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import { type Comparison, compareAll } from '../compare/compare.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import { type Plan, takesPasswords } from '../decide/plan.ts'
import { subscriberName } from '../fields/name.ts'
import type { Creations } from '../fields/reference.ts'
import { sendChanges } from './edits.ts'
import { type SubscriberResult, Tally } from './tally.ts'
import {
  creation,
  journalled,
  ROUNDS,
  reportLost,
  reportRefused,
  reportUnlisted,
  stopIfAsked,
  type Writer,
} from './writer.ts'

/**
 * Creates new subscribers, reads their ids back, and writes all differences, theirs included, in the same run.
 * @throws UsersideError when the ERP cannot be read back or answers no write at all; Interrupted
 */
export async function applySubscribers(
  writer: Writer,
  plan: Plan,
  creations: Creations,
): Promise<SubscriberResult> {
  const tally = new Tally()
  const changes = [...plan.comparison.changes, ...plan.absent]
  const isLicenceTight = plan.target.settings.rowLimit > 0 && plan.creates.length > 0
  // Where a licence counts, those who leave make room for those who come.
  const leaving = isLicenceTight ? changes.filter(isLeaving) : []
  const others = isLicenceTight ? changes.filter((change) => !isLeaving(change)) : changes
  await writeChanges(writer, plan, creations, leaving, tally)
  const firstDifferences = await createSubscribers(writer, plan, creations, tally)
  await writeChanges(writer, plan, creations, [...others, ...firstDifferences], tally)
  return tally.result()
}

function isLeaving({ action, deltas }: SubscriberChange): boolean {
  return action === 'absent' || deltas.some(({ field, after }) => field.name === 'former' && after === 1)
}

/** Gives the first differences of the new ones. */
async function createSubscribers(
  writer: Writer,
  plan: Plan,
  creations: Creations,
  tally: Tally,
): Promise<SubscriberChange[]> {
  if (plan.creates.length === 0) return []
  let changes: SubscriberChange[] = []
  const parents = new Set(
    Array.from(plan.source.subscribers.subscribers.values(), ({ parentId }) => parentId),
  )
  let waiting: Lot[] = cutIntoLots(plan.creates, LOT_SIZES.creates)
  for (let round = 0; waiting.length > 0; round++) {
    const expected = waiting.flat()
    writer.logger.step('Creating subscribers', expected.length)
    const failed = await sendCreates(writer, waiting)
    const readBack = await compareAgain(writer, plan, expected, true)
    changes = [...changes, ...readBack.changes]
    const missing = (lot: Lot): Subscriber[] => lot.filter(({ id }) => !plan.erpIds.has(id))
    for (const { id } of expected) {
      const erpId = plan.erpIds.get(id)
      if (erpId === undefined) continue
      tally.created.add(id)
      if (parents.has(id)) creations.add('subscriber', id, erpId)
    }

    const again: Lot[] = []
    for (const [lot, { kind, message }] of failed) {
      const rest = missing(lot)
      if (rest.length === 0) continue
      if (kind === 'lost' && round + 1 < ROUNDS) again.push(rest)
      else if (kind === 'refused' && rest.length > 1)
        again.push(...cutIntoLots(rest, Math.ceil(rest.length / 2)))
      else {
        for (const { id } of rest) {
          tally.failed.add(id)
          if (kind === 'refused') reportRefused(writer, id, message)
          else reportLost(writer, id, message)
        }
      }
    }
    const explained = new Set([...failed.keys()].flat())
    for (const subscriber of missing(expected)) {
      if (explained.has(subscriber)) continue
      tally.failed.add(subscriber.id)
      reportUnlisted(writer, subscriber.id)
    }
    waiting = again
  }
  return changes
}

type Lot = readonly Subscriber[]

async function sendCreates(writer: Writer, lots: readonly Lot[]): Promise<ReadonlyMap<Lot, Failure>> {
  // One lot is one record here: a refused one is not halved before the list was read, or it might be created twice.
  return await sendInLots(lots, {
    size: 1,
    concurrency: writer.lotsAtATime,
    send: async ([lot = []]) => {
      const changes = lot.map((subscriber) =>
        creation('subscriber', subscriber.id, subscriberName(subscriber)),
      )
      const customers = lot.map((subscriber) => ({
        billingId: subscriber.id,
        name: subscriberName(subscriber),
      }))
      const result = await journalled(writer, changes, () => writer.userside.addCustomers(customers))
      if (result.kind === 'done') writer.logger.advance(lot.length)
      return result
    },
  })
}

/** Reads the ERP's list again and compares only these subscribers. */
async function compareAgain(
  writer: Writer,
  plan: Plan,
  subscribers: readonly Subscriber[],
  isNew = false,
): Promise<Comparison> {
  stopIfAsked(writer.signal)
  writer.logger.step('Reading UserSide back', plan.comparison.records + plan.creates.length)
  const wanted = new Set(subscribers.map(({ id }) => id))
  return compareAll(writer.userside, {
    subscribers: plan.source.subscribers.subscribers,
    setAside: plan.source.subscribers.setAside,
    context: plan.context,
    erpIds: plan.erpIds,
    awaited: plan.awaited,
    isManaged: (subscriber) => wanted.has(subscriber.id) && plan.isManaged(subscriber),
    accept: plan.accept,
    isNew,
    isUnremarkable: () => false,
    logger: writer.logger,
    withPasswords: takesPasswords(plan.context),
    // Those who were just created are there for the first time.
    onRecord: plan.recollection && ((customer) => plan.recollection?.saw(customer, isNew)),
  })
}

async function writeChanges(
  writer: Writer,
  plan: Plan,
  creations: Creations,
  first: readonly SubscriberChange[],
  tally: Tally,
): Promise<void> {
  let changes = first
  for (let round = 0; changes.length > 0; round++) {
    const lost = await sendChanges(writer, plan.context, changes, creations, tally)
    if (lost.size === 0) return
    if (round + 1 === ROUNDS) {
      for (const [id, message] of lost) {
        tally.failed.add(id)
        reportLost(writer, id, message)
      }
      if (tally.isNothingWritten) {
        throw new UsersideError(
          'temporary',
          'customer/group_edit',
          `UserSide answers no write: ${[...lost.values()][0]}`,
        )
      }
      return
    }
    changes = await changesStillMissing(writer, plan, changes, new Set(lost.keys()))
  }
}

/** What the ERP does not show of the changes whose answers were lost. */
async function changesStillMissing(
  writer: Writer,
  plan: Plan,
  sent: readonly SubscriberChange[],
  lostIds: ReadonlySet<string>,
): Promise<SubscriberChange[]> {
  const lost = sent.filter(({ id }) => lostIds.has(id))
  const { changes, absent } = await compareAgain(
    writer,
    plan,
    lost.flatMap(({ subscriber }) => subscriber ?? []),
  )
  return [...changes, ...absent.filter(({ id }) => lostIds.has(id))]
}
