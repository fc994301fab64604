import { describe, expect, test } from 'bun:test'
import { parseDateTime } from '../../../src/model/date.ts'
import type { Subscriber } from '../../../src/model/subscriber.ts'
import { plainText } from '../../../src/model/text.ts'
import { startBilling } from '../../../src/sandbox/billing.ts'
import { type DialectName, dialects } from '../../../src/sandbox/dialects/dialects.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import type { PopulationSubscriber } from '../../../src/sandbox/population.ts'
import { clientOf, itemsOf, openDesk } from './answering.ts'

type Part = keyof typeof PARTS

/** What is the same in every product's answer, and what of the population it comes from. */
const PARTS = {
  fullName: [(read: Subscriber) => read.fullName, (meant: PopulationSubscriber) => meant.fullName],
  comment: [(read) => read.comment, (meant) => meant.comment],
  balance: [(read) => read.balance, (meant) => Math.round(Number(meant.balance) * 100)],
  credit: [(read) => read.credit, (meant) => Math.round(Number(meant.credit) * 100)],
  discount: [(read) => read.discount, (meant) => Math.round(Number(meant.discount) * 100)],
  isCorporate: [(read) => read.isCorporate, (meant) => meant.isCorporate],
  connectedOn: [(read) => read.connectedOn, (meant) => meant.connectedAt.slice(0, 10)],
  activeAt: [(read) => read.activeAt, (meant) => parseDateTime(meant.activeAt)],
  agreementNumber: [(read) => read.agreementNumber, (meant) => meant.agreementNumber],
  // Without a number most products have no agreement at all.
  agreementDate: [
    (read) => read.agreementNumber && read.agreementDate,
    (meant) => meant.agreementNumber && meant.agreementDate,
  ],
  accountNumber: [(read) => read.accountNumber, (meant) => meant.accountNumber],
  trafficUp: [(read) => read.trafficUp, (meant) => meant.trafficUp],
  trafficDown: [(read) => read.trafficDown, (meant) => meant.trafficDown],
  phones: [(read) => read.phones.toSorted(), (meant) => digits(meant.phones)],
  mainPhone: [(read) => read.phones[0], (meant) => digitsOf(meant.phones.at(-1) ?? '')[0]],
  emails: [
    (read) => read.emails.toSorted(),
    (meant) => meant.emails.filter((each) => each.includes('@')).toSorted(),
  ],
  houseId: [(read) => read.address?.houseId, (meant) => meant.address && String(meant.address.houseId)],
  apartment: [(read) => read.address?.apartment, (meant) => unlessZero(meant.address?.apartment)],
  floor: [(read) => read.address?.floor, (meant) => unlessZero(meant.address?.floor)],
  entrance: [(read) => read.address?.entrance, (meant) => unlessZero(meant.address?.entrance)],
  ipMacs: [
    (read) => read.ipMacs,
    (meant) =>
      meant.devices
        .filter(({ ip, mac }) => ip !== 0 || mac !== '')
        .map(({ ip, mac }) => ({ ip: ip || undefined, mac })),
  ],
  groups: [(read) => read.groups.toSorted(), (meant) => meant.groups.map(String).toSorted()],
  tags: [(read) => read.tags.map(({ id }) => id).toSorted(), (meant) => meant.tags.map(String).toSorted()],
  tariffCount: [(read) => read.tariffs.length, (meant) => meant.tariffs.length],
  nextTariff: [(read) => read.nextTariff?.startDate, (meant) => meant.nextTariff?.startDate.slice(0, 10)],
  services: [
    (read) => read.services.map(({ id, cost = 0 }) => [id, cost]).toSorted(),
    (meant) => meant.services.map(({ id, cost }) => [String(id), Math.round(Number(cost) * 100)]).toSorted(),
  ],
  additionalData: [
    (read) => [...read.additionalData].toSorted(),
    (meant) => meant.fields.map(({ id, value }) => [String(id), value]).toSorted(),
  ],
} satisfies Record<string, readonly [(read: Subscriber) => unknown, (meant: PopulationSubscriber) => unknown]>

