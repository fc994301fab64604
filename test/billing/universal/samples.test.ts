/** The recorded answers of a real uBilling, where they are at hand. */
import { beforeAll, expect, test } from 'bun:test'
import type { House } from '../../../src/model/catalogue.ts'
import type { SubscriberList } from '../../../src/model/subscriber.ts'
import { startBilling } from '../../../src/sandbox/billing.ts'
import { describeWith } from '../../needs.ts'
import { type Counter, clientOf, itemsOf } from './answering.ts'
import { SAMPLES } from './bodies.ts'

describeWith('samples')('a recorded uBilling 1.6.4', () => {
  let client: Counter
  let list: SubscriberList
  let houses: House[]

  beforeAll(async () => {
    const sandbox = await startBilling({ samples: SAMPLES })
    client = clientOf(sandbox.url)
    await client.system()
    list = await client.subscribers()
    const streets = await client.streets()
    houses = itemsOf(await client.houses(streets.state === 'available' ? streets.items : new Map()))
    expect(sandbox.violations).toEqual([])
    await sandbox.stop()
  })

  test('every record is a subscriber', () => {
    expect([list.subscribers.size, list.setAside.size, client.problems.length]).toEqual([398, 0, 0])
    expect([...list.subscribers.keys()]).toEqual(
      expect.arrayContaining(['0', '007', '-5', '1e3', '__proto__', 'constructor', 'x_bare']),
    )
    expect([...list.subscribers.keys()].filter((id) => /^\d{16,}$/.test(id)).length).toBeGreaterThan(0)
  })

  test('what it does not export is found out', () => {
    const { parts } = list.exported
    expect(
      ['discount', 'corporate', 'former', 'parent', 'password'].filter((part) => parts.has(part as never)),
    ).toEqual([])
    expect(parts.size).toBe(25)
  })

  test('ordered tariff changes start on the first of December', () => {
    const starts = [...list.subscribers.values()].flatMap(({ nextTariff }) => nextTariff?.startDate ?? [])
    expect([starts.length, ...new Set(starts)]).toEqual([22, '2026-12-01'])
  })

  test('four flats are gone, and nobody has the tariff that is none', () => {
    const all = [...list.subscribers.values()]
    expect(all.flatMap(({ tariffs }) => tariffs)).not.toContain('*_NO_TARIFF_*')
    expect(all.filter(({ address }) => address === undefined).length).toBeGreaterThanOrEqual(4)
  })

  test('mangled house numbers are rebuilt, sound ones stay', () => {
    const rebuilt = houses.filter(({ sentNumber }) => sentNumber !== undefined)
    expect([houses.length, rebuilt.length]).toEqual([353, 41])
    const pairs = new Set(rebuilt.map(({ number }) => [number.number, number.block].join('|')))
    expect([...pairs]).toEqual(expect.arrayContaining(['83|корп.3', '12|1/1', 'к.101|', 'б/н|', 'Лікарня|']))
    const noNumber = houses.filter(({ number }) => number.number === '')
    for (const { number } of noNumber) expect(number.block).toBe('')
  })
})
