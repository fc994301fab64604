/** Plans an undo: former values, where UserSide still holds what the run wrote. */
import type { SystemClock } from '../../model/clock.ts'
import type { Customer } from '../../model/customer.ts'
import type { FieldChange, FieldValue, RecordChange } from '../../model/journal.ts'
import type { ReportProblem } from '../../model/problem.ts'
import { zoneOf } from '../../model/zone.ts'
import type { Settings, Userside } from '../../userside/userside.ts'
import { HouseNames } from '../addresses/house-names.ts'
import { REFUSED } from '../addresses/houses.ts'
import { IN_BILLING, type SubscriberChange } from '../compare/diff.ts'
import { type PlannedChange, plannedSubscriberChange, plannedTariffEdit } from '../decide/planned-changes.ts'
import { restoreTariff, type TariffEdit } from '../decide/tariffs.ts'
import type { SyncContext } from '../fields/context.ts'
import { type Delta, type Field, isSame } from '../fields/field.ts'
import type { SyncOptions } from '../fields/options.ts'
import { fieldNamed } from '../fields/table.ts'

/** What a run did to one record of the ERP: of a field written twice the first former and the last new value. */
export interface Footprint {
  readonly id: string
  readonly erpId: string
  readonly isCreated: boolean
  readonly fields: ReadonlyMap<string, FieldChange>
}

/** What has to be written to take the run's changes of subscribers back. */
export interface SubscriberUndo {
  readonly changes: readonly SubscriberChange[]
  /** Values that were left as they are. */
  readonly skipped: number
}

/** Gathers a run's changes by record. A change that was refused, or never sent, left no footprint. */
export function footprints(
  changes: Iterable<RecordChange & { readonly settlement: string }>,
  entity: RecordChange['entity'],
): ReadonlyMap<string, Footprint> {
  const found = new Map<string, Footprint & { readonly fields: Map<string, FieldChange> }>()
  for (const change of changes) {
    if (change.entity !== entity || change.settlement === 'refused') continue
    const known = found.get(change.id)
    const fields = known?.fields ?? new Map<string, FieldChange>()
    for (const field of change.fields) {
      const first = fields.get(field.field)
      fields.set(
        field.field,
        first === undefined ? field : { ...field, before: first.before, from: first.from },
      )
    }
    found.set(change.id, {
      id: change.id,
      erpId: change.erpId || (known?.erpId ?? ''),
      isCreated: change.action === 'create' || (known?.isCreated ?? false),
      fields,
    })
  }
  return found
}

/** The changes of the run that is taken back, as often as they are walked through. */
export type PastChanges = () => Iterable<RecordChange & { readonly settlement: string }>

export interface UndoPreview {
  readonly planned: readonly PlannedChange[]
  /** What UserSide calls the subscribers, by their ids. */
  nameOf(id: string): string
}

/** What an undo would write, without writing it. @throws UsersideError when the ERP cannot be read */
export async function previewUndo(
  userside: Userside,
  context: SyncContext,
  changes: PastChanges,
  report: ReportProblem,
): Promise<UndoPreview> {
  const tariffs = await planTariffUndo(userside, footprints(changes(), 'tariff'), report)
  reportStaying(changes, report)
  const run = footprints(changes(), 'subscriber')
  const customers = userside.customers({ withPasswords: false })
  const undo: Pick<SubscriberUndo, 'changes'> =
    run.size === 0 ? { changes: [] } : await planSubscriberUndo(customers, run, context, report)
  const names = new Map(undo.changes.map(({ id, name = '' }) => [id, name]))
  return {
    planned: [
      ...tariffs.flatMap((edit) => plannedTariffEdit(edit)),
      ...undo.changes.flatMap((change) => [...plannedSubscriberChange(change, context)]),
    ],
    nameOf: (id) => names.get(id) ?? '',
  }
}

/** Former values of tariffs, where UserSide still holds what the run wrote. @throws UsersideError */
export async function planTariffUndo(
  userside: Pick<Userside, 'tariffs'>,
  run: ReadonlyMap<string, Footprint>,
  report: ReportProblem,
): Promise<readonly TariffEdit[]> {
  if (run.size === 0) return []
  const held = new Map([...(await userside.tariffs()).values()].map((tariff) => [tariff.billingId, tariff]))
  const edits: TariffEdit[] = []
  for (const step of run.values()) {
    const tariff = held.get(step.id)
    if (tariff === undefined || tariff.erpId === '') continue
    const created = [{ field: 'inBilling', before: 0, after: 1, from: '0', to: '1' }]
    const { edit, skipped } = restoreTariff(tariff, step.isCreated ? created : [...step.fields.values()])
    if (edit !== undefined) edits.push(edit)
    for (const field of skipped)
      report({ code: 'undo-changed', example: `tariff ${step.id} ${field}`, text: REASONS.changed })
  }
  return edits
}

