/** The last day, week and month in numbers: what happened while nobody looked. First imports are counted apart. */
import { localDateTime } from '../../model/date.ts'
import type { SubscriberCounts } from '../../model/summary.ts'
import { counted, formatCount } from '../../text/quantity.ts'
import { isBad, outcomeLabel, outcomeTone, type ReportRun } from '../outcome.ts'
import { html, type Markup } from './markup.ts'
import { toneSign } from './outcome-badge.ts'

interface Period {
  readonly title: string
  readonly hours: number
}

export const PERIODS: readonly Period[] = [
  { title: '24 hours', hours: 24 },
  { title: '7 days', hours: 7 * 24 },
  { title: '30 days', hours: 30 * 24 },
]

const COUNTS: readonly (readonly [title: string, key: keyof SubscriberCounts])[] = [
  ['created', 'created'],
  ['updated', 'updated'],
  ['marked as not in billing', 'absent'],
  ['back in the billing', 'returned'],
  ['failed', 'failed'],
]

/** Runs that began within the last so many hours. */
export function runsWithin(runs: readonly ReportRun[], hours: number, now: Date): ReportRun[] {
  const from = now.getTime() - hours * 3_600_000
  return runs.filter(({ startedAt }) => Date.parse(startedAt) >= from)
}

/** @param runs newest first, of the longest period */
export function periodsSection(runs: readonly ReportRun[], now: Date): Markup {
  const first = runs.filter(({ summary }) => summary?.firstRun)
  const columns = PERIODS.map((period) => ({ ...period, runs: runsWithin(runs, period.hours, now) }))
  const row = (title: string, value: (of: readonly ReportRun[]) => Markup | string): Markup =>
    html`<tr><th scope="row">${title}</th>${columns.map(
      (column) => html`<td class="number" data-label="${column.title}">${value(column.runs)}</td>`,
    )}</tr>
`
  const rows = COUNTS.map(([title, key]) => row(`subscribers ${title}`, (of) => formatCount(sumOf(of, key))))
  return html`<section><h2>What happened</h2>
<table class="cards periods"><thead><tr><th></th>${columns.map(({ title }) => html`<th class="number" scope="col">${title}</th>`)}</tr></thead>
<tbody>${row('runs', (of) => formatCount(of.length))}${row('of them bad', badCell)}${rows}</tbody></table>
${first.length === 0 ? undefined : firstImports(first)}</section>`
}

/** How many went wrong, and how. */
function badCell(runs: readonly ReportRun[]): Markup {
  const kinds = [...Map.groupBy(runs.filter(isBad), outcomeLabel)]
  if (kinds.length === 0) return html`<span class="badge good">${toneSign('good')}none</span>`
  return html`${kinds.map(([label, [run, ...others]]) =>
    run === undefined
      ? undefined
      : html`<span class="badge ${outcomeTone(run)}">${toneSign(outcomeTone(run))}${others.length + 1} ${label}</span>`,
  )}`
}

function firstImports(runs: readonly ReportRun[]): Markup {
  const sentences = runs.map(({ id, startedAt, summary }) => {
    const created = counted(summary?.subscribers.created ?? 0, 'subscriber')
    return html`Run ${id}, ${localDateTime(new Date(startedAt)).slice(0, 16)}: ${created} created. `
  })
  return html`<p class="note">First imports are not counted above. ${sentences}</p>`
}

function sumOf(runs: readonly ReportRun[], key: keyof SubscriberCounts): number {
  return runs.reduce(
    (sum, { summary }) => sum + (summary?.firstRun ? 0 : (summary?.subscribers[key] ?? 0)),
    0,
  )
}
