/** Cells of a sample that the readers of a run would make nothing of: they would be left alone, silently. */
import { phoneNumbers } from '../../../model/contact.ts'
import { readDateTime, readDay } from '../../../model/date.ts'
import { readCounter, readDecimal } from '../../../model/decimal.ts'
import { readIp } from '../../../model/network.ts'
import { type QueryForm, type QueryName, TABLE_QUERIES } from '../../../model/table-queries.ts'
import { UNREADABLE } from '../../../model/unreadable.ts'
import { flag } from '../../records/plain.ts'
import { isTariff } from '../../records/subscriber-parts.ts'
import { cellReader } from '../rows/cells.ts'
import type { OffsetAt } from '../servers/zone.ts'
import type { Row } from '../source.ts'

/** Values of one column that cannot be what the column is for. */
export interface OddCells {
  readonly column: string
  /** To follow "is": `no date`. */
  readonly what: string
  readonly count: number
  readonly example: string
}

interface Expectation {
  readonly what: string
  /** The reader of a run. */
  readonly read: (cell: string) => unknown
}

const DATE: Expectation = { what: 'no date', read: readDay }
const MOMENT: Expectation = { what: 'no date and time', read: readDateTime }
const FLAG: Expectation = { what: 'neither yes nor no', read: flag }
const NUMBER: Expectation = { what: 'no number', read: (cell) => readDecimal(cell, 2) }
const COUNTER: Expectation = { what: 'no counter', read: readCounter }
const IP: Expectation = { what: 'no IP address', read: readIp }
const PHONE: Expectation = { what: 'no phone', read: readPhones }

const BY_COLUMN: Readonly<Record<string, Expectation>> = {
  ip: IP,
  phone: PHONE,
  phone2: PHONE,
  'phones.number': PHONE,
  balance: NUMBER,
  credit: NUMBER,
  discount: NUMBER,
  traffic_up: COUNTER,
  traffic_down: COUNTER,
  fee: NUMBER,
  days: NUMBER,
  speed_down: NUMBER,
  speed_up: NUMBER,
  cost: NUMBER,
}
const BY_KIND: Readonly<Record<string, Expectation>> = { day: DATE, moment: MOMENT, flag: FLAG }

/** Per column, what of the rows is not what it should be. @param columns of the rows, in their order */
export function oddCellsIn(
  query: QueryName,
  columns: readonly string[],
  rows: readonly Row[],
  offsetAt: OffsetAt,
): OddCells[] {
  const { columns: kinds }: QueryForm = TABLE_QUERIES[query]
  return columns.flatMap((column, at) => {
    const kind = kinds[column] ?? 'text'
    const expectation = BY_COLUMN[`${query}.${column}`] ?? BY_COLUMN[column] ?? BY_KIND[kind]
    if (expectation === undefined) return []
    const read = cellReader(kind, offsetAt) ?? ((cell) => cell)
    const odd = rows.flatMap((row) => {
      const cell = read(row[at] ?? null)?.trim() ?? ''
      return expectation.read(cell) === UNREADABLE ? [row[at] ?? ''] : []
    })
    const [example] = odd
    return example === undefined ? [] : [{ column, what: expectation.what, count: odd.length, example }]
  })
}

/** Numbers that are too long, or rounded. */
function readPhones(cell: string): unknown {
  const unreadable: string[] = []
  phoneNumbers([{ text: cell, main: true }], (text) => unreadable.push(text))
  return unreadable.length > 0 ? UNREADABLE : cell
}

/** Values of a column that a list of the billing does not have, with how many rows hold one. */
export function unlistedIn(
  columns: readonly string[],
  rows: readonly Row[],
  column: string,
  listed: Pick<ReadonlySet<string>, 'has'>,
): { readonly rows: number; readonly values: readonly string[] } {
  const at = columns.indexOf(column)
  const values = new Set<string>()
  let count = 0
  for (const row of at < 0 ? [] : rows) {
    const value = row[at]?.trim() ?? ''
    if (value === '' || value === '0' || !isTariff(value) || listed.has(value)) continue
    count++
    values.add(value)
  }
  return { rows: count, values: [...values] }
}
