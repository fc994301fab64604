import { describe, expect, test } from 'bun:test'
import { startBilling } from '../../src/sandbox/billing.ts'
import { type DialectName, dialects } from '../../src/sandbox/dialects/dialects.ts'
import { sentHouseNumber } from '../../src/sandbox/dialects/ubilling.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { houseParts, type Population } from '../../src/sandbox/population.ts'

const NAMES = Object.keys(dialects) as DialectName[]
const population = generatePopulation({ size: 60, seed: 7 })

function print(name: DialectName, method: string, of: Population = population): string {
  const pieces = dialects[name].print(method, of, { offset: 0, rows: Number.POSITIVE_INFINITY })
  return [...(pieces ?? [])].join('')
}

/** Reads a body; numbers with leading zeros, which only ABillS prints, are put in quotes first (§3). */
function read(body: string): Map<string, Record<string, unknown>> {
  const repaired = body.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    /^0\d/.test(token) || token.length > 15 ? (token.startsWith('"') ? token : `"${token}"`) : token,
  )
  const parsed: unknown = JSON.parse(repaired)
  return new Map(Object.entries(Object(parsed)))
}

describe.each(NAMES)('%s', (name) => {
  test('prints every subscriber of the population under its id', () => {
    const records = read(print(name, 'get_user_list'))
    const ids = population.subscribers.map((subscriber) => dialects[name].subscriberId(subscriber))
    expect([...records.keys()].sort()).toEqual(ids.sort())
    for (const [id, record] of records) expect(String(record['id'])).toBe(id)
    const logins = population.subscribers.map(({ login }) => login).sort()
    expect([...records.values()].map((record) => String(record['login'])).sort()).toEqual(logins)
  })

  test('prints every house, street and city', () => {
    expect(read(print(name, 'get_house_list')).size).toBe(population.houses.length)
    expect(read(print(name, 'get_street_list')).size).toBe(population.streets.length)
    expect(read(print(name, 'get_city_list')).size).toBe(population.cities.length)
    expect(read(print(name, 'get_tariff_list')).size).toBe(population.tariffs.length)
  })

  test('names states by what they do', () => {
    const states = [...read(print(name, 'get_user_state_list')).values()]
    expect(states.map((state) => String(state['functional'])).sort()).toEqual([
      'disable',
      'new',
      'nomoney',
      'pause',
      'work',
    ])
  })

  test('prints the same bytes for the same population', () => {
    const again = generatePopulation({ size: 60, seed: 7 })
    expect(print(name, 'get_user_list', again)).toBe(print(name, 'get_user_list'))
  })

  test('is reached at the operator’s address and turns away another key', async () => {
    const billing = await startBilling({ dialect: name, population })
    const methods = name === 'carbon' ? 'method1=userside_manager.' : 'request='
    const extras = name === 'abills' ? '&json=1&MAX_ROWS=1000000' : ''
    const url = `${billing.url}&temp=1790000000${extras}&${methods}get_system_information`
    expect(await (await fetch(url)).text()).toContain(population.now)
    expect(billing.violations).toEqual([])
    const other = await fetch(url.replace(billing.key, 'another'))
    expect(await other.text()).not.toContain(population.now)
    expect(billing.violations.join('\n')).toContain('the key is wrong')
    await billing.stop()
  })
})

