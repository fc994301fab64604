/** Subscribers as the big list and the list of hashes print them, kept so that each is printed once. */
import type { Zone } from '../../model/zone.ts'
import type { Reply } from '../reply.ts'
import type { Erp } from './erp.ts'
import type { CustomerRow } from './erp-rows.ts'
import type { WirePrinter } from './wire-form.ts'

/** What the request asks to have in the records. */
export interface CustomerView {
  readonly hasParents: boolean
  readonly hasTimestamps: boolean
  readonly hasPasswords: boolean
  /** The ERP's. */
  readonly zone: Zone
}

const ROWS_OF_CHUNK = 256
/** Printing as many takes a few milliseconds. */
const CHUNKS_AHEAD = 2
/** What one of so many last requests has changed, the next ones will change again. */
const REQUESTS_OF_REST = 16

/** Where a record is printed otherwise than most. */
export interface OddPrint {
  readonly isInMicroseconds?: boolean
  /** Additional fields that stand under `additional_customer_data`. */
  readonly isCustomerData?: (id: string) => boolean
  /** Names of members that are left out. */
  readonly hidden?: readonly string[] | undefined
  /** Printed members beside the usual ones. */
  readonly members?: readonly string[]
}

const ORDINARY: OddPrint = {}

export class CustomerPrinter {
  #chunks: (Buffer | undefined)[] = []
  /**
   * Of each record what is not hot, as it was printed: every run changes what is hot of nearly all of them, a first import
   * with its last requests.
   */
  #lasting: (string | undefined)[] = []
  /** Chunks that were changed since they were printed, and after how many requests; what was changed last comes last. */
  readonly #stale = new Map<number, number>()
  #requests = 0
  #view: CustomerView | undefined
  #printedFor = ''
  #hashes: { readonly form: string; readonly reply: Reply } | undefined

  constructor(
    private readonly erp: Erp,
    private readonly printer: WirePrinter,
  ) {
    erp.onTouch((position, isHot) => {
      if (!isHot) this.#lasting[position] = undefined
      const index = Math.floor(position / ROWS_OF_CHUNK)
      this.#chunks[index] = undefined
      this.#stale.delete(index)
      this.#stale.set(index, this.#requests)
      this.#hashes = undefined
    })
  }

