/** The list of subscribers where it is not the plain one: with leads, other keys, children in their parents, half of it. */
import type { World } from './call.ts'
import type { CustomerPrinter, CustomerView, OddPrint } from './customer-printer.ts'
import type { CustomerRow } from './erp-rows.ts'
import type { Oddities } from './oddities.ts'

interface ListOptions {
  readonly isKeyedByErpId: boolean
  readonly hasLeads: boolean
}

/** `undefined`: there is nothing out of the ordinary about it. */
export function oddCustomerList(
  world: World,
  customers: CustomerPrinter,
  view: CustomerView,
  options: ListOptions,
): Uint8Array[] | undefined {
  const { erp, oddities, printer } = world
  const { userList } = oddities
  if (userList === 'empty') return [Buffer.from('[]')]
  if (userList === 'null') return [Buffer.from('null')]
  if (isOrdinary(world, options)) return undefined

  const hasLeads = options.hasLeads || oddities.areLeadsListed === true
  const isByErpId = options.isKeyedByErpId || userList === 'by-erp-id'
  const listed = erp.customers.filter((row) => erp.isListed(row) && (hasLeads || !row.isLead))
  const rows = userList === 'half' ? listed.filter((_, index) => index % 2 === 0) : listed
  const children = childrenOf(rows, oddities)
  const entry = (row: CustomerRow, key: string): string => {
    const own = children.get(row.erpId) ?? []
    const nested = own.map((child) => entry(child, shortKey(child, row, oddities)))
    const members = [
      ...(row.isLead ? ['"is_potential":1'] : []),
      // By its own ids, UserSide tells which of the billing it is.
      ...(options.isKeyedByErpId ? [`"billing_id":${printer.id(row.billingId)}`] : []),
      ...(nested.length > 0 ? [`"account":{${nested.join(',')}}`] : []),
    ]
    const shown = oddities.shownIds === undefined ? row : { ...row, erpId: oddities.shownIds(row.erpId) }
    return `${printer.id(key)}:${customers.print(shown, view, { ...oddPrint(row, oddities), members })}`
  }
  const keyOf = (row: CustomerRow): string =>
    erp.strangeName(row) ?? oddities.rename?.subscriber?.(row.billingId) ?? row.billingId
  const nested = new Set([...children.values()].flat())
  const printed = rows
    .filter((row) => !nested.has(row))
    .map((row) => entry(row, isByErpId ? row.erpId : keyOf(row)))
  return [Buffer.from(printed.length === 0 ? printer.form.emptyList : `{${printed.join(',')}}`)]
}

function isOrdinary({ erp, oddities }: World, { hasLeads, isKeyedByErpId }: ListOptions): boolean {
  const {
    customerData,
    hiddenMembers,
    microseconds = [],
    nestedChildren,
    rename,
    shownIds,
    userList,
  } = oddities
  const isOdd =
    userList !== undefined ||
    customerData !== undefined ||
    nestedChildren !== undefined ||
    rename?.subscriber !== undefined ||
    hiddenMembers !== undefined ||
    shownIds !== undefined ||
    microseconds.length > 0 ||
    erp.hasStrangers ||
    isKeyedByErpId
  return !isOdd && !erp.customers.some((row) => row.isLead) && !(hasLeads && erp.customers.length === 0)
}

function childrenOf(rows: readonly CustomerRow[], { nestedChildren }: Oddities): Map<string, CustomerRow[]> {
  const children = new Map<string, CustomerRow[]>()
  if (nestedChildren === undefined) return children
  const ids = new Set(rows.map(({ erpId }) => erpId))
  for (const row of rows) {
    if (!ids.has(row.parentId)) continue
    children.set(row.parentId, [...(children.get(row.parentId) ?? []), row])
  }
  return children
}

function shortKey(child: CustomerRow, parent: CustomerRow, { nestedChildren }: Oddities): string {
  const prefix = `${parent.billingId}_`
  const isShort = nestedChildren === 'short' && child.billingId.startsWith(prefix)
  return isShort ? child.billingId.slice(prefix.length) : child.billingId
}

function oddPrint(row: CustomerRow, { customerData, hiddenMembers, microseconds = [] }: Oddities): OddPrint {
  return {
    hidden: hiddenMembers,
    isInMicroseconds: microseconds.includes(row.billingId),
    ...(customerData !== undefined && {
      isCustomerData: (id: string) => customerData.ids === 'all' || customerData.ids.includes(id),
    }),
  }
}
