/** Cells of a query by the names of its columns. */
import type { ColumnKind } from '../../../model/table-queries.ts'
import type { OffsetAt } from '../servers/zone.ts'
import type { Cell, RawRow, ReadRawCell } from '../source.ts'
import { cellReader, type ReadCell } from './cells.ts'

/** Gives the cell of a column; of one that is not selected, `null`. */
export type Get = (column: string) => Cell

/** Where a column's cells stand in a row, and what they go through. */
interface Place {
  readonly at: number
  readonly read: ReadCell | undefined
}

/** Cells of a query by name, read once for all rows. */
export class CellReader {
  readonly #places: ReadonlyMap<string, Place>
  readonly #readRaw: ReadRawCell

  constructor(
    columns: readonly string[],
    kinds: Readonly<Record<string, ColumnKind>>,
    offsetAt: OffsetAt,
    readRaw: ReadRawCell,
  ) {
    this.#readRaw = readRaw
    this.#places = new Map(
      columns.map((column, at) => [column, { at, read: cellReader(kinds[column] ?? 'text', offsetAt) }]),
    )
  }

  of(row: RawRow): Get {
    return (column) => this.#cell(row, this.#places.get(column))
  }

  /** Reads the cells of one column, of many rows. */
  reader(column: string): (row: RawRow) => Cell {
    const place = this.#places.get(column)
    return (row) => this.#cell(row, place)
  }

  #cell(row: RawRow, place: Place | undefined): Cell {
    if (place === undefined) return null
    const cell = this.#readRaw(row[place.at] ?? null)
    return place.read === undefined ? cell : place.read(cell)
  }
}
