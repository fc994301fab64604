/** Creates the groups, tags and services subscribers use, and mends list prices (§7). */

import type { HeldName } from '../../model/customer.ts'
import { formatDecimal } from '../../model/decimal.ts'
import type { Directory } from '../../model/directory.ts'
import { plainText } from '../../model/text.ts'
import type { WriteResult } from '../../userside/userside.ts'
import type { CataloguePlan, ServicePrice } from '../prepare.ts'
import { type ReferenceKind, reference, resolveReference } from '../reference.ts'
import { createOnce, creation, journalled, reportLost, reportRefused, type Writer } from './writer.ts'

/** Fills `created` with the ERP's ids of what was created. */
export async function applyCatalogue(
  writer: Writer,
  plan: CataloguePlan,
  created: Map<string, string>,
): Promise<void> {
  const { userside } = writer
  await createNames(
    writer,
    'group',
    plan.groups,
    created,
    (name) => userside.addGroup(name),
    () => userside.groups(),
  )
  await createNames(
    writer,
    'tag',
    plan.tags,
    created,
    (name) => userside.addTag(name),
    () => userside.tags(),
  )
  await createNames(
    writer,
    'service',
    plan.services,
    created,
    (name) => userside.addService(name),
    () => userside.services(),
  )
  for (const price of plan.prices) await applyPrice(writer, price, created)
}

async function createNames(
  writer: Writer,
  kind: Exclude<ReferenceKind, 'house'>,
  names: readonly string[],
  created: Map<string, string>,
  add: (name: string) => Promise<WriteResult<string>>,
  list: () => Promise<Directory<HeldName>>,
): Promise<void> {
  for (const name of names) {
    const erpId = await createOnce(
      writer,
      `${kind} ${name}`,
      creation(kind, name, name),
      () => add(name),
      async () => find(await list(), name),
    )
    if (erpId !== undefined) created.set(reference(kind, name), erpId)
  }
}

function find(list: Directory<HeldName>, name: string): string | undefined {
  if (list.state === 'unavailable') return undefined
  return [...list.items.values()].find((held) => plainText(held.name) === name)?.erpId
}

async function applyPrice(
  writer: Writer,
  price: ServicePrice,
  created: ReadonlyMap<string, string>,
): Promise<void> {
  const erpId = resolveReference(price.erpId, created)
  if (erpId === undefined) return
  const [from, to] = [formatDecimal(price.from, 2), formatDecimal(price.to, 2)]
  const fields = [{ field: 'cost', before: price.from, after: price.to, from, to }]
  const change = { entity: 'service' as const, id: price.name, erpId, action: 'update' as const, fields }
  // Sending a price twice is harmless: what is lost is simply compared again next run.
  const result = await journalled(writer, [change], () => writer.userside.editService(erpId, to))
  if (result.kind === 'refused') reportRefused(writer, `service ${price.name}`, result.message)
  if (result.kind === 'lost') reportLost(writer, `service ${price.name}`, result.message)
}