/** What a product does not export, or not in full: see docs/billings. */
const NOT_EXPORTED: Readonly<Record<DialectName, readonly Part[]>> = {
  ubilling: ['discount', 'isCorporate'],
  mikbill: [],
  abills: ['accountNumber', 'nextTariff', 'services', 'additionalData'],
  platex: [],
  carbon: ['tags', 'services'],
  generic: [],
  userside: [],
}

const population = generatePopulation({ size: 300, seed: 7 })
const names = Object.keys(dialects) as DialectName[]

describe('the same population through every dialect', () => {
  for (const name of names) {
    test(`${name} is read completely, by the rules of the protocol`, async () => {
      const sandbox = await startBilling({ population, dialect: name })
      try {
        const client = clientOf(sandbox.url, {
          protocol: name === 'carbon' ? 'carbon5' : 'standart',
          withMessages: true,
        })
        const system = await client.system()
        expect(system.dialect).toBe(name === 'userside' ? 'generic' : name)
        expect(system.clock).toEqual({ local: population.now, offsetMinutes: population.offsetMinutes })
        expect(itemsOf(await client.tariffs()).map(({ fee }) => fee)).toEqual(
          population.tariffs.map(({ fee }) => Math.round(Number(fee) * 100_000)),
        )
        await client.services()
        expect(
          itemsOf(await client.states())
            .map(({ functional }) => functional)
            .toSorted(),
        ).toEqual(['disable', 'new', 'nomoney', 'pause', 'work'])
        await client.groups()
        await client.tags()
        await client.additionalFields()
        const { subscribers, setAside } = await client.subscribers()
        const cities = await client.cities()
        await client.districts()
        const streets = await client.streets()
        const houses = await client.houses(streets.state === 'available' ? streets.items : new Map())
        await client.messages()
        expect([subscribers.size, setAside.size]).toEqual([population.subscribers.length, 0])
        expect(itemsOf(houses)).toHaveLength(population.houses.length)
        expect(itemsOf(cities).length).toBeGreaterThan(0)
        compare(name, [...subscribers.values()])
        expect(sandbox.violations).toEqual([])
        expect(client.problems).toEqual([])
      } finally {
        await sandbox.stop()
      }
    })
  }
})

function compare(name: DialectName, subscribers: readonly Subscriber[]): void {
  const byLogin = new Map(subscribers.map((each) => [each.login, each]))
  for (const part of Object.keys(PARTS) as Part[]) {
    if (NOT_EXPORTED[name].includes(part)) continue
    const [ofRead, ofMeant] = PARTS[part]
    const differing = population.subscribers.flatMap((meant) => {
      const read = byLogin.get(meant.login.trim())
      const values = [read && ofRead(read), ofMeant(printedBy(name, meant))].map(fold)
      return Bun.deepEquals(values[0], values[1])
        ? []
        : [{ login: meant.login, read: values[0], meant: values[1] }]
    })
    expect({ part, differing: differing.slice(0, 3) }).toEqual({ part, differing: [] })
  }
}

/** ABillS drops control characters from names, tabs and line breaks too. */
function printedBy(name: DialectName, meant: PopulationSubscriber): PopulationSubscriber {
  return name === 'abills' ? { ...meant, fullName: meant.fullName.replace(/[\u0000-\u001f]/g, '') } : meant
}

function fold(value: unknown): unknown {
  return typeof value === 'string' ? plainText(value) : value
}

function digits(phones: readonly string[]): string[] {
  return [...new Set(phones.flatMap(digitsOf))].toSorted()
}

function digitsOf(phone: string): string[] {
  return phone
    .split(/[,;\n]/)
    .map((each) => each.replace(/\D/g, ''))
    .filter((each) => each !== '')
}

function unlessZero(text: string | undefined): string | undefined {
  return text === '0' ? '' : text
}

