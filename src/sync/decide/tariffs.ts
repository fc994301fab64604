/** Tariffs: which the ERP lacks, which differ, which are gone from the billing or back (`contracts/userside-api.md` §4). */
import type { Tariff } from '../../model/catalogue.ts'
import type { HeldTariff } from '../../model/customer.ts'
import { shortDecimal } from '../../model/decimal.ts'
import type { FieldChange, FieldValue } from '../../model/journal.ts'
import type { LedgerItem } from '../../model/ledger.ts'
import { cutText, plainText } from '../../model/text.ts'
import { isUnreadable } from '../../model/unreadable.ts'
import type { TariffPatch } from '../../userside/userside.ts'
import type { IsInVain } from '../compare/acceptance.ts'
import { normalisedId } from '../compare/match.ts'
import { isSame } from '../fields/field.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'

export interface TariffEdit {
  readonly tariff: HeldTariff
  readonly patch: TariffPatch
  readonly changes: readonly FieldChange[]
  readonly kind: 'update' | 'retire' | 'return'
}

export interface TariffPlan {
  /** To be added by name; their other values follow when the ERP has them. */
  readonly add: readonly Tariff[]
  /** Missing, and not to be added in this run: they were, and are not shown, or nobody answered yet. */
  readonly held: readonly Tariff[]
  readonly edits: readonly TariffEdit[]
  readonly unchanged: number
  /** Tariffs the ERP seems to hold under an id the original module normalised: said, never merged. */
  readonly nearMisses: readonly string[]
}

/** One field of a tariff: a row of the tariffs' own small table. */
interface TariffRow {
  /** `undefined`: the billing does not export it, the ERP's value is left alone. */
  want(tariff: Tariff, held: HeldTariff): FieldValue | undefined
  have(held: HeldTariff): FieldValue
  patch(value: FieldValue): TariffPatch
  show?(value: FieldValue): string
}

const LONGEST_NAME = 255
const FEE_PLACES = 5

const TARIFF_FIELDS: Readonly<Record<string, TariffRow>> = {
  name: {
    want: tariffName,
    have: (held) => cutText(plainText(held.name), LONGEST_NAME),
    patch: (name) => ({ name: String(name) }),
  },
  // Fee and interval always go together: the ERP reads one by the other.
  fee: {
    want: ({ fee, intervalDays }, held) =>
      fee === undefined && intervalDays === undefined
        ? undefined
        : price(fee ?? held.fee, intervalDays ?? held.intervalDays),
    have: ({ fee, intervalDays }) => price(fee, intervalDays),
    patch: (value) => {
      const [fee, days] = value as readonly [number, number]
      return { payment: shortDecimal(fee, FEE_PLACES), payment_interval: days }
    },
    show: (value) => {
      const [fee, days] = value as readonly [number, number]
      return `${shortDecimal(fee, FEE_PLACES)} / ${days} d`
    },
  },
  speedDown: {
    want: (tariff) => tariff.speedDown,
    have: (held) => held.speedDown,
    patch: (kbits) => ({ speed_rx: Number(kbits) }),
  },
  speedUp: {
    want: (tariff) => tariff.speedUp,
    have: (held) => held.speedUp,
    patch: (kbits) => ({ speed_tx: Number(kbits) }),
  },
  includedTraffic: {
    want: (tariff) => tariff.includedTraffic,
    have: (held) => held.includedTraffic,
    patch: (megabytes) => ({ traffic: Number(megabytes) }),
  },
  serviceType: {
    want: (tariff) => tariff.serviceType,
    have: (held) => held.serviceType || '0',
    patch: (type) => ({ service_type: String(type) }),
  },
  inBilling: {
    want: () => 1,
    have: (held) => Number(held.isInBilling),
    patch: (value) => ({ is_in_billing: value === 1 ? 1 : 0 }),
  },
}

/** The name as the ERP keeps it. */
export function tariffName(tariff: Tariff): string {
  return cutText(plainText(tariff.name === '' ? tariff.id : tariff.name), LONGEST_NAME)
}

export interface TariffRules {
  readonly isInVain?: IsInVain
  /** The only ones that are looked at, by their canonical ids; all when left out. */
  readonly isMeant?: (canonicalId: string) => boolean
  /** Whether a tariff UserSide does not show may be added; any when left out. */
  readonly mayCreate?: (item: LedgerItem, listed: ReadonlySet<string>) => boolean
}

