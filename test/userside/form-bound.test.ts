import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { FormBound } from '../../src/userside/form-bound.ts'
import { sendInLots } from '../../src/userside/lots.ts'
import type { HouseName, Userside, UsersideWays, WriteResult } from '../../src/userside/userside.ts'
import { MOST_FORM_BYTES, readWays } from '../../src/userside/ways.ts'
import { collect, type Request, startErp } from './erp.ts'

const KIB = 1024
const DONE = { kind: 'done', value: undefined } as const

/** A house whose name is mostly Cyrillic, six bytes a letter as encoded. */
function house(number: number): HouseName {
  const parts = { province: 'Львівська', district: '', city: 'Стрий', area: '', block: 'А', postcode: '' }
  return { ...parts, street: `вулиця Степана Бандери ${number % 97}`, number: String(number) }
}

function houses(count: number): [string, HouseName][] {
  return Array.from({ length: count }, (_, index) => [String(index + 1), house(index + 1)])
}

const CREATE = { create: true, short: false, configurationHash: 'f'.repeat(32) }

function createHouses(userside: Userside, count: number) {
  return sendInLots(houses(count), {
    size: 10_000,
    send: (lot) => userside.compareHouses(new Map(lot), CREATE),
  })
}

/** Answers as an ERP behind a proxy that takes so many bytes. */
function behindProxy(most: number, status: number, seen: Request[] = []) {
  return (request: Request): Response => {
    if (request.rawBody.length > most) return new Response('too large', { status })
    seen.push(request)
    const ids = Object.keys(request.data ?? {}).map((id) => [id, 1000 + Number(id)])
    return Response.json({ Result: 'OK', data: Object.fromEntries(ids), Id: 1 })
  }
}

describe('a form of more than 512 KiB', () => {
  test('is not sent, but answered with how many it should be cut into', async () => {
    using erp = startErp()
    const result = await erp.userside.compareHouses(new Map(houses(6000)), CREATE)
    expect(result).toMatchObject({ kind: 'refused', message: expect.stringContaining('512 KB') })
    expect(erp.requests).toEqual([])
    expect(erp.userside.tally.writes).toBe(0)
  })

  test('goes in as few that fit', async () => {
    const seen: Request[] = []
    using erp = startErp({ 'address/compare_house': behindProxy(512 * KIB, 413, seen) })
    expect((await createHouses(erp.userside, 6000)).size).toBe(0)
    const bytes = seen.reduce((sum, { rawBody }) => sum + rawBody.length, 0)
    expect(erp.requests).toHaveLength(seen.length)
    expect(seen.length).toBe(Math.ceil(bytes / (512 * KIB * 0.95)))
    expect(new Set(seen.flatMap(({ data }) => Object.keys(data as object))).size).toBe(6000)
  })

  test('of one record cannot be cut: that record is refused, the others go through', async () => {
    using erp = startErp()
    const lot = [
      { billingId: 'a', name: 'x' },
      { billingId: 'b', name: 'ж'.repeat(100_000) },
      { billingId: 'c', name: 'y' },
    ]
    const failures = await sendInLots(lot, { size: 100, send: (part) => erp.userside.addCustomers(part) })
    expect([...failures.keys()].map(({ billingId }) => billingId)).toEqual(['b'])
    expect(erp.requests.map(({ data }) => data)).toEqual([
      [{ billing_customer_id: 'a', name: 'x' }],
      [{ billing_customer_id: 'c', name: 'y' }],
    ])
  })

  const writes: [string, (userside: Userside, text: string) => Promise<WriteResult<unknown>>][] = [
    ['group', (userside, text) => userside.addGroup(text)],
    [
      'message',
      (userside, text) =>
        userside.addMessage({ billingMessageId: '1', customerErpId: '1', unixTime: 1, text }),
    ],
    ['edit', (userside, comment) => userside.editCustomers(new Map([['1', { comment }]]), { hot: false })],
    ['tariff', (userside, name) => userside.editTariffs(new Map([['1', { name }]]))],
  ]
  test.each(writes)('of no kind of write is sent: %s', async (_, write) => {
    using erp = startErp()
    expect(await write(erp.userside, 'ж'.repeat(100_000))).toMatchObject({ kind: 'refused' })
    expect(erp.requests.filter(({ rawBody }) => rawBody.length > 512 * KIB)).toEqual([])
  })
})

test('a form that fits is never cut: lots of ordinary records take the requests they always took', async () => {
  using erp = startErp()
  const patches = new Map(Array.from({ length: 4000 }, (_, id) => [String(id + 1), { balance: '-1234.50' }]))
  expect(await erp.userside.editCustomers(patches, { hot: true })).toEqual(DONE)
  const names = Array.from({ length: 100 }, (_, id) => ({
    billingId: `user${id}`,
    name: 'Петренко Олександр Миколайович',
  }))
  expect(await erp.userside.addCustomers(names)).toEqual(DONE)
  expect(erp.requests).toHaveLength(2)
})

