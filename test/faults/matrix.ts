/**
 * Every call of a run, disturbed in every way, once and for good: the run ends with a code that says so, nothing is
 * created twice, nobody is marked absent by mistake, and once the fault is gone the next run brings the state that an
 * undisturbed run would have brought. The matrix is made from the calls a run really sends.
 */
import { describe, expect, test } from 'bun:test'
import { exitCodeOf } from '../../src/commands/frame/exit-codes.ts'
import type { Fault, FaultKind } from '../../src/sandbox/faults.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import type { Snapshot } from '../../src/sandbox/userside/snapshot.ts'
import type { Way } from '../../src/sync/light/light.ts'
import { type Patience, startWorld, type World } from '../sync/world.ts'

type Side = 'billing' | 'userside'

interface Disturbance {
  readonly side: Side
  readonly call: string
  readonly fault: Fault
}

const KINDS: readonly (Pick<Fault, 'kind' | 'status'> & { readonly label: string })[] = [
  { label: 'reset before', kind: 'reset-before' },
  { label: 'reset after it was applied', kind: 'reset-after' },
  { label: '500', kind: 'status', status: 500 },
  { label: '403', kind: 'status', status: 403 },
  { label: 'timeout', kind: 'timeout' },
  { label: 'empty', kind: 'empty' },
  { label: 'HTML', kind: 'html' },
  { label: 'cut body', kind: 'cut' },
  { label: 'ERROR result', kind: 'error-result' },
]

/** What happens in the billing between the run before and the one that is disturbed. */
interface Growth {
  readonly before: Population
  readonly after: Population
}

const GONE = generatePopulation({ size: 2, seed: 99, isHostile: false }).subscribers.map(
  (subscriber, index) => ({ ...subscriber, uid: 90_000 + index, login: `gone${index}` }),
)

const GROWTHS: Readonly<Record<'full' | 'light', Growth>> = {
  // New subscribers, tariffs, houses, names; two are gone. Who is new can only be read in the big list.
  full: grown({ size: 14, newSubscribers: 4, changed: 14, newTariffs: 1, newHouses: 2 }),
  // No new subscribers, nothing that many of the old ones have a share in.
  light: grown({ size: 50, newSubscribers: 0, changed: 5, newTariffs: 0, newHouses: 1 }),
}

interface GrowthOptions {
  readonly size: number
  readonly newSubscribers: number
  readonly changed: number
  readonly newTariffs: number
  readonly newHouses: number
}

function grown(options: GrowthOptions): Growth {
  const after = generatePopulation({ size: options.size, seed: 5 })
  const held = after.subscribers
    .slice(options.newSubscribers)
    .map((subscriber, index) =>
      index < options.changed
        ? { ...subscriber, balance: '7.77', groups: [], tags: [], services: [] }
        : subscriber,
    )
  return {
    before: {
      ...after,
      tariffs: after.tariffs.slice(options.newTariffs).map((tariff) => ({ ...tariff, fee: '1.25' })),
      houses: after.houses.slice(0, -options.newHouses),
      subscribers: [...held, ...GONE],
    },
    after,
  }
}

/**
 * Declares a test for every case.
 * @param isCompareHouse 1: `compare_house`; 0: step by step
 * @param kind of the run that is disturbed
 */
export function declareMatrix(isCompareHouse: 0 | 1, kind: 'full' | 'light'): void {
  const growth = GROWTHS[kind]
  const way = `${kind}, ${isCompareHouse === 1 ? 'compare_house' : 'step by step'}`
  describe(`a run that is disturbed (${way})`, async () => {
    const past = await firstRun(isCompareHouse, growth)
    const { calls, state, way: met } = await undisturbed(past, growth)
    test('is of this kind', () => expect(met).toMatchObject({ kind }))
    test('goes on from a first run that broke no rule', () => {
      expect(past.userside.violations).toEqual([])
      expect(past.userside.runs).toMatchObject([{ isStopped: true }])
    })
    const cases = matrix(calls)
    console.log(`fault matrix (${way}): ${calls.length} calls, ${cases.length} cases`)
    for (const { side, call, fault } of cases) {
      const often = fault.times === 1 ? 'once' : 'always'
      const label = KINDS.find(({ kind, status }) => kind === fault.kind && status === fault.status)?.label
      test(
        `${side} ${call}, ${label}, ${often}`,
        () => survive({ side, call, fault }, past, growth, state),
        20_000,
      )
    }
  })
}

function matrix(calls: readonly (readonly [Side, string])[]): Disturbance[] {
  return calls.flatMap(([side, call]) =>
    KINDS.flatMap(({ kind, status }) =>
      [1, Number.POSITIVE_INFINITY].map((times) => ({
        side,
        call,
        fault: { kind, call, times, ...(status !== undefined && { status }) },
      })),
    ),
  )
}

