/** The parts of `verify` that compute without a server; the command itself is tried in test/commands. */
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Customer } from '../../../src/model/customer.ts'
import type { Subscriber } from '../../../src/model/subscriber.ts'
import { verifyText } from '../../../src/report/verify-text.ts'
import { aboveLicence } from '../../../src/sync/decide/licence.ts'
import { DuplicateFinder } from '../../../src/sync/verify/duplicates.ts'
import type { Verification } from '../../../src/sync/verify/verify.ts'

const keys = { login: '', agreementNumber: '', accountNumber: '' }
const customer = (key: string, changes: Partial<Customer>) =>
  ({ ...keys, parentErpId: '', ...changes, key }) as Customer
const subscriber = (changes: Partial<Subscriber>) => ({ ...keys, parentId: '', ...changes }) as Subscriber

function duplicates(customers: readonly Customer[], subscribers: readonly Subscriber[]) {
  const finder = new DuplicateFinder()
  for (const one of customers) finder.add(one)
  return finder.found(subscribers)
}

describe('duplicates', () => {
  test('are the same login, agreement or account under several ids', () => {
    const held = [
      customer('a', { login: 'petrenko', agreementNumber: 'A-1' }),
      customer('b', { login: 'petrenko', accountNumber: '77' }),
      customer('c', { agreementNumber: 'A-1', accountNumber: '77' }),
      customer('d', { agreementNumber: ' A-1 ' }),
      customer('e', { login: 'koval' }),
    ]
    expect(
      duplicates(held, [subscriber({ login: 'petrenko', agreementNumber: 'A-1', accountNumber: '77' })]),
    ).toEqual([
      { field: 'login', value: 'petrenko', ids: ['a', 'b'] },
      { field: 'agreementNumber', value: 'A-1', ids: ['a', 'c', 'd'] },
      { field: 'accountNumber', value: '77', ids: ['b', 'c'] },
    ])
  })

  test('are none where the billing has them as often', () => {
    const held = [customer('a', { agreementNumber: 'A-1' }), customer('b', { agreementNumber: 'A-1' })]
    const two = [subscriber({ agreementNumber: 'A-1' }), subscriber({ agreementNumber: 'A-1' })]
    expect(duplicates(held, two)).toEqual([])
    expect(duplicates(held, two.slice(1))).toHaveLength(1)
  })

  test('are none where nothing or 0 stands, nor between a child account and its parent', () => {
    const held = [
      customer('a', { accountNumber: '0', agreementNumber: 'A-1' }),
      customer('b', { accountNumber: '0' }),
      customer('a_1', { agreementNumber: 'A-1', parentErpId: '101' }),
    ]
    expect(duplicates(held, [])).toEqual([])
  })

  test('are found whatever the values are called', () => {
    const value = fc.oneof(fc.constantFrom('__proto__', 'constructor', '1', 'а'), fc.string())
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (logins) => {
        const held = logins.map((login, index) => customer(String(index), { login }))
        const found = duplicates(held, [])
        const ids = found.flatMap((duplicate) => duplicate.ids)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { ids: same } of found) expect(same.length).toBeGreaterThan(1)
        // A mirror of the very same records has no duplicate.
        expect(
          duplicates(
            held,
            logins.map((login) => subscriber({ login })),
          ),
        ).toEqual([])
      }),
    )
  })
})

describe('the licence', () => {
  test.each([
    [0, 5000, 0],
    [1000, 1000, 0],
    [1000, 1003, 3],
    [100, 150, 0],
    [100, 151, 1],
  ])('of %i with %i active: %i above', (limit, active, above) => {
    expect(aboveLicence(limit, active)).toBe(above)
  })
})

describe('the text', () => {
  const equal: Verification = {
    totals: [{ kind: 'balance', name: '', billing: -1250, userside: -1250 }],
    completeness: [{ field: 'phones', billing: 0.9999, userside: 0.0001 }],
    differing: 0,
    mismatches: [],
    missing: { count: 0, sample: [] },
    absent: { count: 0, sample: [] },
    duplicates: [],
    left: [],
    isToDo: false,
    licence: { limit: 0, active: 0, over: 0 },
    unmanaged: 0,
    isEqual: true,
  }

  test('says that both sides agree, and rounds no share to all or nothing', () => {
    const text = verifyText(equal)
    expect(text).toEndWith('Both sides agree.')
    expect(text).toMatch(/Sum of balances +−12\.50 +−12\.50\n/)
    expect(text).toMatch(/phones +> 99\.9 % +< 0\.1 %/)
  })

  test('marks what differs, and shows names as text', () => {
    const text = verifyText({
      ...equal,
      totals: [
        { kind: 'credit', name: '', billing: undefined, userside: 5 },
        { kind: 'tariff', name: 'Дім\u001b[31m', billing: 2, userside: 1 },
      ],
      differing: 7,
      mismatches: [{ field: 'balance', count: 7, sample: [{ id: 'petrenko', from: '12.50', to: '-3.00' }] }],
      missing: { count: 1, sample: ['koval'] },
      absent: { count: 6, sample: ['a', 'b'] },
      duplicates: [{ field: 'login', value: 'x', ids: ['1', '2'] }],
      licence: { limit: 200, active: 204, over: 4 },
      unmanaged: 3,
      isEqual: false,
    })
    expect(text).not.toContain('\u001b')
    expect(text).toMatch(/Sum of credits +not told +0\.05\n/)
    expect(text).toMatch(/tariff Дім\S* +2 +1 +≠/)
    expect(text).toContain('balance 7 (petrenko: 12.50 → −3.00; …)')
    expect(text).toContain('1 subscriber in the billing, but not in UserSide: koval')
    expect(text).toContain('6 subscribers in the billing by UserSide, but gone from it: a, b, …')
    expect(text).toContain('Twice in UserSide: login x, under 1, 2')
    expect(text).toContain('Over the licence of 200: 4 (204 are active)')
    expect(text).toContain('duplicates): 3')
  })
})
