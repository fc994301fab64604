/** Amends what is remembered of UserSide's records after a light run. */
import type { Customer, HotPart } from '../../model/customer.ts'
import { MemoryDamaged } from '../../model/journal.ts'
import { FullComparisonNeeded } from './full-comparison-needed.ts'
import type { FullMemoryWriter } from './full-memory-writer.ts'
import type { HotKnowledge } from './hot-columns.ts'
import { MemoryWriter, type MemoryWriterOptions, type Pending } from './memory-writer.ts'
import { decodeWritten, NOTHING_WRITTEN, type Written } from './remembered-customer.ts'

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
