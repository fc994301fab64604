/**
 * Unreadable is not empty: a value that is there and cannot be read never becomes 0, "none" or a deletion. The field of
 * the record it stands in is left alone in UserSide, and said (`contracts/universal-billing-api.md` §3).
 */
import { cutText, printable } from './text.ts'

/** What a reader gives for a value that is there and is none of its kind. */
export const UNREADABLE = Symbol('unreadable')
export type Unreadable = typeof UNREADABLE

/** A field of a record whose value could not be read. */
export interface UnreadableValue<F extends string = string> {
  readonly field: F
  /** The text as sent, short and without control characters, for people. */
  readonly sent: string
}

/** A record of the billing, some of whose values may not have been read. */
interface MayBeUnreadable {
  readonly unreadable?: readonly UnreadableValue[] | undefined
}

/** True when the record's value of this field could not be read: the field is to be left alone. */
export function isUnreadable({ unreadable }: MayBeUnreadable, field: string): boolean {
  return unreadable?.some((value) => value.field === field) ?? false
}

/** The value, or `otherwise` where it could not be read. */
export function readable<T, O>(value: T | Unreadable, otherwise: O): T | O {
  return value === UNREADABLE ? otherwise : value
}

const LONGEST_SENT = 60

/** A value as people are shown it. What is no text or number is only named: there is no telling what stands in it. */
export function asSent(value: unknown): string {
  if (typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}'
  const text = printable(String(value))
  return text.length > LONGEST_SENT ? `${cutText(text, LONGEST_SENT)}…` : text
}
