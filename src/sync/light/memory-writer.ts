/**
 * Writes the memory light runs compare from: UserSide's records as a run has read and written them. A record of which it
 * is not certain what a write did is left out: the next run misses it, and compares everything.
 */
import type { Customer, HotPart } from '../../model/customer.ts'
import { parseDecimal } from '../../model/decimal.ts'
import { type Amendment, type MemoryBatch, MemoryDamaged, type MemoryStore } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { digestOf } from '../../model/subscriber-digest.ts'
import type { CustomerPatch, SourceHash, Userside } from '../../userside/userside.ts'
import type { Outgoing, SentFully, SentHot, SentLot } from '../compare/outgoing.ts'
import type { SyncContext } from '../fields/context.ts'
import { recordDigest } from './digests.ts'
import { FullComparisonNeeded } from './full-comparison-needed.ts'
import { type HotKnowledge, Sampler } from './hot-columns.ts'
import { KeptFields } from './kept-fields.ts'
import {
  decodeWritten,
  encodeRecord,
  encodeWritten,
  NOTHING_WRITTEN,
  type Written,
} from './remembered-customer.ts'

export interface MemoryWriterOptions {
  readonly store: MemoryStore
  readonly fullRunAt: string
  readonly version: string
  /** Fields that were seen kept in earlier runs. */
  readonly proven: readonly string[]
  /** True for a subscriber of whom there is nothing to be said but what is written. */
  readonly isClean: (subscriber: Subscriber) => boolean
}

/** An item of a kind that is pending. */
type Pending<Kind extends 'remember' | 'amend' | 'agree'> =
  NonNullable<MemoryBatch[Kind]> extends Iterable<infer Item> ? Item : never

/** Records are saved in lots: fewer transactions, still little memory. */
const LOT_SIZE = 500

/** What both kinds of runs do: noting what was written. */
abstract class MemoryWriter {
  protected readonly options: MemoryWriterOptions
  readonly #touched = new Set<string>()
  readonly #uncertain = new Set<string>()
  readonly #keptFields: KeptFields
  #amend: Pending<'amend'>[] = []

  constructor(options: MemoryWriterOptions) {
    this.options = options
    this.#keptFields = new KeptFields(options.proven)
  }

  /** Writing begins: until the run has ended well nobody may trust the memory. */
  begin(): void {
    this.options.store.mistrustMemory()
  }

  /** Notes the fate of a request. */
  sent(sent: SentLot): void {
    if (sent.isHot) this.#sentHot(sent)
    else this.#sentFully(sent)
    if (this.pending >= LOT_SIZE) this.save({})
  }

