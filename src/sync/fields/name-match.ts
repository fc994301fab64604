/**
 * Groups, tags and services have no common id: the two systems are linked by name
 * (`contracts/userside-api.md` §7).
 */
import type { Named } from '../../model/catalogue.ts'
import type { HeldName } from '../../model/customer.ts'
import { plainText } from '../../model/text.ts'

/** How one directory of the billing maps to the ERP's. */
export interface NameMatch {
  /**
   * The ERP's id, or the reference of an entry about to be created; `undefined` for what has no name to match by, and
   * for what the ERP has without a usable id.
   */
  erpIdOf(billingId: string): string | undefined
  /** True for an entry of the ERP that has the name of one of the billing's. */
  isOfBilling(erpId: string): boolean
  /** True for an entry in the ERP's list. What an id means that is not there nobody knows: nobody loses it. */
  isListed(erpId: string): boolean
  /** Finds an entry by the billing's id or else by its name; the billing's id or `undefined`. */
  find(idOrName: string): string | undefined
  nameOf(erpId: string): string
  /** Names UserSide does not list, with what they stand for all the same: its id, a reference, `""` for nothing. */
  readonly recalled: ReadonlyMap<string, string>
  /** An entry was created and got its id. */
  learn(erpId: string, name: string): void
}

/** What is to be done about a name UserSide does not list: its id there, a reference, or `undefined` to leave it alone. */
export type FindMissing = (name: string, listed: ReadonlyMap<string, string>) => string | undefined

/** Links two directories by trimmed, decoded name. */
export function matchNames(
  billing: ReadonlyMap<string, Named>,
  erp: Iterable<HeldName>,
  findMissing: FindMissing,
): NameMatch {
  const erpIdByName = new Map<string, string>()
  const nameByErpId = new Map<string, string>()
  for (const held of erp) {
    const name = plainText(held.name)
    nameByErpId.set(held.erpId, name)
    if (name !== '' && !erpIdByName.has(name)) erpIdByName.set(name, held.erpId)
  }
  const listed = new Map(nameByErpId)
  const idByName = new Map<string, string>()
  const erpIdByBillingId = new Map<string, string>()
  const recalled = new Map<string, string>()
  for (const [id, entry] of billing) {
    const name = plainText(entry.name)
    if (name === '') continue
    const known = erpIdByName.get(name)
    const erpId = known ?? (idByName.has(name) ? recalled.get(name) : findMissing(name, listed))
    if (!idByName.has(name)) idByName.set(name, id)
    if (known === undefined) recalled.set(name, erpId ?? '')
    if (erpId === undefined || erpId === '') continue
    erpIdByBillingId.set(id, erpId)
    nameByErpId.set(erpId, name)
  }
  return {
    erpIdOf: (billingId) => erpIdByBillingId.get(billingId),
    isOfBilling: (erpId) => idByName.has(nameByErpId.get(erpId) ?? ''),
    isListed: (erpId) => listed.has(erpId),
    find: (idOrName) => (billing.has(idOrName) ? idOrName : idByName.get(plainText(idOrName))),
    nameOf: (erpId) => nameByErpId.get(erpId) ?? erpId,
    learn: (erpId, name) => void nameByErpId.set(erpId, name),
    recalled,
  }
}