describe('HTTP 413', () => {
  test.each([300, 256, 128, 64, 20])(
    'proves that nothing was done: everything arrives behind a proxy of %d KiB, few forms in vain',
    async (kib) => {
      const seen: Request[] = []
      using erp = startErp({ 'address/compare_house': behindProxy(kib * KIB, 413, seen) })
      expect((await createHouses(erp.userside, 3000)).size).toBe(0)
      expect(new Set(seen.flatMap(({ data }) => Object.keys(data as object))).size).toBe(3000)
      expect(seen.flatMap(({ data }) => Object.keys(data as object))).toHaveLength(3000)
      expect(erp.requests.length - seen.length).toBeLessThanOrEqual(6)
    },
  )

  test('is learned for the runs after it: none of their forms is in vain', async () => {
    const seen: Request[] = []
    using erp = startErp({ 'address/compare_house': behindProxy(100 * KIB, 413, seen) })
    await createHouses(erp.userside, 2000)
    const ways = readWays(JSON.parse(JSON.stringify(erp.userside.ways)))
    const before = erp.requests.length
    seen.length = 0
    await createHouses(erp.client({ ways }), 2000)
    expect(erp.requests.length - before).toBe(seen.length)
  })

  test('cuts a lot of tariffs too, before they go one by one', async () => {
    const seen: Request[] = []
    using erp = startErp({ 'tariff/group_edit': behindProxy(20 * KIB, 413, seen) })
    const patches = new Map(
      Array.from({ length: 100 }, (_, id) => [String(id + 1), { name: 'ж'.repeat(100) }]),
    )
    expect(await erp.userside.editTariffs(patches)).toEqual(DONE)
    expect(seen.flatMap(({ data }) => Object.keys(data as object))).toHaveLength(100)
    expect(new Set(erp.calls())).toEqual(new Set(['tariff/group_edit']))
  })

  test('of a form that cannot be too big is only about that form', async () => {
    using erp = startErp({ 'customer/add_tag': () => new Response('', { status: 413 }) })
    expect(await erp.userside.addTag('VIP')).toMatchObject({ kind: 'refused', parts: 2 })
    expect(erp.userside.ways.formBytes).toBe(MOST_FORM_BYTES)
  })
})

describe('HTTP 403 on a large form', () => {
  const script = (most: number, seen: Request[]) => ({
    get_user_list: '{}',
    'address/compare_house': behindProxy(most, 403, seen),
  })

  test('after calls that went well is a form PHP has dropped: it goes in halves, and later ones fit', async () => {
    const seen: Request[] = []
    using erp = startErp(script(300 * KIB, seen))
    await collect(erp.userside.customers({ withPasswords: false }))
    await erp.userside.addTag('VIP')
    expect((await createHouses(erp.userside, 3000)).size).toBe(0)
    expect(new Set(seen.flatMap(({ data }) => Object.keys(data as object))).size).toBe(3000)
  })

  test('ends the run the second time', async () => {
    using erp = startErp({
      'customer/add_tag': { Result: 'OK', Id: 1 },
      'address/compare_house': () => new Response('', { status: 403 }),
    })
    await erp.userside.addTag('VIP')
    await expect(createHouses(erp.userside, 3000)).rejects.toMatchObject({
      code: 'userside',
      kind: 'refused',
    })
    expect(erp.requests.filter(({ call }) => call === 'address/compare_house')).toHaveLength(2)
  })

  test.each([
    ['before any call went well', [], 1000],
    ['of an ordinary size', ['hello'], 50],
  ])('%s is a wrong key', async (_, welcomed, count) => {
    using erp = startErp({ 'address/compare_house': () => new Response('', { status: 403 }) })
    for (const name of welcomed) await erp.userside.addCustomers([{ billingId: name, name }])
    const comparing = erp.userside.compareHouses(new Map(houses(count)), CREATE)
    await expect(comparing).rejects.toMatchObject({ code: 'userside', kind: 'refused' })
    expect(erp.requests).toHaveLength(welcomed.length + 1)
  })

  test('of forms that were on their way together is one and the same dropping', () => {
    const bound = new FormBound(readWays(undefined))
    expect(bound.refusedForKey(400 * KIB)).toBeGreaterThanOrEqual(2)
    expect(bound.refusedForKey(390 * KIB)).toBeGreaterThanOrEqual(2)
    expect(bound.refusedForKey(150 * KIB)).toBeUndefined()
  })
})

describe('the bound on forms', () => {
  test('finds its way below any limit in a few steps, and never above what was taken', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: MOST_FORM_BYTES }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(fc.integer({ min: 32 * KIB, max: MOST_FORM_BYTES }), sizes, (limit, forms) => {
        const ways: UsersideWays = readWays(undefined)
        const bound = new FormBound(ways)
        let inVain = 0
        for (const form of forms) {
          if (bound.partsOf(form) > 1) continue
          if (form <= limit) bound.took(form)
          else {
            inVain += 1
            expect(bound.refused(form)).toBeGreaterThanOrEqual(2)
            expect(bound.most).toBeLessThan(form)
          }
          expect(readWays(JSON.parse(JSON.stringify(ways)))).toEqual(ways)
        }
        expect(inVain).toBeLessThanOrEqual(Math.max(5, forms.length))
        expect(bound.most).toBeGreaterThanOrEqual(16 * KIB)
      }),
    )
  })

  test('holds what is kept of it to its own', () => {
    expect(new FormBound({ ...readWays(undefined), formBytes: 10 ** 9 }).most).toBe(MOST_FORM_BYTES)
  })
})
