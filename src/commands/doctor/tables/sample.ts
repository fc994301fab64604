/** Checks of a sample of rows: values that a run would make nothing of, names no list has, texts in a wrong encoding. */
import type { BillingDirectories } from '../../../billing/billing.ts'
import type { QueryFinding } from '../../../billing/tables/inspection/inspection.ts'
import { hasCyrillic, misreadingOf } from '../../../billing/tables/inspection/misread-text.ts'
import { oddCellsIn, unlistedIn } from '../../../billing/tables/inspection/odd-cells.ts'
import { sameCellsIn } from '../../../billing/tables/inspection/same-cells.ts'
import type { OffsetAt } from '../../../billing/tables/servers/zone.ts'
import type { QueryName } from '../../../model/table-queries.ts'
import { cutText } from '../../../model/text.ts'
import { type Check, checksOf, named, rowsOf } from '../check.ts'

const { ok, warn, skip } = checksOf('billing')

export const SAMPLE_ROWS = 200
/** Enough to recognize a value by; the rest is a subscriber's own business. */
const MOST_SHOWN = 24
const MOST_VALUES = 5

/** Columns whose values stand in a list of the billing. */
const REFERENCES: readonly {
  readonly query: QueryName
  readonly column: string
  readonly list: keyof BillingDirectories
}[] = [
  { query: 'subscribers', column: 'tariff', list: 'tariffs' },
  { query: 'subscriber_tariffs', column: 'tariff', list: 'tariffs' },
  { query: 'subscribers', column: 'next_tariff', list: 'tariffs' },
  { query: 'subscribers', column: 'state', list: 'states' },
  { query: 'subscribers', column: 'group', list: 'groups' },
  { query: 'subscriber_groups', column: 'group', list: 'groups' },
  { query: 'subscriber_tags', column: 'tag', list: 'tags' },
  { query: 'subscriber_services', column: 'service', list: 'services' },
  { query: 'additional_values', column: 'field', list: 'additionalFields' },
  { query: 'subscribers', column: 'house', list: 'houses' },
  { query: 'streets', column: 'city', list: 'cities' },
  { query: 'houses', column: 'street', list: 'streets' },
]

/** Columns that hold what people have written, in their own letters. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  subscribers: ['name', 'city', 'street', 'comment'],
  tariffs: ['name'],
  groups: ['name'],
  cities: ['name'],
  streets: ['name'],
}

/** One check for each oddity, or a single good one. @param directories the lists that could be read @param subscribers by id, where they could be read */
export function sampleChecks(
  findings: readonly QueryFinding[],
  directories: Readonly<Partial<Record<keyof BillingDirectories, ReadonlyMap<string, unknown>>>>,
  offsetAt: OffsetAt,
  subscribers?: ReadonlyMap<string, unknown>,
): Check[] {
  const odd = [
    ...findings.flatMap((finding) => [...unreadable(finding, offsetAt), ...alike(finding)]),
    ...REFERENCES.flatMap(({ query, column, list }) => {
      const finding = findings.find((one) => one.query === query)
      const known = directories[list]
      return finding === undefined || known === undefined ? [] : unlisted(finding, column, list, known)
    }),
    ...findings.flatMap((finding) => (subscribers === undefined ? [] : nobodys(finding, subscribers))),
  ]
  const rows = findings.reduce((count, finding) => count + sampleOf(finding).length, 0)
  if (odd.length > 0) return odd
  return rows === 0
    ? [skip('sample', 'There is no row to look at.')]
    : [ok('sample', `${rowsOf(rows)} looked at: dates, numbers, IPs, states and tariffs can be read`)]
}

function unreadable(finding: QueryFinding, offsetAt: OffsetAt): Check[] {
  const { query, place, columns } = finding
  const rows = sampleOf(finding)
  return oddCellsIn(query, columns, rows, offsetAt).map(({ column, what, count, example }) =>
    warn(
      'sample',
      `${query}.${column}: in ${count} of ${rowsOf(rows.length)} the value is ${what}, for example ${shown(example)}.`,
      `${place}: select it in a form that can be read, or leave the column out`,
    ),
  )
}

function alike(finding: QueryFinding): Check[] {
  const { query, place, columns } = finding
  return sameCellsIn(query, columns, sampleOf(finding)).map(({ column, value, count }) =>
    warn(
      'sample',
      `${query}.${column}: ${rowsOf(count)} and one value in all of them, ${shown(value)}.`,
      `${place}: is it the column that is meant? Quotes may have made a text of its name`,
    ),
  )
}

function unlisted(
  finding: QueryFinding,
  column: string,
  list: keyof BillingDirectories,
  known: ReadonlyMap<string, unknown>,
): Check[] {
  const rows = sampleOf(finding)
  const found = unlistedIn(finding.columns, rows, column, new Set(known.keys()))
  if (found.rows === 0) return []
  const values = named(found.values.map(shown), MOST_VALUES)
  return [
    warn(
      'sample',
      `${finding.query}.${column}: in ${found.rows} of ${rowsOf(rows.length)} the value is not among the ${list}: ${values}.`,
      list === 'states'
        ? 'without a query "states" the words are work, nomoney, pause, disable, new, stop: translate with CASE … WHEN …'
        : `${finding.place} and that of the list: both must select the same id`,
    ),
  ]
}

/** Rows of those who left are in many billings; where most rows are nobody's, they are told by another column. */
function nobodys(finding: QueryFinding, subscribers: ReadonlyMap<string, unknown>): Check[] {
  const rows = sampleOf(finding)
  const found = unlistedIn(finding.columns, rows, 'subscriber', subscribers)
  if (found.rows * 2 <= rows.length) return []
  const values = named(found.values.map(shown), MOST_VALUES)
  return [
    warn(
      'sample',
      `${finding.query}.subscriber: in ${found.rows} of ${rowsOf(rows.length)} the value is no subscriber's id: ${values}.`,
      `${finding.place}: "subscriber" must be what the query "subscribers" gives as "id"`,
    ),
  ]
}

/** Whether texts were read as they were written. @param encoding as configured */
export function encodingCheck(findings: readonly QueryFinding[], encoding: string): Check {
  const name = 'encoding'
  const texts = findings.flatMap((finding) => {
    const places = (WRITTEN[finding.query] ?? []).map((column) => finding.columns.indexOf(column))
    return sampleOf(finding).flatMap((row) => places.map((at) => row[at] ?? '').filter((text) => text !== ''))
  })
  if (texts.length === 0) return skip(name, 'There is no text to tell it by.')
  const misread = misreadingOf(texts, encoding)
  if (misread !== undefined) {
    const { what, example } = misread
    const hint =
      misread.encoding === undefined
        ? 'a copy of the database from before they were lost'
        : `billingDatabase.encoding: "${misread.encoding}"`
    return warn(name, `The texts have ${what}, for example ${shown(example)}.`, hint)
  }
  return hasCyrillic(texts)
    ? ok(name, `${encoding}: Cyrillic as it should be`)
    : ok(name, `${encoding}: no Cyrillic in the sample`)
}

function sampleOf({ rows }: QueryFinding): QueryFinding['rows'] {
  return rows.slice(0, SAMPLE_ROWS)
}

function shown(value: string): string {
  return JSON.stringify(cutText(value, MOST_SHOWN))
}
