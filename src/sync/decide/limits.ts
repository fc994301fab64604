/** Who may be marked absent and who may be created: the absence guard and the licence, in that order. Pure. */
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { Comparison } from '../compare/compare.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import type { SyncOptions } from '../fields/options.ts'
import type { Source } from '../read/source.ts'
import { type AbsenceVerdict, judgeAbsence } from './guard.ts'
import { aboveLicence, roomForNew } from './licence.ts'

export interface Judgement {
  readonly absence: AbsenceVerdict
  /** Subscribers to mark absent; empty when the guard stopped the marking. */
  readonly absent: readonly SubscriberChange[]
  readonly creates: readonly Subscriber[]
  /** New subscribers the licence has no room for. */
  readonly overLicence: number
}

/** Judges what comparing gave. Who is not marked absent still counts for the licence. */
export function judge(
  comparison: Comparison,
  { subscribers: list }: Pick<Source, 'subscribers'>,
  { options, rowLimit }: { readonly options: SyncOptions; readonly rowLimit: number },
  report: ReportProblem,
): Judgement {
  const { subscribers, isSuspectedCut = false } = list
  // Of a list that may have been cut nobody is judged: who is missing in it may be there all the same (T30).
  const leaving = isSuspectedCut ? 0 : comparison.absent.length
  const absence = judgeAbsence(leaving, comparison.present, subscribers.size, options)
  const isMarked = !isSuspectedCut && !absence.isStopped
  const staying = comparison.active + (isMarked ? 0 : comparison.leaving)
  const licence = underLicence(comparison.missing, staying, rowLimit, report)
  if (absence.isStopped) {
    report({ code: 'absence-guard', example: comparison.absent[0]?.id ?? '', text: absence.message })
  }
  return { absence, absent: isMarked ? comparison.absent : [], ...licence }
}

function underLicence(
  missing: readonly Subscriber[],
  active: number,
  rowLimit: number,
  report: ReportProblem,
): { creates: readonly Subscriber[]; overLicence: number } {
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
