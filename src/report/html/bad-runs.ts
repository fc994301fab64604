/** Each run that went wrong, with its sentence. Runs that follow each other and say the same stand together. */
import { localDateTime } from '../../model/date.ts'
import { formatCount } from '../../text/quantity.ts'
import { isBad, outcomeLabel, type ReportRun, undoneProblems } from '../outcome.ts'
import { html, type Markup } from './markup.ts'
import { outcomeBadge } from './outcome-badge.ts'
import { searchField } from './tables.ts'

/** Groups on the page. */
const MOST = 100

/** @param runs newest first */
export function badRunsSection(runs: readonly ReportRun[]): Markup {
  const groups = alike(runs.filter(isBad))
  const body =
    groups.length === 0
      ? html`<p class="empty">No run went wrong.</p>`
      : html`${searchField('bad-runs', groups.length)}<ul class="problems" data-rows="bad-runs">${groups.slice(0, MOST).map(groupItem)}</ul>`
  const rest = groups.length - MOST
  const more =
    rest > 0
      ? html`<p class="note">And ${formatCount(rest)} more: "usm-billing history --failed".</p>`
      : undefined
  return html`<section><h2>Runs that went wrong</h2>${body}${more}</section>`
}

/** What a run that went wrong has to say; a run that was killed says nothing. */
function sentencesOf(run: ReportRun): string[] {
  const { summary } = run
  if (summary === undefined) return ['It did not end: it was killed, the power went, or it is at work now.']
  const problems = undoneProblems(summary.problems).map(({ code, count, text, sample }) => {
    const examples = sample.length === 0 ? '' : ` For example: ${sample.join(', ')}.`
    return code.endsWith('-guard') ? text : `${text} (${code}, ${formatCount(count)})${examples}`
  })
  return summary.error === undefined ? problems : [summary.error, ...problems]
}

/** Newest first: the runs of a group stand together, in the order they came. */
function alike(runs: readonly ReportRun[]): ReportRun[][] {
  const groups: ReportRun[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    const [last] = group ?? []
    if (group !== undefined && last !== undefined && saysTheSame(last, run)) group.push(run)
    else groups.push([run])
  }
  return groups
}

function saysTheSame(one: ReportRun, other: ReportRun): boolean {
  return outcomeLabel(one) === outcomeLabel(other) && sentencesOf(one).join() === sentencesOf(other).join()
}

function groupItem(group: readonly ReportRun[]): Markup {
  const [newest] = group
  const oldest = group.at(-1)
  if (newest === undefined || oldest === undefined) return html``
  const time = (run: ReportRun): string => localDateTime(new Date(run.startedAt)).slice(0, 16)
  const when = group.length === 1 ? time(newest) : `${time(oldest)} … ${time(newest)}`
  const which = group.length === 1 ? `run ${newest.id}` : `${group.length} runs, ${oldest.id} … ${newest.id}`
  const sentences = sentencesOf(newest).map(
    (sentence) => html`<p>${sentence}</p>
`,
  )
  return html`<li><p>${outcomeBadge(newest)} <b>${when}</b> <span class="note">${which}</span></p>${sentences}</li>
`
}
