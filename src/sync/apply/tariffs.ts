/** Writes tariffs: adds what is missing, reads back, then edits what differs, in groups (§4). */
import type { Tariff } from '../../model/catalogue.ts'
import type { LedgerItem } from '../../model/ledger.ts'
import type { TariffCounts } from '../../model/summary.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import type { IsInVain } from '../compare/acceptance.ts'
import { planTariffs, type TariffEdit, type TariffPlan, tariffName } from '../decide/tariffs.ts'
import { reportNotShown, reportUnanswered } from '../fields/creatable.ts'
import type { Creations } from '../fields/reference.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'
import {
  forEach,
  journalled,
  ROUNDS,
  reportLost,
  reportRefused,
  sendCreate,
  stopIfAsked,
  type Writer,
} from './writer.ts'

/**
 * Brings the ERP's tariffs to the billing's. New ones are added by name only, so the list is read again and what the
 * ERP did not take from the name is edited; the same reading tells what became of lost answers. Tariffs the ERP does
 * not have in the end are noted in `creations`.
 */
export async function applyTariffs(
  writer: Writer,
  tariffs: ReadonlyMap<string, Tariff>,
  firstPlan: TariffPlan,
  { creations, isInVain, isMeant }: TariffWriting,
): Promise<TariffCounts> {
  const fates: TariffFates = { refused: new Set(), sent: new Map() }
  const { refused, sent } = fates
  const newIds = new Set(firstPlan.add.map(({ id }) => canonicalTariffId(id)))
  // To a tariff that was just created nothing was ever written in vain.
  const isEditInVain: IsInVain = (id, change) => !newIds.has(canonicalTariffId(id)) && isInVain(id, change)
  let plan = firstPlan
  let lost = ''
  if (firstPlan.add.length > 0) {
    await addTariffs(writer, firstPlan.add, fates)
    plan = await planAgain()
  }
  for (let round = 0; round < ROUNDS; round++) {
    const edits = plan.edits.filter(({ tariff }) => !refused.has(tariff.billingId))
    lost = edits.length === 0 ? '' : await editTariffs(writer, edits, refused)
    if (lost === '') break
    plan = await planAgain()
  }
  if (lost !== '') reportLost(writer, 'tariffs', lost)
  for (const tariff of [...plan.add, ...firstPlan.held])
    creations.addMissingTariff(canonicalTariffId(tariff.id))
  for (const { id } of plan.add) {
    const fate = sent.get(id)
    if (fate === 'done') reportNotShown(writer.report, `tariff ${id}`)
    else if (fate === 'lost') reportUnanswered(writer.report, `tariff ${id}`)
  }
  return count(firstPlan, plan, refused)

  async function planAgain(): Promise<TariffPlan> {
    stopIfAsked(writer.signal)
    const again = planTariffs(tariffs, await writer.userside.tariffs(), {
      isInVain: isEditInVain,
      isMeant,
    })
    // What was held is missing still; it is not what this run has added.
    const held = new Set(firstPlan.held.map(({ id }) => id))
    return { ...again, add: again.add.filter(({ id }) => !held.has(id)) }
  }
}

export interface TariffWriting {
  /** Is filled. */
  readonly creations: Creations
  readonly isInVain: IsInVain
  /** The only ones that may be written to, by their canonical ids. */
  readonly isMeant: (canonicalId: string) => boolean
}

/** What became of tariffs, by their ids in the billing. */
interface TariffFates {
  readonly refused: Set<string>
  /** Of those that were added and not refused, whether the answer came. */
  readonly sent: Map<string, 'done' | 'lost'>
}

function count(first: TariffPlan, last: TariffPlan, refused: ReadonlySet<string>): TariffCounts {
  const edited = first.edits.filter(({ tariff }) => !refused.has(tariff.billingId))
  const retired = edited.filter(({ kind }) => kind === 'retire').length
  return {
    created: first.add.length - last.add.length,
    updated: edited.length - retired,
    retired,
    unchanged: first.unchanged,
  }
}

/** Each is sent once: the list tells what became of those nobody answered for. */
async function addTariffs(
  writer: Writer,
  tariffs: readonly Tariff[],
  { refused, sent }: TariffFates,
): Promise<void> {
  await forEach(writer, tariffs, async (tariff) => {
    const item: LedgerItem = {
      kind: 'tariff',
      key: canonicalTariffId(tariff.id),
      name: tariffName(tariff),
    }
    const result = await sendCreate(writer, [item], () => writer.userside.addTariff(tariff.id, item.name), {
      erpIdOf: (_, erpId) => erpId,
    })
    if (result.kind !== 'refused') sent.set(tariff.id, result.kind)
    else {
      refused.add(tariff.id)
      reportRefused(writer, { entity: 'tariff', id: tariff.id }, result.message)
    }
  })
}

/** Sends edits in groups; gives the last lost answer's message, `""` when every answer came. */
export async function editTariffs(
  writer: Writer,
  edits: readonly TariffEdit[],
  refused: Set<string>,
): Promise<string> {
  let lost = ''
  const byErpId = new Map(edits.map((edit) => [edit.tariff.erpId, edit]))
  for (let start = 0; start < edits.length; start += LOT_SIZES.tariffs) {
    const lot = edits.slice(start, start + LOT_SIZES.tariffs)
    const changes = lot.map(({ tariff, changes }) => ({
      entity: 'tariff' as const,
      id: tariff.billingId,
      erpId: tariff.erpId,
      action: 'update' as const,
      fields: changes,
    }))
    const patches = new Map(lot.map(({ tariff, patch }) => [tariff.erpId, patch]))
    await journalled(writer, changes, () =>
      writer.userside.editTariffs(patches, (erpId, result) => {
        const id = byErpId.get(erpId)?.tariff.billingId ?? erpId
        if (result.kind === 'lost') lost = result.message
        if (result.kind === 'refused') {
          refused.add(id)
          reportRefused(writer, { entity: 'tariff', id }, result.message)
        }
      }),
    )
  }
  return lost
}
