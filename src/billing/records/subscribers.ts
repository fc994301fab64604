/** Reads the list of subscribers, record by record, into the model (§5.6, §7). */
import type { Recall, RecordText } from '../../json/records.ts'
import { entries, idOf, idOfItem, isRecord, type WireRecord } from '../../json/shapes.ts'
import type { FieldName } from '../../model/policy.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber, SubscriberList } from '../../model/subscriber.ts'
import type { Collector } from './collector.ts'
import { ExportWatch } from './exported.ts'
import { hotMembers, isHotUnreadable, PASSING, readHotValues } from './hot-values.ts'
import { ACCOUNT_MARKS } from './marks.ts'
import { isFailureKey, refuseOwnFailure } from './own-failure.ts'
import { plain } from './plain.ts'
import type { ReadingMemory } from './reading-memory.ts'
import { RecalledSubscriber } from './recalled-subscriber.ts'
import { type ReaderRules, SubscriberReader } from './subscriber-reader.ts'
import { UnreadableValues } from './unreadable-values.ts'
import { WrongContent } from './wrong-content.ts'

export interface SubscriberRules extends ReaderRules {
  /** What earlier runs read texts as; left out, nothing is noted. */
  readonly memory?: ReadingMemory | undefined
  readonly report: ReportProblem
}

/** Members by which a subscriber is known from an error message or another list. */
const FAMILIAR = [
  'login',
  'full_name',
  'account_number',
  'agreement',
  'balance',
  'state_id',
  'tariff',
  'address',
  'phone',
  'ip_mac',
  'date_create',
]

/** Gathers subscribers from the entries of one answer, or of several pages of it. */
export class SubscriberCollector implements Collector<SubscriberCollector> {
  /** Entries of the answer, repeated ones too. */
  rows = 0
  readonly #subscribers = new Map<string, Subscriber>()
  readonly #children: Subscriber[] = []
  readonly #setAside = new Set<string>()
  #unusable = 0
  /** What stands in the list and is no record. */
  readonly #beside: [key: string, value: unknown][] = []
  #isKeyedByNumbers = true
  readonly #watch: ExportWatch
  readonly #reader: SubscriberReader
  readonly #rules: SubscriberRules
  /** Of records that are not read. */
  readonly #hotValues = new UnreadableValues<FieldName>()
  /** One for all who may ask for it. */
  readonly #readWhole = (text: RecordText, id: string): Subscriber => this.#read(recordOf(text), id, '')
  #isFamiliar = false

