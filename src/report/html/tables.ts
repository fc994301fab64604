/**
 * Tables that can be searched and sorted in the page, and read on a phone, where a row becomes a card. Without the script
 * they are whole all the same.
 */
import type { Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import { html, type Markup } from './markup.ts'

export interface Column {
  readonly title: Phrase
  readonly isNumber?: boolean
}

/** A cell; `sort` is what it is sorted by when that is not its text. */
export interface Cell {
  readonly shown: Markup | string
  readonly sort?: number | string
}

/** Rows from which on a search is worth its room. */
const SEARCHED = 8

/** @param name of the table, unique in the page */
export function sortedTable(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  speaker: Speaker,
): Markup {
  const titles = columns.map(({ title }) => speaker.say(title))
  const heads = columns.map(
    ({ isNumber }, index) =>
      html`<th scope="col"${kind(isNumber)} aria-sort="none"><button type="button" data-sort>${titles[index]}</button></th>`,
  )
  const body = rows.map(
    (row) => html`<tr>${row.map(({ shown, sort }, index) => {
      const order = sort === undefined ? undefined : html` data-value="${sort}"`
      return html`<td${kind(columns[index]?.isNumber)} data-label="${titles[index]}"${order}>${shown}</td>`
    })}</tr>
`,
  )
  return html`${searchField(name, rows.length, speaker)}<table class="cards"><thead><tr>${heads}</tr></thead><tbody data-rows="${name}">${body}</tbody></table>`
}

/** Where to type what is looked for in the rows marked `data-rows="NAME"`; nothing for a few rows. */
export function searchField(name: string, rows: number, speaker: Speaker): Markup {
  if (rows < SEARCHED) return html``
  const search = speaker.say('Search')
  return html`<p class="search" hidden><input type="search" data-search="${name}" placeholder="${search}" aria-label="${search}"> <span class="note" role="status"></span></p>`
}

function kind(isNumber: boolean | undefined): Markup {
  return isNumber ? html` class="number"` : html``
}
