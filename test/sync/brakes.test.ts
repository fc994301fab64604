/** A misunderstanding of thousands of records is held; what it is not about is done (`contracts/userside-api.md` §12.3). */
import { describe, expect, test } from 'bun:test'
import type { Wire } from './plain-billing.ts'
import { KOVAL, problemsOf, type SceneWorld } from './scenes.ts'
import { expectSettled, startPlainWorld } from './world.ts'

function crowd(size: number, recordOf: (index: number) => Wire = () => ({})): Wire {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `s${index}`,
      { ...KOVAL, login: `s${index}`, full_name: `Коваль ${index}`, ...recordOf(index) },
    ]),
  )
}

function namesOf({ userside }: SceneWorld): string[] {
  return Object.values(userside.snapshot().subscribers).map(({ name }) => String(name))
}

async function imported(answers: Wire): Promise<SceneWorld> {
  const world = await startPlainWorld(answers)
  await world.run()
  return world
}

describe('names turned into question marks', () => {
  const broken = crowd(150, (index) => ({ full_name: '????', balance: String(index) }))

  test('for everybody: no name is written, everything else is; --accept-changes lets them pass', async () => {
    const world = await imported({ get_user_list: crowd(150) })
    world.billing.answers['get_user_list'] = broken
    for (let time = 0; time < 3; time += 1) {
      const run = await world.run()
      const { plan } = run
      expect(plan.brakes.map(({ kind, subjects }) => [kind, subjects])).toEqual([['changes', ['name']]])
      expect(problemsOf(run)).toEqual([['change-guard', 1, ['name']]])
      expect(namesOf(world)).not.toContain('????')
      expect(world.userside.snapshot().subscribers['s77']?.['balance']).toBe('77.00')
    }
    const accepted = await world.run({ isChangeAccepted: true })
    expect(accepted.plan.brakes).toEqual([])
    expect(new Set(namesOf(world))).toEqual(new Set(['????']))
    await expectSettled(world)
    await world.stop()
  })

  test('for three: they are written', async () => {
    const world = await imported({ get_user_list: crowd(150) })
    world.billing.answers['get_user_list'] = crowd(150, (index) => (index < 3 ? { full_name: '????' } : {}))
    const { plan } = await world.run()
    expect(plan.brakes).toEqual([])
    expect(namesOf(world).filter((name) => name === '????')).toHaveLength(3)
    await expectSettled(world)
    await world.stop()
  })

  test('a preview says the same, and a run after the billing is mended is a usual one', async () => {
    const world = await imported({ get_user_list: crowd(150) })
    world.billing.answers['get_user_list'] = broken
    const { plan } = await world.preview()
    expect(plan.brakes.map(({ kind }) => kind)).toEqual(['changes'])
    expect(
      plan.comparison.changes.flatMap(({ deltas }) => deltas.map(({ field }) => field.name)),
    ).not.toContain('name')
    world.billing.answers['get_user_list'] = crowd(150)
    await world.run()
    await expectSettled(world)
    await world.stop()
  })
})

describe('a field few hold a value in', () => {
  test('is measured against those who hold one, not against all, also when the run began as a light one', async () => {
    const withNotes = (text: string): Wire => crowd(600, (index) => (index < 150 ? { comment: text } : {}))
    const world = await imported({ get_user_list: withNotes('перша') })
    await world.run()
    world.billing.answers['get_user_list'] = withNotes('друга')
    const { plan } = await world.run()
    expect(plan.brakes.map(({ subjects }) => subjects)).toEqual([['comment']])
    expect(plan.way.kind).toBe('full')
    await world.stop()
  })

  test('is filled for everybody who had none', async () => {
    const world = await imported({ get_user_list: crowd(150) })
    world.billing.answers['get_user_list'] = crowd(150, () => ({ comment: 'нова' }))
    expect((await world.run()).plan.brakes).toEqual([])
    await expectSettled(world)
    await world.stop()
  })
})

describe('creating many beside those that are there', () => {
  test('is held until it is accepted; a first run is free', async () => {
    const world = await imported({ get_user_list: crowd(100) })
    world.billing.answers['get_user_list'] = crowd(160)
    const held = await world.run()
    expect(held.plan.brakes.map(({ kind, subjects }) => [kind, subjects])).toEqual([
      ['creates', ['subscribers']],
    ])
    expect(namesOf(world)).toHaveLength(100)
    await world.run({ isCreateAccepted: true })
    expect(namesOf(world)).toHaveLength(160)
    await expectSettled(world)
    await world.stop()
  })

  test('nobody is created while nobody may be marked absent: both are one misunderstanding', async () => {
    const world = await imported({ get_user_list: crowd(100) })
    world.billing.answers['get_user_list'] = Object.fromEntries(
      Object.entries(crowd(100)).map(([id, record]) => [`0${id}`, record]),
    )
    const { plan } = await world.run()
    expect(plan.brakes.map(({ kind }) => kind)).toEqual(['absent'])
    expect([plan.creates, plan.absent]).toEqual([[], []])
    expect(namesOf(world)).toHaveLength(100)
    await world.stop()
  })
})

describe('a member that the records of UserSide show no more', () => {
  const answers = { get_user_list: crowd(150), get_tariff_list: { a: { id: 'a', name: 'A', payment: '5' } } }
  const held = crowd(150, () => ({ tariff: { current: [{ id: 'a' }] } }))

  test('is not filled again for everybody, run after run; --accept-changes lets it pass', async () => {
    const world = await imported({ ...answers, get_user_list: held })
    const before = world.userside.snapshot()
    world.userside.oddities.hiddenMembers = ['tariff']
    for (let time = 0; time < 3; time += 1) {
      world.passMinutes(61)
      const { plan, writes } = await world.run()
      expect(plan.brakes.map(({ kind, subjects }) => [kind, subjects])).toEqual([['changes', ['tariffs']]])
      expect(writes).toBe(0)
    }
    expect(world.userside.snapshot()).toEqual(before)
    const accepted = await world.run({ isChangeAccepted: true, isFull: true })
    expect(accepted.plan.brakes).toEqual([])
    expect(accepted.writes).toBeGreaterThan(0)
    await world.stop()
  })

  test('is written where it was never shown, as after a first import', async () => {
    const world = await imported(answers)
    world.billing.answers['get_user_list'] = held
    world.passMinutes(61)
    const { plan, done } = await world.run()
    expect(plan.brakes).toEqual([])
    expect(done.fields.tariffs).toBe(150)
    await expectSettled(world)
    await world.stop()
  })
})
