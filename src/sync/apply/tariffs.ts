/** Writes tariffs: adds what is missing, reads back, then edits what differs, in groups (§4). */
import type { Tariff } from '../../model/catalogue.ts'
import type { TariffCounts } from '../../model/summary.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import type { IsTariffInVain } from '../compare/acceptance.ts'
import { planTariffs, type TariffEdit, type TariffPlan, tariffName } from '../decide/tariffs.ts'
import type { Creations } from '../fields/reference.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'
import {
  creation,
  forEach,
  journalled,
  ROUNDS,
  reportLost,
  reportRefused,
  reportUnlisted,
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
  { creations, isInVain }: { readonly creations: Creations; readonly isInVain: IsTariffInVain },
): Promise<TariffCounts> {
  const refused = new Set<string>()
  /** Added, says the ERP: if it does not list them all the same, adding them again would double them. */
  const added = new Set<string>()
  const newIds = new Set(firstPlan.add.map(({ id }) => canonicalTariffId(id)))
  // To a tariff that was just created nothing was ever written in vain.
  const isEditInVain: IsTariffInVain = (id, change) =>
    !newIds.has(canonicalTariffId(id)) && isInVain(id, change)
  let plan = firstPlan
  let lost = ''
  for (let round = 0; round < ROUNDS; round++) {
    const add = plan.add.filter(({ id }) => !refused.has(id) && !added.has(id))
    const edits = plan.edits.filter(({ tariff }) => !refused.has(tariff.billingId))
    if (add.length === 0 && edits.length === 0) {
      lost = ''
      break
    }
    lost =
      add.length > 0
        ? await addTariffs(writer, add, refused, added)
        : await editTariffs(writer, edits, refused)
    if (add.length === 0 && lost === '') break
    stopIfAsked(writer.signal)
    plan = planTariffs(tariffs, await writer.userside.tariffs(), isEditInVain)
  }
  if (lost !== '') reportLost(writer, 'tariffs', lost)
  for (const { id } of plan.add) {
    creations.addMissingTariff(canonicalTariffId(id))
    if (added.has(id)) reportUnlisted(writer, `tariff ${id}`)
  }
  return count(firstPlan, plan, refused)
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

/** Gives the last lost answer's message, `""` when every answer came. */
async function addTariffs(
  writer: Writer,
  tariffs: readonly Tariff[],
  refused: Set<string>,
  added: Set<string>,
): Promise<string> {
  let lost = ''
  await forEach(writer, tariffs, async (tariff) => {
    const name = tariffName(tariff)
    const result = await journalled(writer, [creation('tariff', tariff.id, name)], () =>
      writer.userside.addTariff(tariff.id, name),
    )
    if (result.kind === 'done') added.add(tariff.id)
    if (result.kind === 'lost') lost = result.message
    if (result.kind === 'refused') {
      refused.add(tariff.id)
      reportRefused(writer, `tariff ${tariff.id}`, result.message)
    }
  })
  return lost
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
          reportRefused(writer, `tariff ${id}`, result.message)
        }
      }),
    )
  }
  return lost
}
