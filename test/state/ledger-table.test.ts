/** The ledger of creates: what it remembers of a create whatever became of it. */
import { describe, expect, test } from 'bun:test'
import type { LedgerItem } from '../../src/model/ledger.ts'
import { openInMemory } from '../../src/state/database.ts'
import { LedgerTable, ledgerInMemory } from '../../src/state/ledger-table.ts'

const VIP: LedgerItem = { kind: 'group', key: 'VIP', name: 'VIP' }
const KOVAL: LedgerItem = { kind: 'subscriber', key: 'koval', name: 'Коваль' }
const THEN = new Date('2026-11-29T12:00:00.000Z')

describe('a create', () => {
  test('is found by a later run', () => {
    const database = openInMemory()
    expect(new LedgerTable(database).find('group', 'VIP')).toBeUndefined()
    new LedgerTable(database).sending([VIP], THEN)
    expect(new LedgerTable(database).find('group', 'VIP')).toMatchObject({ creates: 1, fate: 'open' })
  })

  test('is open from before it is sent', () => {
    const ledger = ledgerInMemory()
    ledger.sending([VIP], THEN)
    expect(ledger.find('group', 'VIP')).toEqual({
      ...VIP,
      erpId: '',
      creates: 1,
      sentAt: THEN.toISOString(),
      fate: 'open',
    })
    expect([ledger.find('tag', 'VIP'), ledger.count('group')]).toEqual([undefined, 0])
  })

  test('that was answered counts, with the id of the answer', () => {
    const ledger = ledgerInMemory()
    ledger.sending([VIP], THEN)
    ledger.settle([VIP], 'done', () => '7')
    expect(ledger.find('group', 'VIP')).toMatchObject({ erpId: '7', fate: 'done', creates: 1 })
    expect(ledger.count('group')).toBe(1)
  })

  test('whose answer was lost is remembered as such, and keeps the id it had', () => {
    const ledger = ledgerInMemory()
    ledger.sending([VIP], THEN)
    ledger.settle([VIP], 'done', () => '7')
    ledger.sending([VIP], THEN)
    ledger.settle([VIP], 'lost')
    expect(ledger.find('group', 'VIP')).toMatchObject({ erpId: '7', fate: 'lost', creates: 2 })
  })

  test('that was refused never was; one before it still is', () => {
    const ledger = ledgerInMemory()
    ledger.sending([VIP], THEN)
    ledger.withdraw([VIP])
    expect(ledger.find('group', 'VIP')).toBeUndefined()
    ledger.sending([VIP], THEN)
    ledger.settle([VIP], 'done', () => '7')
    ledger.sending([VIP], THEN)
    ledger.withdraw([VIP])
    expect(ledger.find('group', 'VIP')).toMatchObject({ creates: 1, erpId: '7' })
  })

  test('that was refused takes with it none of those it was sent with', () => {
    const ledger = ledgerInMemory()
    ledger.sending([VIP, KOVAL], THEN)
    ledger.withdraw([])
    ledger.withdraw([VIP])
    expect(ledger.find('group', 'VIP')).toBeUndefined()
    expect(ledger.find('subscriber', 'koval')).toMatchObject({ creates: 1, fate: 'open' })
  })
})

describe('subscribers of a list', () => {
  test('are remembered until it does not show them, in billing or not', () => {
    const ledger = ledgerInMemory()
    const lys = { key: 'lys', erpId: '2', isInBilling: false, wasKnown: false }
    ledger.saveShown({
      shown: [{ key: 'koval', erpId: '1', isInBilling: true, wasKnown: true }, lys],
      gone: [],
    })
    expect([...ledger.shownSubscribers()]).toEqual([
      { key: 'koval', erpId: '1', isInBilling: true, wasKnown: true },
      lys,
    ])
    expect(ledger.count('subscriber')).toBe(1)
    ledger.saveShown({ shown: [], gone: ['koval'] })
    expect([...ledger.shownSubscribers()]).toEqual([lys])
    expect(ledger.find('subscriber', 'koval')).toBeUndefined()
  })

  test('that were created are remembered as created when no list shows them', () => {
    const ledger = ledgerInMemory()
    ledger.sending([KOVAL], THEN)
    ledger.settle([KOVAL], 'done')
    expect(ledger.count('subscriber')).toBe(1)
    ledger.saveShown({ shown: [], gone: ['koval'] })
    expect(ledger.count('subscriber')).toBe(0)
    expect(ledger.find('subscriber', 'koval')).toMatchObject({ creates: 1, fate: 'done' })
  })

  test('a lost create that is shown after all is settled by it', () => {
    const ledger = ledgerInMemory()
    ledger.sending([KOVAL], THEN)
    ledger.settle([KOVAL], 'lost')
    ledger.saveShown({ shown: [{ key: 'koval', erpId: '5', isInBilling: true, wasKnown: true }], gone: [] })
    expect(ledger.find('subscriber', 'koval')).toMatchObject({ creates: 1, fate: 'done', erpId: '5' })
  })
})

test('what was given to a subscriber is replaced as a whole', () => {
  const ledger = ledgerInMemory()
  expect(ledger.given('koval')).toEqual([])
  ledger.saveGiven([['koval', ['group 3', 'service 7']]])
  expect(ledger.given('koval')).toEqual(['group 3', 'service 7'])
  ledger.saveGiven([['koval', []]])
  expect(ledger.given('koval')).toEqual([])
})
