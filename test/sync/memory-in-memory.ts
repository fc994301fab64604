/** What light runs remember, without a file. */
import type { MemoryBatch, MemoryHeader, MemoryStore, RememberedRecord } from '../../src/model/journal.ts'

export class MemoryInMemory implements MemoryStore {
  readonly records = new Map<string, RememberedRecord>()
  header: MemoryHeader | undefined

  loadMemory(): MemoryHeader | undefined {
    return this.header
  }

  rememberedRecords(): Iterable<readonly [string, RememberedRecord]> {
    return this.records
  }

  rememberedText(key: string): string | undefined {
    return this.records.get(key)?.record
  }

  mistrustMemory(): void {
    this.header = undefined
  }

  saveMemory({ remember = [], amend = [], agree = [], forget = [], retain, header }: MemoryBatch): void {
    for (const [key, record] of remember) this.records.set(key, { ...record, written: '' })
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