/** Compares the billing's tariffs with the ERP's. */
export function planTariffs(
  tariffs: ReadonlyMap<string, Tariff>,
  held: ReadonlyMap<string, HeldTariff>,
  { isInVain = () => false, isMeant = () => true, mayCreate = () => true }: TariffRules = {},
): TariffPlan {
  const heldById = new Map([...held.values()].map((tariff) => [canonicalTariffId(tariff.billingId), tariff]))
  const wanted = new Map([...tariffs.values()].map((tariff) => [canonicalTariffId(tariff.id), tariff]))
  const listed = new Set(Array.from(held.values(), ({ erpId }) => erpId))
  const add: Tariff[] = []
  const heldBack: Tariff[] = []
  const edits: TariffEdit[] = []
  const nearMisses: string[] = []
  let unchanged = 0

  for (const [id, tariff] of wanted) {
    if (!isMeant(id)) continue
    const existing = heldById.get(id)
    if (existing === undefined) {
      const mayBeAdded = mayCreate({ kind: 'tariff', key: id, name: tariffName(tariff) }, listed)
      ;(mayBeAdded ? add : heldBack).push(tariff)
      if (normalisedId(id) !== id && heldById.has(normalisedId(id))) nearMisses.push(id)
      continue
    }
    if (existing.erpId === '') continue
    const edit = editOf(
      existing,
      (field, name) => wantOf(tariff, field, name, existing),
      existing.isInBilling ? 'update' : 'return',
      isInVain,
    )
    if (edit === undefined) unchanged += 1
    else edits.push(edit)
  }
  for (const [id, tariff] of heldById) {
    if (wanted.has(id) || tariff.erpId === '' || !isMeant(id)) continue
    const edit = editOf(tariff, (_, name) => (name === 'inBilling' ? 0 : undefined), 'retire', isInVain)
    if (edit === undefined) unchanged += 1
    else edits.push(edit)
  }
  return { add, held: heldBack, edits, unchanged, nearMisses }
}

/** What has to be written to a tariff once it was added by its name; `undefined` when nothing. */
export function firstTariffEdit(tariff: Tariff): TariffEdit | undefined {
  const added: HeldTariff = {
    billingId: tariff.id,
    erpId: '',
    name: tariffName(tariff),
    fee: 0,
    intervalDays: 30,
    speedDown: 0,
    speedUp: 0,
    includedTraffic: 0,
    serviceType: '',
    isInBilling: true,
  }
  return editOf(added, (field, name) => wantOf(tariff, field, name, added), 'update')
}

/** What cannot be read is left alone, as with subscribers. */
function wantOf(tariff: Tariff, field: TariffRow, name: string, held: HeldTariff): FieldValue | undefined {
  return isUnreadable(tariff, name) ? undefined : field.want(tariff, held)
}

/** Writes former values back where the ERP still holds what a run wrote; names the fields that changed since. */
export function restoreTariff(
  held: HeldTariff,
  changes: readonly FieldChange[],
): { readonly edit: TariffEdit | undefined; readonly skipped: readonly string[] } {
  const restorable = new Map(
    changes.flatMap(({ field, before, after }): [string, FieldValue][] => {
      const row = TARIFF_FIELDS[field]
      return row !== undefined && isSame(row.have(held), after) ? [[field, before]] : []
    }),
  )
  return {
    edit: editOf(held, (_, name) => restorable.get(name), 'update'),
    skipped: changes.map(({ field }) => field).filter((field) => !restorable.has(field)),
  }
}

function editOf(
  held: HeldTariff,
  wantedOf: (field: TariffRow, name: string) => FieldValue | undefined,
  kind: TariffEdit['kind'],
  isInVain: IsInVain = () => false,
): TariffEdit | undefined {
  const changes: FieldChange[] = []
  let patch: TariffPatch = {}
  for (const [name, field] of Object.entries(TARIFF_FIELDS)) {
    const after = wantedOf(field, name)
    const before = field.have(held)
    if (after === undefined || isSame(after, before)) continue
    const show = field.show ?? String
    const change: FieldChange = { field: name, before, after, from: show(before), to: show(after) }
    if (isInVain(held.billingId, change)) continue
    changes.push(change)
    patch = { ...patch, ...field.patch(after) }
  }
  return changes.length === 0 ? undefined : { tariff: held, patch, changes, kind }
}

/** Months of 29 and 31 days, quarters, halves and years in the days the ERP counts; no fee is monthly. */
function price(fee: number, days: number): readonly [fee: number, days: number] {
  return [fee, days < 1 || fee === 0 ? 30 : (NORMAL_INTERVALS[days] ?? days)]
}

const NORMAL_INTERVALS: Readonly<Record<number, number>> = { 29: 30, 31: 30, 92: 90, 183: 180, 366: 360 }
