/** A run for some subscribers: they and what they need, and nothing and nobody else. */
import { describe, expect, test } from 'bun:test'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { UnknownSubscriber } from '../../src/sync/compare/selection.ts'
import type { Wire } from './plain-billing.ts'
import { KOVAL, optionsOf } from './scenes.ts'
import { expectSettled, startPlainWorld, startWorld, type World, type WorldRun } from './world.ts'

const TOWN = generatePopulation({ size: 60, seed: 11 })

/** The same people, every one of them with another balance and comment. */
const CHANGED = {
  ...TOWN,
  subscribers: TOWN.subscribers.map((one) => ({ ...one, balance: '-7.00', comment: `new ${one.login}` })),
}

function loginAt(index: number): string {
  return TOWN.subscribers[index]?.login ?? ''
}

const failure = (run: Promise<WorldRun>): Promise<unknown> =>
  run.then(
    () => undefined,
    (error) => error,
  )

/** Everything UserSide holds of everybody but these. */
function others(world: Pick<World, 'userside'>, ids: readonly string[]): Record<string, unknown> {
  const { subscribers } = world.userside.snapshot()
  return Object.fromEntries(Object.entries(subscribers).filter(([id]) => !ids.includes(id)))
}

describe('a run for some subscribers', () => {
  test('into an empty UserSide creates them and what they need, and the full run after it converges', async () => {
    const world = await startWorld({ population: TOWN })
    const only = [3, 7, 20, 22, 23].map(loginAt)
    const few = await world.run({ only })
    const chosen = TOWN.subscribers.filter(({ login }) => only.includes(login))
    const state = world.userside.snapshot()
    expect(Object.keys(state.subscribers).sort()).toEqual([...only].sort())
    expect(few.done.subscribers).toMatchObject({ created: 5, absent: 0, unmanaged: 0, failed: 0 })
    const needed = chosen
      .flatMap(({ tariffs, nextTariff: next }) => [...tariffs, ...(next ? [next.tariffId] : [])])
      .map((id) => TOWN.tariffs.find((tariff) => tariff.id === id)?.name ?? '')
    expect(Object.keys(state.tariffs).sort()).toEqual([...new Set(needed)].sort())
    expect(new Set(needed).size).toBeLessThan(TOWN.tariffs.length)
    expect(state.houses.length).toBeLessThanOrEqual(5)
    expect((await world.run({ only })).writes).toBe(0)

    await world.run()
    const calm = await startWorld({ population: TOWN })
    await calm.run()
    expect(world.userside.snapshot()).toEqual(calm.userside.snapshot())
    await expectSettled(world)
    await calm.stop()
    await world.stop()
  })

  test('touches nobody else, of whom everything differs; light runs before and after it stay right', async () => {
    const world = await startWorld({ population: TOWN })
    await world.run()
    expect((await world.run()).plan.way.kind).toBe('light')
    world.billing.setPopulation(CHANGED)
    const only = [loginAt(1), loginAt(9)]
    const before = others(world, only)
    const { done, plan } = await world.run({ only })
    expect(plan.way.kind).toBe('full')
    expect(others(world, only)).toEqual(before)
    expect(done.subscribers).toMatchObject({ created: 0, updated: 2, absent: 0, unmanaged: 0 })
    for (const id of only)
      expect(world.userside.snapshot().subscribers[id]).toMatchObject({ comment: `new ${id}` })

    const whole = await world.run({ isChangeAccepted: true })
    expect(whole.done.subscribers.updated).toBe(TOWN.subscribers.length - 2)
    await expectSettled(world, { isChangeAccepted: true })
    await world.stop()
  })

  test('marks who of them is gone, and nobody else who is gone too; brings back who of them is back', async () => {
    const world = await startWorld({ population: TOWN })
    await world.run()
    world.billing.setPopulation({ ...TOWN, subscribers: TOWN.subscribers.slice(8) })
    const gone = [loginAt(6), loginAt(7)]
    const { done } = await world.run({ only: gone })
    expect(done.subscribers.absent).toBe(2)
    const absent = (): string[] =>
      Object.entries(world.userside.snapshot().subscribers)
        .filter(([, one]) => one['isInBilling'] === false)
        .map(([id]) => id)
    expect(absent().sort()).toEqual([...gone].sort())
    world.billing.setPopulation(TOWN)
    expect((await world.run({ only: [loginAt(6)] })).done.subscribers.returned).toBe(1)
    expect(absent()).toEqual([loginAt(7)])
    await world.run()
    await expectSettled(world)
    await world.stop()
  })

  test('sends no messages: UserSide would take those of the others for sent', async () => {
    const world = await startWorld({ population: TOWN })
    const isMessageImported = true
    await world.run({ only: [loginAt(2)], isMessageImported })
    expect(world.userside.snapshot().messages).toEqual([])
    await world.run({ isMessageImported })
    const calm = await startWorld({ population: TOWN })
    await calm.run({ isMessageImported })
    expect(world.userside.snapshot().messages).toEqual(calm.userside.snapshot().messages)
    await calm.stop()
    await expectSettled(world, { isMessageImported })
    await world.stop()
  })

  test('leaves alone whom the filter leaves alone, and says so', async () => {
    const world = await startPlainWorld({ get_user_list: { a: { ...KOVAL, login: 'a', group: [3] } } })
    const options = { ...optionsOf({ filter: { exclude: { groups: [3] } } }), only: ['a'] }
    const { problems, writes } = await world.run(options)
    expect([writes, problems.list().map(({ code }) => code)]).toEqual([
      0,
      expect.arrayContaining(['selected-unmanaged']),
    ])
    await expectSettled(world, options)
    await world.stop()
  })
})

