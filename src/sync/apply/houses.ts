/** Creates the houses the ERP lacks and fills what they lack (§5). */
import type { AddressCounts } from '../../model/summary.ts'
import { type Failure, sendInLots } from '../../userside/lots.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import { houseKey, houseText, type WantedHouse } from '../addresses/addresses.ts'
import { compareInLots, type HousePlan, houseItem, refusal, reportRefusedHouse } from '../addresses/houses.ts'
import type { Plan } from '../decide/plan.ts'
import type { SyncContext } from '../fields/context.ts'
import { reportUnanswered } from '../fields/creatable.ts'
import type { Creations } from '../fields/reference.ts'
import { applyTouchUps } from './house-touch-ups.ts'
import { type CreatedHouses, createStepByStep } from './step-by-step.ts'
import { reportRefused, sendCreate, type Writer } from './writer.ts'

/** Fills `creations` with the ERP's ids of new houses; what the ERP refuses is remembered in the journal. */
export async function applyHouses(
  writer: Writer,
  plan: Plan,
  houses: HousePlan,
  creations: Creations,
): Promise<AddressCounts> {
  const { missing, refused, held } = houses
  const counts: AddressCounts = {
    matched: houses.erpIds.size,
    created: 0,
    failed: refused.length + held.length,
  }
  await applyTouchUps(writer, houses.touchUps)
  if (missing.length === 0) return counts
  if (plan.context.options.isAddressCreationDisabled) return { ...counts, failed: missing.length }

  writer.logger.step('Creating houses', missing.length)
  const made =
    houses.book === undefined
      ? await createThroughErp(writer, plan, missing)
      : await createStepByStep(writer, houses.book, missing, plan.judge)
  for (const [id, erpId] of made.erpIds) creations.add('house', id, erpId)
  const failed = missing.filter(({ id }) => !made.erpIds.has(id))
  for (const house of failed) if (!made.left.has(house.id)) reportRefusedHouse(house, writer.report)
  const noted = failed.filter(({ id }) => made.refused?.has(id)).map(refusal)
  if (noted.length > 0) writer.journal.settle(writer.journal.open(noted), 'done')
  await applyTouchUps(writer, made.touchUps)
  return { ...counts, created: made.erpIds.size, failed: counts.failed + failed.length }
}

/**
 * The billing may have a house under several ids, and addresses that people type in several spellings. It is sent once:
 * whether the ERP finds what it has created a line before in the same form, nobody knows. The ledger has all of its ids,
 * for each would be created when the answer is lost.
 */
async function createThroughErp(
  writer: Writer,
  { context: { settings, options } }: Plan,
  missing: readonly WantedHouse[],
): Promise<CreatedHouses> {
  const spellings = Map.groupBy(missing, houseKey)
  const firsts = Array.from(spellings.values(), ([first]) => first).filter((first) => first !== undefined)
  const alike = (house: WantedHouse): readonly WantedHouse[] => spellings.get(houseKey(house)) ?? [house]
  const sentAs = new Map(firsts.flatMap((first) => alike(first).map(({ id }) => [id, first.id] as const)))
  const erpIds = new Map<string, string>()
  const left = new Set<string>()
  const refused = new Set<string>()
  const failures = await sendInLots(firsts, {
    size: LOT_SIZES.houses,
    send: async (lot) => {
      const names = new Map(lot.map((house) => [house.id, house.name]))
      const items = lot.flatMap(alike).map(houseItem)
      const result = await sendCreate(
        writer,
        items,
        () =>
          writer.userside.compareHouses(names, {
            create: true,
            short: settings.isShortAddressFormat,
            configurationHash: options.configurationHash,
          }),
        { erpIdOf: ({ key }, { houseIds }) => houseIds.get(sentAs.get(key) ?? key) || undefined },
      )
      if (result.kind === 'done') {
        for (const { key } of items) {
          const erpId = result.value.houseIds.get(sentAs.get(key) ?? key) ?? ''
          if (erpId === '') refused.add(key)
          else erpIds.set(key, erpId)
        }
      }
      if (result.kind !== 'refused' || lot.length === 1) writer.logger.advance(items.length)
      return result
    },
  })
  const notShown = await lookForLost(writer, { settings, options }, failures, erpIds)
  for (const house of notShown.flatMap(alike)) left.add(house.id)
  // What was found behind a lost answer was found under one id.
  for (const house of missing) {
    const erpId = erpIds.get(sentAs.get(house.id) ?? house.id)
    if (erpId === undefined || erpIds.has(house.id)) continue
    erpIds.set(house.id, erpId)
    writer.ledger.settle([houseItem(house)], 'done', () => erpId)
  }
  return { erpIds, refused, left, touchUps: [] }
}

/**
 * The ERP may have created those it did not answer for: it is asked, and what it does not show is left (§12.7). Gives
 * these.
 */
async function lookForLost(
  writer: Writer,
  { settings, options }: Pick<SyncContext, 'settings' | 'options'>,
  failures: ReadonlyMap<WantedHouse, Failure>,
  erpIds: Map<string, string>,
): Promise<WantedHouse[]> {
  const lost: WantedHouse[] = []
  for (const [house, { kind, message }] of failures) {
    if (kind === 'lost') lost.push(house)
    else {
      const subject = { entity: 'house', id: house.id, shown: `house ${houseText(house)}` } as const
      reportRefused(writer, subject, message)
    }
  }
  if (lost.length === 0) return []
  const names = new Map(lost.map((house) => [house.id, house.name]))
  const found = await compareInLots(writer.userside, names, settings, options)
  return lost.filter((house) => {
    const erpId = found.get(house.id)
    if (erpId === undefined) reportUnanswered(writer.report, `house ${houseText(house)}`)
    else {
      erpIds.set(house.id, erpId)
      writer.ledger.settle([houseItem(house)], 'done', () => erpId)
    }
    return erpId === undefined
  })
}
