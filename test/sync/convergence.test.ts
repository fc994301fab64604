import { afterAll, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dialects } from '../../src/sandbox/dialects/dialects.ts'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import type { WireForm } from '../../src/sandbox/userside/wire-form.ts'
import { plannedChanges } from '../../src/sync/changes.ts'
import type { SyncOptions } from '../../src/sync/options.ts'
import { expectedAfter } from './expected-state.ts'
import { type MemoryJournal, policies, startWorld, type World, type WorldRun } from './world.ts'

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
  safety: { maxAbsentPercent: 100, maxAbsentCount: 0 },
}

interface Scene {
  readonly product: ProductName
  readonly isCompareHouse: boolean
  readonly isShort: boolean
  readonly form: Partial<WireForm>
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
          for (const population of populations) {
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
      { numRuns: 60 },
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
      { numRuns: 40 },
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
