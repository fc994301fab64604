/** The outcome of a run as a badge: its colour, and always the word. */
import { outcomeLabel, outcomeTone, type ReportRun } from '../outcome.ts'
import { html, type Markup } from './markup.ts'

export function outcomeBadge(run: ReportRun): Markup {
  return html`<span class="badge ${outcomeTone(run)}"><i></i>${outcomeLabel(run)}</span>`
}
