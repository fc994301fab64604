/** Reads the memory: the records of UserSide, each checked against the list of source hashes. */
import type { Customer } from '../../model/customer.ts'
import type { MemoryStore, RememberedText } from '../../model/journal.ts'
import type { SourceHash } from '../../userside/userside.ts'
import { FullComparisonNeeded } from './full-comparison-needed.ts'
import { type HotReading, type HotRules, readHot } from './hot-columns.ts'
import { RememberedCustomer } from './remembered-customer.ts'

export interface RememberedInput {
  readonly store: Pick<MemoryStore, 'rememberedRecords' | 'rememberedText' | 'forgetMemory'>
  readonly hashes: ReadonlyMap<string, SourceHash>
  readonly reading: HotReading
  readonly rules: HotRules
  /** Comparing depends on the same as when agreement was found. */
  readonly isAgreementBelieved: boolean
}

/** Gives the records one by one, and notes what is particular about them. */
export class RememberedCustomers {
  /** Records without a hash: who is not in billing any more need not be listed. */
  readonly unlisted = new Set<string>()
  readonly #input: RememberedInput

  constructor(input: RememberedInput) {
    this.#input = input
  }

  /** @throws FullComparisonNeeded when UserSide lists other records than those remembered, or has another source hash of one; MemoryDamaged */
  *customers(): Generator<Customer, void> {
    const { store, hashes, reading, rules, isAgreementBelieved } = this.#input
    const readText = (key: string): RememberedText => {
      const text = store.rememberedText(key)
      if (text === undefined) throw new FullComparisonNeeded(`what ${key} was is not remembered`)
      return text
    }
    let listed = 0
    for (const [key, row] of store.rememberedRecords()) {
      const columns = hashes.get(key)
      if (columns === undefined) this.unlisted.add(key)
      else listed += 1
      if (columns !== undefined && columns.crc !== row.crc)
        throw new FullComparisonNeeded(`UserSide has another source hash of ${key} than it was left with`)
      if (columns === undefined && row.isInBilling)
        throw new FullComparisonNeeded(`UserSide gives no source hash of ${key} any more`)
      const hot = readHot(columns ?? NO_COLUMNS, reading, rules)
      const agreed = isAgreementBelieved && row.agreed !== 0 ? row.agreed : undefined
      yield new RememberedCustomer(key, row, hot, agreed, readText)
    }
    if (listed < hashes.size)
      throw new FullComparisonNeeded('UserSide has subscribers that are not remembered')
    if (listed > hashes.size) {
      // One of them stands there twice: comparing everything would not make it one.
      store.forgetMemory()
      throw new FullComparisonNeeded('subscribers are remembered twice')
    }
  }
}

const NO_COLUMNS: SourceHash = { crc: '', activity: '', balance: '', trafficIn: '', trafficOut: '' }
