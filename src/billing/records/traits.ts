/** Where the records of a source mean something else than they say: all that the readers know of the source. */
import type { Exportable } from '../../model/subscriber.ts'
import type { Look } from './exported.ts'

export interface RecordTraits {
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
  /** Where parts of a subscriber stand, as far as that is not where the universal API has them. */
  readonly looks?: Readonly<Partial<Record<Exportable, Look>>>
  /** A record names its parent (`parent_id`), instead of standing inside it. */
  readonly isParentNamed?: boolean
}
