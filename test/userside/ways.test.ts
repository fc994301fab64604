import { expect, test } from 'bun:test'
import { readWays } from '../../src/userside/ways.ts'

const NOTHING_LEARNED = { additionalCustomerFields: [], isBlockDropped: false, formBytes: 512 * 1024 }

test('what was learned is read back as it was kept', () => {
  const ways = { additionalCustomerFields: ['7'], isBlockDropped: true, formBytes: 200_000 }
  expect(readWays(JSON.parse(JSON.stringify(ways)))).toEqual(ways)
})

test.each([
  [undefined],
  [null],
  ['x'],
  [[]],
  [{}],
  [{ additionalCustomerFields: 5, isBlockDropped: 'yes', formBytes: '9' }],
  [{ additionalCustomerFields: [1], formBytes: -1 }],
  [{ formBytes: 0 }],
  [{ formBytes: 1.5 }],
  [{ formBytes: 10_000_000 }],
])('of what is missing or unreadable nothing is known: %j', (kept) => {
  expect(readWays(kept)).toEqual(NOTHING_LEARNED)
})

test('nobody learns what another one has', () => {
  readWays(undefined).additionalCustomerFields.push('7')
  expect(readWays(undefined)).toEqual(NOTHING_LEARNED)
})
