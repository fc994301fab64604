/**
 * The rows of a subscriber as one text: to be known again by it in the next run, and to be read when that is wanted.
 * It is written as bytes, first what he is known again by, then the cells that change from minute to minute.
 * The texts of some subscribers are packed together: they are held for as long as a run lasts, and most are never
 * asked for.
 */
import { hashOf } from '../../../json/entry-hash.ts'
import { PackedTexts, type RecordText } from '../../../json/entry-text.ts'
import type { WireRecord } from '../../../json/shapes.ts'
import type { RawRow, ReadRawCell, Row } from '../source.ts'
import { MetParts } from './met-parts.ts'
import { RowBytes, RowBytesReader } from './row-bytes.ts'
import type { SideForm, SideList } from './side-lists.ts'
import type { Arrangement } from './subscriber-shape.ts'

/** Of what a text is made, and what is made of a text. It is held with the texts, so no rows hang on it. */
export interface RowForm extends Arrangement {
  readonly sides: readonly SideForm[]
  readonly read: ReadRawCell
  /** The record of a subscriber. @param sides rows of each side list */
  readonly recordOf: (row: Row, sides: readonly (readonly Row[])[]) => WireRecord
}

/** As many bytes are packed together: fewer take more room, more take longer to get at one text. */
const BYTES_IN_A_PACK = 32 * 1024

/** Writes texts down, one at a time, and packs those that are kept. */
export class RowTexts {
  readonly #form: RowForm
  readonly #sides: readonly SideList[]
  readonly #bytes = new RowBytes(BYTES_IN_A_PACK * 2)
  readonly #places = new MetParts()
  #pack = new PackedTexts(false)
  /** Where in the bytes the text begins that was written last, and where what he is known again by ends. */
  #from = 0
  #border = 0
  /** Where in the bytes what tells the house ends. */
  #placeEnd = 0

  /** @param sides the lists of the form's sides */
  constructor(form: RowForm, sides: readonly SideList[]) {
    this.#form = form
    this.#sides = sides
  }

  /** Writes the text of a subscriber. It is kept, or else the next one takes its place. */
  write(row: RawRow, owner: number): void {
    const { columns, places, lasting } = this.#form
    const bytes = this.#bytes
    bytes.cutTo(this.#from)
    bytes.addRow(row, 0, places)
    this.#placeEnd = bytes.length
    bytes.addRow(row, places, lasting)
    for (const side of this.#sides) side.write(owner, bytes)
    this.#border = bytes.length
    bytes.addRow(row, lasting, columns.length)
  }

  /** True when no text before has told the same house. */
  isNewPlace(): boolean {
    return this.#places.meet(this.#bytes, this.#from, this.#placeEnd)
  }

  /** What the subscriber of the text is known again by. */
  hash(): string {
    return hashOf(this.#bytes.part(this.#from, this.#border))
  }

  /** The record of the text, now. */
  record(): WireRecord {
    return recordIn(this.#bytes.part(this.#from, this.#bytes.length), this.#form)
  }

  /** The text, to be read later: once it was kept, and its pack is full. */
  text(): RecordText {
    return new RowText(this.#pack, this.#from, this.#border, this.#bytes.length, this.#form)
  }

  keep(): void {
    this.#from = this.#bytes.length
    if (this.#from >= BYTES_IN_A_PACK) this.flush()
  }

  /** Packs what was not packed yet: before that it cannot be read. */
  flush(): void {
    if (this.#from === 0) return
    this.#pack.pack(this.#bytes.part(0, this.#from))
    this.#pack = new PackedTexts(false)
    this.#from = 0
  }
}

class RowText implements RecordText {
  readonly #pack: PackedTexts
  readonly #from: number
  readonly #border: number
  readonly #to: number
  readonly #form: RowForm

  constructor(pack: PackedTexts, from: number, border: number, to: number, form: RowForm) {
    this.#pack = pack
    this.#from = from
    this.#border = border
    this.#to = to
    this.#form = form
  }

  hash(): string {
    return hashOf(this.#pack.unpack().subarray(this.#from, this.#border))
  }

  read(): unknown {
    return recordIn(this.#pack.unpack().subarray(this.#from, this.#to), this.#form)
  }
}

function recordIn(bytes: Uint8Array, { columns, lasting, sides, read, recordOf }: RowForm): WireRecord {
  const reader = new RowBytesReader(bytes, read)
  const row = reader.row(lasting)
  const rows = sides.map((side) => side.read(reader))
  return recordOf([...row, ...reader.row(columns.length - lasting)], rows)
}
