/** Cells in the forms the tolerant readers know: dates, moments and flags as every server prints them. */
import { fromUnix } from '../../../model/date.ts'
import type { ColumnKind } from '../../../model/table-queries.ts'
import type { OffsetAt } from '../servers/zone.ts'
import type { Cell } from '../source.ts'

/** Makes a cell readable; what it does not know stays as it is, for the reader to refuse. */
export type ReadCell = (cell: Cell) => Cell

/** What a column's cells have to go through; `undefined`: nothing. */
export function cellReader(kind: ColumnKind, offsetAt: OffsetAt): ReadCell | undefined {
  switch (kind) {
    case 'flag':
      return flagOf
    case 'day':
    case 'moment':
      return (cell) => dateOf(cell, offsetAt)
    default:
      return undefined
  }
}

/** A map, not an object: that would know words of its own. */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ['t', '1'],
  ['true', '1'],
  ['yes', '1'],
  ['y', '1'],
  ['on', '1'],
  ['f', '0'],
  ['false', '0'],
  ['no', '0'],
  ['n', '0'],
  ['off', '0'],
  // BIT(1) comes as the byte itself.
  ['\u0001', '1'],
  ['\u0000', '0'],
])

function flagOf(cell: Cell): Cell {
  return cell === null ? null : (FLAGS.get(cell.trim().toLowerCase()) ?? cell)
}

/** Seconds since 1970 of the years 1973 to 2286: shorter numbers are no dates, longer ones no seconds. */
const UNIX = /^\d{9,10}(?:\.\d+)?$/
/** A moment of PostgreSQL with its zone, which is the server's own. */
const WITH_ZONE = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?)[+-]\d{2}(?::?\d{2}){0,2}$/

function dateOf(cell: Cell, offsetAt: OffsetAt): Cell {
  if (cell === null || cell === '') return cell
  const text = cell.trim()
  if (/^-?0(?:\.0+)?$/.test(text) || text === '-infinity') return ''
  if (UNIX.test(text)) {
    const seconds = Math.floor(Number(text))
    return fromUnix(seconds, offsetAt(seconds))
  }
  return WITH_ZONE.exec(text)?.[1] ?? cell
}
