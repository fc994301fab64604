/** Tariffs: which the ERP lacks, which differ, which are gone from the billing or back (`contracts/userside-api.md` §4). */
import type { Tariff } from '../model/catalogue.ts'
import type { HeldTariff } from '../model/customer.ts'
import { shortDecimal } from '../model/decimal.ts'
import type { FieldChange } from '../model/journal.ts'
import { cutText, plainText } from '../model/text.ts'
import type { TariffPatch } from '../userside/userside.ts'
import { canonicalTariffId } from './collections/tariffs.ts'
import { normalisedId } from './match.ts'

export interface TariffEdit {
  readonly tariff: HeldTariff
  readonly patch: TariffPatch
  readonly changes: readonly FieldChange[]
  readonly kind: 'update' | 'retire' | 'return'
}

export interface TariffPlan {
  /** To be added by name; their other values follow when the ERP has them. */
  readonly add: readonly Tariff[]
  readonly edits: readonly TariffEdit[]
  readonly unchanged: number
  /** Tariffs the ERP seems to hold under an id the original module normalised: said, never merged (§11 of the billing's contract). */
  readonly nearMisses: readonly string[]
}

const LONGEST_NAME = 255
const FEE_PLACES = 5

/** The name as the ERP keeps it. */
export function tariffName(tariff: Tariff): string {
  return cutText(plainText(tariff.name === '' ? tariff.id : tariff.name), LONGEST_NAME)
}

/** Compares the billing's tariffs with the ERP's. */
export function planTariffs(
  tariffs: ReadonlyMap<string, Tariff>,
  held: ReadonlyMap<string, HeldTariff>,
): TariffPlan {
  const heldById = new Map([...held.values()].map((tariff) => [canonicalTariffId(tariff.billingId), tariff]))
  const wanted = new Map([...tariffs.values()].map((tariff) => [canonicalTariffId(tariff.id), tariff]))
  const add: Tariff[] = []
  const edits: TariffEdit[] = []
  const nearMisses: string[] = []
  let unchanged = 0

  for (const [id, tariff] of wanted) {
    const existing = heldById.get(id)
    if (existing === undefined) {
      add.push(tariff)
      if (normalisedId(id) !== id && heldById.has(normalisedId(id))) nearMisses.push(id)
      continue
    }
    const edit = compareTariff(tariff, existing)
    if (edit === undefined) unchanged += 1
    else edits.push(edit)
  }
  for (const [id, tariff] of heldById) {
    if (wanted.has(id)) continue
    if (tariff.isInBilling) edits.push(retire(tariff))
    else unchanged += 1
  }
  return { add, edits, unchanged, nearMisses }
}

function compareTariff(tariff: Tariff, held: HeldTariff): TariffEdit | undefined {
  const changes: FieldChange[] = []
  const note = (field: string, before: string | number, after: string | number): void => {
    changes.push({ field, before, after, from: String(before), to: String(after) })
  }
  let patch: TariffPatch = {}

  const name = tariffName(tariff)
  if (name !== cutText(plainText(held.name), LONGEST_NAME)) {
    note('name', held.name, name)
    patch = { ...patch, name }
  }
  const fee = tariff.fee ?? held.fee
  const interval = normalInterval(tariff.intervalDays ?? held.intervalDays, fee)
  if (fee !== held.fee || interval !== normalInterval(held.intervalDays, held.fee)) {
    note('fee', priceText(held.fee, held.intervalDays), priceText(fee, interval))
    // Always together: the ERP reads one by the other.
    patch = { ...patch, payment: shortDecimal(fee, FEE_PLACES), payment_interval: interval }
  }
  if (differs(tariff.speedDown, held.speedDown)) {
    note('speedDown', held.speedDown, tariff.speedDown)
    patch = { ...patch, speed_rx: tariff.speedDown }
  }
  if (differs(tariff.speedUp, held.speedUp)) {
    note('speedUp', held.speedUp, tariff.speedUp)
    patch = { ...patch, speed_tx: tariff.speedUp }
  }
  if (differs(tariff.includedTraffic, held.includedTraffic)) {
    note('includedTraffic', held.includedTraffic, tariff.includedTraffic)
    patch = { ...patch, traffic: tariff.includedTraffic }
  }
  if (differs(tariff.serviceType, held.serviceType)) {
    note('serviceType', held.serviceType, tariff.serviceType)
    patch = { ...patch, service_type: tariff.serviceType }
  }
  if (!held.isInBilling) {
    note('inBilling', 0, 1)
    patch = { ...patch, is_in_billing: 1 }
  }
  if (changes.length === 0) return undefined
  return { tariff: held, patch, changes, kind: held.isInBilling ? 'update' : 'return' }
}

function retire(tariff: HeldTariff): TariffEdit {
  const change: FieldChange = { field: 'inBilling', before: 1, after: 0, from: '1', to: '0' }
  return { tariff, patch: { is_in_billing: 0 }, changes: [change], kind: 'retire' }
}

/** A value the billing does not export leaves the ERP's alone. */
function differs<T>(wanted: T | undefined, held: T): wanted is T {
  return wanted !== undefined && wanted !== held
}

/** Months of 29 and 31 days, quarters, halves and years in the days the ERP counts; no fee is monthly. */
function normalInterval(days: number, fee: number): number {
  if (days < 1 || fee === 0) return 30
  return NORMAL_INTERVALS[days] ?? days
}

const NORMAL_INTERVALS: Readonly<Record<number, number>> = { 29: 30, 31: 30, 92: 90, 183: 180, 366: 360 }

function priceText(fee: number, days: number): string {
  return `${shortDecimal(fee, FEE_PLACES)} / ${days} d`
}
