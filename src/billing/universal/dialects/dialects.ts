/** All dialects, and how one is told from an address or a name. */
import { DIALECT_NAMES } from '../../../model/dialect-names.ts'
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

/** What was configured; the protocol `carbon5` is Carbon's alone; else what the address tells, else `generic` (§2). */
export function dialectOfAddress(
  url: string,
  protocol: 'standart' | 'carbon5',
  configured: 'auto' | DialectName,
): DialectName {
  if (protocol === 'carbon5') return 'carbon'
  if (configured !== 'auto') return configured
  return DIALECT_NAMES.find((name) => DIALECTS[name].isOfAddress(url)) ?? 'generic'
}

/** What is known after the first answer: the product it names, where neither address nor configuration told one. */
export function dialectOfName(
  billingName: string,
  known: DialectName,
  configured: 'auto' | DialectName,
): DialectName {
  if (configured !== 'auto' || known !== 'generic') return known
  return DIALECT_NAMES.find((name) => DIALECTS[name].isOfName(billingName.trim())) ?? known
}

/** True when an address can only be that of another product than the configured one. */
export function isAddressOfAnother(
  url: string,
  protocol: 'standart' | 'carbon5',
  configured: 'auto' | DialectName,
): boolean {
  if (configured === 'auto') return false
  const told = dialectOfAddress(url, protocol, 'auto')
  return told !== 'generic' && told !== configured
}
