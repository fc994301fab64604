/** MikBill, known second-hand only (docs/billings/mikbill.md). */
import type { Dialect } from './dialect.ts'
import { adviceTo, generic } from './generic.ts'

export const mikbill: Dialect = {
  ...generic,
  isOfAddress: (url) => /^[^?]*\/api\/index\//.test(url),
  isOfName: (name) => /^mikbill\b/i.test(name),
  advice: adviceTo(''),
}
