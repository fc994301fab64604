import { describe, expect, test } from 'bun:test'
import type { Settings } from '../../../src/sandbox/userside/run-log.ts'
import type { Wire } from '../plain-billing.ts'
import { KOVAL, only, play, problemsOf, type Scene, type SceneWorld } from '../scenes.ts'
import { HOSTILE_TOWN } from './hostile-town.ts'

/** The ways in which UserSide takes addresses. */
const WAYS: Readonly<Record<string, Partial<Settings>>> = {
  'compare_house, long names': { is_new_house_billing_compare: 1 },
  'compare_house, short names': { is_new_house_billing_compare: 1, address_compare_format: 1 },
  'step by step': { is_new_house_billing_compare: 0 },
}

interface Unit {
  readonly city: string
  readonly street: string
  readonly number: string
  readonly block?: string
  readonly postcode?: string
  readonly floor?: string
  readonly entrance?: string
}

/** A house UserSide has before anything is imported; gives its id there. */
function plant({ userside: { erp } }: SceneWorld, unit: Unit): string {
  const city =
    erp.cityNamed(['', '', unit.city]) ?? erp.addCity({ province: '', district: '', name: unit.city })
  const street =
    erp.streetNamed(city.erpId, unit.street) ?? erp.addStreet({ cityId: city.erpId, name: unit.street })
  const { number, block = '', postcode = '', floor = '', entrance = '' } = unit
  const place = { cityId: city.erpId, streetId: street.erpId, area: '' }
  return erp.addHouse({ ...place, number, block, postcode, floor, entrance }).erpId
}

const at = (houseId: unknown, more: Wire = {}): Wire => ({
  address: [{ house_id: houseId, apartment: { full_name: '7' }, ...more }],
})

function houses({ userside }: SceneWorld): readonly string[] {
  return userside.snapshot().houses.map((name) => name.replace(/^ \| {2}\| /, ''))
}

function homeOf(world: SceneWorld, id = 'koval'): unknown {
  return String(world.userside.snapshot().subscribers[id]?.['house']).replace(/^ \| {2}\| /, '')
}

function writesOf({ userside }: SceneWorld, call: string): Wire[] {
  return userside.requests
    .filter((request) => request.kind === 'write' && request.call === call)
    .map(({ params }) => params)
}

