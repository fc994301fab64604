/** Phones: five slots in the ERP, a list in the billing, the main number first (`contracts/userside-api.md` §11.7). */
import type { Policy } from '../../model/policy.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import { row } from './field.ts'

const SLOTS = ['phone0', 'phone1', 'phone2', 'phone3', 'phone4'] as const

/**
 * The slots UserSide shall end with: a missing main number goes to the first slot, other missing ones to slots that
 * hold no wanted number, empty ones first. Surplus numbers are erased under `mirror` only.
 */
function reachPhones(want: readonly string[], have: readonly string[], policy: Policy): string[] {
  const slots = SLOTS.map((_, index) => have[index] ?? '')
  // What stands behind the fifth slot counts as held, though no call reaches it.
  const beyond = have.slice(SLOTS.length)
  const wanted = want.slice(0, SLOTS.length)
  const main = wanted[0]
  if (main !== undefined && !slots.includes(main) && !beyond.includes(main)) slots[0] = main
  if (policy === 'mirror') {
    const seen = new Set<string>()
    for (const [index, number] of slots.entries()) {
      if (!wanted.includes(number) || seen.has(number)) slots[index] = ''
      seen.add(number)
    }
  }
  for (const number of wanted) {
    if (slots.includes(number) || beyond.includes(number)) continue
    const empty = slots.indexOf('')
    const free = empty >= 0 ? empty : slots.findIndex((held) => !wanted.includes(held))
    if (free >= 0) slots[free] = number
  }
  return [...slots, ...beyond]
}

/** Only the slots that change. */
function patchPhones(after: readonly string[], before: readonly string[]): CustomerPatch {
  const patch: { [slot in (typeof SLOTS)[number]]?: string } = {}
  for (const [index, slot] of SLOTS.entries()) {
    const number = after[index] ?? ''
    if (number !== (before[index] ?? '')) patch[slot] = number
  }
  return patch
}

/** Slots are the same when they hold the same numbers at the same places; empty ones at the end do not count. */
function isSamePhones(after: readonly string[], before: readonly string[]): boolean {
  const length = Math.max(after.length, before.length)
  for (let slot = 0; slot < length; slot++) if ((after[slot] ?? '') !== (before[slot] ?? '')) return false
  return true
}

/** The slots with their numbers. */
export const phonesField = row<readonly string[]>({
  title: 'Phones',
  exportedAs: 'phones',
  want: ({ phones }) => phones,
  have: ({ phones }) => phones,
  isEmpty: (numbers) => numbers.every((number) => number === ''),
  reach: (want, have, _, policy) => reachPhones(want, have, policy),
  isEqual: isSamePhones,
  patch: patchPhones,
  show: (numbers) => numbers.filter((number) => number !== '').join(', '),
})
