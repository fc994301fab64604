/** All built-in billings. A forgotten one is a type error. */
import type { BuiltInName } from '../../../model/table-address.ts'
import { abills } from './abills.ts'
import type { BuiltInBilling } from './billing.ts'
import { mikbill } from './mikbill.ts'
import { nodeny } from './nodeny.ts'
import { ubilling } from './ubilling.ts'
import { utm5 } from './utm5.ts'

export const BUILT_IN = {
  utm5,
  abills,
  ubilling,
  mikbill,
  nodeny,
} as const satisfies Readonly<Record<BuiltInName, BuiltInBilling>>