/** Says what of a run cannot be taken back. */
export function reportStaying(changes: PastChanges, report: ReportProblem): void {
  for (const entity of ['house', 'group', 'tag', 'service', 'message'] as const) {
    for (const { id, fields } of footprints(changes(), entity).values()) {
      // A note of what UserSide refused changed nothing there.
      if (fields.has(REFUSED)) continue
      report({
        code: 'undo-stays',
        example: `${entity} ${id}`,
        text: 'Houses, groups, tags, services and messages a run created or changed stay in UserSide.',
      })
    }
  }
}

/** Compares footprints with the ERP's records as they pass. @throws UsersideError when the list breaks off */
export async function planSubscriberUndo(
  customers: AsyncIterable<Customer>,
  run: ReadonlyMap<string, Footprint>,
  context: SyncContext,
  report: ReportProblem,
): Promise<SubscriberUndo> {
  const byErpId = new Map(
    [...run.values()].filter(({ erpId }) => erpId !== '').map((step) => [step.erpId, step]),
  )
  const changes: SubscriberChange[] = []
  let skipped = 0
  for await (const customer of customers) {
    const step = byErpId.get(customer.erpId) ?? run.get(customer.key)
    if (step === undefined) continue
    const undone = undoOf(customer, step, context)
    if (undone.change !== undefined) changes.push(undone.change)
    skipped += undone.skipped.length
    for (const { field, why } of undone.skipped) {
      report({ code: `undo-${why}`, example: `${step.id} ${field}`, text: REASONS[why] })
    }
  }
  return { changes, skipped }
}

const REASONS = {
  changed: 'Values were changed in UserSide since that run; they are left as they are.',
  kept: 'Values cannot be taken back: UserSide does not empty them, or they are never kept in the journal.',
  created:
    'UserSide cannot delete subscribers; those the run created are marked as "not in billing" instead.',
} as const

type Why = keyof typeof REASONS

function undoOf(
  customer: Customer,
  step: Footprint,
  context: SyncContext,
): { change: SubscriberChange | undefined; skipped: { field: string; why: Why }[] } {
  const base = {
    id: step.id,
    key: customer.key,
    erpId: customer.erpId,
    name: customer.fullName,
    subscriber: undefined,
    isWhole: false,
  }
  if (step.isCreated) {
    const skipped = [{ field: 'created', why: 'created' as const }]
    return { change: customer.isInBilling ? { ...base, action: 'absent', deltas: [] } : undefined, skipped }
  }
  const skipped: { field: string; why: Why }[] = []
  const deltas: Delta[] = []
  for (const change of step.fields.values()) {
    if (change.field === IN_BILLING) continue
    const undone = undoField(customer, change, context)
    if (typeof undone === 'string') skipped.push({ field: change.field, why: undone })
    else if (undone !== undefined) deltas.push(undone)
  }
  const mark = step.fields.get(IN_BILLING)
  const action = mark === undefined ? 'update' : undoMark(customer, mark)
  if (action === 'changed') skipped.push({ field: IN_BILLING, why: 'changed' })
  const isMarked = action === 'absent' || action === 'return'
  if (deltas.length === 0 && !isMarked) return { change: undefined, skipped }
  return { change: { ...base, action: isMarked ? action : 'update', deltas }, skipped }
}

function undoMark(customer: Customer, mark: FieldChange): 'absent' | 'return' | 'update' | 'changed' {
  const held: FieldValue = Number(customer.isInBilling)
  if (isSame(held, mark.before)) return 'update'
  if (!isSame(held, mark.after)) return 'changed'
  return mark.before === 1 ? 'return' : 'absent'
}

/** The difference that takes a field back, why it is left alone, or nothing when it is as it was. */
function undoField(customer: Customer, change: FieldChange, context: SyncContext): Delta | Why | undefined {
  const field = fieldNamed(change.field)
  if (field === undefined || field.isSecret) return 'kept'
  const held = field.have(customer, context)
  if (field.isEqual(change.before, held)) return undefined
  if (!field.isEqual(change.after, held)) return 'changed'
  if (field.isNeverEmptied && field.isEmpty(change.before)) return 'kept'
  const isWritable = Object.keys(field.patch(change.before, held, context)).length > 0
  return isWritable ? { field: asTold(field, change), before: held, after: change.before } : 'kept'
}

/** Names that only the billing knows are not known without it: the values are told as they were told then. */
function asTold(field: Field, { before, after, from, to }: FieldChange): Field {
  return {
    ...field,
    show: (value, context) =>
      isSame(value, before) ? from : isSame(value, after) ? to : field.show(value, context),
  }
}

/** The context of an undo: the ERP's side alone, for a billing is not asked. */
export function undoContext(options: SyncOptions, settings: Settings, clock: SystemClock): SyncContext {
  return {
    options,
    policies: options.policies,
    settings,
    exported: { parts: new Set(), additionalFields: new Set() },
    tariffIds: undefined,
    tariffWireIds: new Map(),
    states: undefined,
    groups: undefined,
    tags: undefined,
    services: undefined,
    additionalFieldNames: new Map(),
    alwaysGroupErpId: '',
    resolveHouse: undefined,
    houseNames: new HouseNames(),
    isTrafficDue: true,
    billingZone: zoneOf(clock),
    erpIds: new Map(),
    awaited: new Set(),
    isGiven: () => false,
  }
}
