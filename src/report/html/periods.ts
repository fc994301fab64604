/** The last day, week and month in numbers: what happened while nobody looked. First imports are counted apart. */
import type { SubscriberCounts } from '../../model/summary.ts'
import type { Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import { isBad, outcomeLabel, outcomeTone, type ReportRun } from '../outcome.ts'
import { html, type Markup } from './markup.ts'
import { toneSign } from './outcome-badge.ts'

interface Period {
  readonly title: Phrase
  readonly hours: number
}

export const PERIODS: readonly Period[] = [
  { title: '24 hours', hours: 24 },
  { title: '7 days', hours: 7 * 24 },
  { title: '30 days', hours: 30 * 24 },
]

const COUNTS: readonly (readonly [title: Phrase, key: keyof SubscriberCounts])[] = [
  ['subscribers created', 'created'],
  ['subscribers updated', 'updated'],
  ['subscribers marked as not in billing', 'absent'],
  ['subscribers back in the billing', 'returned'],
  ['subscribers failed', 'failed'],
]

/** Runs that began within the last so many hours. */
export function runsWithin(runs: readonly ReportRun[], hours: number, now: Date): ReportRun[] {
  const from = now.getTime() - hours * 3_600_000
  return runs.filter(({ startedAt }) => Date.parse(startedAt) >= from)
}

/** @param runs newest first, of the longest period */
export function periodsSection(runs: readonly ReportRun[], now: Date, speaker: Speaker): Markup {
  const first = runs.filter(({ summary }) => summary?.firstRun)
  const columns = PERIODS.map(({ title, hours }) => ({
    title: speaker.say(title),
    runs: runsWithin(runs, hours, now),
  }))
  const row = (title: Phrase, value: (of: readonly ReportRun[]) => Markup | string): Markup =>
    html`<tr><th scope="row">${speaker.say(title)}</th>${columns.map(
      (column) => html`<td class="number" data-label="${column.title}">${value(column.runs)}</td>`,
    )}</tr>
`
  const rows = COUNTS.map(([title, key]) => row(title, (of) => speaker.number(sumOf(of, key))))
  return html`<section><h2>${speaker.say('What happened')}</h2>
<table class="cards periods"><thead><tr><th></th>${columns.map(({ title }) => html`<th class="number" scope="col">${title}</th>`)}</tr></thead>
<tbody>${row('runs', (of) => speaker.number(of.length))}${row('of them bad', (of) => badCell(of, speaker))}${rows}</tbody></table>
${first.length === 0 ? undefined : firstImports(first, speaker)}</section>`
}

/** How many went wrong, and how. */
function badCell(runs: readonly ReportRun[], speaker: Speaker): Markup {
  const kinds = [...Map.groupBy(runs.filter(isBad), (run) => outcomeLabel(run, speaker))]
  if (kinds.length === 0)
    return html`<span class="badge good">${toneSign('good')}${speaker.say('none')}</span>`
  return html`${kinds.map(([label, [run, ...others]]) =>
    run === undefined
      ? undefined
      : html`<span class="badge ${outcomeTone(run)}">${toneSign(outcomeTone(run))}${others.length + 1} ${label}</span>`,
  )}`
}

function firstImports(runs: readonly ReportRun[], speaker: Speaker): Markup {
  const sentences = runs.map(({ id, startedAt, summary }) => {
    const created = speaker.count(summary?.subscribers.created ?? 0, '{1} subscriber', '{1} subscribers')
    const time = speaker.minute(new Date(startedAt))
    return html`${speaker.say('Run {1}, {2}: {3} created.', String(id), time, created)} `
  })
  return html`<p class="note">${speaker.say('First imports are not counted above.')} ${sentences}</p>`
}

function sumOf(runs: readonly ReportRun[], key: keyof SubscriberCounts): number {
  return runs.reduce(
    (sum, { summary }) => sum + (summary?.firstRun ? 0 : (summary?.subscribers[key] ?? 0)),
    0,
  )
}
