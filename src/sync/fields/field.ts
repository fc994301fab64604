/**
 * What a row of the field table is, and the one place where a policy is applied. A row knows how its value is read on
 * each side, when two values are the same and how a difference is written; it knows nothing of policies.
 */
import type { Customer } from '../../model/customer.ts'
import type { FieldValue } from '../../model/journal.ts'
import type { FieldName, Policy } from '../../model/policy.ts'
import type { Exportable, Subscriber } from '../../model/subscriber.ts'
import { isUnreadable } from '../../model/unreadable.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import type { SyncContext } from './context.ts'
import type { Creations } from './reference.ts'

/** A row as it is written down, with the type of its value. */
export interface FieldSpec<V extends FieldValue> {
  readonly name: FieldName
  /** For people: the documentation, `plan`, `verify`, the report. */
  readonly title: string
  /** The part of a record that must be exported by the billing for the row to count; none: always. */
  readonly exportedAs?: Exportable
  /** The part that must be exported for the row to be compared, where that is not `exportedAs` itself. */
  readonly comparedWith?: Exportable | 'always'
  /** Hot fields go alone, one a request (§6). */
  readonly isHot?: boolean
  /** True: an empty value of the billing never empties UserSide, whatever the policy (§11.2). */
  readonly isNeverEmptied?: boolean
  /** Never shown, logged or stored. */
  readonly isSecret?: boolean
  /** True: `reach` applies the policy item by item. */
  readonly isPolicyPerItem?: boolean
  /** False while UserSide does not want to be told the field at all. */
  isAsked?(context: SyncContext): boolean
  /** What the billing says; `undefined` leaves UserSide alone. Not asked of a value that could not be read. */
  want(subscriber: Subscriber, context: SyncContext): V | undefined
  have(customer: Customer, context: SyncContext): V
  isEmpty(value: V): boolean
  /** When UserSide's value counts as empty for `fill`; as `isEmpty` when left out. */
  isUnset?(value: V): boolean
  /** The value UserSide shall end with, for collections that keep some of what is there. */
  reach?(want: V, have: V, context: SyncContext, policy: Policy, subscriberId: string): V
  isEqual?(after: V, before: V): boolean
  /** The policy in force for one subscriber, where it depends on more than the field. */
  policyFor?(subscriber: Subscriber, policy: Policy, context: SyncContext): Policy
  /** Replaces references by ERP ids; `undefined` when the value cannot be written without the missing one. */
  resolve?(value: V, creations: Creations): V | undefined
  patch(after: V, before: V, context: SyncContext): CustomerPatch
  show(value: V, context: SyncContext): string
}

/** A difference of one field, before it is written. */
export interface Delta {
  readonly field: Field
  readonly before: FieldValue
  readonly after: FieldValue
}

/** A row as other rooms use it, without the type of its value. */
export interface Field {
  readonly name: FieldName
  readonly title: string
  readonly exportedAs: Exportable | undefined
  readonly isHot: boolean
  readonly isSecret: boolean
  readonly isNeverEmptied: boolean
  /** False when no record is compared by it: the policy ignores it, one side does not export it or ask for it. */
  isCompared(context: SyncContext): boolean
  /**
   * The difference to write under the configured policy; `undefined` when there is none.
   * @param held gives what UserSide holds: of its own record, or as it is remembered
   */
  compare(subscriber: Subscriber, held: (field: Field) => FieldValue, context: SyncContext): Delta | undefined
  want(subscriber: Subscriber, context: SyncContext): FieldValue | undefined
  have(customer: Customer, context: SyncContext): FieldValue
  isEmpty(value: FieldValue): boolean
  isEqual(after: FieldValue, before: FieldValue): boolean
  resolve(value: FieldValue, creations: Creations): FieldValue | undefined
  patch(after: FieldValue, before: FieldValue, context: SyncContext): CustomerPatch
  show(value: FieldValue, context: SyncContext): string
}

/** A row that has not been given its name yet: the table's key is the name. */
export type Row = (name: FieldName) => Field

/** Writes down a row of the table. */
export function row<V extends FieldValue>(spec: Omit<FieldSpec<V>, 'name'>): Row {
  return (name) => defineField({ ...spec, name })
}

/** Makes a field of a row. Its value's type is forgotten here and nowhere else. */
function defineField<V extends FieldValue>(spec: FieldSpec<V>): Field {
  const isEqual = spec.isEqual ?? isSame
  const part = spec.comparedWith ?? spec.exportedAs
  const isExported = ({ exported }: SyncContext): boolean =>
    part === undefined || part === 'always' || exported.parts.has(part)

  // Unreadable is not empty: whatever the field, such a value leaves UserSide alone (universal-billing-api.md §3).
  const want = (subscriber: Subscriber, context: SyncContext): V | undefined =>
    isExported(context) && !isUnreadable(subscriber, spec.name) ? spec.want(subscriber, context) : undefined

  const field: Field = {
    name: spec.name,
    title: spec.title,
    exportedAs: spec.exportedAs,
    isHot: spec.isHot ?? false,
    isSecret: spec.isSecret ?? false,
    isNeverEmptied: spec.isNeverEmptied ?? false,
    want,
    have: spec.have,
    isEmpty: (value) => spec.isEmpty(value as V),
    isEqual: (after, before) => isEqual(after as V, before as V),
    resolve: (value, creations) => (spec.resolve === undefined ? value : spec.resolve(value as V, creations)),
    patch: (after, before, context) => spec.patch(after as V, before as V, context),
    show: (value, context) => (spec.isSecret ? '***' : spec.show(value as V, context)),
    isCompared: (context) =>
      context.policies[spec.name] !== 'ignore' && isExported(context) && (spec.isAsked?.(context) ?? true),

    compare(subscriber, held, context) {
      const configured = context.policies[spec.name]
      if (configured === 'ignore') return undefined
      const wanted = want(subscriber, context)
      if (wanted === undefined) return undefined
      const before = held(field) as V
      // Nearly always: no policy and no rule of a collection takes away what is wanted and there.
      if (wanted === before || isEqual(wanted, before)) return undefined
      const policy = spec.policyFor?.(subscriber, configured, context) ?? configured
      if (policy === 'ignore' || !isAllowed(wanted, before, policy)) return undefined
      if (spec.reach === undefined) return { field, before, after: wanted }
      const after = spec.reach(wanted, before, context, policy, subscriber.id)
      return isEqual(after, before) ? undefined : { field, before, after }
    },
  }

  function isAllowed(wanted: V, before: V, policy: Policy): boolean {
    if (spec.isPolicyPerItem) return true
    if (spec.isEmpty(wanted) && (policy !== 'mirror' || spec.isNeverEmptied)) return false
    return policy !== 'fill' || (spec.isUnset ?? spec.isEmpty)(before)
  }
  return field
}

/** Equality of plain values by their content; the order of an object's keys says nothing. */
export function isSame(left: FieldValue, right: FieldValue): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right))
    return Array.isArray(left) && Array.isArray(right) && isSameList(left, right)
  return isSameMap(left as Values, right as Values)
}

type Values = { readonly [key: string]: FieldValue }

function isSameList(left: readonly FieldValue[], right: readonly FieldValue[]): boolean {
  if (left.length !== right.length) return false
  for (let place = 0; place < left.length; place++)
    if (!isSame(left[place] ?? null, right[place] ?? null)) return false
  return true
}

function isSameMap(left: Values, right: Values): boolean {
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key] ?? null, right[key] ?? null))
  )
}