describe.each(Object.entries(WAYS))('%s', (way, settings) => {
  const isStepwise = way === 'step by step'
  const through = (scene: Scene, configuration: Record<string, unknown> = {}): Promise<unknown> =>
    play(scene, configuration, settings)

  test('creates a city, its streets and their houses, once', async () => {
    const seen = await through({
      now: only(at(41)),
      look: (world, run) => [houses(world), homeOf(world), problemsOf(run)],
    })
    expect(seen).toEqual([
      ['Біла Церква |  | Київська | 7 | ', 'Київ |  | Соборна | 12 | А'],
      'Київ |  | Соборна | 12 | А',
      [],
    ])
  })

  test('finds what is there, whatever its letter case, white space and entities', async () => {
    const seen = await through({
      byHand: (world) => {
        plant(world, { city: 'КИЇВ', street: 'соборна', number: '12', block: 'а' })
        plant(world, { city: 'Біла Церква', street: 'Київська', number: '7' })
      },
      now: only(at(41), {
        get_city_list: [
          { id: 1, name: ' Київ ' },
          { id: 2, name: 'Біла   Церква' },
        ],
      }),
      look: (world) => [houses(world).length, homeOf(world)],
    })
    expect(seen).toEqual([2, 'КИЇВ |  | соборна | 12 | а'])
  })

  test('carries hostile names through, and finds them again', async () => {
    const seen = await through({
      now: { ...HOSTILE_TOWN, ...only(at(1)) },
      look: (world) => houses(world).length,
    })
    expect(seen).toBe(Object.keys(Object(HOSTILE_TOWN['get_house_list'])).length)
  })

  test('a house the billing lists twice is one house', async () => {
    const seen = await through({
      now: {
        get_house_list: {
          41: { id: 41, street_id: 1, number: '12', floor: '5', entrance: '1' },
          43: { id: 43, street_id: 1, number: '12', floor: '9', entrance: '3' },
        },
        get_user_list: { koval: { ...KOVAL, ...at(41) }, lys: { ...KOVAL, ...at(43) } },
      },
      look: (world) => [houses(world), homeOf(world), homeOf(world, 'lys')],
    })
    const name = 'Київ |  | Соборна | 12 | '
    expect(seen).toEqual([[name], name, name])
  })

  test('a house the billing lists in several spellings is one house', async () => {
    const seen = await through({
      now: {
        get_street_list: {
          1: { id: 1, city_id: 1, name: 'Соборна' },
          2: { id: 2, city_id: 1, name: 'СОБОРНА' },
        },
        get_house_list: {
          41: { id: 41, street_id: 1, number: '12', block: 'а' },
          43: { id: 43, street_id: 2, number: '12', block: 'А' },
        },
        get_user_list: { koval: { ...KOVAL, ...at(41) }, lys: { ...KOVAL, ...at(43) } },
      },
      look: (world) => [houses(world), homeOf(world), homeOf(world, 'lys')],
    })
    const name = 'Київ |  | Соборна | 12 | а'
    expect(seen).toEqual([[name], name, name])
  })

  test('a house, street or city the billing does not list leaves the address alone, and is reported', async () => {
    const list = {
      get_house_list: {
        41: { id: 41, street_id: 1, number: '12' },
        50: { id: 50, street_id: 99, number: '1' },
        51: { id: 51, street_id: 98, number: '1' },
      },
      get_street_list: {
        1: { id: 1, city_id: 1, name: 'Соборна' },
        98: { id: 98, city_id: 97, name: 'Зникла' },
      },
    }
    const lost = { a: 999, b: 50, c: 51 }
    const settled = Object.fromEntries(Object.keys(lost).map((id) => [id, { ...KOVAL, ...at(41) }]))
    const seen = await through(
      {
        first: { ...list, get_user_list: settled },
        now: {
          get_user_list: Object.fromEntries(
            Object.entries(lost).map(([id, house]) => [id, { ...KOVAL, ...at(house) }]),
          ),
        },
        look: (world, run) => [['a', 'b', 'c'].map((id) => homeOf(world, id)), problemsOf(run)],
      },
      // Not even when an address that is gone is to be erased: nobody said that it is gone.
      { confIsImportLessAddress: true },
    )
    const home = 'Київ |  | Соборна | 12 | '
    expect(seen).toEqual([
      [home, home, home],
      [
        ['house-street-unknown', 2, ['50', '51']],
        ['house-dangling', 3, ['a', 'b', 'c']],
      ],
    ])
  })

  test('a house without a city: its street is looked for in every city, or it stands in none', async () => {
    const seen = await through({
      byHand: (world) => plant(world, { city: 'Умань', street: 'Садова', number: '3' }),
      now: {
        get_city_list: undefined,
        get_street_list: { 1: { id: 1, city_id: 0, name: 'Садова' }, 2: { id: 2, city_id: 0, name: 'Нова' } },
        get_house_list: {
          41: { id: 41, street_id: 1, number: '3' },
          42: { id: 42, street_id: 2, number: '8' },
        },
        get_user_list: { koval: { ...KOVAL, ...at(41) }, lys: { ...KOVAL, ...at(42) } },
      },
      look: (world) => [homeOf(world), homeOf(world, 'lys')],
    })
    // With compare_house the matching is UserSide's business; it is told an empty city.
    expect(seen).toEqual(
      isStepwise
        ? ['Умань |  | Садова | 3 | ', '- |  | Нова | 8 | ']
        : [' |  | Садова | 3 | ', ' |  | Нова | 8 | '],
    )
  })

  test('a house with neither street nor number is not sent', async () => {
    const seen = await through({
      now: {
        ...only(at(60)),
        get_house_list: {
          41: { id: 41, street_id: 1, number: '12' },
          60: { id: 60, street_id: 0, number: '' },
          61: { id: 61, street_id: 0, number: '', block: '2' },
        },
      },
      look: (world, run) => [houses(world), problemsOf(run)],
    })
    expect(seen).toEqual([['Київ |  | Соборна | 12 | '], [['house-dangling', 1, ['koval']]]])
  })

  test('nor is one without a street looked for under a former name that has no number', async () => {
    const seen = await through({
      now: {
        ...only(at(60)),
        get_street_list: { 1: { id: 1, city_id: 1, name: '' } },
        get_house_list: { 60: { id: 60, street_id: 1, full_name: ' б/н', number: '', block: 'н' } },
      },
      look: (world, run) => [houses(world), problemsOf(run)],
    })
    expect(seen).toEqual([['Київ |  |  | б/н | '], []])
  })

  test('a house that has only a number is sent like any other, one that has none only to compare_house', async () => {
    const list = {
      get_street_list: { 1: { id: 1, city_id: 1, name: 'Соборна' }, 2: { id: 2, city_id: 1, name: '' } },
      get_house_list: { 41: { id: 41, street_id: 1, number: '' }, 42: { id: 42, street_id: 2, number: '8' } },
      get_user_list: { koval: { ...KOVAL, ...at(41) }, lys: { ...KOVAL, ...at(42) } },
    }
    const seen = await through({
      now: list,
      look: (world, run) => [homeOf(world), homeOf(world, 'lys'), problemsOf(run)],
    })
    const isSent = way !== 'step by step'
    expect(seen).toEqual([
      isSent ? 'Київ |  | Соборна |  | ' : '',
      'Київ |  |  | 8 | ',
      isSent
        ? []
        : [
            ['house-without-number', 1, ['Київ, Соборна']],
            ['house-dangling', 1, ['koval']],
          ],
    ])
  })

  test('a number mangled by uBilling is found under the pair UserSide was told, and created under the true one', async () => {
    const list = {
      get_house_list: {
        // `83 корп.3`: nobody else in the street is called 833 корп.
        41: { id: 41, street_id: 1, full_name: 'Соборна 83 корп.3', number: '833', block: 'корп' },
        // `12А/3` was sent as 12, 3, which is what `12/3` is: nobody can tell whose house UserSide knows.
        42: { id: 42, street_id: 1, full_name: 'Соборна 12А/3', number: '12', block: '3' },
        43: { id: 43, street_id: 1, full_name: 'Соборна 12/3', number: '12', block: '3' },
        44: { id: 44, street_id: 1, full_name: 'Соборна 12-14', number: '1214', block: '' },
      },
      get_user_list: Object.fromEntries(
        [41, 42, 43, 44].map((house) => [`h${house}`, { ...KOVAL, ...at(house) }]),
      ),
    }
    const seen = await through({
      byHand: (world) => {
        plant(world, { city: 'Київ', street: 'Соборна', number: '833', block: 'корп' })
        plant(world, { city: 'Київ', street: 'Соборна', number: '12', block: '3' })
      },
      now: list,
      look: (world) => [41, 42, 43, 44].map((house) => homeOf(world, `h${house}`)),
    })
    expect(seen).toEqual([
      'Київ |  | Соборна | 833 | корп',
      'Київ |  | Соборна | 12 | А/3',
      'Київ |  | Соборна | 12 | 3',
      'Київ |  | Соборна | 12 | 14',
    ])
  })

  test("a house under the key of UserSide's own counts is not asked for, let alone made again and again", async () => {
    const seen = await through({
      first: only(at(41)),
      now: only(at(-1), { get_house_list: { '-1': { id: -1, street_id: 1, number: '99' } } }),
      look: (world, run) => [homeOf(world, 'koval'), problemsOf(run), world.userside.erp.houses.size],
    })
    expect(seen).toEqual(['Київ |  | Соборна | 12 | А', [['house-dangling', 1, ['koval']]], 2])
  })

  test.each(['А', '2а', '4294967296'])(
    'an entrance of %p stays as UserSide has it, and is reported',
    async (entrance) => {
      const seen = await through({
        first: only(at(41, { entrance: 2 })),
        now: only(at(41, { entrance })),
        look: ({ userside }, run) => [
          userside.snapshot().subscribers['koval']?.['entrance'],
          problemsOf(run),
        ],
      })
      expect(seen).toEqual(['2', [['entrance-not-a-number', 1, ['koval']]]])
    },
  )

  test('a subscriber moves: house, apartment, floor and entrance follow', async () => {
    const seen = await through({
      first: only(at(41, { floor: 3, entrance: 2 })),
      now: only(at(42, { apartment: { full_name: '1а' }, floor: 'цоколь', entrance: 1 })),
      look: (world) => {
        const { apartment, floor, entrance } = world.userside.snapshot().subscribers['koval'] ?? {}
        return [homeOf(world), apartment, floor, entrance]
      },
    })
    expect(seen).toEqual(['Біла Церква |  | Київська | 7 | ', '1а', 'цоколь', '1'])
  })

  test('what cannot be read of the billing leaves every address alone', async () => {
    const seen = await through({
      first: only(at(41)),
      now: { ...only(at(42)), get_house_list: undefined },
      look: (world, run) => [homeOf(world), problemsOf(run)],
    })
    expect(seen).toMatchObject([
      'Київ |  | Соборна | 12 | А',
      [['addresses-unavailable', 1, ['get_house_list']]],
    ])
  })
})