describe('uBilling', () => {
  test('prints ASCII only, escapes slashes, and keeps a last carriage return out', () => {
    const body = print('ubilling', 'get_user_list')
    expect(body).toMatch(/^[ -~]*$/)
    expect(body).not.toMatch(/[^\\]\//)
  })

  test('prints ids that look like integers as numbers, all others as texts', () => {
    const body = print('ubilling', 'get_user_list')
    for (const printed of [
      '"id":0,"login":0',
      '"id":"007"',
      '"id":-5',
      '"id":"1e3"',
      '"id":"__proto__"',
      '"id":12345678901234567,',
    ])
      expect(body).toContain(printed)
    expect(print('ubilling', 'get_tariff_list')).toContain('"10":{"id":10,"name":10')
  })

  test('numbers the additional data of all subscribers in one row', () => {
    const keys = [...read(print('ubilling', 'get_user_list')).values()].flatMap((record) =>
      Object.keys(Object(record['additional_data'])),
    )
    const held = population.subscribers.flatMap(({ fields }) => fields)
    expect(keys.map(Number).sort((one, other) => one - other)).toEqual(held.map((_, index) => index))
  })

  test.each([
    ['12А', '12', 'А'],
    ['12 / 3', '12', ' 3'],
    ['12/1/1', '12', '1'],
    ['12А/3', '12', '3'],
    ['83 корп.3', '833', 'корп'],
    ['12-14', '1214', ''],
    ['к.101', '101', 'к'],
    ['б/н', '', 'н'],
    ['Лікарня', '', 'Лікарня'],
  ])('mangles the house number %s as the real one does', (typed, number, block) => {
    expect(sentHouseNumber(typed)).toEqual({ number, block })
  })

  test('uses lists and maps as PHP does', () => {
    const records = [...read(print('ubilling', 'get_user_list')).values()]
    expect(records.some((record) => Array.isArray(record['additional_data']))).toBe(true)
    const maps = records.map((record) => record['group']).filter((group) => group !== undefined)
    expect(maps.every((group) => !Array.isArray(group))).toBe(true)
    expect(records.every((record) => Array.isArray(record['ip_mac']))).toBe(true)
  })
})

describe('ABillS', () => {
  const body = print('abills', 'get_user_list')

  test('prints texts of digits bare, leading zeros included, which is no JSON', () => {
    expect(() => JSON.parse(body)).toThrow()
    expect(body).toContain('"login" : 007 ')
    expect(print('abills', 'get_house_list')).toMatch(/"postcode" : 0\d{4}/)
  })

  test('spaces as Perl does, quotes decimals, says nothing of no value but ""', () => {
    expect(body).toMatch(/^\{ "\d+" : \{ "id" : {2}"\d+" {2}, {2}"login" : /)
    expect(body).toMatch(/"balance" : {2}"-?\d+\.\d\d" /)
    expect(body).not.toContain('null')
  })

  test('spells a line break of a comment as a backslash and an n', () => {
    const [first] = population.subscribers
    const subscribers = first === undefined ? [] : [{ ...first, comment: 'двері \\ вікно\r\n"другий" рядок' }]
    const printed = print('abills', 'get_user_list', { ...population, subscribers })
    expect(printed).toContain('двері \\\\ вікно\\\\n\\"другий\\" рядок')
  })

  test('names one city per district, and a pseudo-district', () => {
    const rich = generatePopulation({ size: 5, isRich: true })
    const cities = [...read(print('abills', 'get_city_list', rich)).values()].map((city) => city['name'])
    expect(cities.filter((name) => name === 'Київ')).toHaveLength(2)
    expect(read(print('abills', 'get_city_district_list', rich)).has('-1')).toBe(true)
  })

  test('cuts its lists at 10 000 rows without a word, and pages on when asked', async () => {
    const billing = await startBilling({
      dialect: 'abills',
      population: generatePopulation({ size: 25, isHostile: false }),
      rowCap: 10,
    })
    const rows = async (more: string): Promise<number> => {
      const url = `${billing.url}&temp=1790000000&json=1&MAX_ROWS=1000000&request=get_user_list${more}`
      return read(await (await fetch(url)).text()).size
    }
    expect([await rows(''), await rows('&START_PAGE=10'), await rows('&START_PAGE=20')]).toEqual([10, 10, 5])
    expect(billing.violations).toEqual([])
    await fetch(`${billing.url}&temp=1790000000&request=get_user_list&UID=5`)
    expect(billing.violations.join('\n')).toMatch(/not given json=1.*not given MAX_ROWS.*by UID/s)
    await billing.stop()
  })
})

describe('the others', () => {
  test('Platex writes dates, decimals and addresses of the network for people', () => {
    const body = print('platex', 'get_user_list')
    expect(body).toMatch(/"balance":"-?\d+,\d+"/)
    expect(body).toMatch(/"date":"\d\d\.\d\d\.\d{4}"/)
    expect(body).toMatch(/"ip":"10\.\d+\.\d+\.\d+"/)
    expect(body).toMatch(/"mac":"(?:[0-9A-F]{2}:){5}[0-9A-F]{2}"/)
  })

  test('MikBill gives an address as a bare object and numbers as texts', () => {
    const records = [...read(print('mikbill', 'get_user_list')).values()]
    expect(records.some((record) => record['address'] !== undefined)).toBe(true)
    expect(records.every((record) => !Array.isArray(record['address']))).toBe(true)
    expect(records.every((record) => typeof record['state_id'] === 'string')).toBe(true)
  })

  test('a UserSide says erp for billing and writes agreement dates DD.MM.YYYY', () => {
    expect(print('userside', 'get_system_information')).toContain('"erp":')
    expect(print('userside', 'get_user_list')).toMatch(
      /"agreement":\[\{"number":"[^"]+","date":"\d\d\.\d\d\.\d{4}"/,
    )
  })

  test('Carbon wants its own parameter and knows eight methods only', async () => {
    const billing = await startBilling({ dialect: 'carbon', population })
    const ask = (query: string): Promise<Response> => fetch(`${billing.url}&temp=1790000000&${query}`)
    await ask('method1=userside_manager.get_user_group_list')
    await ask('method1=userside_manager.get_tariff_list&request=get_tariff_list')
    expect(billing.violations.join('\n')).toMatch(/without context=userside.*takes method1=/s)
    expect([
      ...(dialects.carbon.print('get_user_tags', population, { offset: 0, rows: 1 }) ?? ['none']),
    ]).toEqual(['none'])
    await billing.stop()
  })

  test('a careful reader rebuilds what was typed into number and block', () => {
    const rebuilt = ['12А', '12 / 3', '12/1/1', '83 корп.3', '12-14', 'к.101', 'б/н', '-'].map(houseParts)
    expect(rebuilt.map(({ number, block }) => `${number}|${block}`)).toEqual([
      '12|А',
      '12|3',
      '12|1/1',
      '83|корп.3',
      '12|14',
      'к.101|',
      'б/н|',
      '|',
    ])
  })
})
