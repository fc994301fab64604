/**
 * Lists whose rows belong to subscribers. They are read before the subscribers, each in one pass of its own: a join
 * with a table that has no index takes the server a minute a page (`contracts/databases.md` §3, uBilling). Until its
 * subscriber comes a row is held as bytes: there are more of them than there are subscribers.
 */
import { BillingError } from '../../../model/errors.ts'
import type { SideQuery } from '../../../model/table-queries.ts'
import type { Row, TableSource } from '../source.ts'
import { NumberList } from './number-list.ts'
import type { Owners } from './owners.ts'
import { RowBytes, type RowBytesReader } from './row-bytes.ts'
import type { SideShape } from './subscriber-shape.ts'

/** What rows of a list are, without the rows. */
export class SideForm implements SideShape {
  readonly query: SideQuery
  readonly columns: readonly string[]
  /** Rows come in an order that means something. */
  readonly isOrdered: boolean

  constructor(query: SideQuery, columns: readonly string[], isOrdered: boolean) {
    this.query = query
    this.columns = columns
    this.isOrdered = isOrdered
  }

  /** The rows that {@link SideList.write} has written, in the order in which they are told. */
  read(reader: RowBytesReader): readonly Row[] {
    const rows = Array.from({ length: reader.number() }, () => reader.row(this.columns.length))
    return this.isOrdered || rows.length < 2 ? rows : inOneOrder(rows)
  }
}

/** A list as it was read: as large as all of its rows. */
export class SideList {
  readonly form: SideForm
  #bytes = new RowBytes(LEAST_ROOM)
  /** Where each row begins; the next one begins where it ends. Rows are counted from 1, for 0 is none. */
  #begins = new NumberList()
  /** By the row: the one before it of the same owner. */
  #before = new NumberList()
  /** By the owner: his last row. */
  #last = new NumberList()

  constructor(form: SideForm) {
    this.form = form
  }

  /** Where the next row is written. It is to be followed by {@link own}. */
  begin(): RowBytes {
    this.#begins.push(this.#bytes.length)
    return this.#bytes
  }

  /** The row that was written belongs to this owner. */
  own(owner: number): void {
    this.#before.push(this.#last.at(owner))
    this.#last.put(owner, this.#before.length)
  }

  /** Writes the rows of an owner down, in an order that is the same whenever they are the same. */
  write(owner: number, target: RowBytes): void {
    const last = this.#last.at(owner)
    // Most have one row, or none.
    const rows = last > 0 && this.#before.at(last - 1) > 0 ? this.#rowsTo(last) : undefined
    target.addNumber(rows?.length ?? Math.min(last, 1))
    if (rows !== undefined) for (const row of rows) this.#writeRow(row, target)
    else if (last > 0) this.#writeRow(last, target)
  }

  /** Gives up the rows: they are as large as the list, and whoever has read it may hold it for longer than it is of use. */
  release(): void {
    this.#bytes = new RowBytes(0)
    this.#begins = new NumberList(0)
    this.#before = new NumberList(0)
    this.#last = new NumberList(0)
  }

  #rowsTo(last: number): number[] {
    const rows: number[] = []
    for (let row = last; row > 0; row = this.#before.at(row - 1)) rows.push(row)
    return this.form.isOrdered ? rows.reverse() : rows.sort((one, other) => this.#compare(one, other))
  }

  #writeRow(row: number, target: RowBytes): void {
    target.addPart(this.#bytes, this.#begins.at(row - 1), this.#endOf(row))
  }

  #compare(one: number, other: number): number {
    const begins = this.#begins
    return this.#bytes.compare(begins.at(one - 1), this.#endOf(one), begins.at(other - 1), this.#endOf(other))
  }

  #endOf(row: number): number {
    return row < this.#begins.length ? this.#begins.at(row) : this.#bytes.length
  }
}

const LEAST_ROOM = 4096

/** A server gives rows of one subscriber in any order; what is told of him must not change with it. */
function inOneOrder(rows: readonly Row[]): readonly Row[] {
  const texts = rows.map((row) => [JSON.stringify(row), row] as const)
  return texts.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, row]) => row)
}

/**
 * Reads a side list whole.
 * @param columns as the query gives them
 * @throws BillingError
 */
export async function readSideList(
  source: TableSource,
  query: SideQuery,
  columns: readonly string[],
  owners: Owners,
): Promise<SideList> {
  const ownerAt = columns.indexOf('subscriber')
  const idAt = columns.indexOf('id')
  const own = columns.filter((_, at) => at !== ownerAt && at !== idAt)
  const places = own.map((column) => columns.indexOf(column))
  const list = new SideList(new SideForm(query, own, source.isOrdered))
  for await (const lot of source.rows(query, columns)) {
    for (const row of lot) {
      const cell = row[ownerAt] ?? null
      if (cell === null) throw withoutOwner(query)
      const owner = owners.numberOf(cell)
      // An id without a letter is nobody's.
      if (owner === undefined) continue
      const bytes = list.begin()
      for (const at of places) bytes.addCell(row[at] ?? null)
      list.own(owner)
    }
  }
  return list
}

function withoutOwner(query: string): BillingError {
  return new BillingError('malformed', query, `The query "${query}" has rows without a subscriber.`, {
    hint: 'Leave rows that belong to nobody out of it (WHERE … IS NOT NULL).',
  })
}
