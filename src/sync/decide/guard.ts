/** The absence guard: a failure of the billing must never look like a farewell of its subscribers. */
import type { SyncOptions } from '../fields/options.ts'

export interface AbsenceVerdict {
  readonly isStopped: boolean
  /** One sentence for the operator; empty when the marking may go on. */
  readonly message: string
}

/**
 * Decides whether subscribers may be marked as "not in billing".
 * @param absent how many would be marked
 * @param present how many the ERP holds as being in this billing
 * @param seen how many the billing has
 */
export function judgeAbsence(
  absent: number,
  present: number,
  seen: number,
  options: Pick<SyncOptions, 'safety' | 'isAbsenceAccepted'>,
): AbsenceVerdict {
  if (absent === 0) return { isStopped: false, message: '' }
  if (seen === 0) {
    return {
      isStopped: true,
      message: `The billing has no subscriber at all, UserSide has ${present}: nobody is marked as "not in billing". An empty list never marks anybody.`,
    }
  }
  const { maxAbsentCount, maxAbsentPercent } = options.safety
  const percent = (absent / present) * 100
  if (options.isAbsenceAccepted || absent <= maxAbsentCount || percent <= maxAbsentPercent) {
    return { isStopped: false, message: '' }
  }
  return {
    isStopped: true,
    message:
      `${absent} of ${present} subscribers (${percent.toFixed(1)} %) are gone from the billing, more than ${maxAbsentCount} and more than ${maxAbsentPercent} %: ` +
      'they are not marked as "not in billing", everything else is done. ' +
      'If they are really gone, run once with --accept-absent; the limits are "safety" in the configuration.',
  }
}
