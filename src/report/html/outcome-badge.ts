/** The outcome of a run as a badge: a sign, its colour, and always the word. */
import type { Speaker } from '../../text/speaker.ts'
import { outcomeLabel, outcomeTone, type ReportRun, type Tone } from '../outcome.ts'
import { html, type Markup } from './markup.ts'

/** Told apart without their colours too. */
const SIGNS: Readonly<Record<Tone, string>> = {
  good: '✔',
  warning: '!',
  serious: '■',
  critical: '✘',
  neutral: '·',
}

export function outcomeBadge(run: ReportRun, speaker: Speaker): Markup {
  const tone = outcomeTone(run)
  return html`<span class="badge ${tone}">${toneSign(tone)}${outcomeLabel(run, speaker)}</span>`
}

export function toneSign(tone: Tone): Markup {
  return html`<i aria-hidden="true">${SIGNS[tone]}</i>`
}
