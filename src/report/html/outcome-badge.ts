/** Colour never stands alone: the word is beside it. */
import { outcomeLabel, outcomeTone, type ReportRun } from '../outcome.ts'
import { html, type Markup } from './markup.ts'

/** A mark of the tone's colour with the word. */
export function outcomeBadge(run: ReportRun): Markup {
  return html`<span class="badge ${outcomeTone(run)}"><i></i>${outcomeLabel(run)}</span>`
}
