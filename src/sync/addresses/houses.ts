/** Where the billing's houses stand in the ERP, without creating anything (`contracts/userside-api.md` §5). */
import { numberText } from '../../model/catalogue.ts'
import { UsersideError } from '../../model/errors.ts'
import type { Journal, RecordChange } from '../../model/journal.ts'
import type { LedgerItem } from '../../model/ledger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import { sendInLots } from '../../userside/lots.ts'
import type { HouseName, Settings, Userside } from '../../userside/userside.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import type { SyncOptions } from '../fields/options.ts'
import { isReference } from '../fields/reference.ts'
import { type AddressBook, readAddressBook } from './address-book.ts'
import { houseText, type WantedHouse } from './addresses.ts'

/** A house of the ERP that lacks or differs in what the billing knows; step by step only. */
export interface HouseTouchUp {
  readonly houseId: string
  readonly erpId: string
  /** Number and block as the ERP writes them. */
  readonly number: string
  readonly patch: { readonly postcode?: string; readonly floor?: string; readonly entrance?: string }
  /** What the ERP holds. */
  readonly held: { readonly postcode: string; readonly floor: string; readonly entrance: string }
}

export interface HousePlan {
  /** The billing's houses that can be named, by its ids. */
  readonly wanted: ReadonlyMap<string, WantedHouse>
  /** The ERP's ids by the billing's. */
  readonly erpIds: ReadonlyMap<string, string>
  /** Houses the ERP does not have. */
  readonly missing: readonly WantedHouse[]
  /** Houses it does not have and has refused under the same name before: not sent again. */
  readonly refused: readonly WantedHouse[]
  /** Houses it does not show and that are not to be created in this run: it was said why. */
  readonly held: readonly WantedHouse[]
  readonly touchUps: readonly HouseTouchUp[]
  /** The ERP's own lists, when houses are matched here step by step. */
  readonly book: AddressBook | undefined
}

const NO_HOUSES: HousePlan = {
  wanted: new Map(),
  erpIds: new Map(),
  missing: [],
  refused: [],
  held: [],
  touchUps: [],
  book: undefined,
}

/**
 * Asks the ERP (or its lists) for every house.
 * @param canPost false for a preview, which may only read: houses are then looked up in the ERP's lists
 * @throws UsersideError when the ERP does not answer
 */
export async function matchHouses(
  userside: Userside,
  wanted: ReadonlyMap<string, WantedHouse>,
  settings: Settings,
  options: SyncOptions,
  canPost: boolean,
): Promise<HousePlan> {
  if (wanted.size === 0) return NO_HOUSES
  if (settings.isCompareHouse && canPost) return askForHouses(userside, wanted, settings, options)
  return lookUpHouses(await readAddressBook(userside), wanted, !settings.isCompareHouse)
}

/** A house as the ledger of creates knows it. */
export function houseItem(house: WantedHouse): LedgerItem {
  return { kind: 'house', key: house.id, name: houseText(house) }
}

/** The journal's field of a house that was refused; its value is the name it was refused under. */
export const REFUSED = 'refused'

/** The journal's note of a house the ERP refused. */
export function refusal(house: WantedHouse): RecordChange {
  const name = houseText(house)
  const field = { field: REFUSED, before: '', after: name, from: '', to: name }
  return { entity: 'house', id: house.id, erpId: '', action: 'update', fields: [field] }
}

/** Sets apart what was refused before: sent run after run it would be a write that changes nothing. */
export function setRefusedApart(plan: HousePlan, pastWrites: Journal['pastWrites']): HousePlan {
  const isRefused = (house: WantedHouse): boolean =>
    pastWrites('house', house.id).some(([last]) => last?.field === REFUSED && last.after === houseText(house))
  return {
    ...plan,
    missing: plan.missing.filter((house) => !isRefused(house)),
    refused: plan.missing.filter(isRefused),
  }
}