  #sentFully({ lot, isWhole, kind }: SentFully): void {
    for (const [outgoing, patch] of lot) {
      if (kind === 'done' && isWhole && hasAllFields(outgoing, patch))
        this.#wrote(outgoing, patch.crc_billing ?? '')
      else if (kind !== 'refused') this.#uncertain.add(outgoing.change.key)
    }
  }

  /** Makes sure that UserSide keeps what was written; a record of which it does not is not remembered. */
  async checkKept(userside: Pick<Userside, 'customers'>, context: SyncContext): Promise<void> {
    for (const key of await this.#keptFields.look(userside, context)) this.#uncertain.add(key)
  }

  /**
   * The run has ended well: what it learned may be trusted.
   * @param context digest of what comparing depends on, as the run has left it
   */
  keep(context: string): void {
    const { fullRunAt, version } = this.options
    const hot = JSON.stringify(this.hot())
    const { proven } = this.#keptFields
    this.save({ forget: this.#uncertain, header: { fullRunAt, version, context, hot, proven } })
  }

  protected save(batch: MemoryBatch): void {
    this.options.store.saveMemory({ ...batch, amend: this.#amend })
    this.#amend = []
  }

  #wrote(outgoing: Outgoing, crc: string): void {
    const { change, full } = outgoing
    const { key, action } = change
    this.#keptFields.wrote(outgoing)
    // Written twice in one run: the first answer was lost, and nobody knows what of it was obeyed.
    if (this.#touched.has(key)) this.#uncertain.add(key)
    this.#touched.add(key)
    const former = full.deltas.find(({ field }) => field.name === 'former')
    this.amend(key, {
      isInBilling: action !== 'absent',
      agreed: this.#agreedBy(outgoing),
      crc,
      written: encodeWritten(this.before(key), full.deltas),
      ...(former && { isFormer: former.after === 1 }),
    })
  }

  /** Nobody is sure what a record is: it is forgotten when the run ends. */
  protected mistrust(key: string): void {
    this.#uncertain.add(key)
  }

  /** Notes what writing has made of a record. */
  protected amend(key: string, amendment: Amendment): void {
    this.#amend.push([key, amendment])
  }

  /** Number of things that were noted and are not saved yet. */
  protected get pending(): number {
    return this.#amend.length
  }

  /** With whom a record agrees now that everything was written that differed; 0 when it was not everything. */
  #agreedBy({ change, full }: Outgoing): number {
    const { subscriber, isWhole } = change
    if (subscriber === undefined || subscriber.parentId !== '' || !isWhole || !full.isAll) return 0
    return this.options.isClean(subscriber) ? digestOf(subscriber) : 0
  }

  /** Hot values are not remembered, every run is told them anew: but for the sample that tells how. */
  #sentHot({ lot, patches, kind }: SentHot): void {
    if (this.sample.size === 0) return
    for (const { key, erpId } of lot) {
      const known = this.sample.get(key)
      if (known === undefined) continue
      if (kind === 'done') this.sample.set(key, withHot(known, patches.get(erpId) ?? {}))
      else this.sample.delete(key)
    }
  }

  /** What was written to a record in earlier runs. */
  protected abstract before(key: string): Written
  protected abstract get sample(): Map<string, HotPart>
  protected abstract hot(): HotKnowledge
}

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

/** What comparing from memory has told. */
export interface LearnedLightly {
  readonly hot: HotKnowledge
  /** Records that were found to agree with their subscribers. */
  readonly agree: readonly Pending<'agree'>[]
}

/** A light run remembers what it was told by the memory, and what it wrote. */
export class LightMemoryWriter extends MemoryWriter {
  protected readonly sample: Map<string, HotPart>
  readonly #learned: LearnedLightly

  constructor(options: MemoryWriterOptions, learned: LearnedLightly) {
    super(options)
    this.#learned = learned
    this.sample = new Map('sample' in learned.hot ? learned.hot.sample : [])
  }

  /** What is read back in a light run is what was remembered and written. */
  saw(_customer: Customer, _isNew: boolean): void {}

  override keep(context: string): void {
    // Nobody who agreed was written to: neither undoes the other.
    if (this.#learned.agree.length > 0) this.options.store.saveMemory({ agree: this.#learned.agree })
    super.keep(context)
  }

  protected before(key: string): Written {
    try {
      return decodeWritten(this.options.store.rememberedText(key)?.written ?? '')
    } catch (error) {
      if (!(error instanceof FullComparisonNeeded || error instanceof MemoryDamaged)) throw error
      // It is being written: what was written before is no reason to stop, only to look at the record next time.
      this.mistrust(key)
      return NOTHING_WRITTEN
    }
  }

  protected hot(): HotKnowledge {
    return 'sample' in this.#learned.hot ? { sample: [...this.sample] } : this.#learned.hot
  }
}

export type AnyMemoryWriter = FullMemoryWriter | LightMemoryWriter

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

/** An additional field that UserSide does not have is left out of a request. */
function hasAllFields({ full }: Outgoing, { additional_data: sent = {} }: CustomerPatch): boolean {
  return Object.keys(sent).length === Object.keys(full.patch.additional_data ?? {}).length
}

function withHot(known: HotPart, patch: CustomerPatch): HotPart {
  const { balance, traffic_up, traffic_down, date_activity_inet, date_activity_inet_unix } = patch
  return {
    balance: balance === undefined ? known.balance : (parseDecimal(balance, 2) ?? 0),
    trafficUp: traffic_up ?? known.trafficUp,
    trafficDown: traffic_down ?? known.trafficDown,
    activeAt: date_activity_inet ?? known.activeAt,
    activeAtUnix: date_activity_inet_unix ?? known.activeAtUnix,
  }
}
