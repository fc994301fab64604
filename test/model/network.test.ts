import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { isInRanges, parseIpRange } from '../../src/model/ip-range.ts'
import { formatIp, parseIp, parseMac, readIp } from '../../src/model/network.ts'
import { UNREADABLE } from '../../src/model/unreadable.ts'

describe('an IP address', () => {
  test.each([
    [3_232_235_521, 3_232_235_521],
    ['3232235521', 3_232_235_521],
    ['192.168.0.1', 3_232_235_521],
    [' 10.0.0.1 ', 167_772_161],
    ['255.255.255.255', 0xffff_ffff],
    [1, 1],
  ])('%p is %p', (value, ip) => {
    expect(parseIp(value)).toBe(ip)
  })

  test.each([
    0,
    '0',
    '',
    '0.0.0.0',
    false,
    null,
    undefined,
    -1,
    '-1',
    1.5,
    0x1_0000_0000,
    '4294967296',
    '256.0.0.1',
    '10.0.0',
    '10.0.0.1.2',
    '::1',
    'localhost',
    {},
  ])('%p is none', (value) => {
    expect(parseIp(value)).toBeUndefined()
  })

  test.each([
    [-1_062_731_519, 3_232_235_777],
    ['-1062731519', 3_232_235_777],
    [-2_147_483_648, 0x8000_0000],
    ['192.168.0.1/32', 3_232_235_521],
    ['192.168.0.1 /32', 3_232_235_521],
    ['-1062731519/32', 3_232_235_777],
    ['3232235521', 3_232_235_521],
    [0xffff_ffff, 0xffff_ffff],
  ])('of a billing %p is %p', (value, ip) => {
    expect(readIp(value)).toBe(ip)
  })

  test.each([0, -1, '-1', '0', '', ' ', '0.0.0.0', '000.000.000.000', false, null, undefined])(
    'of a billing %p is none',
    (value) => {
      expect(readIp(value)).toBeUndefined()
    },
  )

  test.each([
    '192.168.0.0/24',
    '192.168.0.1/31',
    '0.0.0.0/0',
    '::1',
    'fe80::1',
    '192.168.0.1,192.168.0.2',
    '192.168.0.1 192.168.0.2',
    '192.168.0.1-192.168.0.9',
    '256.0.0.1',
    '10.0.0',
    0x1_0000_0000,
    '4294967296',
    -2_147_483_649,
    '-2147483649',
    1.5,
    'dynamic',
    true,
    {},
    [[]],
  ])('of a billing %p is there and cannot be read', (value) => {
    expect(readIp(value)).toBe(UNREADABLE)
  })

  test('of a billing is the same in all its forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffff_fffe }), (ip) => {
        const signed = ip >= 2 ** 31 ? ip - 2 ** 32 : ip
        const forms = [ip, String(ip), formatIp(ip), `${formatIp(ip)}/32`, signed, String(signed)]
        expect(forms.map(readIp)).toEqual(forms.map(() => ip))
      }),
    )
  })

  test('is the same in all its forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffff_ffff }), (ip) => {
        expect([parseIp(ip), parseIp(String(ip)), parseIp(formatIp(ip))]).toEqual([ip, ip, ip])
      }),
    )
  })
})

describe('a MAC address', () => {
  test.each([
    ['001122aabbcc', '001122aabbcc'],
    ['00:11:22:AA:BB:CC', '001122aabbcc'],
    ['00-11-22-aa-bb-cc', '001122aabbcc'],
    ['0011.22aa.bbcc', '001122aabbcc'],
    ['none; 00:11:22:aa:bb:cc', '001122aabbcc'],
    ['00:00:00:00:00:00, 001122aabbcc 001122aabbdd', '001122aabbcc'],
    [112_233_445_566, '112233445566'],
  ])('%p is %p', (value, mac) => {
    expect(parseMac(value)).toBe(mac)
  })

  test.each([
    '',
    '000000000000',
    'ff:ff:ff:ff:ff:ff',
    '00112233445',
    '0011223344556',
    'gg1122334455',
    null,
    undefined,
    {},
    12,
  ])('%p is none', (value) => {
    expect(parseMac(value)).toBe('')
  })

  test('is 12 lower-case hex digits or nothing, whatever was typed', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(parseMac(text)).toMatch(/^(?:[0-9a-f]{12})?$/)))
  })
})

describe('a range of addresses', () => {
  test.each([
    ['10.0.0.1-10.0.0.9', 167_772_161, 167_772_169],
    ['10.0.0.77/24', 167_772_160, 167_772_415],
    ['10.0.0.1', 167_772_161, 167_772_161],
    ['10.0.0.1/32', 167_772_161, 167_772_161],
    ['0.0.0.0/0', 0, 0xffff_ffff],
    [[167_772_161, '10.0.0.9'], 167_772_161, 167_772_169],
    ['167772161 - 167772169', 167_772_161, 167_772_169],
  ])('%p', (text, first, last) => {
    expect(parseIpRange(text)).toEqual({ first, last })
  })

  test.each([
    ['10.0.0.9-10.0.0.1', 'ends before it begins'],
    ['10.0.0.1/33', 'is not a prefix length'],
    ['10.0.0.1/', 'is not a prefix length'],
    ['10.0.0/24', 'is not an IPv4 address'],
    ['10.0.0.1-', 'is not an IPv4 address'],
    ['1-2-3', 'is not a range'],
    ['', 'is not an IPv4 address'],
    [[1], 'a pair of integers'],
    [[2, 1], 'ends before it begins'],
    [5, 'is expected'],
    [null, 'is expected'],
  ])('%p is none, and the sentence says why', (value, why) => {
    expect(String(parseIpRange(value))).toContain(why)
  })

  test('a network holds exactly its addresses', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 0xffff_ffff }),
        fc.integer({ min: 1, max: 32 }),
        fc.integer({ min: 1, max: 0xffff_ffff }),
        (ip, bits, other) => {
          const range = parseIpRange(`${formatIp(ip)}/${bits}`)
          if (typeof range === 'string') throw new Error(range)
          const isSameNet = Math.floor(ip / 2 ** (32 - bits)) === Math.floor(other / 2 ** (32 - bits))
          expect(isInRanges(ip, [range])).toBe(true)
          expect(isInRanges(other, [range])).toBe(isSameNet)
          expect(isInRanges(other, [])).toBe(false)
        },
      ),
    )
  })
})
