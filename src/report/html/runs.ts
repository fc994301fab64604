/** The section of the last runs: charts of time and changes, and a table. */
import type { Summary } from '../../model/summary.ts'
import type { Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import { changesOf, failuresOf, outcomeLabel, outcomeTone, type ReportRun } from '../outcome.ts'
import { html, type Markup } from './markup.ts'
import { outcomeBadge } from './outcome-badge.ts'
import { type Cell, type Column, sortedTable } from './tables.ts'

/** Runs side by side; fewer leave room at the left rather than grow fat. */
const MOST_BARS = 60
const LEAST_SLOTS = 24
/** More than two days of runs every ten minutes. */
const MOST_ROWS = 300
const HEIGHT = 96
/** So many times what nine runs in ten stay below is beyond the scale. */
const OUTLIER = 4

interface Chart {
  readonly title: Phrase
  readonly kind: string
  readonly value: (summary: Summary) => number
  readonly format: (value: number, speaker: Speaker) => string
  /** What one unit of the scale is made of, so that its marks are round. */
  readonly unit: number
}

const asDuration: Chart['format'] = (value, speaker) => speaker.duration(value)
const asNumber: Chart['format'] = (value, speaker) => speaker.number(value)

const CHARTS = [
  { title: 'Duration', kind: 'duration', value: (s) => s.durationMs, format: asDuration, unit: 1000 },
  { title: 'Changed records', kind: 'changes', value: changesOf, format: asNumber, unit: 1 },
  { title: 'Failed records', kind: 'failures', value: failuresOf, format: asNumber, unit: 1 },
] as const satisfies readonly Chart[]

/** @param runs newest first */
export function runsSection(runs: readonly ReportRun[], speaker: Speaker): Markup {
  const heading = html`<h2>${speaker.say('Last runs')}</h2>`
  if (runs.length === 0)
    return html`<section>${heading}<p class="empty">${speaker.say('There was no run yet.')}</p></section>`
  const shown = runs.slice(0, MOST_BARS).reverse()
  const times = [shown[0], shown.at(-1)].map((run) => (run === undefined ? '' : shortTime(run, speaker)))
  return html`<section>${heading}
${outcomes(shown, speaker)}
${CHARTS.map((chart) => bars(chart, shown, speaker))}
<div class="axis">${times.map((time) => html`<span>${time}</span>`)}</div>
${table(runs.slice(0, MOST_ROWS), speaker)}</section>`
}

function outcomes(runs: readonly ReportRun[], speaker: Speaker): Markup {
  const marks = runs.map(
    (run, index) =>
      html`<g><title>${runTitle(run, outcomeLabel(run, speaker), speaker)}</title><rect class="${outcomeTone(run)}" ${slot(index, runs.length)} ${heightOf(run)} rx="2"/></g>`,
  )
  const strip = html`<svg class="strip" role="img" aria-label="${speaker.say('How the last runs ended')}">${marks}</svg>`
  return html`${figure(speaker.say('How they ended'), strip)}<p class="legend axis">${legend(runs, speaker)}</p>`
}

/** The worse, the higher: the colour alone tells nobody who does not see it. */
function heightOf(run: ReportRun): Markup {
  const height = { good: 6, neutral: 6, warning: 12, serious: 18, critical: 24 }[outcomeTone(run)]
  return html`y="${25 - height}" height="${height}"`
}

/** The words for the colours that occur, the most frequent first. */
function legend(runs: readonly ReportRun[], speaker: Speaker): Markup[] {
  const byLabel = Map.groupBy(runs, (run) => outcomeLabel(run, speaker))
  return [...byLabel.values()]
    .sort((one, other) => other.length - one.length)
    .flatMap((alike) =>
      alike.slice(0, 1).map((run) => html`<span>${outcomeBadge(run, speaker)} ${alike.length}</span>`),
    )
}

function bars(
  { title, kind, value, format, unit }: Chart,
  runs: readonly ReportRun[],
  speaker: Speaker,
): Markup {
  const shownValue = (number: number): string => format(number, speaker)
  const values = runs.map((run) => (run.summary === undefined ? undefined : value(run.summary)))
  const known = values.filter((number) => number !== undefined)
  const { top, beyond } = scaleOf(known, unit)
  const columns = runs.map((run, index) => {
    const number = values[index]
    const place = slot(index, runs.length)
    const height = top === 0 ? 0 : Math.min(HEIGHT, ((number ?? 0) / top) * HEIGHT)
    const shown = number ? Math.max(2, height) : 0
    const gap =
      number !== undefined && number > top ? html`<rect class="gap" ${place} y="8" height="3"/>` : undefined
    return html`<g><title>${runTitle(run, number === undefined ? speaker.say('unknown') : shownValue(number), speaker)}</title><rect class="hit" ${place} y="0" height="${HEIGHT}"/>
<rect class="bar" ${place} y="${(HEIGHT - shown).toFixed(1)}" height="${shown.toFixed(1)}" rx="2"/>${gap}</g>`
  })
  const marks = top === 0 ? ['', '', '0'] : [shownValue(top), shownValue(top / 2), '0']
  const caption = speaker.say(title)
  const note =
    beyond.length === 0 ? '' : `; ${speaker.say('beyond the scale: {1}', beyond.map(shownValue).join(', '))}`
  return figure(
    `${caption}${note}`,
    html`<div class="scale" aria-hidden="true">${marks.map((mark) => html`<span>${mark}</span>`)}</div>
<svg class="columns ${kind}" height="${HEIGHT}" role="img" aria-label="${speaker.say('{1} of the last {2} runs', caption, runs.length)}">
<g class="grid"><line x1="0" x2="100%" y1="0.5" y2="0.5"/><line x1="0" x2="100%" y1="${HEIGHT / 2}" y2="${HEIGHT / 2}"/></g>
${columns}<line class="base" x1="0" x2="100%" y1="${HEIGHT - 0.5}" y2="${HEIGHT - 0.5}"/></svg>`,
  )
}

/**
 * The top of a scale, round in its unit, and the values it leaves out: a first import is hundreds of times an ordinary
 * run, and must not make the others invisible.
 */
function scaleOf(values: readonly number[], unit: number): { top: number; beyond: number[] } {
  const sorted = values.toSorted((one, other) => other - one)
  const usual = sorted[Math.floor(values.length / 10)] ?? 0
  const beyond = usual === 0 ? [] : sorted.filter((number) => number > usual * OUTLIER)
  return { top: roundUp((sorted[beyond.length] ?? 0) / unit) * unit, beyond }
}

function figure(title: string, drawing: Markup): Markup {
  return html`<figure><figcaption>${title}</figcaption><div class="plot">${drawing}</div></figure>`
}

/** Where the bar of a run stands; shares of the width, so that it fits a phone and a wide screen alike. */
function slot(index: number, count: number): Markup {
  const slots = Math.max(LEAST_SLOTS, count)
  const width = 100 / slots
  const x = (slots - count + index + 0.12) * width
  return html`x="${x.toFixed(3)}%" width="${(width * 0.76).toFixed(3)}%"`
}

/** The next number of 1, 2, 4, 6, 8 or 10 times a power of ten: its half is round too. */
function roundUp(value: number): number {
  if (value <= 0) return 0
  if (value <= 2) return 2
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 2, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10
  return factor * power
}

const COLUMNS = [
  { title: 'Run', isNumber: true },
  { title: 'Started' },
  { title: 'How it ended' },
  { title: 'Took', isNumber: true },
  { title: 'Created', isNumber: true },
  { title: 'Updated', isNumber: true },
  { title: 'Absent', isNumber: true },
  { title: 'Failed', isNumber: true },
  { title: 'Command' },
] as const satisfies readonly Column[]

function table(runs: readonly ReportRun[], speaker: Speaker): Markup {
  const rows = runs.map((run): Cell[] => {
    const { summary } = run
    const count = (value: number | undefined): Cell =>
      value === undefined ? { shown: '', sort: -1 } : { shown: speaker.number(value), sort: value }
    const took = summary?.durationMs
    return [
      { shown: String(run.id) },
      { shown: shortTime(run, speaker), sort: Date.parse(run.startedAt) },
      {
        shown: html`${outcomeBadge(run, speaker)}${summary?.firstRun ? ` (${speaker.say('first import')})` : ''}`,
      },
      { shown: took === undefined ? '' : speaker.duration(took), sort: took ?? -1 },
      count(summary?.subscribers.created),
      count(summary?.subscribers.updated),
      count(summary?.subscribers.absent),
      count(summary && failuresOf(summary)),
      { shown: run.command },
    ]
  })
  return sortedTable('runs', COLUMNS, rows, speaker)
}

function runTitle(run: ReportRun, text: string, speaker: Speaker): string {
  return speaker.say('Run {1}, {2}: {3}', String(run.id), speaker.dateTime(new Date(run.startedAt)), text)
}

function shortTime({ startedAt }: ReportRun, speaker: Speaker): string {
  return speaker.minute(new Date(startedAt))
}
