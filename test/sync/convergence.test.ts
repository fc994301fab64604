import { afterAll, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dialects } from '../../src/sandbox/dialects/dialects.ts'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import { seededRandom } from '../../src/sandbox/random.ts'
import type { CustomerRow } from '../../src/sandbox/userside/erp-rows.ts'
import type { WireForm } from '../../src/sandbox/userside/wire-form.ts'
import { plannedChanges } from '../../src/sync/decide/planned-changes.ts'
import type { SyncOptions } from '../../src/sync/fields/options.ts'
import { expectedAfter } from './expected-state.ts'
import { type MemoryJournal, policies, SAFETY, startWorld, type World, type WorldRun } from './world.ts'

/** Billings that print the same population in very different words. */
const PRODUCTS = {
  ubilling: { ...dialects.ubilling, isPoor: true },
  generic: { ...dialects.generic, isPoor: false },
} as const
type ProductName = keyof typeof PRODUCTS

const FIELDS = new Map([
  [1, '61'],
  [2, '62'],
  [3, '63'],
])

const OPTIONS: Partial<SyncOptions> = {
  additionalFields: new Map([...FIELDS].map(([id, erpField]) => [String(id), erpField])),
  isMessageImported: true,
  policies: policies({ password: 'mirror' }),
  safety: { ...SAFETY, maxAbsentPercent: 100, maxAbsentCount: 0 },
}

interface Scene {
  readonly product: ProductName
  readonly isCompareHouse: boolean
  readonly isShort: boolean
  readonly form: Partial<WireForm>
  /** Seed of what somebody does in UserSide between the two runs. */
  readonly hand: number
  readonly first: { readonly size: number; readonly seed: number }
  readonly second:
    | { readonly size: number; readonly seed: number }
    | { readonly changes: number; readonly seed: number }
}

const seed = fc.integer({ min: 1, max: 1_000_000 })
const size = fc.integer({ min: 0, max: 40 })
const scenes: fc.Arbitrary<Scene> = fc.record({
  product: fc.constantFrom<ProductName[]>('ubilling', 'generic'),
  isCompareHouse: fc.boolean(),
  isShort: fc.boolean(),
  hand: seed,
  form: fc.record({
    idKey: fc.constantFrom('userside_id', 'erp_id'),
    isEncoded: fc.boolean(),
    areIdsEncoded: fc.boolean(),
    areNumbersTexts: fc.boolean(),
    emptyList: fc.constantFrom('{}', '[]', 'null'),
    isSparse: fc.boolean(),
    hasNextTariffDate: fc.constant(true),
    areHousesHashedEncoded: fc.boolean(),
  }),
  first: fc.record({ size, seed }),
  second: fc.oneof(fc.record({ size, seed }), fc.record({ changes: fc.integer({ min: 1, max: 60 }), seed })),
})

const running = new Set<World>()
afterAll(() => Promise.all([...running].map((world) => world.stop())))

async function inScene(
  scene: Scene,
  play: (world: World, populations: Population[]) => Promise<void>,
): Promise<void> {
  const isRich = scene.product === 'generic'
  const first = generatePopulation({ ...scene.first, isRich })
  const second =
    'changes' in scene.second ? evolve(first, scene.second) : generatePopulation({ ...scene.second, isRich })
  const world = await startWorld(
    { dialect: scene.product, population: first },
    {
      form: scene.form,
      settings: {
        is_new_house_billing_compare: Number(scene.isCompareHouse),
        address_compare_format: Number(scene.isShort),
      },
    },
  )
  running.add(world)
  try {
    await play(world, [first, second])
  } finally {
    running.delete(world)
    await world.stop()
  }
}

