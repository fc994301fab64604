/** Any billing that is not known by name: every tolerance on, no parameter of its own. */
import type { ProductAdvice } from '../../billing.ts'
import type { Dialect } from './dialect.ts'

const EXPECTED = 'expected was JSON such as {"date":"2026-01-31 12:00:00","billing":{"name":"…"}}'

/** For a product whose ways to say no nobody has seen. @param protocol what to try if the other one is meant */
export function adviceTo(protocol: string): ProductAdvice {
  return {
    onRefusal: protocol === '' ? EXPECTED : `${protocol}; ${EXPECTED}`,
    onCutList: `billingDialect: the product of the billing; ${RAISE_PAGES}`,
  }
}

/** ABillS cuts lists by a setting of its own. */
export const RAISE_PAGES = 'US_API_MAX_PAGE_ROWS in config.pl of ABillS: raise it'

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
  advice: adviceTo('billingName: "carbon5", if this is Carbon Billing'),
}
