/**
 * Digests of a record and of what comparing depends on. Where a subscriber and all of that are what they were when the
 * subscriber was found to agree with its record, it agrees with it still, and only hot fields are compared.
 */
import { createHash } from 'node:crypto'
import type { Named } from '../../model/catalogue.ts'
import type { Customer, HeldName } from '../../model/customer.ts'
import { type Directory, itemsOf } from '../../model/directory.ts'
import { Hash } from '../../model/hash.ts'
import { plainText } from '../../model/text.ts'
import type { HousePlan } from '../addresses/houses.ts'
import type { SyncContext } from '../fields/context.ts'
import type { NameMatch } from '../fields/name-match.ts'
import { type Creations, isReference, type ReferenceKind, reference } from '../fields/reference.ts'
import type { Source } from '../read/source.ts'
import type { Target } from '../read/target.ts'

const hash = new Hash()

/** What stands beside a record in the memory. */
export interface RecordMarks {
  readonly crc: string
  readonly agreed: number
}

/** Digest of a record as it is remembered; never 0. */
export function recordDigest(customer: Customer, { crc, agreed }: RecordMarks): number {
  const { address, nextTariff } = customer
  hash
    .add(crc)
    .add(agreed)
    .add(customer.erpId)
    .add(customer.isInBilling)
    .add(customer.isFormer)
    .add(customer.login)
    .add(customer.fullName)
    .add(customer.accountNumber)
    .add(customer.comment)
    .add(customer.credit)
    .add(customer.discount)
    .add(customer.isCorporate)
    .add(customer.parentErpId)
    .add(customer.stateId)
    .add(customer.connectedOn)
    .add(customer.agreementNumber)
    .add(customer.agreementDate)
    .add(nextTariff?.id)
    .add(nextTariff?.startDate)
    .add(address.houseId)
    .add(address.apartment)
    .add(address.floor)
    .add(address.entrance)
    .addAll(customer.tariffs)
    .addAll(customer.phones)
    .addAll(customer.emails)
    .addAll(customer.groupIds)
    .addAll(customer.tagIds)
    .add(customer.ipMacs.length)
  for (const { ip, mac } of customer.ipMacs) hash.add(ip).add(mac)
  hash.add(customer.services.size)
  for (const [id, { cost, comment }] of customer.services) hash.add(id).add(cost).add(comment)
  hash.add(customer.additionalData.size)
  for (const [id, value] of customer.additionalData) hash.add(id).add(value)
  return hash.take() || 1
}

/** What a run makes in UserSide that comparing depends on. */
export interface MadeAfterwards {
  /** Names of what was to be created. */
  readonly catalogue: Readonly<Record<CatalogueName, readonly string[]>>
  readonly creations: Creations
}

type CatalogueName = 'groups' | 'tags' | 'services'

const KINDS = [
  ['groups', 'group'],
  ['tags', 'tag'],
  ['services', 'service'],
] as const satisfies readonly (readonly [CatalogueName, ReferenceKind])[]

/**
 * Digest of what the lists of both sides say, and where the houses stand: as a run finds it, or, with what was made
 * meanwhile, as the next one will if nobody else does anything.
 */
export function contextDigest(
  source: Source,
  target: Target,
  houses: HousePlan | undefined,
  names: Pick<SyncContext, CatalogueName>,
  made?: MadeAfterwards,
): string {
  const { parts, additionalFields } = source.subscribers.exported
  const namesOf = (list: Directory<Named>): unknown =>
    list.state === 'available' && [...list.items.values()].map(({ id, name }) => [id, name])
  const said = [
    [...parts].sort(),
    [source.additionalFields.state, ...[...additionalFields].sort()],
    [source.tariffs, source.groups, source.tags, source.services].map(namesOf),
    source.states.state === 'available' && [...source.states.items],
    KINDS.map(([list, kind]) => heldNames(target[list], kind, made?.catalogue[list] ?? [], made?.creations)),
    KINDS.map(([list]) => recalledNames(names[list])),
    houses && houseIds(houses, made?.creations),
  ]
  return createHash('md5').update(JSON.stringify(said)).digest('hex')
}

/** UserSide's entries, those with them that were made. One that could not be made stands there without an id. */
function heldNames(
  list: Directory<HeldName>,
  kind: ReferenceKind,
  wanted: readonly string[],
  creations: Creations | undefined,
): unknown {
  const held = Array.from(itemsOf(list).values(), ({ erpId, name }) => [erpId, plainText(name)])
  const made = wanted.map((name) => [creations?.erpIdOf(reference(kind, name)) ?? '', plainText(name)])
  return [list.state, [...held, ...made].map(String).sort()]
}

/** Names that stand for something UserSide lists otherwise, or for nothing; those about to be made are told apart. */
function recalledNames(names: NameMatch | undefined): unknown {
  return [...(names?.recalled ?? [])].filter(([, erpId]) => !isReference(erpId))
}

/** Where each house stands; nowhere a house that is not there, whyever. */
function houseIds({ erpIds, missing, refused, held }: HousePlan, creations: Creations | undefined): unknown {
  const absent = [...missing, ...refused, ...held].map(({ id }) => {
    return [id, creations?.erpIdOf(reference('house', id)) ?? '']
  })
  return [...erpIds, ...absent].map(String).sort()
}