describe('through compare_house', () => {
  test('what UserSide refuses is reported with its name, and everything else arrives', async () => {
    const seen = await play(
      {
        byHand: ({ userside }) => void userside.refusals.houses.add('41'),
        now: { get_user_list: { koval: { ...KOVAL, ...at(41) }, lys: { ...KOVAL, ...at(42) } } },
        settles: false,
        look: (world, run) => [homeOf(world), homeOf(world, 'lys'), problemsOf(run)],
      },
      {},
    )
    expect(seen).toEqual([
      '',
      'Біла Церква |  | Київська | 7 | ',
      [['house-refused', 1, ['Київ, Соборна, 12 А']]],
    ])
  })

  test("a city's own district is the house's area", async () => {
    const seen = await play(
      {
        now: {
          ...only(at(41)),
          get_city_district_list: { 5: { id: 5, city_id: 1, name: 'Поділ' } },
          get_house_list: {
            41: { id: 41, street_id: 1, city_district_id: 5, number: '12', postcode: '01001' },
          },
        },
        look: (world) => houses(world),
      },
      {},
    )
    expect(seen).toEqual(['Київ | Поділ | Соборна | 12 | '])
  })

  test('goes in as few forms of 512 KiB as hold them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [
        index + 1,
        { id: index + 1, street_id: 1, number: String(index + 1) },
      ]),
    )
    const seen = await play(
      {
        now: { ...only(at(10_001)), get_house_list: many },
        look: (world) => [
          houses(world).length,
          homeOf(world),
          writesOf(world, 'address/compare_house').length,
        ],
      },
      {},
    )
    // 10 001 houses of some 330 bytes each.
    expect(seen).toEqual([10_001, 'Київ |  | Соборна | 10001 | ', 7])
  })
})

