/** Writes tariffs: adds what is missing, reads back, then edits what differs, in groups (§4). */
import type { Tariff } from '../../model/catalogue.ts'
import type { HeldTariff } from '../../model/customer.ts'
import type { TariffCounts } from '../../model/summary.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import { planTariffs, type TariffEdit, type TariffPlan, tariffName } from '../tariffs.ts'
import {
  creation,
  journalled,
  ROUNDS,
  reportLost,
  reportRefused,
  stopIfAsked,
  type Writer,
} from './writer.ts'

/**
 * Brings the ERP's tariffs to the billing's. New ones are added by name only, so the list is read again and what the
 * ERP did not take from the name is edited; the same reading tells what became of lost answers.
 */
export async function applyTariffs(
  writer: Writer,
  tariffs: ReadonlyMap<string, Tariff>,
  firstPlan: TariffPlan,
): Promise<TariffCounts> {
  const counts: TariffCounts = { created: 0, updated: 0, retired: 0, unchanged: firstPlan.unchanged }
  const created = new Set(firstPlan.add.map(({ id }) => id))
  const givenUp = new Set<string>()
  let plan = firstPlan
  let lost = ''

  for (let round = 0; round < ROUNDS; round++) {
    const add = plan.add.filter(({ id }) => !givenUp.has(id))
    const edits = plan.edits.filter(({ tariff }) => !givenUp.has(tariff.billingId))
    if (add.length === 0 && edits.length === 0) return counts
    const isUnknown =
      add.length > 0 ? await addAll(writer, add, givenUp) : await editTariffs(writer, edits, givenUp)
    if (add.length === 0) {
      if (isUnknown === '') {
        countEdits(counts, edits, created, givenUp)
        return counts
      }
    } else counts.created = created.size - [...created].filter((id) => givenUp.has(id)).length
    lost = isUnknown
    plan = planTariffs(tariffs, await readAgain(writer))
  }
  if (lost !== '') reportLost(writer, 'tariffs', lost)
  return counts
}

async function readAgain(writer: Writer): Promise<ReadonlyMap<string, HeldTariff>> {
  stopIfAsked(writer.signal)
  return writer.userside.tariffs()
}

/** Gives the last lost answer's message, `""` when every answer came. */
async function addAll(writer: Writer, tariffs: readonly Tariff[], givenUp: Set<string>): Promise<string> {
  let lost = ''
  for (const tariff of tariffs) {
    const name = tariffName(tariff)
    const result = await journalled(writer, [creation('tariff', tariff.id, name)], () =>
      writer.userside.addTariff(tariff.id, name),
    )
    if (result.kind === 'lost') lost = result.message
    if (result.kind === 'refused') {
      givenUp.add(tariff.id)
      reportRefused(writer, `tariff ${tariff.id}`, result.message)
    }
  }
  return lost
}

/** Sends edits in groups; gives the last lost answer's message, `""` when every answer came. */
export async function editTariffs(
  writer: Writer,
  edits: readonly TariffEdit[],
  givenUp: Set<string>,
): Promise<string> {
  let lost = ''
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
    const result = await journalled(writer, changes, () => writer.userside.editTariffs(patches))
    if (result.kind === 'lost') lost = result.message
    if (result.kind === 'refused') {
      for (const { tariff } of lot) givenUp.add(tariff.billingId)
      reportRefused(writer, `tariffs ${lot.map(({ tariff }) => tariff.billingId).join(', ')}`, result.message)
    }
  }
  return lost
}

function countEdits(
  counts: TariffCounts,
  edits: readonly TariffEdit[],
  created: ReadonlySet<string>,
  givenUp: ReadonlySet<string>,
): void {
  for (const { tariff, kind } of edits) {
    if (created.has(tariff.billingId) || givenUp.has(tariff.billingId)) continue
    if (kind === 'retire') counts.retired += 1
    else counts.updated += 1
  }
}
