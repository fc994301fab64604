/** Which parts of a subscriber the billing exports: those that some record carries with anything but null (§3). */
import { fieldOf, items, textOf, type WireRecord } from '../../json/shapes.ts'
import type { Exportable, Exported } from '../../model/subscriber.ts'
import type { HotMembers } from './hot-values.ts'
import { ADDRESS_MARKS, AGREEMENT_MARKS } from './marks.ts'

/** A part's value in a record. */
export type Look = (record: WireRecord) => unknown

const first = (record: WireRecord, list: string, marks: readonly string[], name: string): unknown => {
  for (const item of items(record[list], marks)) {
    const value = fieldOf(item, name)
    if (isThere(value)) return value
  }
  return undefined
}

/** An apartment that says nothing but null is none. */
const apartmentOf = (record: WireRecord): unknown =>
  items(record.address, ADDRESS_MARKS)
    .map((address) => fieldOf(address, 'apartment'))
    .find((apartment) =>
      typeof apartment === 'object'
        ? ['full_name', 'number', 'block'].some((name) => isThere(fieldOf(apartment, name)))
        : isThere(apartment),
    )

const LOOKS: Record<Exportable, Look> = {
  login: (record) => record.login,
  fullName: (record) => record.full_name,
  accountNumber: (record) => record.account_number,
  comment: (record) => record.comment,
  balance: (record) => record.balance,
  credit: (record) => record.credit,
  discount: (record) => record.discount,
  corporate: (record) => record.flag_corporate,
  former: (record) => record.is_disable,
  connectedOn: (record) => record.date_connect,
  activeAt: (record) => record.date_activity,
  agreementNumber: (record) => first(record, 'agreement', AGREEMENT_MARKS, 'number'),
  agreementDate: (record) => first(record, 'agreement', AGREEMENT_MARKS, 'date'),
  tariff: (record) => record.tariff,
  // A cancelled change is an absent one: the tariffs say whether the billing tells at all.
  nextTariff: (record) => record.tariff,
  traffic: (record) => record.traffic,
  phones: (record) => record.phone,
  emails: (record) => record.email,
  address: (record) => record.address,
  floor: (record) => first(record, 'address', ADDRESS_MARKS, 'floor'),
  entrance: (record) => first(record, 'address', ADDRESS_MARKS, 'entrance'),
  apartment: apartmentOf,
  ipMac: (record) => record.ip_mac,
  state: (record) => record.state_id,
  additionalData: (record) => record.additional_data,
  groups: (record) => record.group,
  tags: (record) => record.tag,
  services: (record) => record.service,
  password: (record) => record.password,
  parent: (record) => record.account,
}

/** Parts that are looked for in every record, so that no text has to tell of them. */
const HOT: readonly Exportable[] = ['balance', 'activeAt', 'traffic']

const ALL = Object.keys(LOOKS) as readonly Exportable[]

/** Texts by which it is known what a billing exports: each carries it. `""`: one of which nothing is remembered. */
export interface Witnesses {
  readonly parts: readonly (readonly [part: Exportable, text: string])[]
  readonly fields: readonly (readonly [additionalField: string, text: string])[]
}

export const NO_WITNESSES: Witnesses = { parts: [], fields: [] }

export interface ExportWatchOptions {
  /** Parts whose zero means that the billing does not have them. */
  readonly constantZeros: readonly Exportable[]
  readonly withPasswords: boolean
  /** Where the parts stand in records that are no universal API's. */
  readonly looks?: Readonly<Partial<Record<Exportable, Look>>> | undefined
  /** What the texts that are recalled carried between them when they were read. */
  readonly remembered?: Witnesses
}

/** Looks at records one by one; what was seen once is not looked for again. */
export class ExportWatch {
  /** By what is exported, the text in which it was seen. */
  readonly #parts = new Map<Exportable, string>()
  readonly #fields = new Map<string, string>()
  readonly #constantZeros: ReadonlySet<Exportable>
  readonly #looks: Readonly<Record<Exportable, Look>>
  readonly #remembered: Witnesses
  readonly #witnesses: ReadonlySet<string>
  #missing: readonly Exportable[]
  #missingHot: readonly Exportable[]

  constructor({ constantZeros, withPasswords, looks, remembered = NO_WITNESSES }: ExportWatchOptions) {
    this.#constantZeros = new Set(constantZeros)
    this.#looks = { ...LOOKS, ...looks }
    this.#missing = ALL.filter((part) => part !== 'password' || withPasswords)
    this.#missingHot = HOT
    this.#remembered = remembered
    this.#witnesses = new Set([...remembered.parts, ...remembered.fields].map(([, text]) => text))
  }

  /** @param text the record's hash */
  look(record: WireRecord, text: string): void {
    const found = this.#missing.filter((part) => this.#carries(record, part))
    for (const part of found) this.#parts.set(part, text)
    if (found.length > 0) this.#forgetFound()
  }

  /** Some record carries this additional field. */
  addField(id: string, text: string): void {
    if (!this.#fields.has(id)) this.#fields.set(id, text)
  }

  /** A text that was read before is there again, with other values of what is hot. */
  recalled(text: string, hot: HotMembers): void {
    // Nearly none tells anything new: so little is asked of them that the engine need not compile more for it.
    if (this.#missingHot.length > 0) this.#lookAtHot(text, hot)
    if (this.#witnesses.has(text)) this.#takeWitness(text)
  }

  #lookAtHot(text: string, hot: HotMembers): void {
    for (const part of this.#missingHot) if (this.#carries({ ...hot }, part)) this.#parts.set(part, text)
    this.#forgetFound()
  }

  #takeWitness(text: string): void {
    const isOfIt = ([, witness]: readonly [unknown, string]): boolean => witness === text
    for (const [part] of this.#remembered.parts.filter(isOfIt)) this.#parts.set(part, text)
    for (const [id] of this.#remembered.fields.filter(isOfIt)) this.addField(id, text)
    this.#forgetFound()
  }

  /** False while something the recalled texts carried was seen nowhere: one of them may carry it still. */
  get isCertain(): boolean {
    return (
      this.#remembered.parts.every(([part]) => this.#parts.has(part)) &&
      this.#remembered.fields.every(([id]) => this.#fields.has(id))
    )
  }

  /** Another page of the same list. */
  absorb(page: ExportWatch): void {
    for (const [part, text] of page.#parts) if (!this.#parts.has(part)) this.#parts.set(part, text)
    for (const [id, text] of page.#fields) this.addField(id, text)
    this.#forgetFound()
  }

  result(): Exported {
    return { parts: new Set(this.#parts.keys()), additionalFields: new Set(this.#fields.keys()) }
  }

  witnesses(): Witnesses {
    return { parts: [...this.#parts].filter(([part]) => !HOT.includes(part)), fields: [...this.#fields] }
  }

  #forgetFound(): void {
    this.#missing = this.#missing.filter((part) => !this.#parts.has(part))
    this.#missingHot = this.#missing.filter((part) => HOT.includes(part))
  }

  #carries(record: WireRecord, part: Exportable): boolean {
    const value = this.#looks[part](record)
    if (!isThere(value)) return false
    return !this.#constantZeros.has(part) || Number(textOf(value)) !== 0
  }
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined
}
