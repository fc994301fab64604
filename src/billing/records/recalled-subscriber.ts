/** A subscriber whose record came with a text that was read before: most of it is never asked for, and not read again. */
import type { RecordText } from '../../json/records.ts'
import type { IpMac } from '../../model/network.ts'
import type { Address, NextTariff, SubscribedService, Subscriber, TagMark } from '../../model/subscriber.ts'
import { digestOf } from '../../model/subscriber-digest.ts'
import type { HotValues } from './hot-values.ts'
import { type References, referencesOf } from './references.ts'

/** What every run asks of every subscriber: the little that is remembered beside a text. */
export interface SubscriberFacts extends Pick<Subscriber, 'id' | 'isFormer' | 'unreadable'> {
  readonly digest: number
  readonly references: References
}

/** The facts of a subscriber, for the next time its record comes with the same text. */
export function factsOf(subscriber: Subscriber): SubscriberFacts {
  const { id, isFormer, unreadable } = subscriber
  return { id, isFormer, unreadable, digest: digestOf(subscriber), references: referencesOf(subscriber) }
}

/** Reads the record with this text, of the subscriber with this id. */
export type ReadWhole = (text: RecordText, id: string) => Subscriber

/** There is one for nearly every subscriber, and what it holds is most of what a run holds: nothing that is the same for all. */
export class RecalledSubscriber implements Subscriber {
  readonly id: string
  readonly balance: number | undefined
  readonly activeAt: string
  readonly trafficUp: string
  readonly trafficDown: string
  readonly isFormer: boolean
  readonly unreadable: Subscriber['unreadable']
  readonly digest: number
  readonly references: References
  readonly text: RecordText
  readonly #read: ReadWhole
  #whole: Subscriber | undefined

  /** @param read reads the record, when something is asked that is neither among the facts nor hot */
  constructor(facts: SubscriberFacts, hot: HotValues, text: RecordText, read: ReadWhole) {
    this.id = facts.id
    this.balance = hot.balance
    this.activeAt = hot.activeAt
    this.trafficUp = hot.trafficUp
    this.trafficDown = hot.trafficDown
    this.isFormer = facts.isFormer
    this.unreadable = facts.unreadable
    this.digest = facts.digest
    this.references = facts.references
    this.text = text
    this.#read = read
  }

  /** A record with child accounts is never recalled, nor are they. */
  get parentId(): string {
    return ''
  }

  get login(): string {
    return this.#all.login
  }

  get fullName(): string {
    return this.#all.fullName
  }

  get accountNumber(): string {
    return this.#all.accountNumber
  }

  get comment(): string {
    return this.#all.comment
  }

  get credit(): number | undefined {
    return this.#all.credit
  }

  get discount(): number | undefined {
    return this.#all.discount
  }

  get isCorporate(): boolean | undefined {
    return this.#all.isCorporate
  }

  get connectedOn(): string {
    return this.#all.connectedOn
  }

  get agreementNumber(): string {
    return this.#all.agreementNumber
  }

  get agreementDate(): string {
    return this.#all.agreementDate
  }

  get tariffs(): readonly string[] {
    return this.#all.tariffs
  }

  get nextTariff(): NextTariff | undefined {
    return this.#all.nextTariff
  }

  get phones(): readonly string[] {
    return this.#all.phones
  }

  get emails(): readonly string[] {
    return this.#all.emails
  }

  get address(): Address | undefined {
    return this.#all.address
  }

  get ipMacs(): readonly IpMac[] {
    return this.#all.ipMacs
  }

  get stateId(): string {
    return this.#all.stateId
  }

  get additionalData(): ReadonlyMap<string, string> {
    return this.#all.additionalData
  }

  get groups(): readonly string[] {
    return this.#all.groups
  }

  get tags(): readonly TagMark[] {
    return this.#all.tags
  }

  get services(): readonly SubscribedService[] {
    return this.#all.services
  }

  get password(): string {
    return this.#all.password
  }

  /** Reads all that is not read yet. */
  readAll(): void {
    this.#all
  }

  get #all(): Subscriber {
    this.#whole ??= this.#read(this.text, this.id)
    return this.#whole
  }
}
