/**
 * Writes the memory light runs compare from: UserSide's records as a run has read and written them. A record of which it
 * is not certain what a write did is left out: the next run misses it, and compares everything.
 */
import type { HotPart } from '../../model/customer.ts'
import { parseDecimal } from '../../model/decimal.ts'
import type { Amendment, MemoryBatch, MemoryHeader, MemoryStore } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { digestOf } from '../../model/subscriber-digest.ts'
import type { CustomerPatch, Userside } from '../../userside/userside.ts'
import type { Comparison } from '../compare/compare.ts'
import type { Outgoing, SentFully, SentHot, SentLot } from '../compare/outgoing.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta, Field } from '../fields/field.ts'
import type { HotKnowledge } from './hot-columns.ts'
import { KeptFields } from './kept-fields.ts'
import { encodeWritten, type Written } from './remembered-customer.ts'

export interface MemoryWriterOptions {
  readonly store: MemoryStore
  readonly fullRunAt: string
  readonly version: string
  /** Fields that were seen kept in earlier runs. */
  readonly proven: readonly string[]
  /** See {@link MemoryHeader.holders}, where that is known before comparing. */
  readonly holders?: MemoryHeader['holders']
  /** True for a subscriber of whom there is nothing to be said but what is written. */
  readonly isClean: (subscriber: Subscriber) => boolean
}

/** An item of a kind that is pending. */
export type Pending<Kind extends 'remember' | 'amend' | 'agree'> =
  NonNullable<MemoryBatch[Kind]> extends Iterable<infer Item> ? Item : never

/** Records are saved in lots: fewer transactions, still little memory. */
export const LOT_SIZE = 500

/** What both kinds of runs do: noting what was written. */
export abstract class MemoryWriter {
  protected readonly options: MemoryWriterOptions
  readonly #touched = new Set<string>()
  readonly #uncertain = new Set<string>()
  readonly #keptFields: KeptFields
  /** By field; `undefined` where an older program has not counted. */
  #holders: Map<string, number> | undefined
  #amend: Pending<'amend'>[] = []

  constructor(options: MemoryWriterOptions) {
    this.options = options
    this.#keptFields = new KeptFields(options.proven)
    this.#holders = options.holders && new Map(Object.entries(options.holders))
  }

  /** Everything was compared: so many records hold a value in each field. */
  counted(holders: Comparison['holders']): void {
    this.#holders = new Map(Array.from(holders, ([{ name }, count]) => [name, count]))
  }

  /** Values that UserSide does not show any more, of a field that is held for that: they are not forgotten. */
  missed(field: Field, count: number): void {
    this.#holders?.set(field.name, (this.#holders.get(field.name) ?? 0) + count)
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
    const holders = this.#holders && Object.fromEntries(this.#holders)
    const header = { fullRunAt, version, context, hot, proven, ...(holders && { holders }) }
    this.save({ forget: this.#uncertain, header })
  }

  protected save(batch: MemoryBatch): void {
    this.options.store.saveMemory({ ...batch, amend: this.#amend })
    this.#amend = []
  }

  #wrote(outgoing: Outgoing, crc: string): void {
    const { change, full } = outgoing
    const { key, action } = change
    this.#keptFields.wrote(outgoing)
    this.#countHolders(full.deltas)
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

  /** Writing gives a record a value in a field, or takes it away. */
  #countHolders(deltas: readonly Delta[]): void {
    for (const { field, before, after } of deltas) {
      const news = Number(field.isEmpty(before)) - Number(field.isEmpty(after))
      if (news !== 0) this.#holders?.set(field.name, (this.#holders.get(field.name) ?? 0) + news)
    }
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

/** An additional field that UserSide does not have is left out of a request. */
function hasAllFields({ full }: Outgoing, patch: CustomerPatch): boolean {
  if (patch === full.patch) return true
  const { additional_data: sent = {} } = patch
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
