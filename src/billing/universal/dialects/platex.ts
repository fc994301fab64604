/** Platex, of which only its name is known (docs/billings/platex.md). */
import type { Dialect } from './dialect.ts'
import { adviceTo, generic } from './generic.ts'

export const platex: Dialect = {
  ...generic,
  isOfName: (name) => /^platex\b/i.test(name),
  advice: adviceTo(''),
}
