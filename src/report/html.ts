/** The report: one HTML page that needs nothing but a browser. */
import type { Summary } from '../model/summary.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'
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
 * Every text of the data is shown as it is, as text; a sentence of the program in the speaker's language.
 */
export function renderReport(data: ReportData, speaker: Speaker = ENGLISH): string {
  const last = data.runs.find((run) => run.summary !== undefined)
  const title = speaker.say('usm-billing, billing {1}', String(data.billingId))
  return html`<!doctype html>
<html lang="${speaker.language}">
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
${head(title, last, speaker)}
${last?.summary === undefined ? undefined : tiles(last.summary, data.runs, speaker)}
${periodsSection(data.runs, data.generatedAt, speaker)}
${badRunsSection(data.runs, speaker)}
${peopleSection(data.affected, speaker)}
${problemsSection(last?.summary, speaker)}
${runsSection(data.runs, speaker)}
${fieldsSection(data.runs, data.generatedAt, speaker)}
${completenessSection(data.completeness, speaker)}
${configurationSection(data.configuration, speaker)}
<footer>${speaker.say('Written by usm-billing {1} at {2}.', data.version, speaker.dateTime(data.generatedAt))}</footer>
</main>
${SCRIPT}
</body>
</html>
`.toString()
}

function head(title: string, last: ReportRun | undefined, speaker: Speaker): Markup {
  if (last === undefined)
    return html`<header><h1>${title}</h1><p class="note">${speaker.say('There was no run yet.')}</p></header>`
  const error = last.summary?.error
  return html`<header><h1>${title}</h1>
<p>${speaker.say('Run {1} at {2}', String(last.id), speaker.dateTime(new Date(last.startedAt)))}: ${outcomeBadge(last, speaker)}</p>
${error === undefined ? undefined : html`<p>${speaker.retell(error)}</p>`}</header>`
}

function tiles(summary: Summary, runs: readonly ReportRun[], speaker: Speaker): Markup {
  const { billing, userside } = summary
  // An undo, or a run that could not read the billing, knows nothing of its size.
  const seen = runs.find((run) => (run.summary?.subscribers.seen ?? 0) > 0)?.summary?.subscribers.seen ?? 0
  const tile = (value: string, label: Phrase) =>
    html`<div><b>${value}</b><span>${speaker.say(label)}</span></div>`
  const requests = [billing.requests, userside.reads + userside.writes].map((count) => speaker.number(count))
  return html`<div class="tiles">
${tile(speaker.number(seen), 'subscribers in the billing')}
${tile(speaker.number(changesOf(summary)), 'records changed')}
${tile(speaker.number(failuresOf(summary)), 'records failed')}
${tile(speaker.duration(summary.durationMs), 'duration')}
${tile(requests.join(' / '), 'requests to billing / UserSide')}
</div>`
}
