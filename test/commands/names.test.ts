/** What operators read of houses, states and groups is their names, before a run and after it. */
import { describe, expect, test } from 'bun:test'
import { type Operator, POPULATION, startOperator } from './operator.ts'

const CITY = { id: 1, name: 'Львів' }
const STREET = { id: 1, cityId: 1, districtId: 0, type: 'вул.', name: 'Миру' }
const house = (id: number, typed: string) => ({
  id,
  streetId: 1,
  typed,
  postcode: '',
  floors: '',
  entrances: '',
})
const HOMES = [house(1, '15'), house(2, '17А'), house(3, '19')] as const
const [someone] = POPULATION.subscribers
if (someone === undefined) throw new Error('nobody lives here')
const livingIn = (houseId: number) => ({ houseId, apartment: '7', floor: '', entrance: '' })
const petrenko = { ...someone, login: 'petrenko', address: livingIn(1), state: 'work' as const, groups: [] }
const before = {
  ...{ ...POPULATION, cities: [CITY], districts: [], streets: [STREET], houses: HOMES.slice(0, 2) },
  ...{ groups: [], messages: [], subscribers: [petrenko] },
}
const moved = {
  ...before,
  houses: HOMES,
  groups: [{ id: 5, name: 'Пільговики' }],
  subscribers: [{ ...petrenko, address: livingIn(2), state: 'pause' as const, groups: [5] }],
}
const movedToNew = { ...moved, subscribers: [{ ...petrenko, address: livingIn(3), groups: [5] }] }
/** The house petrenko lived in has left the billing's list. */
const movedFromUnknown = { ...moved, houses: HOMES.slice(1) }

/** The same of a plan, which tells a subscriber in a block. */
const planLines = (stdout: string): string[] => {
  const lines = stdout.split('\n')
  const head = lines
    .find((line) => line.startsWith('  subscriber '))
    ?.split(' · ')[0]
    ?.trim()
  return lines.flatMap((line) => {
    const [, field, value] = /^ {4}(house|state|groups) +(.*)$/.exec(line) ?? []
    return field === undefined ? [] : [`${head} · ${field} · ${value}`]
  })
}

const linesOf = (stdout: string): string[] =>
  stdout.split('\n').filter((line) => /^subscriber \S+ · (house|state|groups) · /.test(line))

describe.each([true, false])('with houses compared by UserSide: %p', (isCompareHouse) => {
  const settled = async (): Promise<Operator> => {
    const settings = { is_new_house_billing_compare: Number(isCompareHouse) }
    const operator = await startOperator({ population: before, dialect: 'generic' }, { settings })
    expect((await operator.type('sync')).exitCode).toBe(0)
    return operator
  }

  test.each([
    ['to another house', moved, ['Львів, Миру, 15 → Львів, Миру, 17 А', 'working → paused']],
    ['to a house UserSide does not have yet', movedToNew, ['Львів, Миру, 15 → Львів, Миру, 19']],
    [
      'from a house the billing does not list',
      movedFromUnknown,
      ['Миру 15 (id #) → Львів, Миру, 17 А', 'working → paused'],
    ],
  ])('plan, the journal and undo name what changes when a subscriber moves %s', async (_, after, values) => {
    await using operator = await settled()
    operator.billing.setPopulation(after)
    const plan = planLines((await operator.type('plan')).stdout)
    const told = plan.map((line) => line.replace(/id \d+/, 'id #').split(' · ')[2])
    expect(told).toEqual(expect.arrayContaining([...values, '∅ → Пільговики']))
    expect(told).toHaveLength(values.length + 1)
    expect((await operator.type('sync')).exitCode).toBe(0)
    expect(linesOf((await operator.type('history show 2')).stdout).toSorted()).toEqual(plan.toSorted())
    const undo = await operator.type('undo 2 --yes')
    expect(undo.exitCode).toBe(0)
    expect(undo.stdout).not.toContain('left as')
    const backwards = plan.map((line) => line.replace(/^(.*) · (.*) → (.*)$/, '$1 · $3 → $2'))
    expect(linesOf((await operator.type('history show 3')).stdout).toSorted()).toEqual(backwards.toSorted())
    operator.expectNoViolation()
  })
})

test('additional fields are called as the billing calls them', async () => {
  const fields = [{ id: 1, name: 'Паспорт' }]
  const population = { ...before, fields, subscribers: [{ ...petrenko, fields: [{ id: 1, value: 'СТ 1' }] }] }
  await using operator = await startOperator({ population, dialect: 'generic' })
  const { stdout } = await operator.type('plan --field additionalData', { additionalDataMerge: { 1: 62 } })
  expect(stdout).toContain(
    `subscriber ${someone.uid} · ${petrenko.fullName}\n    additionalData  Паспорт: СТ 1\n`,
  )
})

test('a light run tells the time of the full comparison as people read it', async () => {
  await using operator = await startOperator({ population: before })
  expect((await operator.type('sync')).exitCode).toBe(0)
  const { stdout } = await operator.type('sync')
  expect(stdout).toMatch(/^ A light run: .* comparison of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.$/m)
})
