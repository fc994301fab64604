/** All dialects, and how one is told from an address or a name. */
import { abills } from './abills.ts'
import { carbon } from './carbon.ts'
import type { Dialect, DialectName } from './dialect.ts'
import { generic } from './generic.ts'
import { mikbill } from './mikbill.ts'
import { platex } from './platex.ts'
import { ubilling } from './ubilling.ts'

export const DIALECTS = {
  ubilling,
  mikbill,
  abills,
  platex,
  carbon,
  generic,
} as const satisfies Record<DialectName, Dialect>

const NAMES = Object.keys(DIALECTS) as readonly DialectName[]

/** What was configured; the protocol `carbon5` is Carbon's alone; else what the address tells, else `generic` (§2). */
export function dialectOfAddress(
  url: string,
  protocol: 'standart' | 'carbon5',
  configured: 'auto' | DialectName,
): DialectName {
  if (protocol === 'carbon5') return 'carbon'
  if (configured !== 'auto') return configured
  return NAMES.find((name) => DIALECTS[name].isOfAddress(url)) ?? 'generic'
}

/** The dialect a billing names in its first answer; `undefined` when the name is not known. */
export function dialectOfName(billingName: string): DialectName | undefined {
  return NAMES.find((name) => DIALECTS[name].isOfName(billingName.trim()))
}
