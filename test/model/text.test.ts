import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { cutText, decodeEntities, foldSpace, plainName, plainText, printable } from '../../src/model/text.ts'

describe('entities', () => {
  test.each([
    ['&#039;', "'"],
    ['&#39;', "'"],
    ['&#x27;', "'"],
    ['&#X2F;', '/'],
    ['&amp;#039;', "'"],
    ['&amp;amp;amp;lt;', '<'],
    ['&quot;&apos;&nbsp;', '"\' '],
    ['&#128512;', '😀'],
    ['&#0;', '&#0;'],
    ['&#55357;', '&#55357;'],
    ['&#1114112;', '&#1114112;'],
    ['&unknown;', '&unknown;'],
    ['&hasOwnProperty;', '&hasOwnProperty;'],
    ['A & B', 'A & B'],
    ['&#039', '&#039'],
  ])('%p decodes to %p', (text, plain) => {
    expect(decodeEntities(text)).toBe(plain)
  })

  test('however often a text was encoded, it is the same text', () => {
    const encode = (text: string): string =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll("'", '&#039;')
        .replaceAll('/', '&#047;')
        .replaceAll('<', '&lt;')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 4 }), (text, times) => {
        let encoded = text
        for (let turn = 0; turn < times; turn++) encoded = encode(encoded)
        expect(decodeEntities(encoded)).toBe(decodeEntities(text))
      }),
    )
  })
})

describe('a plain text', () => {
  test.each([
    ['  Подвійні   пробіли  ', 'Подвійні пробіли'],
    ['Таб\tі\r\nрядок', 'Таб і рядок'],
    ['a\u00a0b\u2028c', 'a b c'],
    ['\u0000a\u0007b\u009f', 'ab'],
    ['Верт\u000bтаб\u001fUS', 'Верт таб US'],
    ['&#10;a&#9;b', 'a b'],
    ['&#1;x', 'x'],
    ["Дем'янчук &#039;О&#039;", "Дем'янчук 'О'"],
  ])('%p is %p', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  test('is plain already when it is made plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = plainText(text)
        expect(plainText(plain)).toBe(plain)
        expect(plain).toBe(foldSpace(plain))
        expect(plain).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
      }),
    )
  })

  test('a name has no backslashes either', () => {
    expect(plainName('C:\\Users\\\\admin&#092;x')).toBe('C: Users admin x')
    fc.assert(fc.property(fc.string(), (text) => expect(plainName(text)).not.toContain('\\')))
  })

  test('what is shown turns no terminal upside down', () => {
    expect(printable('a\u001b[31mb\u202ec\nd')).toBe('a[31mbc d')
  })
})

describe('a text that is cut', () => {
  test('never ends in half a character', () => {
    expect(cutText('aб😀', 3)).toBe('aб')
    expect(cutText('aб😀', 4)).toBe('aб😀')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 20 }), (text, most) => {
        const cut = cutText(text, most)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(text.startsWith(cut)).toBe(true)
        expect(cut.isWellFormed()).toBe(text.slice(0, cut.length).isWellFormed() && text.isWellFormed())
      }),
    )
  })
})