describe('a subscriber is named', () => {
  const people: Wire = {
    101: { ...KOVAL, login: 'koval', agreement: [{ number: 'Д-1/20' }], account_number: '7001' },
    102: { ...KOVAL, login: 'lys', agreement: [{ number: 'A-2' }], account_number: '7002' },
    103: { ...KOVAL, login: '101', agreement: [{ number: 'A-2' }], account_number: '7003' },
    104: { ...KOVAL, login: "o'neil", agreement: [{ number: '102x' }], account_number: '7002' },
  }

  test.each([
    ['its id', '101', '101'],
    ['its login', 'lys', '102'],
    ['its login with an apostrophe', "o'neil", '104'],
    ['its agreement number', 'Д-1/20', '101'],
    ['its account number', '7003', '103'],
  ])('by %s', async (_, word, id) => {
    const world = await startPlainWorld({ get_user_list: people })
    await world.run({ only: [word] })
    expect(Object.keys(world.userside.snapshot().subscribers)).toEqual([id])
    await expectSettled(world, { only: [word] })
    await world.stop()
  })

  test.each([
    ['nobody has', 'kovall', 'Neither the billing nor UserSide knows "kovall"; did you mean "koval"?'],
    ['nobody has, nor anything near', 'zzzzzzzz', 'Neither the billing nor UserSide knows "zzzzzzzz".'],
    ['several have as agreement', 'A-2', '2 subscribers have the agreement number "A-2": 102, 103.'],
    ['several have as account', '7002', '2 subscribers have the account number "7002": 102, 104.'],
    ['is nothing', '0', 'Neither the billing nor UserSide knows "0"; did you mean "101"?'],
  ])('never by what %s: nothing is written', async (_, word, sentence) => {
    const world = await startPlainWorld({ get_user_list: people })
    const error = await failure(world.run({ only: ['101', word] }))
    expect(error).toBeInstanceOf(UnknownSubscriber)
    expect(error).toMatchObject({ code: 'usage', message: sentence })
    expect(world.userside.counts.writes).toBe(0)
    await expectSettled(world, { only: [] })
    await world.stop()
  })

  test('by what only UserSide knows of one who is gone', async () => {
    const world = await startPlainWorld({ get_user_list: people })
    await world.run()
    const { 102: gone, ...left } = people
    Object.assign(world.billing.answers, { get_user_list: left })
    const { done } = await world.run({ only: ['lys'] })
    expect([gone !== undefined, done.subscribers.absent]).toEqual([true, 1])
    await expectSettled(world)
    await world.stop()
  })

  test('though it cannot be read: it is there, and nothing is done to it', async () => {
    const world = await startPlainWorld({ get_user_list: { a: { ...KOVAL, login: 'a' }, b: 'broken' } })
    expect(await failure(world.run({ only: ['b'] }))).toBeUndefined()
    expect(world.userside.counts.writes).toBe(0)
    await world.stop()
  })
})

describe('the filter by logins', () => {
  const people: Wire = Object.fromEntries(
    ['test1', 'test-2', 'TEST3', 'fiz.1', 'fizz1', 'юр_лис'].map((login) => [login, { ...KOVAL, login }]),
  )

  test.each([
    [{ include: { logins: ['test*'] } }, ['test-2', 'test1']],
    [{ include: { logins: ['*1'] } }, ['fiz.1', 'fizz1', 'test1']],
    [{ include: { logins: ['fiz.1'] } }, ['fiz.1']],
    [{ exclude: { logins: ['*'] } }, []],
    [{ exclude: { logins: ['t*', 'f*z*'] } }, ['TEST3', 'юр_лис']],
    [{ include: { logins: ['*_лис', 'TEST3'] } }, ['TEST3', 'юр_лис']],
  ])('%p', async (filter, ids) => {
    const world = await startPlainWorld({ get_user_list: people })
    await world.run(optionsOf({ filter }))
    expect(Object.keys(world.userside.snapshot().subscribers).sort()).toEqual(ids)
    await expectSettled(world, optionsOf({ filter }))
    await world.stop()
  })

  test('says which of them match nobody', async () => {
    const world = await startPlainWorld({ get_user_list: people })
    const { problems } = await world.run(optionsOf({ filter: { exclude: { logins: ['demo*', 'test*'] } } }))
    expect(problems.list().find(({ code }) => code === 'filter-unknown')?.sample).toEqual(['logins: demo*'])
    await world.stop()
  })
})
