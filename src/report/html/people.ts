/** Subscribers something happened to that somebody may ask about: refused by UserSide, marked, or back. */
import { localDateTime } from '../../model/date.ts'
import { html, type Markup } from './markup.ts'
import type { Affected, AffectedSubscribers } from './report-data.ts'
import { type Cell, sortedTable } from './tables.ts'

const WORDS: Readonly<
  Record<Affected['what'], { readonly sign: string; readonly tone: string; readonly text: string }>
> = {
  refused: { sign: '✘', tone: 'critical', text: 'refused by UserSide' },
  lost: { sign: '!', tone: 'warning', text: 'not answered by UserSide' },
  marked: { sign: '−', tone: 'neutral', text: 'marked as not in billing' },
  returned: { sign: '+', tone: 'good', text: 'back in the billing' },
}

export function peopleSection({ subscribers, isWhole }: AffectedSubscribers): Markup {
  const columns = [
    { title: 'When' },
    { title: 'Id' },
    { title: 'Name' },
    { title: 'What' },
    { title: 'Run', isNumber: true },
  ]
  const body =
    subscribers.length === 0
      ? html`<p class="empty">Nobody was refused, marked or found again.</p>`
      : sortedTable('people', columns, subscribers.map(row))
  const more = isWhole
    ? undefined
    : html`<p class="note">Not all of them: "usm-billing history show RUN" lists every change of a run.</p>`
  return html`<section><h2>Subscribers refused, marked, back</h2><p class="note">Of the last 7 days, first imports left out.</p>${body}${more}</section>`
}

function row({ id, name, what, why, run, at }: Affected): Cell[] {
  const { sign, tone, text } = WORDS[what]
  const reason = why === undefined ? '' : `: ${why}`
  return [
    { shown: localDateTime(new Date(at)).slice(0, 16) },
    { shown: html`<code>${id}</code>` },
    { shown: name ?? '' },
    { shown: html`<span class="badge ${tone}"><i aria-hidden="true">${sign}</i>${text}${reason}</span>` },
    { shown: String(run) },
  ]
}
