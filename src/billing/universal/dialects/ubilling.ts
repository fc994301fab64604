/** uBilling 0.8.6 and later (docs/billings/ubilling.md). */
import type { Dialect } from './dialect.ts'
import { generic } from './generic.ts'

export const ubilling: Dialect = {
  ...generic,
  isOfAddress: (url) => /[?&]action=userside(?:&|$)/.test(url),
  isOfName: (name) => /^ubilling$/i.test(name),
  isRoundListSuspect: false,
  constantZeros: ['corporate', 'discount'],
  isFieldNameWithChoices: true,
  advice: { ...generic.advice, onRefusal: '' },
}
