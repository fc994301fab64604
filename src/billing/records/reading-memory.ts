/**
 * What the texts of subscribers' records were read as in earlier runs. Reading is the same every time: a text that was
 * read before need not be read again, as long as the rules of reading are the same. So nothing that is kept here can
 * become wrong; at worst it is of no use any more.
 */
import type { TextStore } from '../../model/journal.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { NO_WITNESSES, type Witnesses } from './exported.ts'
import { factsOf, type SubscriberFacts } from './recalled-subscriber.ts'

/** Changes with how it is written down what a text was read as. */
const NOTATION = '3'

interface Header {
  readonly rules: string
  readonly witnesses: Witnesses
}

/** What a text was read as; one of each for nearly every subscriber. */
interface KnownText extends SubscriberFacts {
  /** Its number in the store. */
  readonly place: number
  isSeen: boolean
}

type Facts = readonly [id: string, digest: number, references: number, isFormer: boolean]

type Notation = readonly [...Facts, unreadable?: readonly (readonly [field: FieldName, sent: string])[]]

export class ReadingMemory {
  /** Texts that carry what the billing exports. */
  readonly witnesses: Witnesses
  readonly #store: TextStore
  readonly #rules: string
  readonly #known = new Map<string, KnownText>()
  readonly #new = new Map<string, Subscriber>()
  /** Numbers of texts that were read by other rules. */
  readonly #outdated: number[] = []

  /** @param rules what beside a text decides what it is read as */
  constructor(store: TextStore, rules: readonly unknown[]) {
    this.#store = store
    this.#rules = JSON.stringify([NOTATION, ...rules])
    const header = parsed<Header>(store.textHeader() ?? '')
    const isReadAlike = header?.rules === this.#rules
    this.witnesses = isReadAlike ? header.witnesses : NO_WITNESSES
    for (const texts of lotsOf(store.texts())) {
      if (isReadAlike) this.#know(texts)
      else for (const [place] of texts) this.#outdated.push(place)
    }
  }

  #know(texts: readonly Text[]): void {
    const notations = parsedAll(texts.map(([, , facts]) => facts))
    for (const [at, [place, hash]] of texts.entries()) {
      const notation = notations[at]
      if (notation === undefined) this.#outdated.push(place)
      else this.#known.set(hash, knownText(place, notation))
    }
  }

  /** What the text with this hash was read as. */
  find(hash: string): SubscriberFacts | undefined {
    const known = this.#known.get(hash)
    if (known === undefined) return undefined
    known.isSeen = true
    return known
  }

  /** Notes what a text was read as that {@link find} did not know. */
  note(hash: string, subscriber: Subscriber): void {
    this.#new.set(hash, subscriber)
  }

  /**
   * The list was read to its end: texts that were not in it are forgotten.
   * @returns writes down the new ones, when the run has done what is urgent
   */
  save(witnesses: Witnesses): () => void {
    const gone = this.#known.values().filter(({ isSeen }) => !isSeen)
    const drop = [...this.#outdated, ...gone.map(({ place }) => place)]
    const header = JSON.stringify({ rules: this.#rules, witnesses } satisfies Header)
    const isSame =
      drop.length === 0 &&
      this.#new.size === 0 &&
      JSON.stringify(witnesses) === JSON.stringify(this.witnesses)
    if (!isSame) this.#store.saveTexts({ drop, add: [], header })
    this.#known.clear()
    return () => this.#saveNew(header)
  }

  #saveNew(header: string): void {
    const news = [...this.#new]
    this.#new.clear()
    for (let from = 0; from < news.length; from += TEXTS_A_TRANSACTION) {
      const add = news
        .slice(from, from + TEXTS_A_TRANSACTION)
        .map(([hash, subscriber]) => [hash, encode(factsOf(subscriber))] as const)
      this.#store.saveTexts({ drop: [], add, header })
    }
  }
}

/** So many are encoded at a time: all of them at once would be held twice. */
const TEXTS_A_TRANSACTION = 2000

/** So many are read at a time: one by one, each would cost the parser a start. */
const TEXTS_A_LOT = 500

type Text = readonly [place: number, hash: string, facts: string]

function* lotsOf(texts: Iterable<Text>): Generator<readonly Text[], void> {
  let lot: Text[] = []
  for (const text of texts) {
    if (lot.push(text) < TEXTS_A_LOT) continue
    yield lot
    lot = []
  }
  yield lot
}

/** What each was written down as; those that are damaged do not spoil the others. */
function parsedAll(texts: readonly string[]): readonly (Notation | undefined)[] {
  const all = parsed<readonly Notation[]>(`[${texts.join()}]`)
  return all?.length === texts.length ? all : texts.map((text) => parsed<Notation>(text))
}

/** What was written down; `undefined` when it is damaged: then it is as if nothing had been. */
function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function encode({ id, digest, references, isFormer, unreadable }: SubscriberFacts): string {
  const facts: Facts = [id, digest, references, isFormer]
  // Nearly all that is written down is read whole: it costs no more room than it must.
  const values = unreadable?.map(({ field, sent }) => [field, sent] as const)
  return JSON.stringify(values === undefined ? facts : ([...facts, values] satisfies Notation))
}

function knownText(place: number, notation: Notation): KnownText {
  // Place by place: to take a list apart by its iterator is felt, for so many.
  return {
    place,
    id: notation[0],
    digest: notation[1],
    references: notation[2],
    isFormer: notation[3],
    unreadable: notation[4]?.map(([field, sent]) => ({ field, sent })),
    isSeen: false,
  }
}
