/**
 * What is particular about one product that speaks the universal billing API. The protocol itself, and every
 * tolerance for its loose types, is the reader's: a dialect says only where a product differs from that.
 */
import type { Exportable } from '../../../model/subscriber.ts'
import type { Method } from '../methods.ts'
import type { Parameters } from '../url.ts'

export type DialectName = 'ubilling' | 'mikbill' | 'abills' | 'platex' | 'carbon' | 'generic'

/** How a product cuts long lists, and how the rest of them is had (T30). */
export interface Paging {
  /** A list whose number of rows is a multiple of this may have been cut. */
  readonly suspiciousRows: number
  /** What asks for the rows behind the first `offset` ones. */
  readonly from: (offset: number) => Parameters
}

export interface Dialect {
  /** True for an operator's address that can only be this product's (§2). */
  readonly isOfAddress: (url: string) => boolean
  /** True for a name that this product gives itself in its system information. */
  readonly isOfName: (name: string) => boolean
  /** The query that calls a method, without the cache buster. */
  readonly call: (method: Method) => Parameters
  /** Methods it does not have or whose answers are of no use: they are never called. */
  readonly isMissing: (method: Method) => boolean
  /** `undefined`: it is not known to cut lists, or there is no way to the rest. */
  readonly paging: Paging | undefined
  /** A list of a suspiciously round length may be cut, and there is no way to find out. */
  readonly isRoundListSuspect: boolean
  /** What a login form in the place of an answer says: a refused key, or an address that leads elsewhere. */
  readonly loginPage: 'auth' | 'config'
  /** Parts that it always sends as zero, which means that it does not have them. */
  readonly constantZeros: readonly Exportable[]
  /** Its id `0` of a group, street or district stands for "none". */
  readonly isZeroNone: boolean
  /** Ids of pseudo-entries in its lists of districts. */
  readonly pseudoDistricts: readonly string[]
  /** Its included traffic means nothing. */
  readonly isIncludedTrafficUnknown: boolean
  /** House numbers are lost in its `number` and `block` and found again in its `full_name` (§5.3). */
  readonly isHouseNumberRebuilt: boolean
  /** Line breaks in comments come as the two characters `\` and `n` (T34). */
  readonly isNewlineSpelled: boolean
  /** Names of additional fields carry their choices behind a bar: `name|a,b`. */
  readonly isFieldNameWithChoices: boolean
}
