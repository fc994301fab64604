/** The licence of UserSide: how many active subscribers it may hold (`row_limit`, §3). */

/** Below this many active subscribers the ERP does not check its licence. */
const UNCHECKED = 150

/**
 * How many new subscribers may be created.
 * @param rowLimit the licence; 0 is none
 * @param active subscribers that will be active without the new ones
 */
export function roomForNew(rowLimit: number, active: number): number {
  return rowLimit <= 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.max(rowLimit, UNCHECKED) - active)
}

/** How many active subscribers are above the licence. */
export function aboveLicence(rowLimit: number, active: number): number {
  return rowLimit <= 0 ? 0 : Math.max(0, active - Math.max(rowLimit, UNCHECKED))
}
