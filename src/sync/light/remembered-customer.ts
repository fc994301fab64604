/** A record of UserSide as it is remembered: a text, and beside it what was written to the record since. */
import type { Customer, CustomerAddress, HeldService, HotPart } from '../../model/customer.ts'
import type { FieldValue, RememberedRecord, RememberedText } from '../../model/journal.ts'
import type { IpMac } from '../../model/network.ts'
import type { NextTariff } from '../../model/subscriber.ts'
import type { Delta } from '../fields/field.ts'
import { rememberedJson } from './full-comparison-needed.ts'

/** Changes with everything that changes the notation. */
export const RECORD_VERSION = '1'

/** Values of fields as they were written: UserSide holds them in the place of the record's own. */
export type Written = NonNullable<Customer['written']>

/** What is told of a record elsewhere: beside its text, or beside its hash. The password is nowhere. */
type ToldElsewhere = 'key' | 'erpId' | 'isInBilling' | 'isFormer' | 'password' | 'written' | 'agreed'

type Body = Omit<Customer, ToldElsewhere | keyof HotPart>

/** In a list, for the names of members would be most of the text. */
type Notation = readonly [
  texts: readonly [login: string, fullName: string, accountNumber: string, comment: string],
  amounts: readonly [credit: number, discount: number],
  isCorporate: boolean,
  parentErpId: string,
  stateId: string,
  connectedOn: string,
  agreement: readonly [number: string, date: string],
  tariffs: readonly string[],
  nextTariff: NextTariff | null,
  phones: readonly string[],
  emails: readonly string[],
  address: readonly [houseId: string, apartment: string, floor: string, entrance: string],
  ipMacs: readonly (readonly [ip: number | null, mac: string])[],
  additionalData: readonly (readonly [id: string, value: string])[],
  groupIds: readonly string[],
  tagIds: readonly string[],
  services: readonly (readonly [id: string, cost: number | null, comment: string])[],
]

/** Writes a record down. */
export function encodeRecord(customer: Customer): string {
  const { address } = customer
  const notation: Notation = [
    [customer.login, customer.fullName, customer.accountNumber, customer.comment],
    [customer.credit, customer.discount],
    customer.isCorporate,
    customer.parentErpId,
    customer.stateId,
    customer.connectedOn,
    [customer.agreementNumber, customer.agreementDate],
    customer.tariffs,
    customer.nextTariff ?? null,
    customer.phones,
    customer.emails,
    [address.houseId, address.apartment, address.floor, address.entrance],
    customer.ipMacs.map(({ ip, mac }) => [ip ?? null, mac] as const),
    [...customer.additionalData],
    customer.groupIds,
    customer.tagIds,
    Array.from(customer.services, ([id, { cost, comment }]) => [id, cost ?? null, comment] as const),
  ]
  return JSON.stringify(notation)
}

function decodeBody(text: string): Body {
  const [
    [login, fullName, accountNumber, comment],
    [credit, discount],
    isCorporate,
    parentErpId,
    stateId,
    connectedOn,
    [agreementNumber, agreementDate],
    tariffs,
    nextTariff,
    phones,
    emails,
    [houseId, apartment, floor, entrance],
    ipMacs,
    additionalData,
    groupIds,
    tagIds,
    services,
  ] = rememberedJson<Notation>(text)
  return {
    login,
    fullName,
    accountNumber,
    comment,
    credit,
    discount,
    isCorporate,
    parentErpId,
    stateId,
    connectedOn,
    agreementNumber,
    agreementDate,
    tariffs,
    nextTariff: nextTariff ?? undefined,
    phones,
    emails,
    address: { houseId, apartment, floor, entrance },
    ipMacs: ipMacs.map(([ip, mac]) => ({ ip: ip ?? undefined, mac })),
    additionalData: new Map(additionalData),
    groupIds,
    tagIds,
    services: new Map(services.map(([id, cost, note]) => [id, { cost: cost ?? undefined, comment: note }])),
  }
}

