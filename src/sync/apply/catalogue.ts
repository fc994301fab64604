/** Creates the groups, tags and services subscribers use, and mends list prices (§7). */
import type { HeldName, ServiceOffer } from '../../model/customer.ts'
import { formatDecimal } from '../../model/decimal.ts'
import { type Directory, itemsOf } from '../../model/directory.ts'
import { plainText } from '../../model/text.ts'
import type { WriteResult } from '../../userside/userside.ts'
import type { CataloguePlan, ServicePrice } from '../decide/prepare.ts'
import type { Creations, ReferenceKind } from '../fields/reference.ts'
import { changeOnce, createOnce, forEach, type Writer } from './writer.ts'

/** Fills `creations` with the ERP's ids of what was created. */
export async function applyCatalogue(
  writer: Writer,
  plan: CataloguePlan,
  creations: Creations,
): Promise<void> {
  const { userside } = writer
  const ways: readonly [Exclude<ReferenceKind, 'house' | 'subscriber'>, readonly string[], Way][] = [
    ['group', plan.groups, { add: (name) => userside.addGroup(name), list: () => userside.groups() }],
    ['tag', plan.tags, { add: (name) => userside.addTag(name), list: () => userside.tags() }],
    ['service', plan.services, { add: (name) => userside.addService(name), list: () => userside.services() }],
  ]
  for (const [kind, names, way] of ways) {
    await forEach(writer, names, async (name) => {
      const made = await createOnce(
        writer,
        { kind, key: name, name },
        () => way.add(name),
        async () => find(await way.list(), name),
      )
      if (made.kind === 'made') creations.add(kind, name, made.erpId)
    })
  }
  await forEach(writer, plan.prices, (price) => applyPrice(writer, price, creations))
}

interface Way {
  add(name: string): Promise<WriteResult<string>>
  list(): Promise<Directory<HeldName>>
}

function find(list: Directory<HeldName>, name: string): string | undefined {
  return [...itemsOf(list).values()].find((held) => plainText(held.name) === name)?.erpId
}

async function applyPrice(writer: Writer, price: ServicePrice, creations: Creations): Promise<void> {
  const erpId = creations.erpIdOf(price.erpId)
  if (erpId === undefined) return
  const [from, to] = [formatDecimal(price.from, 2), formatDecimal(price.to, 2)]
  const fields = [{ field: 'cost', before: price.from, after: price.to, from, to }]
  await changeOnce(
    writer,
    { entity: 'service', id: price.name, erpId, action: 'update', fields },
    () => writer.userside.editService(erpId, to),
    async () => costOf(await writer.userside.services(), erpId) === price.to,
  )
}

function costOf(list: Directory<ServiceOffer>, erpId: string): number | undefined {
  return [...itemsOf(list).values()].find((offer) => offer.erpId === erpId)?.cost
}
