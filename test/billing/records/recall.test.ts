/** Texts that were read before are not read again, and nobody can tell from what comes of it. */
import { describe, expect, test } from 'bun:test'
import { RecalledSubscriber } from '../../../src/billing/records/recalled-subscriber.ts'
import type { Subscriber, SubscriberList } from '../../../src/model/subscriber.ts'
import { digestOf } from '../../../src/model/subscriber-digest.ts'
import { startBilling } from '../../../src/sandbox/billing.ts'
import { type DialectName, dialects } from '../../../src/sandbox/dialects/dialects.ts'
import { evolve } from '../../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { MemoryInMemory } from '../../sync/memory-in-memory.ts'
import { clientOf, errorOf, openDesk } from '../universal/answering.ts'

const SYSTEM = '{"date":"2026-11-23 02:17:33"}'

/** Notes all that was read. */
function noted(list: SubscriberList): SubscriberList {
  list.noteReading?.()
  return list
}

/** Reads a list of subscribers, with what was read before, and notes it. */
async function read(
  list: unknown,
  texts?: MemoryInMemory,
  { system = SYSTEM, ...options }: { readonly system?: string; readonly userAgent?: string } = {},
): Promise<SubscriberList> {
  const body = typeof list === 'string' ? list : JSON.stringify(list)
  await using desk = openDesk({ get_system_information: system, get_user_list: body })
  const client = clientOf(desk.url, options)
  await client.system()
  return noted(await client.subscribers(texts))
}

/** Of a subscriber that was just read: one that is recalled has them elsewhere. */
const { subscribers: anybody } = await read({ a: { id: 'a', login: 'a' } })
const MEMBERS = Object.keys(anybody.get('a') ?? {}) as (keyof Subscriber)[]

/** All there is to see of a list. */
function seen({ subscribers, setAside, exported }: SubscriberList): unknown {
  const people = Array.from(subscribers, ([id, subscriber]) => [
    id,
    digestOf(subscriber),
    Object.fromEntries(MEMBERS.map((member) => [member, subscriber[member]])),
  ])
  const parts = [...exported.parts].toSorted()
  return { people, setAside, parts, fields: [...exported.additionalFields].toSorted() }
}

function recalledIn({ subscribers }: SubscriberList): string[] {
  return Array.from(subscribers.values())
    .filter((subscriber) => subscriber instanceof RecalledSubscriber)
    .map(({ id }) => id)
}

const HOT = { balance: '1', date_activity: '2026-11-22 00:00:00', traffic: { month: { up: '1', down: 2 } } }
const HOT_PEOPLE = { a: { id: 'a', login: 'a', ...HOT }, b: { id: 'b', login: 'b', discount: '5', ...HOT } }

const PEOPLE = {
  a: { id: 'a', login: 'a', full_name: 'Коваль', balance: '1.50', discount: '5', tag: [{ id: 3 }] },
  b: { id: 'b', login: 'b', full_name: 'Мельник', balance: '-2', additional_data: [{ id: 7, value: 'x' }] },
  c: { id: 'c', login: 'c', full_name: 'Бондар', is_disable: 1 },
}

