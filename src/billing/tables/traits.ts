/** How rows are read where the readers of records have a choice. */
import type { RecordTraits } from '../records/traits.ts'
import { TABLE_LOOKS } from './rows/subscriber-shape.ts'

export const TABLES: RecordTraits = {
  constantZeros: [],
  isZeroNone: false,
  pseudoDistricts: [],
  isIncludedTrafficUnknown: false,
  // Only where a full name is told, which is where the number is what was typed.
  isHouseNumberRebuilt: true,
  isNewlineSpelled: false,
  isFieldNameWithChoices: false,
  looks: TABLE_LOOKS,
  isParentNamed: true,
}