/** A record as it is remembered. Its texts are only read when something in them is asked for: of most, nothing is. */
export class RememberedCustomer implements Customer {
  readonly balance: number
  readonly trafficUp: string
  readonly trafficDown: string
  readonly activeAt: string
  readonly activeAtUnix: number
  readonly password = ''
  readonly #readText: (key: string) => RememberedText
  #texts: RememberedText | undefined
  #read: Body | undefined
  #written: Written | undefined

  /**
   * @param remembered `agreed` as it stands in the memory
   * @param agreed the same where it is to be believed
   * @param readText gives the record's texts
   */
  constructor(
    readonly key: string,
    readonly remembered: Omit<RememberedRecord, keyof RememberedText>,
    hot: HotPart,
    readonly agreed: number | undefined,
    readText: (key: string) => RememberedText,
  ) {
    this.balance = hot.balance
    this.trafficUp = hot.trafficUp
    this.trafficDown = hot.trafficDown
    this.activeAt = hot.activeAt
    this.activeAtUnix = hot.activeAtUnix
    this.#readText = readText
  }

  get erpId(): string {
    return this.remembered.erpId
  }

  get isInBilling(): boolean {
    return this.remembered.isInBilling
  }

  get isFormer(): boolean {
    return this.remembered.isFormer
  }

  get written(): Written {
    this.#written ??= decodeWritten(this.#text.written)
    return this.#written
  }

  get login(): string {
    return this.#body.login
  }

  get fullName(): string {
    return this.#body.fullName
  }

  get accountNumber(): string {
    return this.#body.accountNumber
  }

  get comment(): string {
    return this.#body.comment
  }

  get credit(): number {
    return this.#body.credit
  }

  get discount(): number {
    return this.#body.discount
  }

  get isCorporate(): boolean {
    return this.#body.isCorporate
  }

  get parentErpId(): string {
    const written = this.written.get('parent')
    return typeof written === 'string' ? written : this.#body.parentErpId
  }

  get stateId(): string {
    return this.#body.stateId
  }

  get connectedOn(): string {
    return this.#body.connectedOn
  }

  get agreementNumber(): string {
    return this.#body.agreementNumber
  }

  get agreementDate(): string {
    return this.#body.agreementDate
  }

  get tariffs(): readonly string[] {
    return this.#body.tariffs
  }

  get nextTariff(): NextTariff | undefined {
    return this.#body.nextTariff
  }

  get phones(): readonly string[] {
    return this.#body.phones
  }

  get emails(): readonly string[] {
    return this.#body.emails
  }

  get address(): CustomerAddress {
    return this.#body.address
  }

  get ipMacs(): readonly IpMac[] {
    return this.#body.ipMacs
  }

  get additionalData(): ReadonlyMap<string, string> {
    return this.#body.additionalData
  }

  get groupIds(): readonly string[] {
    return this.#body.groupIds
  }

  get tagIds(): readonly string[] {
    return this.#body.tagIds
  }

  get services(): ReadonlyMap<string, HeldService> {
    return this.#body.services
  }

  get #body(): Body {
    this.#read ??= decodeBody(this.#text.record)
    return this.#read
  }

  get #text(): RememberedText {
    this.#texts ??= this.#readText(this.key)
    return this.#texts
  }
}

/** What was written, first before and then now, as a text; `""` nothing. */
export function encodeWritten(before: Written, deltas: readonly Delta[]): string {
  // Mostly nothing was before, and what is written now needs no map to find its place in.
  const now = deltas.map(({ field, after }) => [field.name, after] as const)
  const written = before.size === 0 ? now : [...new Map<string, FieldValue>([...before, ...now])]
  return written.length === 0 ? '' : JSON.stringify(written)
}

export const NOTHING_WRITTEN: Written = new Map()

/** The reverse of {@link encodeWritten}. */
export function decodeWritten(text: string): Written {
  return text === '' ? NOTHING_WRITTEN : new Map(rememberedJson<[string, FieldValue][]>(text))
}