describe('a text that was read before', () => {
  test('is compared in all members of a subscriber', () => {
    expect(MEMBERS).toEqual(expect.arrayContaining(['id', 'fullName', 'balance', 'ipMacs', 'services']))
  })

  test('is recalled, and says the same', async () => {
    const texts = new MemoryInMemory()
    const first = await read(PEOPLE, texts)
    expect(recalledIn(first)).toEqual([])
    const second = await read(PEOPLE, texts)
    expect(recalledIn(second)).toEqual(['a', 'b', 'c'])
    expect(seen(second)).toEqual(seen(first))
  })

  test('is read anew where the run that read it did not come to noting it, however many there are', async () => {
    const crowd = Array.from({ length: 450 }, (_, index) => ({
      ...PEOPLE.a,
      id: `s${index}`,
      login: `s${index}`,
    }))
    const texts = new MemoryInMemory()
    await using desk = openDesk({ get_system_information: SYSTEM, get_user_list: JSON.stringify(crowd) })
    const client = clientOf(desk.url)
    await client.system()
    await client.subscribers(texts)
    expect(texts.textRows.size).toBe(0)
    const second = await read(crowd, texts)
    expect(recalledIn(second)).toHaveLength(0)
    expect(seen(second)).toEqual(seen(await read(crowd)))
    expect(recalledIn(await read(crowd, texts))).toHaveLength(450)
  })

  test.each([
    { balance: '99' },
    { balance: null },
    { date_activity: '2026-11-23 02:10:00' },
    { date_activity: '' },
    { traffic: { month: { up: '12', down: 900719925474 } } },
    { traffic: [] },
    { balance: '-7', date_activity: '23.11.2026 02:10', traffic: { month: { down: '5' } } },
  ])('is recalled with other values of what is hot: %j', async (hot) => {
    const texts = new MemoryInMemory()
    const before = { ...HOT_PEOPLE, a: { ...HOT_PEOPLE.a } }
    await read(before, texts)
    const after = { ...before, a: { ...before.a, ...hot } }
    const list = await read(after, texts)
    expect(recalledIn(list)).toEqual(['a', 'b'])
    expect(seen(list)).toEqual(seen(await read(after)))
    // Nothing is noted of it, so nothing has to be.
    expect(seen(await read(before, texts))).toEqual(seen(await read(before)))
  })

  test('is read while something hot in it cannot be read, and that is told each time', async () => {
    const texts = new MemoryInMemory()
    const { a, b } = HOT_PEOPLE
    await read({ a, b }, texts)
    for (const hot of [
      { balance: 'n/a' },
      { date_activity: 'gestern' },
      { traffic: { month: { up: 'viel' } } },
    ]) {
      for (const people of [
        { a: { ...a, ...hot }, b },
        { a: { ...a, ...hot }, b },
      ]) {
        const list = await read(people, texts)
        expect(recalledIn(list)).toEqual(['b'])
        expect(list.subscribers.get('a')?.unreadable).toHaveLength(1)
        expect(seen(list)).toEqual(seen(await read(people)))
      }
      const again = await read({ a, b }, texts)
      expect(seen(again)).toEqual(seen(await read({ a, b })))
    }
    await read({ a, b }, texts)
    expect(recalledIn(await read({ a, b }, texts))).toEqual(['a', 'b'])
  })

  test('is recalled though a record before it has got one additional field more', async () => {
    const texts = new MemoryInMemory()
    const numbered = (...counts: number[]): unknown => {
      let counter = 0
      const fieldsOf = (count: number): unknown =>
        Object.fromEntries(Array.from({ length: count }, (_, id) => [counter++, { id, value: `v${id}` }]))
      return counts.map((count, id) => ({ id: `s${id}`, login: `s${id}`, additional_data: fieldsOf(count) }))
    }
    await read(numbered(8, 1, 2, 3), texts)
    const list = await read(numbered(9, 1, 2, 3), texts)
    expect(recalledIn(list)).toEqual(['s1', 's2', 's3'])
    expect(seen(list)).toEqual(seen(await read(numbered(9, 1, 2, 3))))
  })

  test('is read anew where it changed; what is not there any more is forgotten', async () => {
    const texts = new MemoryInMemory()
    await read(PEOPLE, texts)
    const { c, ...others } = PEOPLE
    const changed = { ...others, a: { ...PEOPLE.a, comment: '99' } }
    const list = await read(changed, texts)
    expect(recalledIn(list)).toEqual(['b'])
    expect(seen(list)).toEqual(seen(await read(changed)))
    expect(texts.textRows.size).toBe(2)
  })

  test('is read anew on another day: what a tariff change without a date means depends on it', async () => {
    const texts = new MemoryInMemory()
    const people = { a: { ...PEOPLE.a, tariff: { new: [{ id: 1 }] } } }
    await read(people, texts)
    const later = await read(people, texts, { system: '{"date":"2026-12-01 00:10:00"}' })
    expect(recalledIn(later)).toEqual([])
    expect(later.subscribers.get('a')?.nextTariff).toEqual({ id: '1', startDate: '2027-01-01' })
    expect(texts.textRows.size).toBe(1)
  })

  test('is read anew by another version of the program', async () => {
    const texts = new MemoryInMemory()
    await read(PEOPLE, texts, { userAgent: 'usm-billing/1.0.0' })
    expect(recalledIn(await read(PEOPLE, texts, { userAgent: 'usm-billing/1.0.1' }))).toEqual([])
    expect(recalledIn(await read(PEOPLE, texts, { userAgent: 'usm-billing/1.0.1' }))).toEqual(['a', 'b', 'c'])
    expect(texts.textRows.size).toBe(3)
  })

  test('is read anew where what is kept of it is damaged, and kept anew', async () => {
    const texts = new MemoryInMemory()
    const first = await read(PEOPLE, texts)
    for (const [place, [hash]] of texts.textRows) texts.textRows.set(place, [hash, '["a",17,'])
    const list = await read(PEOPLE, texts)
    expect([recalledIn(list), seen(list)]).toEqual([[], seen(first)])
    expect(recalledIn(await read(PEOPLE, texts))).toEqual(['a', 'b', 'c'])
    texts.textsHeader = 'no JSON'
    expect(seen(await read(PEOPLE, texts))).toEqual(seen(first))
  })

  test('is not recalled with child accounts, nor without an id of its own', async () => {
    const texts = new MemoryInMemory()
    const people = [
      { login: 'nameless', full_name: 'known by its place only' },
      { ...PEOPLE.a, account: { x: { login: 'x' } } },
      PEOPLE.b,
    ]
    const first = await read(people, texts)
    const moved = [PEOPLE.c, ...people]
    expect(recalledIn(await read(moved, texts))).toEqual(['b'])
    expect(seen(await read(people, texts))).toEqual(seen(first))
  })

  test('is recalled without an id of its own under its key in a map', async () => {
    const texts = new MemoryInMemory()
    const people = { anna: { login: 'anna' }, 7: { login: 'seventh' }, boris: { login: 'boris' } }
    const first = await read(people, texts)
    const moved = await read(
      { boris: { login: 'boris' }, anna: { login: 'anna' }, 7: { login: 'other' } },
      texts,
    )
    expect(recalledIn(moved).toSorted()).toEqual(['anna', 'boris'])
    expect(moved.subscribers.get('anna')?.login).toBe('anna')
    expect(seen(await read(people, texts))).toEqual(seen(first))
  })

  test('of one id the last record counts, whether known or not', async () => {
    const texts = new MemoryInMemory()
    const old = { ...PEOPLE.a, full_name: 'Старий' }
    await read([old], texts)
    expect((await read([PEOPLE.a, old], texts)).subscribers.get('a')?.fullName).toBe('Старий')
    expect((await read([old, PEOPLE.a], texts)).subscribers.get('a')?.fullName).toBe('Коваль')
  })

  test('an answer that breaks off teaches nothing that is wrong, and forgets nothing', async () => {
    const texts = new MemoryInMemory()
    const first = await read(PEOPLE, texts)
    const body = JSON.stringify({ ...PEOPLE, d: { id: 'd', login: 'd' } })
    await errorOf(read(body.slice(0, -5), texts))
    expect(seen(await read(PEOPLE, texts))).toEqual(seen(first))
    expect(texts.textRows.size).toBe(3)
  })
})

