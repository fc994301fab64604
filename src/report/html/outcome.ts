/** How runs ended, in words and as one of five tones. Colour never stands alone: the word is beside it. */
import type { Outcome } from '../../model/summary.ts'
import { html, type Markup } from './markup.ts'
import type { ReportRun } from './report-data.ts'

export type Tone = 'good' | 'warning' | 'serious' | 'critical' | 'neutral'

const OUTCOMES: Readonly<Record<Outcome, readonly [label: string, tone: Tone]>> = {
  ok: ['done', 'good'],
  changes: ['differences', 'neutral'],
  partial: ['some records left undone', 'warning'],
  guard: ['stopped by the absence guard', 'serious'],
  locked: ['another run was at work', 'neutral'],
  config: ['configuration not valid', 'critical'],
  billing: ['billing could not be read', 'critical'],
  userside: ['UserSide failed', 'critical'],
  interrupted: ['stopped by a signal', 'warning'],
  error: ['unexpected error', 'critical'],
}

export function outcomeLabel({ outcome }: ReportRun): string {
  return outcome === undefined ? 'did not end' : OUTCOMES[outcome][0]
}

export function outcomeTone({ outcome }: ReportRun): Tone {
  return outcome === undefined ? 'serious' : OUTCOMES[outcome][1]
}

/** A mark of the tone's colour with the word beside it. */
export function outcomeBadge(run: ReportRun): Markup {
  return html`<span class="badge ${outcomeTone(run)}"><i></i>${outcomeLabel(run)}</span>`
}
