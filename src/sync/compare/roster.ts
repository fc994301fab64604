/**
 * Which subscribers UserSide's list shows, held against those it is remembered to have shown
 * (`contracts/userside-api.md` §12.6).
 */
import type { Customer } from '../../model/customer.ts'
import type { Ledger, ShownSubscriber } from '../../model/ledger.ts'

export class Roster {
  readonly #ledger: Ledger
  readonly #isSubscriber: (key: string) => boolean
  /** Those that are remembered and did not pass yet. */
  readonly #awaited = new Map<string, Omit<ShownSubscriber, 'key'>>()
  readonly #news: ShownSubscriber[] = []
  readonly #strangers = new Set<string>()
  #remembered = 0
  #rememberedActive = 0
  #records = 0
  /** Records whose key is the ERP's own id of them. */
  #ownKeys = 0
  /** The ERP's ids of records that are nobody's of the billing. */
  readonly #nobodysIds = new Set<string>()
  /** The ERP's ids of records that are new under their keys. */
  #newIds: ReadonlySet<string> | undefined
  /** By the ERP's id of a record shown for somebody who is remembered with another one: the id of that. */
  readonly #exchanged = new Map<string, string>()
  /** The other way round. */
  readonly #shownInPlaceOf = new Map<string, string>()
  /** The ERP's ids of the records of those who are still awaited; true where the billing has them. */
  #awaitedIds: ReadonlyMap<string, boolean> | undefined

  /** @param isSubscriber true for the id of somebody the billing has, whose record cannot have become another's */
  constructor(ledger: Ledger, isSubscriber: (key: string) => boolean) {
    this.#ledger = ledger
    this.#isSubscriber = isSubscriber
  }

  /** Records begin to pass. */
  begin(): void {
    this.#awaited.clear()
    this.#news.length = 0
    this.#strangers.clear()
    this.#nobodysIds.clear()
    this.#exchanged.clear()
    this.#shownInPlaceOf.clear()
    this.#records = 0
    this.#ownKeys = 0
    this.#newIds = undefined
    this.#awaitedIds = undefined
    this.#rememberedActive = 0
    for (const { key, erpId, isInBilling, wasKnown } of this.#ledger.shownSubscribers()) {
      this.#awaited.set(key, { erpId, isInBilling, wasKnown })
      if (!wasKnown) this.#strangers.add(key)
      if (isInBilling) this.#rememberedActive += 1
    }
    this.#remembered = this.#awaited.size
  }

  /** A record passes. @param key its id in the billing; `isKnown`: the billing has that */
  saw(key: string, { erpId, isInBilling }: Pick<Customer, 'erpId' | 'isInBilling'>, isKnown: boolean): void {
    this.#records += 1
    if (key === erpId) this.#ownKeys += 1
    if (!isKnown) this.#nobodysIds.add(erpId)
    const known = this.#awaited.get(key)
    if (known !== undefined && this.isHeldOtherwise(key, erpId)) {
      this.#exchanged.set(erpId, known.erpId)
      this.#shownInPlaceOf.set(known.erpId, erpId)
    }
    const wasKnown = isKnown || (known?.wasKnown ?? false)
    if (!wasKnown) this.#strangers.add(key)
    const isSame = known?.erpId === erpId && known.isInBilling === isInBilling && known.wasKnown === wasKnown
    if (!isSame) this.#news.push({ key, erpId, isInBilling, wasKnown })
    this.#awaited.delete(key)
  }

  /** A record without an id in the billing passes: whose it is remembered as is shown, if not as himself. */
  sawNameless(erpId: string): void {
    if (erpId !== '') this.#nobodysIds.add(erpId)
  }

  /** True where the subscriber is remembered with another record, which did not pass yet. */
  isHeldOtherwise(key: string, erpId: string): boolean {
    const known = this.#awaited.get(key)?.erpId ?? ''
    return known !== '' && known !== erpId
  }

  get remembered(): number {
    return this.#remembered
  }

  /** Those of them that were in billing. */
  get rememberedActive(): number {
    return this.#rememberedActive
  }

  /** How many of those that are remembered were shown again. */
  get shown(): number {
    return this.#remembered - this.#awaited.size
  }

  /** True when the list has the ERP's own ids for keys. */
  get isKeyedByErpId(): boolean {
    return this.#records >= LEAST_RECORDS && this.#ownKeys > this.#records * NEARLY_ALL
  }

  /** True for an id that the billing never had, as far as anybody remembers. */
  isStranger(key: string): boolean {
    return this.#strangers.has(key)
  }

  /** True for the ERP's id of a record that now has another key than that of the subscriber it is remembered with. */
  isShownOtherwise(erpId: string): boolean {
    this.#newIds ??= new Set(this.#news.map((news) => news.erpId))
    return this.#nobodysIds.has(erpId) || this.#newIds.has(erpId)
  }

  /** Once all have passed: true for the ERP's id of a record in the place of which somebody else's is shown. */
  isDisplaced(erpId: string): boolean {
    return this.isSomebodyElses(this.#shownInPlaceOf.get(erpId) ?? '')
  }

  /**
   * Once all have passed: true for the ERP's id of a record that is remembered as that of somebody the list does not
   * show, whom the billing has. Under whatever key it stands now, it is not somebody else's. Of somebody the billing
   * does not have any more it may have become another's, but not that of one who is remembered with a record already.
   */
  isSomebodyElses(erpId: string): boolean {
    return this.#isAwaitedSubscribers(erpId) || (this.#isAwaited(erpId) && this.#exchanged.has(erpId))
  }

  /** The list is believed: what it shows is what is remembered from now on. */
  save(): void {
    if (this.#news.length + this.#awaited.size === 0) return
    const gone: string[] = []
    const moved: string[] = []
    const shown = this.#news.filter(({ erpId }) => !this.#isAnothersStill(erpId))
    for (const [key, { erpId }] of this.#awaited) {
      if (this.#nobodysIds.has(erpId)) moved.push(key)
      // Shown under another's id it is remembered as it was.
      else if (!this.isShownOtherwise(erpId) || !this.#isAnothersStill(erpId)) gone.push(key)
    }
    this.#ledger.saveShown({ shown, gone, moved })
  }

  /**
   * True for a record that is somebody else's in the next run too. Where the one it is shown in the place of is nowhere
   * any more, two records may have been made one: when the next list shows the same, it is believed.
   */
  #isAnothersStill(erpId: string): boolean {
    const displaced = this.#exchanged.get(erpId)
    return (
      this.#isAwaitedSubscribers(erpId) ||
      (displaced !== undefined && this.#isAwaited(erpId) && this.isShownOtherwise(displaced))
    )
  }

  #isAwaited(erpId: string): boolean {
    return erpId !== '' && this.#awaitedRecords.has(erpId)
  }

  #isAwaitedSubscribers(erpId: string): boolean {
    return erpId !== '' && this.#awaitedRecords.get(erpId) === true
  }

  get #awaitedRecords(): ReadonlyMap<string, boolean> {
    this.#awaitedIds ??= new Map(
      Array.from(this.#awaited, ([key, known]) => [known.erpId, this.#isSubscriber(key)]),
    )
    return this.#awaitedIds
  }
}

/** Of fewer nothing can be said: a billing may count its subscribers as the ERP does. */
const LEAST_RECORDS = 10
const NEARLY_ALL = 0.9