describe('what the billing exports', () => {
  test('is known from texts that were recalled', async () => {
    const texts = new MemoryInMemory()
    const { exported } = await read(PEOPLE, texts)
    expect([...exported.parts]).toEqual(
      expect.arrayContaining(['discount', 'tags', 'former', 'additionalData']),
    )
    expect((await read(PEOPLE, texts)).exported).toEqual(exported)
  })

  test('is looked for in all of them when the one that showed it is gone', async () => {
    const texts = new MemoryInMemory()
    const people = { ...PEOPLE, d: { ...PEOPLE.c, id: 'd', discount: '7', additional_data: [{ id: 7 }] } }
    await read(people, texts)
    const { a, b, ...others } = people
    for (const list of [others, { c: PEOPLE.c }, PEOPLE])
      expect((await read(list, texts)).exported).toEqual((await read(list)).exported)
  })

  test('has what is hot as long as somebody has a value of it', async () => {
    const texts = new MemoryInMemory()
    const { a, b } = HOT_PEOPLE
    await read({ a, b: PEOPLE.b }, texts)
    for (const hot of [{ balance: null }, { date_activity: null, traffic: null }, {}]) {
      const people = { a: { ...a, ...hot }, b: { ...PEOPLE.b, balance: null } }
      expect((await read(people, texts)).exported).toEqual((await read(people)).exported)
    }
    expect((await read({ a, b }, texts)).exported).toEqual((await read({ a, b })).exported)
  })

  test('grows with what is new', async () => {
    const texts = new MemoryInMemory()
    await read({ c: PEOPLE.c }, texts)
    expect((await read(PEOPLE, texts)).exported).toEqual((await read(PEOPLE)).exported)
  })
})

describe.each(Object.keys(dialects) as DialectName[])('%s', (dialect) => {
  test('reads the same with and without what earlier runs read, whatever happens in between', async () => {
    const texts = new MemoryInMemory()
    let population = generatePopulation({ seed: 11, size: 60 })
    const billing = await startBilling({ population, dialect, isRunWatched: false })
    const readFrom = async (known?: MemoryInMemory): Promise<SubscriberList> => {
      const protocol = dialect === 'carbon' ? 'carbon5' : 'standart'
      const client = clientOf(billing.url, { protocol })
      await client.system()
      return noted(await client.subscribers(known))
    }
    let recalled = 0
    for (let seed = 1; seed <= 6; seed++) {
      const list = await readFrom(texts)
      recalled += recalledIn(list).length
      expect(seen(list)).toEqual(seen(await readFrom()))
      population = evolve(population, { seed, changes: 8 })
      billing.setPopulation(population)
    }
    expect(recalled).toBeGreaterThan(60)
    await billing.stop()
  })
})