async function survive(
  { side, call, fault }: Disturbance,
  past: World,
  growth: Growth,
  expected: Snapshot,
): Promise<void> {
  const world = await grownWorld(past, growth)
  try {
    world[side].faults.add(fault)
    const exitCode = await exitCodeOfRun(world)
    expect(world[side].faults.fired.length, 'the fault was met').toBeGreaterThan(0)
    expect(allowed(side, call, fault)).toContain(exitCode)
    expectNothingWrong(world, growth)

    world[side].faults.clear()
    // A create nobody answered for may still be at work: the run after it looks, and leaves it for ten minutes.
    const isCreate = CREATES.has(call)
    expect(isCreate ? [0, 3] : [0]).toContain(await exitCodeOfRun(world))
    if (isCreate) {
      expectNothingWrong(world, growth)
      world.passMinutes(11)
      expect(await exitCodeOfRun(world)).toBe(0)
    }
    expect(world.userside.snapshot()).toEqual(expected)
    const settled = await world.run()
    expect(settled.writes).toBe(0)
    expectNothingWrong(world, growth)
    expect(world.userside.violations).toEqual([])
    expect(world.userside.runs.every(({ isStopped }) => isStopped || MAY_STAY_OPEN.includes(call))).toBe(true)
  } finally {
    await world.stop()
  }
}

function expectNothingWrong(world: World, { after }: Growth): void {
  const present = new Set(after.subscribers.map(({ login }) => login))
  const { duplicates, subscribers } = world.userside.snapshot()
  expect(duplicates).toEqual([])
  for (const [id, subscriber] of Object.entries(subscribers)) {
    if (present.has(id)) expect(subscriber['isInBilling'], `${id} is not marked absent`).toBe(true)
  }
}

/** Calls whose failure ends a run, on either side (billing §2, UserSide §2). */
const FATAL = {
  billing: [
    'get_system_information',
    'get_tariff_list',
    'get_user_list',
    'get_city_list',
    'get_street_list',
    'get_house_list',
  ],
  userside: [
    'module/get_system_information',
    'usm_billing/set_start_info',
    'usm_billing/get_settings',
    'module/get_tariff_list',
    'module/get_city_list',
    'module/get_street_list',
    'module/get_house_list',
    'module/get_user_list',
    'address/compare_house',
  ],
} as const

/** When these are disturbed the ERP may think that a run never ended. */
const MAY_STAY_OPEN = ['usm_billing/set_start_info', 'usm_billing/set_stop_info']

/** Calls that create: sent once, whatever becomes of them. */
const CREATES: ReadonlySet<string> = new Set([
  'tariff/add',
  'address/add_city',
  'address/add_street',
  'address/add_house',
  'customer/add_group',
  'customer/add_tag',
  'service/add',
  'customer/group_add',
])

/** Calls whose answer nobody waits for. */
const BEST_EFFORT = ['usm_billing/system_operation', 'usm_billing/set_stop_info']

/** Without its answer everything is compared. */
const DISPENSABLE = 'module/get_user_crc_billing_list'

function allowed(side: Side, call: string, { kind, status, times }: Fault): readonly number[] {
  const failure = side === 'billing' ? 5 : 6
  if (BEST_EFFORT.includes(call) || call === DISPENSABLE) return [0]
  const isFatal = (FATAL[side] as readonly string[]).includes(call)
  const isFinal = status === 403 || isFinalKind(side, kind)
  if (times === 1 && !isFinal) return CREATES.has(call) ? [0, 3] : [0]
  if (side === 'userside' && status === 403) return isFatal || !call.startsWith('module/') ? [failure] : [3]
  if (isFatal) return kind === 'error-result' && call === 'address/compare_house' ? [failure, 3] : [failure]
  // What a lost or refused write leaves undone, or a list that could not be read, is told; when nothing at all can be
  // written, that is UserSide's failure.
  return side === 'userside' ? [0, 3, 6] : [0, 3]
}

/** Answers that are not asked for again: a login page and a refusal mean what they say. */
function isFinalKind(side: Side, kind: FaultKind): boolean {
  return kind === 'error-result' || (side === 'billing' && kind === 'html')
}

async function exitCodeOfRun(world: World): Promise<number> {
  try {
    const { problems, plan } = await world.run()
    return plan.brakes.length > 0 ? 7 : problems.isPartial ? 3 : 0
  } catch (error) {
    return exitCodeOf(error)
  }
}

const PATIENCE: Patience = { timeoutSec: 30, retries: 1, isTimeSkipped: true }

/** The world every case goes on from: the billing as it was before, and a run. */
async function firstRun(isCompareHouse: 0 | 1, { before }: Growth): Promise<World> {
  const settings = { is_new_house_billing_compare: isCompareHouse }
  const world = await startWorld({ population: before }, { settings }, PATIENCE)
  await world.run()
  await world.stop()
  return world
}

async function grownWorld(past: World, { after }: Growth): Promise<World> {
  return startWorld({ population: after }, { settings: past.userside.settings }, PATIENCE, past)
}

async function undisturbed(
  past: World,
  growth: Growth,
): Promise<{ calls: readonly (readonly [Side, string])[]; state: Snapshot; way: Way }> {
  const world = await grownWorld(past, growth)
  try {
    const { plan } = await world.run()
    const billing = new Set(world.billing.requests.map(({ method }) => method))
    const userside = new Set(world.userside.requests.map(({ call }) => call))
    return {
      calls: [
        ...[...billing].map((call) => ['billing', call] as const),
        ...[...userside].map((call) => ['userside', call] as const),
      ],
      state: world.userside.snapshot(),
      way: plan.way,
    }
  } finally {
    await world.stop()
  }
}
