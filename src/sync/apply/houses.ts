/** Creates the houses the ERP lacks and fills what they lack (§5). */
import type { AddressCounts } from '../../model/summary.ts'
import { sendInLots } from '../../userside/lots.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import { houseText, type WantedHouse } from '../addresses/addresses.ts'
import { compareInLots, type HousePlan, refusal, reportRefusedHouse } from '../addresses/houses.ts'
import type { Plan } from '../decide/plan.ts'
import type { Creations } from '../fields/reference.ts'
import { applyTouchUp, createStepByStep } from './step-by-step.ts'
import { creation, journalled, ROUNDS, reportLost, reportRefused, type Writer } from './writer.ts'

/** Fills `creations` with the ERP's ids of new houses; what the ERP refuses is remembered in the journal. */
export async function applyHouses(
  writer: Writer,
  plan: Plan,
  houses: HousePlan,
  creations: Creations,
): Promise<AddressCounts> {
  const { missing, refused } = houses
  const counts: AddressCounts = { matched: houses.erpIds.size, created: 0, failed: refused.length }
  for (const touchUp of houses.touchUps) await applyTouchUp(writer, touchUp)
  if (missing.length === 0) return counts
  if (plan.context.options.isAddressCreationDisabled) return { ...counts, failed: missing.length }

  writer.logger.step('Creating houses', missing.length)
  const made =
    houses.book === undefined
      ? await createThroughErp(writer, plan, missing)
      : { erpIds: await createStepByStep(writer, houses.book, missing), refused: NONE }
  for (const [id, erpId] of made.erpIds) creations.add('house', id, erpId)
  const failed = missing.filter(({ id }) => !made.erpIds.has(id))
  for (const house of failed) reportRefusedHouse(house, writer.report)
  const noted = failed.filter(({ id }) => made.refused.has(id)).map(refusal)
  if (noted.length > 0) writer.journal.settle(writer.journal.open(noted), 'done')
  return { ...counts, created: made.erpIds.size, failed: counts.failed + failed.length }
}

/** An error of one call is no verdict: step by step a refused house is tried again in the next run. */
const NONE: ReadonlySet<string> = new Set()

/** What became of the houses that were to be created. */
interface CreatedHouses {
  /** The ERP's ids by the billing's. */
  readonly erpIds: ReadonlyMap<string, string>
  /** Houses of which the ERP said that it can neither match nor create them. */
  readonly refused: ReadonlySet<string>
}

async function createThroughErp(
  writer: Writer,
  { context: { settings, options } }: Plan,
  missing: readonly WantedHouse[],
): Promise<CreatedHouses> {
  const erpIds = new Map<string, string>()
  const refused = new Set<string>()
  let rest = missing
  let lost = ''
  for (let round = 0; round < ROUNDS && rest.length > 0; round++) {
    lost = ''
    const tooBig = await sendInLots(rest, {
      size: LOT_SIZES.houses,
      send: async (lot) => {
        const names = new Map(lot.map((house) => [house.id, house.name]))
        const changes = lot.map((house) => creation('house', house.id, houseText(house)))
        const result = await journalled(writer, changes, () =>
          writer.userside.compareHouses(names, {
            create: true,
            short: settings.isShortAddressFormat,
            configurationHash: options.configurationHash,
          }),
        )
        if (result.kind === 'refused' && result.parts !== undefined) return result
        if (result.kind === 'done') {
          for (const { id } of lot) {
            const erpId = result.value.houseIds.get(id) ?? ''
            if (erpId === '') refused.add(id)
            else erpIds.set(id, erpId)
          }
        } else if (result.kind === 'refused') reportRefused(writer, 'houses', result.message)
        else lost = result.message
        writer.logger.advance(lot.length)
        return { kind: 'done', value: undefined }
      },
    })
    for (const [house, { message }] of tooBig) reportRefused(writer, houseText(house), message)
    if (lost === '') return { erpIds, refused }
    // The ERP may have created them all the same: ask, then create what is still missing.
    const open = rest.filter(({ id }) => !erpIds.has(id) && !refused.has(id))
    const names = new Map(open.map((house) => [house.id, house.name]))
    for (const [id, erpId] of await compareInLots(writer.userside, names, settings, options))
      erpIds.set(id, erpId)
    rest = open.filter(({ id }) => !erpIds.has(id))
  }
  if (rest.length > 0) reportLost(writer, 'houses', lost)
  return { erpIds, refused }
}