/** Says that a house is not in the ERP and cannot be created there. */
export function reportRefusedHouse(house: WantedHouse, report: ReportProblem): void {
  report({
    code: 'house-refused',
    example: houseText(house),
    text: 'UserSide could neither find nor create houses; the addresses of those who live there are left as they are. A refused house is not sent again until its name changes (--full sends it).',
    partial: true,
  })
}

/** Matches by name through `compare_house`, in the largest lots, creating nothing. */
export async function compareInLots(
  userside: Userside,
  names: ReadonlyMap<string, HouseName>,
  settings: Settings,
  options: SyncOptions,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const refused = ({ message }: { message: string }): UsersideError =>
    new UsersideError('refused', 'address/compare_house', `UserSide did not compare the houses: ${message}`, {
      hint: 'Allow the section "address" for the API key.',
    })
  const failures = await sendInLots([...names], {
    size: LOT_SIZES.houses,
    send: async (lot) => {
      const result = await userside.compareHouses(new Map(lot), {
        create: false,
        short: settings.isShortAddressFormat,
        configurationHash: options.configurationHash,
      })
      if (result.kind === 'done') {
        for (const [id, erpId] of result.value.houseIds)
          if (erpId !== '' && !isReference(erpId)) found.set(id, erpId)
      } else if (result.kind === 'lost' || result.parts === undefined) throw refused(result)
      return result
    },
  })
  for (const failure of failures.values()) throw refused(failure)
  return found
}

async function askForHouses(
  userside: Userside,
  wanted: ReadonlyMap<string, WantedHouse>,
  settings: Settings,
  options: SyncOptions,
): Promise<HousePlan> {
  const names = new Map([...wanted].map(([id, house]) => [id, house.name]))
  const erpIds = await compareInLots(userside, names, settings, options)
  const formerNames = new Map(
    [...wanted.values()].flatMap((house): [string, HouseName][] =>
      erpIds.has(house.id) || house.formerName === undefined ? [] : [[house.id, house.formerName]],
    ),
  )
  if (formerNames.size > 0) {
    for (const [id, erpId] of await compareInLots(userside, formerNames, settings, options))
      erpIds.set(id, erpId)
  }
  return {
    wanted,
    erpIds,
    missing: without(wanted, erpIds),
    refused: [],
    held: [],
    touchUps: [],
    book: undefined,
  }
}

function lookUpHouses(
  book: AddressBook,
  wanted: ReadonlyMap<string, WantedHouse>,
  isTouchedUp: boolean,
): HousePlan {
  const erpIds = new Map<string, string>()
  const touchUps: HouseTouchUp[] = []
  const told = new Set<string>()
  for (const house of wanted.values()) {
    const found = book.house(house)
    if (found === undefined) continue
    erpIds.set(house.id, found.erpId)
    // Of several houses of one name the first tells: they must not overwrite each other run after run.
    if (!isTouchedUp || told.has(found.erpId)) continue
    told.add(found.erpId)
    const patch = {
      ...(differs(house.name.postcode, found.postcode) && { postcode: house.name.postcode }),
      ...(differs(house.floors, found.floor) && { floor: house.floors }),
      ...(differs(house.entrances, found.entrance) && { entrance: house.entrances }),
    }
    if (Object.keys(patch).length > 0) {
      const number = numberText(house.name)
      touchUps.push({ houseId: house.id, erpId: found.erpId, number, patch, held: found })
    }
  }
  return { wanted, erpIds, missing: without(wanted, erpIds), refused: [], held: [], touchUps, book }
}

function without(
  wanted: ReadonlyMap<string, WantedHouse>,
  erpIds: ReadonlyMap<string, string>,
): WantedHouse[] {
  return [...wanted.values()].filter(({ id }) => !erpIds.has(id))
}

/** Only what the billing knows is filled in. */
function differs(wanted: string, held: string): boolean {
  return wanted !== '' && wanted !== held
}
