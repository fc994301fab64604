/** All dialects the sandbox billing can speak. */
import type { SandboxDialect } from './dialect.ts'
import { ubilling } from './ubilling.ts'

export const dialects = {
  ubilling,
} as const satisfies Record<string, SandboxDialect>

export type DialectName = keyof typeof dialects
