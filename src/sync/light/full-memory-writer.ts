/** Remembers UserSide's records as they pass in a run that compares everything. */
import type { Customer, HotPart } from '../../model/customer.ts'
import { type Amendment, type MemoryBatch, MemoryDamaged, type MemoryStore } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { digestOf } from '../../model/subscriber-digest.ts'
import type { SourceHash } from '../../userside/userside.ts'
import { recordDigest } from './digests.ts'
import { type HotKnowledge, Sampler } from './hot-columns.ts'
import { LOT_SIZE, MemoryWriter, type MemoryWriterOptions, type Pending } from './memory-writer.ts'
import { encodeRecord, NOTHING_WRITTEN, type Written } from './remembered-customer.ts'

/** A run that compares everything remembers everything, while the records pass. */
export class FullMemoryWriter extends MemoryWriter {
  readonly #hashes: ReadonlyMap<string, SourceHash>
  /** Of the records that are remembered already. */
  readonly #digests: ReadonlyMap<string, number>
  readonly #seen = new Set<string>()
  readonly #sampler = new Sampler()
  /** The record that passed last, and the digest of the subscriber it agrees with. */
  #last: Customer | undefined
  #lastAgreed = 0
  #remember: Pending<'remember'>[] = []
  /** A child account stood in its parent: how it is called then is not remembered, so no light run may follow. */
  #hasNested = false
  /** Records that were just created: they are remembered with what is written to them. */
  readonly #fresh = new Map<string, Customer>()

  /** @param hashes as UserSide gave them before its records: one that changed in between differs next time */
  constructor(options: MemoryWriterOptions, hashes: ReadonlyMap<string, SourceHash>) {
    super(options)
    this.#hashes = hashes
    this.begin()
    this.#digests = digestsIn(options.store)
  }

  /**
   * A record passes. When it comes again in this run, what was written to it meanwhile is known already.
   * @param isNew it was created in this run
   */
  saw(customer: Customer, isNew: boolean): void {
    const { key } = customer
    if (customer.parentKey !== undefined) this.#hasNested = true
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#sampler.offer(customer)
    this.#noteLast()
    if (this.pending >= LOT_SIZE) this.save({})
    if (isNew) this.#fresh.set(key, customer)
    else this.#last = customer
  }

  /** The record that passed last agrees with its subscriber. Of one that was held back this is not noted. */
  agreed(subscriber: Subscriber, { key }: Customer): void {
    if (key === this.#last?.key) this.#lastAgreed = digestOf(subscriber)
  }

  /** Only what is not remembered like this already is written down. */
  #noteLast(): void {
    const customer = this.#last
    if (customer === undefined) return
    const { key, erpId, isInBilling, isFormer } = customer
    const marks = { crc: this.#hashes.get(key)?.crc ?? '', agreed: this.#lastAgreed }
    const digest = recordDigest(customer, marks)
    if (this.#digests.get(key) !== digest) {
      const record = encodeRecord(customer)
      this.#remember.push([key, { erpId, isInBilling, isFormer, record, digest, ...marks }])
    }
    this.#last = undefined
    this.#lastAgreed = 0
  }

  override keep(context: string): void {
    if (this.#hasNested) return
    for (const customer of this.#fresh.values()) {
      this.#noteLast()
      this.#last = customer
    }
    this.save({ retain: this.#seen })
    super.keep(context)
  }

  protected override amend(key: string, amendment: Amendment): void {
    const customer = this.#fresh.get(key)
    if (customer === undefined) {
      super.amend(key, amendment)
      return
    }
    this.#fresh.delete(key)
    const { erpId, isFormer } = customer
    this.#remember.push([key, { erpId, isFormer, record: encodeRecord(customer), digest: 0, ...amendment }])
  }

  protected override get pending(): number {
    return super.pending + this.#remember.length
  }

  protected override save(batch: MemoryBatch): void {
    this.#noteLast()
    super.save({ ...batch, remember: this.#remember })
    this.#remember = []
  }

  protected before(): Written {
    return NOTHING_WRITTEN
  }

  protected get sample(): Map<string, HotPart> {
    return this.#sampler.sample
  }

  protected hot(): HotKnowledge {
    return { sample: [...this.sample] }
  }
}

/** By keys. Of what was damaged nothing is left that could be the same. */
function digestsIn(store: MemoryStore): Map<string, number> {
  const digests = new Map<string, number>()
  try {
    for (const [key, { digest }] of store.rememberedRecords()) digests.set(key, digest)
  } catch (error) {
    if (!(error instanceof MemoryDamaged)) throw error
    digests.clear()
  }
  return digests
}
