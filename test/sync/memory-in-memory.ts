/** What light runs remember, without a file. */
import type {
  MemoryBatch,
  MemoryHeader,
  MemoryStore,
  RememberedRecord,
  RememberedText,
  TextBatch,
  TextStore,
} from '../../src/model/journal.ts'

export class MemoryInMemory implements MemoryStore, TextStore {
  readonly records = new Map<string, RememberedRecord>()
  readonly textRows = new Map<number, readonly [hash: string, facts: string]>()
  header: MemoryHeader | undefined
  textsHeader: string | undefined
  #lastPlace = 0

  /** Another one that remembers the same. */
  copy(): MemoryInMemory {
    const copy = new MemoryInMemory()
    for (const [key, record] of this.records) copy.records.set(key, record)
    for (const [place, row] of this.textRows) copy.textRows.set(place, row)
    copy.header = this.header
    copy.textsHeader = this.textsHeader
    copy.#lastPlace = this.#lastPlace
    return copy
  }

  loadMemory(): MemoryHeader | undefined {
    return this.header
  }

  rememberedRecords(): Iterable<readonly [string, RememberedRecord]> {
    return this.records
  }

  rememberedText(key: string): RememberedText | undefined {
    return this.records.get(key)
  }

  textHeader(): string | undefined {
    return this.textsHeader
  }

  texts(): Iterable<readonly [number, string, string]> {
    return Array.from(this.textRows, ([place, [hash, facts]]) => [place, hash, facts] as const)
  }

  saveTexts({ drop, add, header }: TextBatch): void {
    for (const place of drop) this.textRows.delete(place)
    for (const text of add) {
      this.#lastPlace += 1
      this.textRows.set(this.#lastPlace, text)
    }
    this.textsHeader = header
  }

  forgetTexts(): void {
    this.textRows.clear()
    this.textsHeader = undefined
  }

  mistrustMemory(): void {
    this.header = undefined
  }

  forgetMemory(): void {
    this.mistrustMemory()
    this.records.clear()
  }

  saveMemory({ remember = [], amend = [], agree = [], forget = [], retain, header }: MemoryBatch): void {
    for (const [key, record] of remember) this.records.set(key, { written: '', ...record })
    for (const [key, news] of amend) {
      const known = this.records.get(key)
      if (known !== undefined) this.records.set(key, { ...known, ...news, digest: 0 })
    }
    for (const [key, agreed] of agree) {
      const known = this.records.get(key)
      if (known !== undefined) this.records.set(key, { ...known, agreed, digest: 0 })
    }
    for (const key of forget) this.records.delete(key)
    if (retain !== undefined)
      for (const key of this.records.keys()) if (!retain.has(key)) this.records.delete(key)
    if (header !== undefined) this.header = header
  }
}
