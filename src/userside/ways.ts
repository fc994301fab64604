/** What was learned of this UserSide in earlier runs, as it comes out of wherever it was kept. */
import * as v from 'valibot'
import type { UsersideWays } from './userside.ts'

/** Largest form that is ever sent, in bytes as encoded: half of what the vendor's own proxy takes (§1). */
export const MOST_FORM_BYTES = 512 * 1024
/** Whatever a server has answered, forms as small as this are not held to be too big. */
export const LEAST_FORM_BYTES = 16 * 1024

const WaysSchema = v.object({
  additionalCustomerFields: v.fallback(v.array(v.string()), () => []),
  isBlockDropped: v.fallback(v.boolean(), false),
  formBytes: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(LEAST_FORM_BYTES), v.maxValue(MOST_FORM_BYTES)),
    MOST_FORM_BYTES,
  ),
})

/** Reads what was kept; of what is missing or unreadable nothing is known yet. */
export function readWays(kept: unknown): UsersideWays {
  const read = v.safeParse(WaysSchema, kept)
  return read.success ? read.output : v.parse(WaysSchema, {})
}
