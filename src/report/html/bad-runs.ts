/** Each run that went wrong, with its sentence. Runs that follow each other and say the same stand together. */
import { ENGLISH, type Speaker } from '../../text/speaker.ts'
import { isBad, outcomeLabel, type ReportRun, undoneProblems } from '../outcome.ts'
import { examplesText } from '../summary-text.ts'
import { html, type Markup } from './markup.ts'
import { outcomeBadge } from './outcome-badge.ts'
import { searchField } from './tables.ts'

/** Groups on the page. */
const MOST = 100

/** @param runs newest first */
export function badRunsSection(runs: readonly ReportRun[], speaker: Speaker): Markup {
  const groups = alike(runs.filter(isBad))
  const body =
    groups.length === 0
      ? html`<p class="empty">${speaker.say('No run went wrong.')}</p>`
      : html`${searchField('bad-runs', groups.length, speaker)}<ul class="problems" data-rows="bad-runs">${groups.slice(0, MOST).map((group) => groupItem(group, speaker))}</ul>`
  const rest = groups.length - MOST
  const more =
    rest > 0
      ? html`<p class="note">${speaker.say('And {1} more: "usm-billing history --failed".', rest)}</p>`
      : undefined
  return html`<section><h2>${speaker.say('Runs that went wrong')}</h2>${body}${more}</section>`
}

/** What a run that went wrong has to say; a run that was killed says nothing. */
function sentencesOf(run: ReportRun, speaker: Speaker): string[] {
  const { summary } = run
  if (summary === undefined)
    return [speaker.say('It did not end: it was killed, the power went, or it is at work now.')]
  const problems = undoneProblems(summary.problems).map(({ code, count, text, sample }) => {
    const told = speaker.retell(text)
    if (code.endsWith('-guard')) return told
    const named = sample.length === 0 ? '' : ` ${examplesText(sample, speaker)}`
    return `${told} (${code}, ${speaker.number(count)})${named}`
  })
  return summary.error === undefined ? problems : [speaker.retell(summary.error), ...problems]
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
  return (
    outcomeLabel(one) === outcomeLabel(other) &&
    sentencesOf(one, ENGLISH).join() === sentencesOf(other, ENGLISH).join()
  )
}

function groupItem(group: readonly ReportRun[], speaker: Speaker): Markup {
  const [newest] = group
  const oldest = group.at(-1)
  if (newest === undefined || oldest === undefined) return html``
  const time = (run: ReportRun): string => speaker.minute(new Date(run.startedAt))
  const when = group.length === 1 ? time(newest) : `${time(oldest)} … ${time(newest)}`
  const which =
    group.length === 1
      ? `${speaker.say('run')} ${newest.id}`
      : `${speaker.count(group.length, '{1} run', '{1} runs')}, ${oldest.id} … ${newest.id}`
  const sentences = sentencesOf(newest, speaker).map(
    (sentence) => html`<p>${sentence}</p>
`,
  )
  return html`<li><p>${outcomeBadge(newest, speaker)} <b>${when}</b> <span class="note">${which}</span></p>${sentences}</li>
`
}
