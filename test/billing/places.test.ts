/** T38: one bad character in a list of subscribers, and the message that leads to it. */
import { describe, expect, test } from 'bun:test'
import { MemoryInMemory } from '../sync/memory-in-memory.ts'
import { clientOf, errorOf, openDesk, readItems, readList } from './universal/answering.ts'

const GOOD = (index: number) => `{"id":"s${index}","login":"s${index}","full_name":"Коваль ${index}"}`

/** 400 records; the one in place 376 is given. */
function listWith(bad: string, isMap = true): string {
  const records = Array.from({ length: 400 }, (_, index) => {
    const record = index === 376 ? bad : GOOD(index)
    return isMap ? `"s${index}":${record}` : record
  })
  return isMap ? `{${records.join()}}` : `[${records.join()}]`
}

const faults: readonly [what: string, record: string, shown: string][] = [
  ['a raw newline', '{"id":"s376","comment":"вхід\nз двору"}', 'вхід\\nз двору"}'],
  ['an escaped apostrophe', `{"id":"s376","comment":"об\\'єднання"}`, `об\\'єднання"}`],
  ['NaN', '{"id":"s376","balance":NaN}', '"balance":NaN}'],
  ['a key with a quote', '{"id":"s376","a"b":1}', '"a"b":1}'],
  ['a missing comma', '{"id":"s376" "x":1}', '"s376" "x":1}'],
]

describe('the message names the last whole record, the place and what stands there', () => {
  for (const [what, record, shown] of faults)
    for (const isMap of [true, false])
      test(`${what} in a ${isMap ? 'map' : 'list'}`, async () => {
        const body = listWith(record, isMap)
        const { kind, message } = await errorOf(readList(body))
        expect(kind).toBe('malformed')
        expect(message).toContain('Record 376 (id "s375") is the last whole one; the fault is at byte ')
        const [, offset = '', around = ''] = /at byte (\d+): "(.*)"\.$/s.exec(message) ?? []
        const behind = Buffer.from(body).subarray(Number(offset)).toString()
        expect(record).toContain(behind.slice(0, 3))
        expect(around).toContain(shown)
        expect(around.length).toBeLessThanOrEqual(41)
        // The beginning of the list has nothing to do with it.
        expect(message).not.toContain('Коваль 0')
      })

  test('also where the records before it are known by their texts', async () => {
    const texts = new MemoryInMemory()
    const sound = listWith(GOOD(376))
    await using desk = openDesk({ get_user_list: [sound, listWith('{"id":NaN}')] })
    const { noteReading } = await clientOf(desk.url).subscribers(texts)
    noteReading?.()
    const { message } = await errorOf(clientOf(desk.url).subscribers(texts))
    expect(message).toContain('Record 376 (id "s375") is the last whole one')
  })

  test('in the very first record the beginning is shown as well', async () => {
    const { message } = await errorOf(readList('{"a":{"login":NaN}}'))
    expect(message).toContain('No record before it is whole; the fault is at byte 14: "{"a":{"login":NaN}}".')
    expect(message).toContain('It began with: {"a":{"login":NaN}}')
  })

  test('in a directory too', async () => {
    const { message } = (await readItems(
      'groups',
      'get_user_group_list',
      '{"1":{"name":"VIP"},"2":{"name":VIP}}',
    )) as {
      message: string
    }
    expect(message).toContain('Record 1 (id "1") is the last whole one; the fault is at byte 32: ')
  })
})

describe('what is secret is not shown', () => {
  const secrets: readonly [what: string, record: string][] = [
    ['the fault is in a password', `{"id":"s376","password":"k3j\\'4h5"}`],
    ['in a password behind a quote', '{"id":"s376","password":"k3j"4h5"}'],
    ['right behind a password', '{"id":"s376","password":"k3j4h5" "x":1}'],
    ['right before one', '{"id":"s376","x":NaN,"password":"k3j4h5"}'],
    ['in a password that is no text', '{"id":"s376","password":k3j4h5}'],
    ['the key is beside it', '{"id":"s376","x":NaN,"y":"K0123456789"}'],
    ['the key is where it breaks', '{"id":"s376","x":"K01234\n56789"}'],
  ]
  for (const [what, record] of secrets)
    test(what, async () => {
      const { message } = await errorOf(readList(listWith(record)))
      expect(message).toContain('Record 376 (id "s375")')
      expect(message).not.toMatch(/k3j|4h5|K0123456789/)
    })

  test('control characters are spelled', async () => {
    const { message } = await errorOf(readList(listWith('{"id":"s376","x":"\u001b[2J"}')))
    expect(message).toContain('"x":"\\u001b[2J"}')
    expect(message).not.toContain('\u001b')
  })
})
