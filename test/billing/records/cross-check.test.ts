import { describe, expect, test } from 'bun:test'
import type { BillingDirectories } from '../../../src/billing/billing.ts'
import { crossCheck } from '../../../src/billing/records/cross-check.ts'
import { LISTS } from '../../../src/billing/universal/methods.ts'
import type { Directory } from '../../../src/model/directory.ts'
import { BillingError } from '../../../src/model/errors.ts'
import type { ProblemReport } from '../../../src/model/problem.ts'
import { readList } from '../universal/answering.ts'

type Name = keyof BillingDirectories

function directory<T>(...items: (T & { readonly id: string })[]): Directory<T> {
  return { state: 'available', items: new Map(items.map((item) => [item.id, item])) }
}

const FULL: BillingDirectories = {
  tariffs: directory({
    ...named('T'),
    fee: 1,
    intervalDays: 30,
    speedDown: 1,
    speedUp: 1,
    includedTraffic: -1,
    serviceType: '0',
  }),
  services: directory({ ...named('S'), cost: undefined }),
  states: directory({ ...named('5'), functional: undefined }),
  groups: directory(named('G')),
  tags: directory(named('A')),
  additionalFields: directory(named('F')),
  cities: directory(named('C')),
  districts: directory({ ...named('D'), cityId: 'C' }),
  streets: directory({ ...named('R'), cityId: 'C', fullName: '' }),
  houses: directory({
    id: 'H',
    streetId: 'R',
    districtId: 'D',
    number: { number: '1', block: '' },
    sentNumber: undefined,
    postcode: '',
    floors: '',
    entrances: '',
  }),
}

const REFERRING = {
  login: 'x',
  tariff: { current: [{ id: 'T' }] },
  service: { S: [{ cost: 1 }] },
  state_id: 5,
  group: ['G'],
  tag: ['A'],
  additional_data: [{ id: 'F', value: 'v' }],
  address: [{ house_id: 'H' }],
}

function named(id: string) {
  return { id, name: id }
}

async function check(
  empty: Name,
  record: object = REFERRING,
): Promise<{ checked: BillingDirectories; problems: ProblemReport[] }> {
  const { subscribers } = await readList({ x: record })
  const problems: ProblemReport[] = []
  const lists = { ...FULL, [empty]: directory() }
  return {
    checked: crossCheck(lists, subscribers.values(), LISTS, (problem) => problems.push(problem)),
    problems,
  }
}

describe('an empty list that subscribers refer to was not read (§2)', () => {
  for (const name of ['tariffs', 'cities', 'streets', 'houses'] as const)
    test(`${name}: the run stops`, () => {
      expect(check(name)).rejects.toBeInstanceOf(BillingError)
    })

  for (const name of ['services', 'states', 'groups', 'tags', 'additionalFields', 'districts'] as const)
    test(`${name}: what depends on it is left alone`, async () => {
      const { checked, problems } = await check(name)
      expect(checked[name]).toMatchObject({ state: 'unavailable', reason: 'failed' })
      expect(problems).toMatchObject([{ code: 'billing-list-failed', partial: true }])
    })

  for (const name of Object.keys(FULL) as Name[])
    test(`${name}: nobody refers to it, so it is empty`, async () => {
      const { checked, problems } = await check(name, { login: 'x' })
      expect(checked[name].state).toBe('available')
      expect(problems).toEqual([])
    })

  test('an ordered tariff refers to the tariffs too', () => {
    expect(check('tariffs', { login: 'x', tariff: { new: [{ id: 'T' }] } })).rejects.toBeInstanceOf(
      BillingError,
    )
  })

  test('a list that is not offered stays so', async () => {
    const unavailable = { state: 'unavailable', reason: 'unsupported', message: '' } as const
    const { subscribers } = await readList({ x: REFERRING })
    const lists = { ...FULL, tariffs: unavailable }
    expect(crossCheck(lists, subscribers.values(), LISTS, () => {}).tariffs).toBe(unavailable)
  })
})
