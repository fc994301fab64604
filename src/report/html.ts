/** The report: one HTML page that needs nothing but a browser. */
import { localDateTime } from '../model/date.ts'
import type { Summary } from '../model/summary.ts'
import { formatCount, formatDuration } from '../text/quantity.ts'
import { badRunsSection } from './html/bad-runs.ts'
import { html, type Markup } from './html/markup.ts'
import { outcomeBadge } from './html/outcome-badge.ts'
import { peopleSection } from './html/people.ts'
import { periodsSection } from './html/periods.ts'
import type { ReportData } from './html/report-data.ts'
import { runsSection } from './html/runs.ts'
import { SCRIPT, SCRIPT_HASH } from './html/script.ts'
import { completenessSection, configurationSection, fieldsSection, problemsSection } from './html/sections.ts'
import { STYLE } from './html/style.ts'
import { changesOf, failuresOf, type ReportRun } from './outcome.ts'

/** Nothing may be loaded, run or sent from the page but its own script, whatever found its way into it. */
const POLICY = html`default-src 'none'; script-src '${SCRIPT_HASH}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`

/**
 * The whole page as text. It holds no address and no script but its own, works from a file and on a phone, in light and in dark.
 * Every text of the data is shown as it is, as text.
 */
export function renderReport(data: ReportData): string {
  const last = data.runs.find((run) => run.summary !== undefined)
  const title = `usm-billing, billing ${data.billingId}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${head(title, last)}
${last?.summary === undefined ? undefined : tiles(last.summary, data.runs)}
${periodsSection(data.runs, data.generatedAt)}
${badRunsSection(data.runs)}
${peopleSection(data.affected)}
${problemsSection(last?.summary)}
${runsSection(data.runs)}
${fieldsSection(data.runs, data.generatedAt)}
${completenessSection(data.completeness)}
${configurationSection(data.configuration)}
<footer>Written by usm-billing ${data.version} at ${localDateTime(data.generatedAt)}.</footer>
</main>
${SCRIPT}
</body>
</html>
`.toString()
}

function head(title: string, last: ReportRun | undefined): Markup {
  if (last === undefined)
    return html`<header><h1>${title}</h1><p class="note">There was no run yet.</p></header>`
  const error = last.summary?.error
  return html`<header><h1>${title}</h1>
<p>Run ${last.id} at ${localDateTime(new Date(last.startedAt))}: ${outcomeBadge(last)}</p>
${error === undefined ? undefined : html`<p>${error}</p>`}</header>`
}

function tiles(summary: Summary, runs: readonly ReportRun[]): Markup {
  const { billing, userside } = summary
  // An undo, or a run that could not read the billing, knows nothing of its size.
  const seen = runs.find((run) => (run.summary?.subscribers.seen ?? 0) > 0)?.summary?.subscribers.seen ?? 0
  const tile = (value: string, label: string) => html`<div><b>${value}</b><span>${label}</span></div>`
  return html`<div class="tiles">
${tile(formatCount(seen), 'subscribers in the billing')}
${tile(formatCount(changesOf(summary)), 'records changed')}
${tile(formatCount(failuresOf(summary)), 'records failed')}
${tile(formatDuration(summary.durationMs), 'duration')}
${tile(`${formatCount(billing.requests)} / ${formatCount(userside.reads + userside.writes)}`, 'requests to billing / UserSide')}
</div>`
}
