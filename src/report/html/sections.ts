/** The sections of the page below the runs: fields, completeness, problems, configuration. */
import { localDateTime } from '../../model/date.ts'
import type { Problem } from '../../model/problem.ts'
import type { Summary } from '../../model/summary.ts'
import { formatCount } from '../../text/quantity.ts'
import type { ReportRun } from '../outcome.ts'
import { html, type Markup } from './markup.ts'
import { toneSign } from './outcome-badge.ts'
import { PERIODS, runsWithin } from './periods.ts'
import type { Shares } from './report-data.ts'
import { type Cell, sortedTable } from './tables.ts'

/** What changed by field in the last day, week and month; first imports change every field of everybody. */
export function fieldsSection(runs: readonly ReportRun[], now: Date): Markup {
  const columns = PERIODS.map(({ title, hours }) => ({
    title,
    sums: sumsOf(runsWithin(runs, hours, now).filter(({ summary }) => !summary?.firstRun)),
  }))
  const longest = columns.at(-1)?.sums ?? new Map<string, number>()
  const fields = [...longest].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one)
  const rows = fields.map(([field]): Cell[] => [
    { shown: field },
    ...columns.map(({ sums }): Cell => {
      const count = sums.get(field) ?? 0
      return { shown: formatCount(count), sort: count }
    }),
  ])
  const heads = [{ title: 'Field' }, ...columns.map(({ title }) => ({ title, isNumber: true }))]
  const body =
    rows.length === 0
      ? html`<p class="empty">No field of a subscriber was changed.</p>`
      : sortedTable('fields', heads, rows)
  return html`<section><h2>What changed, by field</h2><p class="note">Subscribers changed, first imports left out.</p>${body}</section>`
}

function sumsOf(runs: readonly ReportRun[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const run of runs) {
    for (const [field, count] of Object.entries(run.summary?.fields ?? {}))
      sums.set(field, (sums.get(field) ?? 0) + count)
  }
  return sums
}

/** How much of every field is filled, in the billing and in UserSide. */
export function completenessSection(completeness: Shares | undefined): Markup {
  if (completeness === undefined) {
    return html`<section><h2>Completeness</h2><p class="empty">Not counted yet: "usm-billing verify" does, and with "reportFile" every full comparison.</p></section>`
  }
  const foundAt = localDateTime(new Date(completeness.foundAt))
  const rows = completeness.shares.map(
    ({ field, billing, userside }) =>
      html`<div class="row pair"><span class="name">${field}</span>
${bar('one', billing, `${field}, billing: ${percent(billing)}`)}<span class="value">${percent(billing)}</span>
${bar('two', userside, `${field}, UserSide: ${percent(userside)}`)}<span class="value">${percent(userside)}</span></div>
`,
  )
  return html`<section><h2>Completeness</h2><p class="note">Share of subscribers whose field is filled, as it was found at ${foundAt}.</p>
<p class="legend"><span><i class="one"></i>billing</span><span><i class="two"></i>UserSide</span></p>
<div class="bars">${rows}</div></section>`
}

/** The problems of the newest run that has told any result. */
export function problemsSection(summary: Summary | undefined): Markup {
  const problems = summary?.problems ?? []
  const body =
    problems.length === 0
      ? html`<p class="empty">The last run met no problem.</p>`
      : html`<ul class="problems">${problems.map(problemItem)}</ul>`
  return html`<section><h2>Problems of the last run</h2>${body}</section>`
}

function problemItem({ code, count, partial, sample, text }: Problem): Markup {
  const tone = partial ? 'serious' : 'warning'
  const examples = sample.map((example) => html`<code>${example}</code> `)
  return html`<li><p><span class="badge ${tone}">${toneSign(tone)}${partial ? 'left undone' : 'mind'}</span> <code>${code}</code> <b>${formatCount(count)}×</b></p>
<p>${text}</p>${sample.length === 0 ? undefined : html`<p class="note">For example: ${examples}</p>`}</li>
`
}

export function configurationSection(configuration: readonly (readonly [string, string])[]): Markup {
  if (configuration.length === 0) return html``
  const rows = configuration.map(
    ([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>
`,
  )
  return html`<section><h2>Configuration</h2><p class="note">As it was read, without its secrets.</p><dl>${rows}</dl></section>`
}

/** A horizontal bar on a track; `share` from 0 to 1. */
function bar(series: 'one' | 'two', share: number, title: string): Markup {
  const width = Math.max(0, Math.min(1, share)) * 100
  return html`<svg class="meter" height="10" role="img" aria-label="${title}"><title>${title}</title><rect class="track" width="100%" height="10" rx="3"/><rect class="${series}" width="${width.toFixed(2)}%" height="10" rx="3"/></svg>`
}

/** Never rounded to all or nothing what is not. */
function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %'
  if (share > 0.999 && share < 1) return '> 99.9 %'
  return `${(share * 100).toFixed(share === 0 || share === 1 ? 0 : 1)} %`
}
