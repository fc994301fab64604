/** The sections of the page below the runs: fields, completeness, problems, configuration. */
import type { Problem } from '../../model/problem.ts'
import type { Summary } from '../../model/summary.ts'
import type { Speaker } from '../../text/speaker.ts'
import type { ReportRun } from '../outcome.ts'
import { exampleText } from '../summary-text.ts'
import { html, type Markup } from './markup.ts'
import { toneSign } from './outcome-badge.ts'
import { PERIODS, runsWithin } from './periods.ts'
import type { Shares } from './report-data.ts'
import { type Cell, sortedTable } from './tables.ts'

/** What changed by field in the last day, week and month; first imports change every field of everybody. */
export function fieldsSection(runs: readonly ReportRun[], now: Date, speaker: Speaker): Markup {
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
      return { shown: speaker.number(count), sort: count }
    }),
  ])
  const heads = [{ title: 'Field' } as const, ...columns.map(({ title }) => ({ title, isNumber: true }))]
  const body =
    rows.length === 0
      ? html`<p class="empty">${speaker.say('No field of a subscriber was changed.')}</p>`
      : sortedTable('fields', heads, rows, speaker)
  return html`<section><h2>${speaker.say('What changed, by field')}</h2><p class="note">${speaker.say('Subscribers changed, first imports left out.')}</p>${body}</section>`
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
export function completenessSection(completeness: Shares | undefined, speaker: Speaker): Markup {
  const heading = html`<h2>${speaker.say('Completeness')}</h2>`
  if (completeness === undefined) {
    return html`<section>${heading}<p class="empty">${speaker.say('Not counted yet: "usm-billing verify" does, and with "reportFile" every full comparison.')}</p></section>`
  }
  const foundAt = speaker.dateTime(new Date(completeness.foundAt))
  const sides = { one: speaker.say('billing'), two: 'UserSide' } as const
  const meter = (series: 'one' | 'two', field: string, share: number): Markup => {
    const percent = speaker.share(share)
    return html`${bar(series, share, `${field}, ${sides[series]}: ${percent}`)}<span class="value">${percent}</span>`
  }
  const rows = completeness.shares.map(
    ({ field, billing, userside }) =>
      html`<div class="row pair"><span class="name">${field}</span>
${meter('one', field, billing)}
${meter('two', field, userside)}</div>
`,
  )
  return html`<section>${heading}<p class="note">${speaker.say('Share of subscribers whose field is filled, as it was found at {1}.', foundAt)}</p>
<p class="legend"><span><i class="one"></i>${sides.one}</span><span><i class="two"></i>${sides.two}</span></p>
<div class="bars">${rows}</div></section>`
}

/** The problems of the newest run that has told any result. */
export function problemsSection(summary: Summary | undefined, speaker: Speaker): Markup {
  const problems = summary?.problems ?? []
  const body =
    problems.length === 0
      ? html`<p class="empty">${speaker.say('The last run met no problem.')}</p>`
      : html`<ul class="problems">${problems.map((problem) => problemItem(problem, speaker))}</ul>`
  return html`<section><h2>${speaker.say('Problems of the last run')}</h2>${body}</section>`
}

function problemItem({ code, count, partial, sample, text }: Problem, speaker: Speaker): Markup {
  const tone = partial ? 'serious' : 'warning'
  const examples = sample.map((example) => html`<code>${exampleText(example, speaker)}</code> `)
  return html`<li><p><span class="badge ${tone}">${toneSign(tone)}${speaker.say(partial ? 'left undone' : 'mind ‹a warning›')}</span> <code>${code}</code> <b>${speaker.number(count)}×</b></p>
<p>${speaker.retell(text)}</p>${sample.length === 0 ? undefined : html`<p class="note">${speaker.say('For example')}: ${examples}</p>`}</li>
`
}

export function configurationSection(
  configuration: readonly (readonly [string, string])[],
  speaker: Speaker,
): Markup {
  if (configuration.length === 0) return html``
  const rows = configuration.map(
    ([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>
`,
  )
  return html`<section><h2>${speaker.say('Configuration')}</h2><p class="note">${speaker.say('As it was read, without its secrets.')}</p><dl>${rows}</dl></section>`
}

/** A horizontal bar on a track; `share` from 0 to 1. */
function bar(series: 'one' | 'two', share: number, title: string): Markup {
  const width = Math.max(0, Math.min(1, share)) * 100
  return html`<svg class="meter" height="10" role="img" aria-label="${title}"><title>${title}</title><rect class="track" width="100%" height="10" rx="3"/><rect class="${series}" width="${width.toFixed(2)}%" height="10" rx="3"/></svg>`
}