  constructor(rules: SubscriberRules) {
    this.#rules = rules
    this.#reader = new SubscriberReader(rules)
    this.#watch = new ExportWatch({
      constantZeros: rules.traits.constantZeros,
      withPasswords: rules.withPasswords,
      looks: rules.traits.looks,
      ...(rules.memory && { remembered: rules.memory.witnesses }),
    })
  }

  /** Gives the subscriber of a record whose text was read before. */
  get recall(): Recall | undefined {
    const { memory } = this.#rules
    return (
      memory && {
        passing: PASSING,
        find: (hash, text, passing) => this.#recall(hash, text, passing, memory),
      }
    )
  }

  /**
   * Takes one entry of the answer.
   * @param hash of its text, by which it may be known again
   * @throws WrongContent when the list itself stands in it: all others would seem to be gone
   */
  add(key: string, value: unknown, hash = ''): void {
    this.rows++
    if (value instanceof RecalledSubscriber) {
      this.#isFamiliar = true
      this.#noteKey(value.id)
      this.#subscribers.set(value.id, value)
      return
    }
    const isFamiliar = isRecord(value) && isSubscriber(key, value)
    if (!isRecord(value) || (!isFamiliar && isFailureKey(key))) {
      this.#beside.push([key, value])
      return
    }
    if (holdsList(value)) throw new WrongContent('the list stands inside one of its records')
    this.#isFamiliar ||= isFamiliar
    this.#noteKey(key)
    const id = idOfItem(key, value)
    if (id === '') {
      this.#reportNameless(key, value)
      return
    }
    const parentId = this.#rules.traits.isParentNamed === true ? parentOf(value, id) : ''
    const subscriber = this.#read(value, id, parentId, hash)
    if (parentId !== '') {
      this.#children.push(subscriber)
      return
    }
    this.#subscribers.set(id, subscriber)
    const hasChildren = this.#takeChildren(value, id)
    // Its text tells its id, or the key it stands under in a map; its place in a list, which may be all, it does not tell.
    const isTold = isScalar(value.id) || key !== String(this.rows - 1)
    const isKnowable = isFamiliar && isTold && !hasChildren && !isHotUnreadable(subscriber)
    if (hash !== '' && isKnowable) this.#rules.memory?.note(hash, subscriber)
  }

  /** The answer is over. @throws WrongContent when nothing in it is a subscriber, or not all of it is told */
  finish(): void {
    if (this.rows > 0 && !this.#isFamiliar) throw new WrongContent('none of the records is a subscriber')
    refuseOwnFailure(this.#beside, this.#isKeyedByNumbers)
    for (const [key, value] of this.#beside.splice(0)) this.#putAside(key, value)
  }

  #noteKey(key: string): void {
    this.#isKeyedByNumbers &&= /^\d+$/.test(key)
  }

  isExtendedBy(page: SubscriberCollector): boolean {
    return page.#subscribers.keys().some((id) => !this.#subscribers.has(id))
  }

  absorb(page: SubscriberCollector): void {
    for (const [id, subscriber] of page.#subscribers) this.#subscribers.set(id, subscriber)
    for (const id of page.#setAside) this.#setAside.add(id)
    this.#unusable += page.#unusable
    for (const child of page.#children) this.#children.push(child)
    this.#watch.absorb(page.#watch)
    this.rows += page.rows
  }

  /** All of them, children after their parents. */
  result(): SubscriberList {
    for (const child of this.#children) {
      if (this.#subscribers.has(child.id)) this.#reportCollision(child)
      else this.#subscribers.set(child.id, child)
    }
    if (!this.#watch.isCertain) this.#lookAgain()
    const noteReading = this.#rules.memory?.save(this.#watch.witnesses())
    return {
      subscribers: this.#subscribers,
      setAside: this.#setAside,
      unusable: this.#unusable,
      exported: this.#watch.result(),
      readAll: () => {
        for (const subscriber of this.#recalled()) subscriber.readAll()
      },
      ...(noteReading && { noteReading }),
    }
  }

  #recalled(): Iterable<RecalledSubscriber> {
    return this.#subscribers.values().filter((subscriber) => subscriber instanceof RecalledSubscriber)
  }

  /** What the billing exported is seen nowhere any more: perhaps in a record that was not read, as its text is known. */
  #lookAgain(): void {
    for (const { text, id } of this.#recalled()) {
      this.#read(recordOf(text), id, '', text.hash())
      if (this.#watch.isCertain) return
    }
  }

  #recall(
    hash: string,
    text: RecordText,
    passing: readonly unknown[],
    memory: ReadingMemory,
  ): RecalledSubscriber | undefined {
    const facts = memory.find(hash)
    if (facts === undefined) return undefined
    const members = hotMembers(passing)
    const hot = readHotValues(members, this.#hotValues)
    // There is something to be said of it, as of any record that is read.
    if (this.#hotValues.found() !== undefined) return undefined
    this.#watch.recalled(hash, members)
    return new RecalledSubscriber(facts, hot, text, this.#readWhole)
  }

  #read(record: WireRecord, id: string, parentId: string, hash = ''): Subscriber {
    this.#watch.look(record, hash)
    return this.#reader.read(record, { id, parentId, onField: (field) => this.#watch.addField(field, hash) })
  }

  /** Gives whether there are any. */
  #takeChildren({ account }: WireRecord, parentId: string): boolean {
    if (typeof account !== 'object') return false
    const children = entries(account, ACCOUNT_MARKS)
    for (const [childId, child] of children) {
      const id = `${parentId}_${childId}`
      if (isRecord(child) && childId !== '') {
        this.#children.push(this.#read(child, id, parentId))
        this.#takeChildren(child, id)
      } else {
        this.#putAside(id, child)
      }
    }
    return children.length > 0
  }

  /** Whether a scalar is the id itself or stands in the place of a record under its id: either is protected. */
  #putAside(key: string, value: unknown): void {
    this.#unusable += 1
    for (const id of [key.trim(), idOf(value)]) if (id !== '') this.#setAside.add(id)
    this.#rules.report({
      code: 'subscriber-unreadable',
      example: key,
      text: 'Some records of the list of subscribers are no records. They were set aside and nothing was changed for them.',
      partial: true,
    })
  }

  /** It stands in the place of somebody, who is protected. */
  #reportNameless(key: string, record: WireRecord): void {
    this.#unusable += 1
    if (key.trim() !== '') this.#setAside.add(key.trim())
    this.#rules.report({
      code: 'subscriber-without-id',
      example: plain(record.login) || plain(record.full_name),
      text: 'Some records of the list of subscribers have no id. They were left out.',
      partial: true,
    })
  }

  #reportCollision(child: Subscriber): void {
    this.#unusable += 1
    this.#rules.report({
      code: 'child-id-taken',
      example: child.id,
      text: "The id made for a child account is another subscriber's own id. The child account was set aside.",
      partial: true,
    })
  }
}

/** Members that are texts or numbers, whatever the billing. */
const SCALARS = [
  'id',
  'login',
  'full_name',
  'account_number',
  'balance',
  'credit',
  'state_id',
  'comment',
] as const

/** True for a record that broke off and began anew: in the place of a text it has records like itself. */
function holdsList(record: WireRecord): boolean {
  for (const name of SCALARS) {
    const member = record[name]
    if (typeof member !== 'object' || member === null) continue
    if (Object.entries(member).some(([key, item]) => isRecord(item) && isSubscriber(key, item))) return true
  }
  return false
}

function isSubscriber(key: string, record: WireRecord): boolean {
  return FAMILIAR.some((name) => Object.hasOwn(record, name)) || idOf(record.id) === key.trim()
}

/** Who is called his own parent has none: so billings mark an account that stands alone. */
function parentOf(record: WireRecord, id: string): string {
  const parentId = idOf(record['parent_id'])
  return parentId === id ? '' : parentId
}

/** The record of a text that was read before. */
function recordOf(text: RecordText): WireRecord {
  const value = text.read()
  return isRecord(value) ? value : {}
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}
