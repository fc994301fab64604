import { expect, test } from 'bun:test'
import { Replacement } from '../../src/bundle/replacement.ts'
import { replaced } from '../../src/bundle/text.ts'
import { readDecimal } from '../../src/model/decimal.ts'
import { readIp } from '../../src/model/network.ts'
import { UNREADABLE } from '../../src/model/unreadable.ts'

const KEYS = Array.from({ length: 50 }, (_each, place) =>
  new Bun.CryptoHasher('sha256').update(`${place}`).digest(),
)

function kindOfIp(text: string): string {
  const ip = readIp(text)
  return ip === UNREADABLE ? 'unreadable' : ip === undefined ? 'none' : 'an address'
}

test.each([
  ['10.77.13.64', 'an address'],
  ['10.77.13.64/32', 'an address'],
  ['3232235777', 'an address'],
  ['-1062731519', 'an address'],
  ['', 'none'],
  ['0', 'none'],
  ['-1', 'none'],
  ['0.0.0.0', 'none'],
  ['999.1.1.1', 'unreadable'],
  ['10.0.0.256', 'unreadable'],
  ['10.300.400.999', 'unreadable'],
  ['4294967296', 'unreadable'],
  ['9999999999', 'unreadable'],
  ['-2147483649', 'unreadable'],
  ['-4294967297', 'unreadable'],
  ['192.168.7.0/24', 'unreadable'],
  ['192.168.7.1, 192.168.7.2', 'unreadable'],
  ['fe80::77:1364', 'unreadable'],
] as const)('of the IP %p stands %s for it, whatever the key', (text, kind) => {
  expect(kindOfIp(text)).toBe(kind)
  for (const key of KEYS) {
    const rules = { replacement: new Replacement(key), hashes: new Map() }
    const made = replaced(text, 'ip', rules)
    expect(kindOfIp(made), made).toBe(kind)
    if (kind === 'unreadable' && /\d{3}/.test(text)) expect(made).not.toBe(text)
  }
})

const SPELLINGS: readonly (readonly [string, ...string[]])[] = [
  ['1234.50', '1 234,50', '1,234.50', " +1'234.50 ", '1234.5', '1234.500'],
  ['0.37', '.37', ',37', '0.370'],
  ['-77.14', '-77.136', '-77,14'],
  ['150', '150.00', '0150', '+150,0'],
]

test.each(SPELLINGS.map((spellings) => [spellings]))(
  'an amount stays equal to itself in every spelling, and is another: %p',
  (spellings) => {
    for (const key of KEYS.slice(0, 5)) {
      const rules = { replacement: new Replacement(key), hashes: new Map() }
      const made = spellings.map((text) => replaced(text, 'amount', rules))
      const units = made.map((text) => readDecimal(text, 2))
      expect(new Set(units).size, made.join(' | ')).toBe(1)
      expect(units[0]).not.toBe(readDecimal(spellings[0] ?? '', 2))
      // Only digits differ.
      expect(made.map((text) => text.replace(/\d/g, '9'))).toEqual(
        spellings.map((text) => text.replace(/\d/g, '9')),
      )
    }
  },
)

test.each(['н/д', '12 грн', 'NaN', '1.2.3', '--5'])('what is no amount stays none: %p', (text) => {
  for (const key of KEYS) {
    const rules = { replacement: new Replacement(key), hashes: new Map() }
    expect(readDecimal(replaced(text, 'amount', rules), 2)).toBe(UNREADABLE)
  }
})
