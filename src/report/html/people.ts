/** Subscribers something happened to that somebody may ask about: refused by UserSide, marked, or back. */
import type { Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import { html, type Markup } from './markup.ts'
import type { Affected, AffectedSubscribers } from './report-data.ts'
import { type Cell, sortedTable } from './tables.ts'

const WORDS: Readonly<
  Record<Affected['what'], { readonly sign: string; readonly tone: string; readonly text: Phrase }>
> = {
  refused: { sign: '✘', tone: 'critical', text: 'refused by UserSide' },
  lost: { sign: '!', tone: 'warning', text: 'not answered by UserSide' },
  marked: { sign: '−', tone: 'neutral', text: 'marked as not in billing' },
  returned: { sign: '+', tone: 'good', text: 'back in the billing' },
}

const COLUMNS = [
  { title: 'When' },
  { title: 'Id' },
  { title: 'Name' },
  { title: 'What' },
  { title: 'Run', isNumber: true },
] as const

export function peopleSection({ subscribers, isWhole }: AffectedSubscribers, speaker: Speaker): Markup {
  const body =
    subscribers.length === 0
      ? html`<p class="empty">${speaker.say('Nobody was refused, marked or found again.')}</p>`
      : sortedTable(
          'people',
          COLUMNS,
          subscribers.map((one) => row(one, speaker)),
          speaker,
        )
  const more = isWhole
    ? undefined
    : html`<p class="note">${speaker.say('Not all of them: "usm-billing history show RUN" lists every change of a run.')}</p>`
  return html`<section><h2>${speaker.say('Subscribers refused, marked, back')}</h2><p class="note">${speaker.say('Of the last 7 days, first imports left out.')}</p>${body}${more}</section>`
}

function row({ id, name, what, why, run, at }: Affected, speaker: Speaker): Cell[] {
  const { sign, tone, text } = WORDS[what]
  const reason = why === undefined ? '' : `: ${why}`
  return [
    { shown: speaker.minute(new Date(at)), sort: Date.parse(at) },
    { shown: html`<code>${id}</code>` },
    { shown: name ?? '' },
    {
      shown: html`<span class="badge ${tone}"><i aria-hidden="true">${sign}</i>${speaker.say(text)}${reason}</span>`,
    },
    { shown: String(run) },
  ]
}
