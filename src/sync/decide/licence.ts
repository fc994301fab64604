/** The licence of UserSide: how many active subscribers it may hold (`row_limit`, §3). Pure. */
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'

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

export interface UnderLicence {
  readonly creates: readonly Subscriber[]
  /** New subscribers the licence has no room for. */
  readonly overLicence: number
}

/**
 * Which of the new subscribers the licence has room for.
 * @param active as for {@link roomForNew}
 */
export function underLicence(
  missing: readonly Subscriber[],
  active: number,
  rowLimit: number,
  report: ReportProblem,
): UnderLicence {
  const above = aboveLicence(rowLimit, active)
  if (above > 0 && missing.every(({ isFormer }) => isFormer)) {
    report({
      code: 'licence',
      example: String(above),
      text: `UserSide holds ${active} active subscribers, ${above} more than its licence allows; all of them stay managed. Extend the licence.`,
    })
  }
  let room = roomForNew(rowLimit, active)
  const creates: Subscriber[] = []
  for (const subscriber of missing) {
    if (!subscriber.isFormer && room <= 0) {
      report({
        code: 'licence',
        example: subscriber.id,
        text: `The licence of UserSide allows ${rowLimit} active subscribers; new ones above it were not created, existing ones stay managed. Extend the licence.`,
        partial: true,
      })
      continue
    }
    if (!subscriber.isFormer) room -= 1
    creates.push(subscriber)
  }
  return { creates, overLicence: missing.length - creates.length }
}
