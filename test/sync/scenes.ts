/** A scene: a first import, something happening, and the run whose outcome is looked at. */
import { expect } from 'bun:test'
import * as v from 'valibot'
import { syncOptionsOf } from '../../src/commands/frame/sync-options.ts'
import { ConfigSchema } from '../../src/config/schema.ts'
import type { Settings } from '../../src/sandbox/userside/run-log.ts'
import type { UsersideOptions } from '../../src/sandbox/userside.ts'
import type { SyncOptions } from '../../src/sync/fields/options.ts'
import type { Answers, PlainBilling, Wire } from './plain-billing.ts'
import { expectSettled, startPlainWorld, type World, type WorldRun } from './world.ts'

export type SceneWorld = World<PlainBilling>

export interface Scene {
  /** What the first run imports with the default configuration; nothing when left out: the run is the first. */
  readonly first?: Answers
  /** What somebody does in UserSide meanwhile. */
  readonly byHand?: (world: SceneWorld) => void
  /** What the billing says in the run that is looked at. */
  readonly now: Answers
  readonly userside?: UsersideOptions
  /** The same in a further run: what was done is done. Default true. */
  readonly settles?: boolean
  readonly look: (world: SceneWorld, run: WorldRun | Error) => unknown
}

/** A subscriber with everything a billing says of one. */
export const KOVAL: Wire = {
  login: 'koval',
  full_name: 'Коваль Ірина',
  account_number: '1042',
  balance: '10',
  state_id: 5,
}

/** The list of subscribers with one of them. */
export function only(record: Wire, others: Answers = {}): Answers {
  return { get_user_list: { koval: { ...KOVAL, ...record } }, ...others }
}

const REQUIRED = {
  billingUrl: 'http://billing.example/?key=k',
  billingId: 1,
  usersideUrl: 'http://userside.example',
  usersideApiKey: 'key',
}

/** A configuration as an operator writes it, in the words of a run. */
export function optionsOf(configuration: Record<string, unknown>): SyncOptions {
  const config = v.parse(ConfigSchema, { ...REQUIRED, ...configuration })
  return syncOptionsOf(
    { ...config, statePath: 'log' },
    {
      isAbsenceAccepted: false,
      isCreateAccepted: false,
      isChangeAccepted: false,
      isFull: false,
    },
  )
}

/** Plays a scene and gives what is seen in it. */
export async function play(
  scene: Scene,
  configuration: Record<string, unknown>,
  settings: Partial<Settings> = {},
): Promise<unknown> {
  const options = optionsOf(configuration)
  const world = await startPlainWorld(scene.first ?? {}, {
    now: () => new Date('2026-11-23T10:00:00Z'),
    ...scene.userside,
    settings,
  })
  try {
    if (scene.first !== undefined) await world.run(optionsOf({}))
    scene.byHand?.(world)
    world.userside.forgetRequests()
    Object.assign(world.billing.answers, scene.now)
    const run = await world.run(options).catch((error: unknown) => {
      if (error instanceof Error) return error
      throw error
    })
    const seen = scene.look(world, run)
    if (!(run instanceof Error) && scene.settles !== false) await expectSettled(world, options)
    expect(world.userside.violations).toEqual([])
    return seen
  } finally {
    await world.stop()
  }
}

/** A column of the one subscriber's snapshot. */
export function seen(column: string): Scene['look'] {
  return ({ userside }) => userside.snapshot().subscribers['koval']?.[column]
}

/** What a run met, as code, count and examples, but for the fields these small billings do not have. */
export function problemsOf(run: WorldRun | Error): unknown {
  if (run instanceof Error) return run
  const met = run.problems.list().filter(({ code }) => code !== 'fields-not-exported')
  return met.map(({ code, count, sample }) => [code, count, sample])
}
