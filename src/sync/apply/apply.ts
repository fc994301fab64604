/** The only place that writes to UserSide: carries out a plan, step by step. */
import type { AddressCounts, SubscriberCounts, TariffCounts } from '../../model/summary.ts'
import type { Settings } from '../../userside/userside.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import { firstDifferences } from '../decide/first-differences.ts'
import type { Plan } from '../decide/plan.ts'
import type { Creations } from '../fields/reference.ts'
import { applyCatalogue } from './catalogue.ts'
import { applyHouses } from './houses.ts'
import { applyMessages } from './messages.ts'
import { applySubscribers } from './subscribers.ts'
import type { SubscriberResult } from './tally.ts'
import { applyTariffs } from './tariffs.ts'
import type { Writer } from './writer.ts'

/** What a run has done, or, for a preview, would do. */
export interface Done {
  readonly tariffs: TariffCounts
  readonly addresses: AddressCounts
  readonly subscribers: SubscriberCounts
  readonly fields: SubscriberResult['fields']
  readonly messages: number
}

/**
 * Carries out a plan in the contract's order (§2): tariffs, houses, the names of groups, tags and services, then the
 * subscribers, who refer to all of them, and their messages.
 * @param creations is filled with what is made
 * @throws UsersideError when the ERP cannot be read back or does not answer; Interrupted when the run is stopped
 */
export async function apply(
  writer: Writer,
  plan: Plan,
  creations: Creations,
  readSettings: () => Promise<Settings>,
): Promise<Done> {
  const { source, comparison, houses } = plan
  const tariffs = await writeTariffs(writer, plan, creations)
  const addresses = houses === undefined ? NO_ADDRESSES : await applyHouses(writer, plan, houses, creations)
  await applyCatalogue(writer, plan.catalogue, creations)
  const result = await applySubscribers(writer, plan, creations)
  const messages = await applyMessages(writer, plan, readSettings)
  return {
    tariffs,
    addresses,
    fields: result.fields,
    messages,
    subscribers: {
      seen: source.subscribers.subscribers.size,
      created: result.created,
      updated: result.updated,
      unchanged: comparison.unchanged,
      absent: result.absent,
      returned: result.returned,
      unmanaged: comparison.unmanaged,
      failed: result.failed + source.subscribers.unusable,
    },
  }
}

async function writeTariffs(
  writer: Writer,
  { source, tariffs, isTariffInVain: isInVain, needs }: Plan,
  creations: Creations,
): Promise<TariffCounts> {
  if (tariffs === undefined || source.tariffs.state === 'unavailable') return NO_TARIFFS
  return applyTariffs(writer, source.tariffs.items, tariffs, { creations, isInVain, isMeant: needs.isTariff })
}

/** The same counts for a plan that is not carried out. */
export function foresee(plan: Plan): Done {
  const { source, comparison, tariffs, houses } = plan
  const count = (action: 'update' | 'return'): number =>
    comparison.changes.filter((change) => change.action === action).length
  const fields: SubscriberResult['fields'] = {}
  const foreseen = (change: SubscriberChange | undefined): void => {
    for (const { field } of change?.deltas ?? []) fields[field.name] = (fields[field.name] ?? 0) + 1
  }
  for (const change of comparison.changes) foreseen(change)
  for (const subscriber of plan.creates) foreseen(firstDifferences(subscriber, plan))
  const canCreate = !plan.context.options.isAddressCreationDisabled
  return {
    tariffs: {
      created: tariffs?.add.length ?? 0,
      updated: tariffs?.edits.filter(({ kind }) => kind !== 'retire').length ?? 0,
      retired: tariffs?.edits.filter(({ kind }) => kind === 'retire').length ?? 0,
      unchanged: tariffs?.unchanged ?? 0,
    },
    addresses: {
      matched: houses?.erpIds.size ?? 0,
      created: canCreate ? (houses?.missing.length ?? 0) : 0,
      failed: (houses?.refused.length ?? 0) + (canCreate ? 0 : (houses?.missing.length ?? 0)),
    },
    fields,
    messages: plan.messages.length,
    subscribers: {
      seen: source.subscribers.subscribers.size,
      created: plan.creates.length,
      updated: count('update'),
      unchanged: comparison.unchanged,
      absent: plan.absent.length,
      returned: count('return'),
      unmanaged: comparison.unmanaged,
      failed: source.subscribers.unusable,
    },
  }
}

const NO_TARIFFS: TariffCounts = { created: 0, updated: 0, retired: 0, unchanged: 0 }
const NO_ADDRESSES: AddressCounts = { matched: 0, created: 0, failed: 0 }
