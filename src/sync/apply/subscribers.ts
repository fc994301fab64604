/** Creates and edits subscribers in lots; what nobody answered for is read back and sent again (§6). */
import { UsersideError } from '../../model/errors.ts'
import type { LedgerItem, ShownSubscriber } from '../../model/ledger.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { cutIntoLots, type Failure, sendInLots } from '../../userside/lots.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import { type Comparison, compareAll } from '../compare/compare.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import { LEAD } from '../decide/leads.ts'
import { type Plan, takesPasswords } from '../decide/plan.ts'
import { reportNotShown, reportUnanswered } from '../fields/creatable.ts'
import { subscriberName } from '../fields/name.ts'
import type { Creations } from '../fields/reference.ts'
import { sendChanges } from './edits.ts'
import { type SubscriberResult, Tally } from './tally.ts'
import {
  journalled,
  ROUNDS,
  reportLost,
  reportRefused,
  sendCreate,
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

/** Gives the first differences of the new ones, and of the leads that were made regular. */
async function createSubscribers(
  writer: Writer,
  plan: Plan,
  creations: Creations,
  tally: Tally,
): Promise<SubscriberChange[]> {
  const converted = await convertLeads(writer, plan.conversions, tally)
  if (plan.creates.length + converted.length === 0) return []
  const changes: SubscriberChange[] = []
  const parents = new Set(
    Array.from(plan.source.subscribers.subscribers.values(), ({ parentId }) => parentId),
  )
  let waiting: Lot[] = cutIntoLots(plan.creates, LOT_SIZES.creates)
  let expected: readonly Subscriber[] = [...plan.creates, ...converted]
  while (expected.length > 0) {
    writer.logger.step('Creating subscribers', expected.length)
    const failed = await sendCreates(writer, waiting)
    const readBack = await compareAgain(writer, plan, expected, true)
    for (const change of readBack.changes) changes.push(plan.onlyOf?.(change) ?? change)
    for (const { id } of expected) {
      const erpId = plan.erpIds.get(id)
      if (erpId === undefined) continue
      tally.created.add(id)
      if (parents.has(id)) creations.add('subscriber', id, erpId)
    }
    waiting = againInHalves(writer, plan, expected, failed, tally)
    expected = waiting.flat()
  }
  return changes
}

/**
 * Tells of everybody who is still not there. Nobody whose create may be at work, or was accepted, is sent again: what
 * the list does not show is left to a later run (§12.7). A refused lot comes again in halves, until the culprit is alone.
 */
function againInHalves(
  writer: Writer,
  plan: Plan,
  expected: readonly Subscriber[],
  failed: ReadonlyMap<Lot, Failure>,
  tally: Tally,
): Lot[] {
  const isMissing = ({ id }: Subscriber): boolean => !plan.erpIds.has(id)
  const again: Lot[] = []
  for (const [lot, { kind, message }] of failed) {
    const rest = lot.filter(isMissing)
    if (kind === 'refused' && rest.length > 1) again.push(...cutIntoLots(rest, Math.ceil(rest.length / 2)))
    else {
      for (const { id } of rest) {
        tally.failed.add(id)
        if (kind === 'refused') reportRefused(writer, { entity: 'subscriber', id }, message)
        else reportUnanswered(writer.report, id)
      }
    }
  }
  const explained = new Set([...failed.keys()].flat())
  for (const subscriber of expected) {
    if (!isMissing(subscriber) || explained.has(subscriber)) continue
    tally.failed.add(subscriber.id)
    reportNotShown(writer.report, subscriber.id)
  }
  return again
}

type Lot = readonly Subscriber[]

/** Makes leads regular subscribers; gives those that are, as far as anybody knows (§6). */
async function convertLeads(
  writer: Writer,
  conversions: Plan['conversions'],
  tally: Tally,
): Promise<Subscriber[]> {
  const converted: Subscriber[] = []
  for (const { subscriber, lead } of conversions) {
    const field = { field: LEAD, before: 1, after: 0, from: '1', to: '0' }
    const { id } = subscriber
    const change = { entity: 'subscriber', id, erpId: lead.erpId, action: 'update', fields: [field] } as const
    const result = await journalled(writer, [change], () => writer.userside.convertLead(lead.erpId))
    if (result.kind === 'refused') {
      tally.failed.add(id)
      reportRefused(writer, { entity: 'subscriber', id }, result.message)
    } else converted.push(subscriber)
  }
  return converted
}

async function sendCreates(writer: Writer, lots: readonly Lot[]): Promise<ReadonlyMap<Lot, Failure>> {
  const failures = new Map<Lot, Failure>()
  // One lot is one record here: a refused one is not halved before the list was read, or it might be created twice.
  await sendInLots(lots, {
    size: 1,
    // What is noted as sent is sent at once: a killed run leaves no creates behind that never went out.
    concurrency: writer.concurrency,
    send: async ([lot = []]) => {
      await createLot(writer, lot, failures)
      return { kind: 'done', value: undefined }
    },
  })
  // Lots come back in any order; what is said of them follows the billing's.
  const places = new Map(lots.flat().map(({ id }, place) => [id, place]))
  const placeOf = ([lot]: readonly [Lot, Failure]): number => places.get(lot[0]?.id ?? '') ?? 0
  return new Map([...failures].sort((left, right) => placeOf(left) - placeOf(right)))
}

/** Sends a lot; one that is too big, so that nothing of it was carried out, goes in parts at once. */
async function createLot(writer: Writer, lot: Lot, failures: Map<Lot, Failure>): Promise<void> {
  const items = lot.map((subscriber): LedgerItem => {
    return { kind: 'subscriber', key: subscriber.id, name: subscriberName(subscriber) }
  })
  const customers = items.map(({ key, name }) => ({ billingId: key, name }))
  const result = await sendCreate(writer, items, () => writer.userside.addCustomers(customers), {
    erpIdOf: () => '',
  })
  if (result.kind === 'done') writer.logger.advance(lot.length)
  else if (result.kind === 'refused' && result.parts !== undefined && lot.length > 1) {
    for (const part of cutIntoLots(lot, Math.ceil(lot.length / result.parts)))
      await createLot(writer, part, failures)
  } else failures.set(lot, { kind: result.kind, message: result.message })
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
  const shown: ShownSubscriber[] = []
  const comparison = await compareAll(writer.userside, {
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
    onShown: (id, { erpId, isInBilling }) => {
      if (wanted.has(id)) shown.push({ key: id, erpId, isInBilling, wasKnown: true })
    },
    // Those who were just created are there for the first time.
    onRecord: plan.memoryWriter && ((customer) => plan.memoryWriter?.saw(customer, isNew)),
  })
  if (isNew) writer.ledger.saveShown({ shown, gone: [] })
  return comparison
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