/** Somebody at UserSide writes over what he pleases, and adds what the billing knows nothing of. */
function editByHand({ userside: { erp } }: World, seed: number): void {
  const random = seededRandom(seed)
  erp.groups.set('9001', { erpId: '9001', name: 'from UserSide' })
  erp.tags.set('9002', { erpId: '9002', name: 'from UserSide' })
  erp.services.set('9003', { erpId: '9003', name: 'from UserSide', cost: '5' })
  const houses = [...erp.houses.keys()]
  const tariffs = [...erp.tariffs.values()].map(({ billingId }) => billingId)
  const edits: readonly ((row: CustomerRow) => void)[] = [
    (row) =>
      Object.assign(row, {
        name: 'Хтось',
        comment: "не чіпати / 'важливо'",
        balance: '1.23',
        credit: '0.10',
      }),
    (row) =>
      Object.assign(row, { login: '', accountNumber: '7', agreementNumber: 'рука', agreementDate: '' }),
    (row) => Object.assign(row, { isInBilling: false }),
    (row) => Object.assign(row, { phones: ['', '111', '', '222'] }),
    (row) =>
      Object.assign(row, {
        houseId: houses[random.int(houses.length)] ?? '',
        apartment: '9',
        floor: '',
        entrance: '77',
      }),
    (row) => Object.assign(row, { houseId: '', apartment: '', floor: 'x', entrance: '' }),
    (row) => Object.assign(row, { tariffs: tariffs.slice(0, random.int(3)), nextTariff: undefined }),
    (row) =>
      Object.assign(row, {
        devices: [
          { ip: -1, mac: '02aabbccdd99' },
          { ip: 3_232_235_777, mac: '' },
        ],
      }),
    (row) => Object.assign(row, { stateId: '9', isDisabled: true, isCorporate: true, discount: '7' }),
    (row) => Object.assign(row, { activity: '', trafficUp: '5', connectedOn: '', email: 'hand@example.net' }),
    (row) => void row.groups.add('9001'),
    (row) => void row.tags.clear(),
    (row) => void row.tags.set('9002', ''),
    (row) => void row.services.set('9003', { cost: '1', comment: "з'їзд" }),
    (row) => void row.additionalData.set('61', 'рука').set('900', 'рука'),
  ]
  for (const row of erp.customers) {
    for (let turn = random.int(4); turn > 0; turn -= 1) edits[random.int(edits.length)]?.(row)
    erp.touch(row)
  }
}

/** What UserSide ought to hold once a run has seen this population. */
function foretell({ userside }: World, scene: Scene, population: Population) {
  return expectedAfter(userside.snapshot(), population, {
    product: PRODUCTS[scene.product],
    isCompareHouse: scene.isCompareHouse,
    fields: FIELDS,
    withPasswords: true,
    slots: (id) => [...(userside.erp.customerOf(id)?.phones ?? [])],
    lastMessageId: userside.settings.last_msg_id,
  })
}

describe('any billing, any earlier state of UserSide', () => {
  test('one run ends in the state the billing describes, and the next one writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        await inScene(scene, async (world, populations) => {
          for (const [index, population] of populations.entries()) {
            if (index > 0) editByHand(world, scene.hand)
            world.billing.setPopulation(population)
            const expected = foretell(world, scene, population)
            await world.run(OPTIONS)
            expect(world.userside.violations).toEqual([])
            expect(world.billing.violations).toEqual([])
            expect(world.userside.snapshot()).toEqual(expected)
            const again = await world.run(OPTIONS)
            expect(again.writes).toBe(0)
          }
        })
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('a preview posts nothing but the question for settings, and foresees what the run then does', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        await inScene(scene, async (world, populations) => {
          for (const population of populations) {
            world.billing.setPopulation(population)
            world.userside.forgetRequests()
            const before = world.userside.snapshot()
            world.userside.isWriteForbidden = true
            const foreseen = await world.preview(OPTIONS)
            world.userside.isWriteForbidden = false
            expect(world.userside.violations).toEqual([])
            expect(postsOf(world)).toEqual(['usm_billing/get_settings'])
            expect(world.userside.snapshot()).toEqual(before)

            world.journal.lots.length = 0
            const carriedOut = await world.run(OPTIONS)
            expect(plannedOf(foreseen)).toEqual(writtenIn(world.journal))
            expect(foreseen.done).toEqual(carriedOut.done)
          }
        })
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

function postsOf({ userside }: World): string[] {
  return userside.requests.filter(({ method }) => method === 'POST').map(({ call }) => call)
}

/** `subscriber petrenko balance` of every change a plan names. */
function plannedOf({ plan }: WorldRun): string[] {
  return [...plannedChanges(plan)].map(({ entity, id, field }) => `${entity} ${id} ${field}`).sort()
}

/** The same of every change a run wrote; cities and streets come with the houses in them. */
function writtenIn(journal: MemoryJournal): string[] {
  const written = journal.lots.flatMap(({ changes }) =>
    changes.flatMap(({ entity, id, action, fields }) =>
      action === 'create'
        ? [`${entity} ${id} created`]
        : fields.map(({ field }) => `${entity} ${id} ${field}`),
    ),
  )
  return written.filter((change) => !/^house (?:city|street) /.test(change)).sort()
}
