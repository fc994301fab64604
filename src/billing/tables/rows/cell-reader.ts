/** Cells of a query by the names of its columns. */
import type { ColumnKind } from '../../../model/table-queries.ts'
import type { OffsetAt } from '../servers/zone.ts'
import type { Cell, RawRow, ReadRawCell } from '../source.ts'
import { cellReader, type ReadCell } from './cells.ts'

/** Gives the cell of a column; of one that is not selected, `null`. */
export type Get = (column: string) => Cell

/** Cells of a query by name, read once for all rows. */
export class CellReader {
  readonly #places: ReadonlyMap<string, readonly [at: number, read: ReadCell | undefined]>
  readonly #readRaw: ReadRawCell

  constructor(
    columns: readonly string[],
    kinds: Readonly<Record<string, ColumnKind>>,
    offsetAt: OffsetAt,
    readRaw: ReadRawCell,
  ) {
    this.#readRaw = readRaw
    this.#places = new Map(
      columns.map((column, at) => [column, [at, cellReader(kinds[column] ?? 'text', offsetAt)]]),
    )
  }

  of(row: RawRow): Get {
    return (column) => {
      const place = this.#places.get(column)
      if (place === undefined) return null
      const [at, read] = place
      const cell = this.#readRaw(row[at] ?? null)
      return read === undefined ? cell : read(cell)
    }
  }
}