  /**
   * Prints a little of what has changed and seems to stay so, as it was asked for last: a real ERP has its records at
   * hand when somebody asks for the list, and takes no time of the program that asks. Called with every
   * request that takes its time.
   */
  printAhead(): void {
    this.#requests += 1
    const view = this.#view
    if (view === undefined || this.#formOf(view) !== this.#printedFor) return
    const rested: number[] = []
    for (const [index, changedAfter] of this.#stale) {
      if (rested.length === CHUNKS_AHEAD || this.#requests - changedAfter < REQUESTS_OF_REST) break
      rested.push(index)
    }
    for (const index of rested) this.#chunk(index * ROWS_OF_CHUNK, view)
  }

  /** The whole list. */
  body(view: CustomerView): Uint8Array[] {
    const { customers } = this.erp
    const form = this.#formOf(view)
    if (form !== this.#printedFor) {
      this.#chunks = []
      this.#lasting = []
    }
    this.#printedFor = form
    this.#view = view
    if (customers.length === 0) return [Buffer.from(this.printer.form.emptyList)]
    if (customers.every((row, index) => row.billingId === String(index)))
      return [Buffer.from(`[${customers.map((row) => this.print(row, view)).join(',')}]`)]
    const pieces: Uint8Array[] = [Buffer.from('{')]
    for (let first = 0; first < customers.length; first += ROWS_OF_CHUNK) {
      if (first > 0) pieces.push(Buffer.from(','))
      pieces.push(this.#chunk(first, view))
    }
    pieces.push(Buffer.from('}'))
    return pieces
  }

  /** Source hashes and hot values. */
  hashes(zone: Zone): Reply {
    const { printer } = this
    const form = JSON.stringify([printer.form, this.erp.customers.length])
    if (this.#hashes?.form === form) return this.#hashes.reply
    const shown = this.erp.customers.filter((row) => !row.isLead && this.erp.isFound(row))
    const rows = shown.map((row): [string, string] => {
      const { local } = activityTexts(row.activity, zone)
      const { trafficUp: up, trafficDown: down } = row
      const traffic = printer.form.isTrafficInReceived ? `"${down}","${up}"` : `"${up}","${down}"`
      return [printer.id(row.billingId), `["${row.crc}","${local}","${row.balance}",${traffic}]`]
    })
    const reply = printer.ok({ Data: printer.map(rows) })
    this.#hashes = { form, reply }
    return reply
  }

  #formOf(view: CustomerView): string {
    return JSON.stringify([view, this.printer.form])
  }

  #chunk(first: number, view: CustomerView): Uint8Array {
    const index = first / ROWS_OF_CHUNK
    this.#stale.delete(index)
    const known = this.#chunks[index]
    if (known !== undefined) return known
    const rows = this.erp.customers.slice(first, first + ROWS_OF_CHUNK)
    const text = rows.map((row) => this.#entry(row, view)).join(',')
    const printed = Buffer.from(text)
    this.#chunks[index] = printed
    return printed
  }

  #entry(row: CustomerRow, view: CustomerView): string {
    this.#lasting[row.position] ??= this.#lastingMembers(row, view, ORDINARY).join(',')
    const members = [this.#lasting[row.position], ...this.#hotMembers(row, view, ORDINARY)]
    return `${this.printer.id(row.billingId)}:{${members.join(',')}}`
  }

  /**
   * Prints one record.
   * @param oddly what is particular about it: members of its own, fields of additional data that stand elsewhere
   */
  print(row: CustomerRow, view: CustomerView, oddly: OddPrint = ORDINARY): string {
    const members = [...this.#lastingMembers(row, view, oddly), ...this.#hotMembers(row, view, oddly)]
    const { hidden = [] } = oddly
    return `{${members.filter((member) => !hidden.some((name) => member.startsWith(`"${name}":`))).join(',')}}`
  }

  /** Balance, activity and traffic. */
  #hotMembers(row: CustomerRow, view: CustomerView, oddly: OddPrint): string[] {
    const { printer } = this
    const parts: string[] = []
    const put = (name: string, printed: string, isEmpty: boolean): void => {
      if (!(isEmpty && printer.form.isSparse)) parts.push(`"${name}":${printed}`)
    }
    put('balance', `"${row.balance}"`, Number(row.balance) === 0)
    const { local, unix } = activityTexts(row.activity, view.zone)
    put('date_activity_inet', printer.text(local), local === '')
    if (view.hasTimestamps)
      put(
        'date_activity_inet_unix',
        printer.number(oddly.isInMicroseconds ? `${unix}000000` : unix),
        Number(unix) === 0,
      )
    put(
      'traffic',
      `{"month":{"up":${printer.number(row.trafficUp)},"down":${printer.number(row.trafficDown)}}}`,
      row.trafficUp === '0' && row.trafficDown === '0',
    )
    return parts
  }

  #lastingMembers(row: CustomerRow, view: CustomerView, oddly: OddPrint): string[] {
    const { printer } = this
    const { form } = printer
    const parts = [`"${form.idKey}":${printer.number(row.erpId)}`]
    const put = (name: string, printed: string, isEmpty: boolean): void => {
      if (!(isEmpty && form.isSparse)) parts.push(`"${name}":${printed}`)
    }
    const text = (name: string, value: string): void => put(name, printer.text(value), value === '')
    const amount = (name: string, value: string): void =>
      put(name, printer.number(value), Number(value) === 0)
    const list = (name: string, printed: readonly string[]): void =>
      put(name, printed.length === 0 ? form.emptyList : `[${printed.join(',')}]`, printed.length === 0)
    const map = (name: string, entries: readonly (readonly [string, string])[]): void =>
      put(name, printer.map(entries), entries.length === 0)

    text('login', row.login)
    text('full_name', row.name)
    put('flag_corporate', printer.flag(row.isCorporate), !row.isCorporate)
    text('account_number', row.accountNumber)
    text('comment', row.comment)
    put('credit', `"${row.credit}"`, Number(row.credit) === 0)
    amount('discount', row.discount)
    put(
      'state_id',
      /^\d+$/.test(row.stateId) ? printer.number(row.stateId) : printer.text(row.stateId),
      row.stateId === '0',
    )
    put('is_disable', printer.flag(row.isDisabled), !row.isDisabled)
    put('is_in_billing', printer.flag(row.isInBilling), row.isInBilling)
    if (view.hasParents)
      put('parent_id', printer.number(row.parentId === '' ? '0' : row.parentId), row.parentId === '')
    text('date_connect', row.connectedOn)
    put('tariff', this.#tariffs(row), row.tariffs.length === 0 && row.nextTariff === undefined)
    put(
      'agreement',
      `[{"number":${printer.text(row.agreementNumber)},"date":${JSON.stringify(row.agreementDate)}}]`,
      row.agreementNumber === '' && row.agreementDate === '',
    )
    list(
      'phone',
      row.phones.map((number, slot) => `{"number":"${number}","flag_main":${printer.flag(slot === 0)}}`),
    )
    list('email', row.email === '' ? [] : [`{"address":${printer.text(row.email)},"flag_main":1}`])
    list('address', this.#address(row))
    map(
      'ip_mac',
      row.devices.map((device) => [
        device.ip < 0 ? `"-1${device.mac}"` : `"${device.ip}"`,
        `{"ip":${printer.number(device.ip)},"mac":"${device.mac}"}`,
      ]),
    )
    const additional = (name: string, entries: readonly (readonly [string, string])[]): void =>
      map(
        name,
        entries.map(([id, value]) => [
          `"${id}"`,
          `{"id":${printer.number(id)},"value":${printer.text(value)}}`,
        ]),
      )
    const { isCustomerData } = oddly
    additional(
      'additional_data',
      [...row.additionalData].filter(([id]) => !isCustomerData?.(id)),
    )
    if (isCustomerData !== undefined)
      additional(
        'additional_customer_data',
        [...row.additionalData].filter(([id]) => isCustomerData(id)),
      )
    map(
      'group',
      [...row.groups].map((id) => [`"${id}"`, `{"id":${printer.number(id)}}`]),
    )
    map(
      'tag',
      [...row.tags].map(([id, date]) => [`"${id}"`, `{"id":${printer.number(id)},"date_add":"${date}"}`]),
    )
    map(
      'service',
      [...row.services].map(([id, service]) => [
        `"${id}"`,
        `[{"cost":${printer.number(service.cost)},"comment":${printer.text(service.comment)}}]`,
      ]),
    )
    if (view.hasPasswords) text('password', row.password)
    parts.push(...(oddly.members ?? []))
    return parts
  }

  #tariffs(row: CustomerRow): string {
    const { printer } = this
    const current = row.tariffs.map((id) => `{"id":${printer.id(id)}}`).join(',')
    const { nextTariff } = row
    if (nextTariff === undefined) return `{"current":[${current}],"new":[]}`
    const date = printer.form.hasNextTariffDate ? `,"date_start":"${nextTariff.date}"` : ''
    return `{"current":[${current}],"new":[{"id":${printer.id(nextTariff.id)}${date}}]}`
  }

  #address(row: CustomerRow): string[] {
    if (row.houseId === '' && row.apartment === '' && row.floor === '' && row.entrance === '') return []
    const { printer } = this
    const entrance = row.entrance === '' ? '' : `,"entrance":${printer.number(row.entrance)}`
    const floor = row.floor === '' ? '' : `,"floor":${printer.text(row.floor)}`
    const house = printer.number(row.houseId === '' ? '0' : row.houseId)
    const apartment = printer.text(row.apartment)
    return [`{"type":"connect","house_id":${house},"apartment":{"number":${apartment}}${entrance}${floor}}`]
  }
}

/** Whichever form the activity was written in, both are told. */
export function activityTexts(
  activity: string,
  zone: Zone,
): { readonly local: string; readonly unix: string } {
  if (activity === '') return { local: '', unix: '0' }
  if (!/^\d+$/.test(activity)) {
    const asUtc = Date.parse(`${activity.replace(' ', 'T')}Z`)
    const offset = zone(new Date(asUtc - zone(new Date(asUtc)) * 60_000))
    return { local: activity, unix: String(asUtc / 1000 - offset * 60) }
  }
  const instant = Number(activity) * 1000
  const local = new Date(instant + zone(new Date(instant)) * 60_000).toISOString()
  return { local: local.slice(0, 19).replace('T', ' '), unix: activity }
}
