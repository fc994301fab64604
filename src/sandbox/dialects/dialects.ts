/** All dialects the sandbox billing can speak. */
import { abills } from './abills.ts'
import { carbon } from './carbon.ts'
import type { SandboxDialect } from './dialect.ts'
import { generic } from './generic.ts'
import { mikbill } from './mikbill.ts'
import { platex } from './platex.ts'
import { ubilling } from './ubilling.ts'
import { usersideSource } from './userside-source.ts'

export const dialects = {
  ubilling,
  mikbill,
  abills,
  platex,
  carbon,
  generic,
  userside: usersideSource,
} as const satisfies Record<string, SandboxDialect>

export type DialectName = keyof typeof dialects
