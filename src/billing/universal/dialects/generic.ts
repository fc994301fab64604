/** Any billing that is not known by name: every tolerance on, no parameter of its own. */
import type { Dialect } from './dialect.ts'

export const generic: Dialect = {
  isOfAddress: () => false,
  isOfName: () => false,
  call: (method) => ({ request: method }),
  isMissing: () => false,
  paging: undefined,
  isRoundListSuspect: true,
  loginPage: 'config',
  constantZeros: [],
  isZeroNone: false,
  pseudoDistricts: [],
  isIncludedTrafficUnknown: false,
  isHouseNumberRebuilt: true,
  isNewlineSpelled: false,
  isFieldNameWithChoices: false,
}