describe('step by step', () => {
  const stepwise = { is_new_house_billing_compare: 0 }
  const told = { id: 41, street_id: 1, number: '12', postcode: '01001', floor: '9', entrance: '4' }

  test('postcode, floors and entrances fill what differs, and never empty it', async () => {
    const seen = await play(
      {
        byHand: (world) => {
          plant(world, { city: 'Київ', street: 'Соборна', number: '12', postcode: '99999', floor: '9' })
          plant(world, {
            city: 'Київ',
            street: 'Соборна',
            number: '14',
            postcode: '02002',
            floor: '5',
            entrance: '2',
          })
        },
        now: { ...only(at(41)), get_house_list: { 41: told, 43: { id: 43, street_id: 1, number: '14' } } },
        look: (world) => [
          [...world.userside.erp.houses.values()].map(({ postcode, floor, entrance }) => [
            postcode,
            floor,
            entrance,
          ]),
          writesOf(world, 'address/edit_house').map(({ data }) => JSON.parse(String(data))),
        ],
      },
      {},
      stepwise,
    )
    expect(seen).toEqual([
      [
        ['01001', '9', '4'],
        ['02002', '5', '2'],
      ],
      [{ postcode: '01001', entrance: '4' }],
    ])
  })

  test('a new house is created with its floors and entrances, its postcode follows', async () => {
    const seen = await play(
      {
        now: { ...only(at(41)), get_house_list: { 41: told } },
        look: ({ userside }) =>
          [...userside.erp.houses.values()].map(({ postcode, floor, entrance }) => [
            postcode,
            floor,
            entrance,
          ]),
      },
      {},
      stepwise,
    )
    expect(seen).toEqual([['01001', '9', '4']])
  })

  test('nothing is created when that is disabled, and what is there is still filled', async () => {
    const seen = await play(
      {
        byHand: (world) => void plant(world, { city: 'Київ', street: 'Соборна', number: '12' }),
        now: { ...only(at(41)), get_house_list: { 41: told, 43: { id: 43, street_id: 2, number: '14' } } },
        look: (world) => [houses(world), writesOf(world, 'address/edit_house').length, homeOf(world)],
      },
      { confIsDisableCreateAddress: true },
      stepwise,
    )
    expect(seen).toEqual([['Київ |  | Соборна | 12 | '], 1, 'Київ |  | Соборна | 12 | '])
  })
})
