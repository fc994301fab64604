/** ABillS with its Userside module (docs/billings/abills.md). */
import type { Dialect } from './dialect.ts'
import { generic, RAISE_PAGES } from './generic.ts'

/** More than any provider has: otherwise lists end at 10,000 rows, and nothing in them says so (T30). */
const MOST_ROWS = '1000000'

export const abills: Dialect = {
  ...generic,
  isOfAddress: (url) => /[?&]get_index=us_api(?:&|$)/.test(url),
  isOfName: (name) => /^abills\b/i.test(name),
  call: (method) => ({ request: method, json: '1', MAX_ROWS: MOST_ROWS }),
  // Its services are a stub: the documents of subscriber 1.
  isMissing: (method) => method === 'get_services_list',
  paging: { suspiciousRows: 10_000, from: (offset) => ({ START_PAGE: String(offset) }) },
  isRoundListSuspect: false,
  loginPage: 'auth',
  isZeroNone: true,
  pseudoDistricts: ['-1'],
  isIncludedTrafficUnknown: true,
  isHouseNumberRebuilt: false,
  isNewlineSpelled: true,
  advice: { onRefusal: '', onCutList: RAISE_PAGES, roundRows: 10_000 },
}
