/** Which of the entries of `get_user_list` are subscribers: leads, nobody's records and child accounts are told apart (§6). */
import type { Entry } from '../json/records.ts'
import { fieldOf, idOf, isRecord } from '../json/shapes.ts'
import type { Customer } from '../model/customer.ts'
import type { ReportProblem } from '../model/problem.ts'
import { printable } from '../model/text.ts'
import { type RecordRemarks, readCustomer } from './customer-record.ts'
import { decodeId } from './entity.ts'
import type { Lead, UsersideWays } from './userside.ts'
import { decoded, eachMember, erpIdOf, flagOf } from './values.ts'

export interface CustomerListOptions {
  readonly ways: UsersideWays
  readonly report: ReportProblem
  readonly onUnusable?: ((key: string) => void) | undefined
  readonly onDoubtful?: ((erpId: string) => void) | undefined
  readonly onNameless?: ((erpId: string) => void) | undefined
  readonly onLead?: ((lead: Lead) => void) | undefined
}

/** The account a child account stood in. */
interface Parent {
  /** `undefined` where the child's own key is its whole id: nothing need be put before it. */
  readonly key: string | undefined
  /** `""` when its record cannot be used. */
  readonly erpId: string
}

/** Where an ERP id was met first. */
interface Place {
  readonly key: string
  readonly parentKey: string | undefined
}

/** Reads the entries of one list, one after the other. */
export class CustomerList {
  readonly #options: CustomerListOptions
  readonly #keyByErpId = new Map<string, string>()
  /** The same for child accounts that stood in their parents: there are few, if any. */
  readonly #childPlaces = new Map<string, Place>()
  readonly #customerFields: Set<string>
  #readKey = ''
  readonly #remarks: RecordRemarks = {
    impossible: (member) => this.#reportImpossible(member),
    additionalCustomerField: (id) => this.#learnField(id),
  }

  constructor(options: CustomerListOptions) {
    this.#options = options
    this.#customerFields = new Set(options.ways.additionalCustomerFields)
  }

  /** Gives the subscribers of some entries; of an entry none, itself, or itself and its child accounts. */
  read(lot: readonly Entry[]): readonly Customer[] {
    const customers: Customer[] = []
    for (const [key, record] of lot) this.#read(key, record, undefined, customers)
    return customers
  }

  #read(key: string, record: unknown, parent: Parent | undefined, customers: Customer[]): void {
    if (flagOf(fieldOf(record, 'is_potential'))) this.#tellLead(key, record)
    else if (key.trim() === '') this.#options.onNameless?.(erpIdOf(record))
    else this.#take(key, record, parent, customers)
    this.#readChildren(parent?.key === undefined ? key : `${parent.key}_${key}`, record, customers)
  }

  #take(key: string, record: unknown, parent: Parent | undefined, customers: Customer[]): void {
    this.#readKey = key
    const customer = readCustomer(key, record, this.#remarks)
    if (customer === undefined) {
      this.#setAside(key, parent, WITHOUT_ID)
      return
    }
    const isTold = this.#isTold(customer.erpId, { key, parentKey: parent?.key })
    if (isTold === 'otherwise') {
      this.#options.onDoubtful?.(customer.erpId)
      this.#setAside(key, parent, TWICE)
    }
    if (isTold !== false) return
    const { parentErpId } = customer
    customers.push(
      parent === undefined
        ? customer
        : {
            ...customer,
            ...(parent.key !== undefined && { parentKey: parent.key }),
            parentErpId: parentErpId || parent.erpId,
          },
    )
  }

  /** Child accounts stand under their keys in the record of their parent, each shaped like a subscriber (§10.4). */
  #readChildren(key: string, record: unknown, customers: Customer[]): void {
    const account = fieldOf(record, 'account')
    if (typeof account !== 'object' || account === null) return
    const erpId = erpIdOf(record)
    eachMember(account, (child, childKey) => {
      if (!isRecord(child) || !ERP_ID_NAMES.some((name) => Object.hasOwn(child, name))) return
      const own = ownBillingId(child)
      const isWhole = own !== '' || childKey.startsWith(`${key}_`)
      this.#read(own || childKey, child, { key: isWhole ? undefined : key, erpId }, customers)
    })
  }

  /** True for the same record once more, `otherwise` for an id that another record was shown with before. */
  #isTold(erpId: string, place: Place): boolean | 'otherwise' {
    const known = this.#keyByErpId.get(erpId)
    if (known === undefined) {
      this.#keyByErpId.set(erpId, place.key)
      if (place.parentKey !== undefined) this.#childPlaces.set(erpId, place)
      return false
    }
    const first = this.#childPlaces.get(erpId) ?? { key: known, parentKey: undefined }
    return keysOf(first).some((key) => keysOf(place).includes(key)) || 'otherwise'
  }

  #setAside(key: string, parent: Parent | undefined, problem: typeof WITHOUT_ID | typeof TWICE): void {
    for (const each of keysOf({ key, parentKey: parent?.key })) this.#options.onUnusable?.(each)
    this.#options.report({ ...problem, example: printable(key), partial: true })
  }

  #tellLead(key: string, record: unknown): void {
    const { onLead } = this.#options
    if (onLead === undefined) return
    const ids = new Set([key.trim(), ownBillingId(record)].map(decodeId))
    const lead = { erpId: erpIdOf(record), name: decoded(fieldOf(record, 'full_name')) }
    for (const billingId of ids) if (!NOBODYS.has(billingId)) onLead({ billingId, ...lead })
  }

  #learnField(id: string): void {
    if (this.#customerFields.has(id)) return
    this.#customerFields.add(id)
    this.#options.ways.additionalCustomerFields.push(id)
  }

  #reportImpossible(member: string): void {
    this.#options.report({
      code: 'userside-impossible-date',
      example: printable(`${this.#readKey} ${member}`),
      text: 'UserSide returned dates or times no calendar has; they count as none, the rest of the records was compared.',
      partial: true,
    })
  }
}

const ERP_ID_NAMES = ['erp_id', 'userside_id']

const WITHOUT_ID = {
  code: 'userside-subscriber-without-id',
  text: 'UserSide returned a subscriber without its own id; it is left alone.',
} as const

const TWICE = {
  code: 'userside-id-twice',
  text: 'UserSide returned one of its own ids for two subscribers; whose it is cannot be told, so both are left alone, neither created nor marked absent.',
} as const

/** The id of a subscriber in the billing, where a record tells it: as it is, or with another one in an object. */
function ownBillingId(record: unknown): string {
  return idOf(fieldOf(record, 'billing_id')) || idOf(fieldOf(fieldOf(record, 'billing'), 'id'))
}

/** What a lead without an id of the billing has in its place. */
const NOBODYS: ReadonlySet<string> = new Set(['', '0'])

/** The ids a record may stand for: a child account is called so within its parent, or at all. */
function keysOf({ key, parentKey }: Place): readonly string[] {
  return parentKey === undefined ? [key] : [`${parentKey}_${key}`, key]
}
