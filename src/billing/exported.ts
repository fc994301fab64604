/** Which parts of a subscriber the billing exports: those that some record carries with anything but null (§3). */
import { fieldOf, items, textOf, type WireRecord } from '../json/shapes.ts'
import type { Exportable, Exported } from '../model/subscriber.ts'
import { ADDRESS_MARKS, AGREEMENT_MARKS } from './marks.ts'

/** A part's value in a record. */
type Look = (record: WireRecord) => unknown

const first = (record: WireRecord, list: string, marks: readonly string[], name: string): unknown => {
  for (const item of items(record[list], marks)) {
    const value = fieldOf(item, name)
    if (isThere(value)) return value
  }
  return undefined
}

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
  traffic: (record) => record.traffic,
  phones: (record) => record.phone,
  emails: (record) => record.email,
  address: (record) => record.address,
  floor: (record) => first(record, 'address', ADDRESS_MARKS, 'floor'),
  entrance: (record) => first(record, 'address', ADDRESS_MARKS, 'entrance'),
  apartment: (record) => first(record, 'address', ADDRESS_MARKS, 'apartment'),
  ipMac: (record) => record.ip_mac,
  state: (record) => record.state_id,
  additionalData: (record) => record.additional_data,
  groups: (record) => record.group,
  tags: (record) => record.tag,
  services: (record) => record.service,
  password: (record) => record.password,
  parent: (record) => record.account,
}

const ALL = Object.keys(LOOKS) as readonly Exportable[]

export interface ExportWatchOptions {
  /** Parts whose zero means that the billing does not have them. */
  readonly constantZeros: readonly Exportable[]
  readonly withPasswords: boolean
}

/** Looks at records one by one; what was seen once is not looked for again. */
export class ExportWatch {
  readonly #seen = new Set<Exportable>()
  readonly #fields = new Set<string>()
  readonly #constantZeros: ReadonlySet<Exportable>
  #missing: Exportable[]

  constructor({ constantZeros, withPasswords }: ExportWatchOptions) {
    this.#constantZeros = new Set(constantZeros)
    this.#missing = ALL.filter((part) => part !== 'password' || withPasswords)
  }

  look(record: WireRecord): void {
    for (const part of this.#missing) if (this.#carries(record, part)) this.#seen.add(part)
    if (this.#missing.some((part) => this.#seen.has(part)))
      this.#missing = this.#missing.filter((part) => !this.#seen.has(part))
  }

  /** Some record carries this additional field. */
  addField(id: string): void {
    this.#fields.add(id)
  }

  /** Another page of the same list. */
  absorb(other: Exported): void {
    for (const part of other.parts) this.#seen.add(part)
    for (const field of other.additionalFields) this.#fields.add(field)
  }

  result(): Exported {
    return { parts: this.#seen, additionalFields: this.#fields }
  }

  #carries(record: WireRecord, part: Exportable): boolean {
    const value = LOOKS[part](record)
    if (!isThere(value)) return false
    return !this.#constantZeros.has(part) || Number(textOf(value)) !== 0
  }
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined
}