describe('telling the dialect', () => {
  const system = (name: string) => `{"date":"2026-01-01 00:00:00","billing":{"name":"${name}"}}`
  const rows: readonly [path: string, name: string, dialect: string][] = [
    ['/?module=remoteapi&key=K&action=userside', 'whatever', 'ubilling'],
    ['/admin/index.cgi?get_index=us_api&key=K&cat=module', '', 'abills'],
    ['/api/index/userside?key=K', '', 'mikbill'],
    ['/api.php?key=K&cat=module', 'Ubilling', 'ubilling'],
    ['/api.php?key=K&cat=module', 'ABillS', 'abills'],
    ['/api.php?key=K&cat=module', 'Platex', 'platex'],
    ['/api.php?key=K&cat=module', 'Nobody', 'generic'],
  ]
  for (const [path, name, dialect] of rows)
    test(`${path} named ${JSON.stringify(name)} is ${dialect}`, async () => {
      await using desk = openDesk(() => new Response(system(name)))
      const { dialect: told } = await clientOf(`http://127.0.0.1:${desk.port}${path}`).system()
      expect(told).toBe(dialect)
    })

  test('what is configured is not argued with', async () => {
    await using desk = openDesk({ get_system_information: system('Ubilling') })
    expect((await clientOf(desk.url, { dialect: 'generic' }).system()).dialect).toBe('generic')
  })

  test('a name told by the first answer counts from the second request on', async () => {
    await using desk = openDesk({ get_system_information: system('ABillS'), get_user_tags: '{}' })
    const client = clientOf(desk.url)
    await client.system()
    await client.tags()
    expect(desk.asked('json')).toEqual([null, '1'])
    expect(desk.asked('MAX_ROWS')).toEqual([null, '1000000'])
  })
})

describe('Carbon Billing (§6)', () => {
  test('takes method1, the groups with a context, and is not asked for what it does not have', async () => {
    await using desk = openDesk(() => new Response('{}'))
    const client = clientOf(desk.url, { protocol: 'carbon5' })
    await client.groups()
    await client.subscribers()
    for (const name of ['services', 'tags', 'additionalFields', 'districts', 'messages'] as const)
      expect(await client[name]()).toMatchObject({ state: 'unavailable', reason: 'unsupported' })
    expect(desk.asked('method1')).toEqual([
      'userside_manager.get_user_group_list',
      'userside_manager.get_user_list',
    ])
    expect(desk.asked('context')).toEqual(['userside', null])
    expect(desk.asked('request')).toEqual([null, null])
  })
})

describe('known-bad fields', () => {
  test("uBilling's constant zeros are not exported, other zeros are", async () => {
    const list = '{"a":{"login":"a","flag_corporate":0,"discount":0,"balance":"0"}}'
    await using desk = openDesk({ get_user_list: list })
    const parts = async (dialect: 'ubilling' | 'generic') =>
      [...(await clientOf(desk.url, { dialect }).subscribers()).exported.parts].toSorted()
    expect(await parts('ubilling')).toEqual(['balance', 'login'])
    expect(await parts('generic')).toEqual(['balance', 'corporate', 'discount', 'login'])
  })

  test("ABillS' services and included traffic mean nothing", async () => {
    await using desk = openDesk({ get_tariff_list: '{"1":{"id":1,"name":"A","traffic":0}}' })
    const client = clientOf(desk.url, { dialect: 'abills' })
    expect(await client.services()).toMatchObject({ state: 'unavailable', reason: 'unsupported' })
    expect(itemsOf(await client.tariffs())).toMatchObject([{ includedTraffic: undefined }])
    expect(desk.requests).toHaveLength(1)
  })

  test("ABillS' group 0 is no group", async () => {
    await using desk = openDesk({ get_user_list: '{"1":{"login":"a","group":{"0":{"id":0}}}}' })
    for (const [dialect, groups] of [
      ['abills', []],
      ['generic', ['0']],
    ] as const) {
      const { subscribers } = await clientOf(desk.url, { dialect }).subscribers()
      expect([...subscribers.values()].map((each) => [...each.groups])).toEqual([[...groups]])
    }
  })

  test("uBilling's names of additional fields lose their choices", async () => {
    await using desk = openDesk({ get_user_additional_data_type_list: '{"5":{"id":5,"name":"Звідки|а,б"}}' })
    const client = clientOf(desk.url, { dialect: 'ubilling' })
    expect(itemsOf(await client.additionalFields())).toEqual([{ id: '5', name: 'Звідки' }])
  })
})
