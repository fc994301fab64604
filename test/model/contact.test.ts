import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { emailAddresses, phoneDigits, phoneNumbers } from '../../src/model/contact.ts'

const entry = (text: string, main = false) => ({ text, main })

describe('phones', () => {
  test.each([
    ['the main one comes first', [entry('111'), entry('222', true)], ['222', '111']],
    ['of two main ones the first counts', [entry('1'), entry('2', true), entry('3', true)], ['2', '1', '3']],
    ['with no main one the order stays', [entry('2'), entry('1')], ['2', '1']],
    ['digits are all that counts', [entry('+38 (067) 111-22-33')], ['380671112233']],
    ['one entry may hold several', [entry('1,2;3\r\n4\n5')], ['1', '2', '3', '4', '5']],
    ['empty ones and words drop out', [entry(''), entry('немає'), entry(',;')], []],
    ['none twice', [entry('1'), entry('1'), entry('+1')], ['1']],
    ['the main one is not repeated behind', [entry('1'), entry('1', true)], ['1']],
    ['an empty main one makes nobody main', [entry('', true), entry('1'), entry('2', true)], ['2', '1']],
  ])('%s', (_, entries, numbers) => {
    expect(phoneNumbers(entries)).toEqual(numbers)
  })

  test.each([
    ['0501112233/0671112233', ['0501112233', '0671112233']],
    ['0501112233 / 067 111-22-33 | 0931112233', ['0501112233', '0671112233', '0931112233']],
    ['0501112233 або 0671112233', ['0501112233', '0671112233']],
    ['0501112233 ИЛИ 0671112233', ['0501112233', '0671112233']],
    ['0501112233 0671112233', ['0501112233', '0671112233']],
    ['050 111 22 33 067 111 22 33', ['0501112233', '0671112233']],
    ['+38 050 111 22 33 067 111 22 33', ['380501112233', '0671112233']],
    ['+38 050 111 22 33 +38 067 111 22 33 093 111 22 33', ['380501112233', '380671112233', '0931112233']],
    ['8 912 345 67 89 8 913 345 67 89', ['89123456789', '89133456789']],
    ['0501112233 (мама) 0671112233 (тато)', ['0501112233', '0671112233']],
  ])('several in one are parted where whole numbers stand on both sides: %p', (text, numbers) => {
    expect(phoneNumbers([entry(text)])).toEqual(numbers)
  })

  test.each([
    ['044/1234567', ['0441234567']],
    ['044/1234567/0671112233', ['0441234567', '0671112233']],
    ['050-111-22-33/34', ['050111223334']],
    ['+38 (044) 123 45 67', ['380441234567']],
    ['044 123 45 67', ['0441234567']],
    ['забор 0501112233', ['0501112233']],
  ])('what is short on one side stays together: %p', (text, numbers) => {
    expect(phoneNumbers([entry(text)])).toEqual(numbers)
  })

  test.each([
    ['044-123-45-67 вн.12', ['0441234567']],
    ['044-123-45-67 ВН 12', ['0441234567']],
    ['044-123-45-67, внутр. 12', ['0441234567']],
    ['044-123-45-67 доб.5; 0501112233', ['0441234567', '0501112233']],
    ['044 1234567 ext. 12, каб. ', ['0441234567']],
    ['0441234567ext12', ['0441234567']],
    ['044-123-45-67 вн. 12/13', ['0441234567']],
    ['044-123-45-67 вн.12 0671112233', ['0441234567', '0671112233']],
    ['044-123-45-67 доб. 0671112233', ['0441234567', '0671112233']],
    ['внучка 0501112233', ['0501112233']],
  ])('an extension is cut off: %p', (text, numbers) => {
    expect(phoneNumbers([entry(text)])).toEqual(numbers)
  })

  test('more digits than any number has are none, and said', () => {
    const unreadable: string[] = []
    const entries = [entry('0501112233'), entry('05011122330671112233'), entry('123456789012345')]
    expect(phoneNumbers(entries, (text) => unreadable.push(text))).toEqual(['0501112233', '123456789012345'])
    expect(unreadable).toEqual(['05011122330671112233'])
  })

  test.each(['3,80501E+11', '3.80501e+11', ' 4E+11 '])(
    'what a spreadsheet has rounded is none, and said: %p',
    (text) => {
      const unreadable: string[] = []
      expect(phoneNumbers([entry(text), entry('0501112233')], (one) => unreadable.push(one))).toEqual([
        '0501112233',
      ])
      expect(unreadable).toEqual([text])
    },
  )

  test('are digits without repeats, whatever was typed', () => {
    const entries = fc.array(fc.record({ text: fc.string(), main: fc.boolean() }))
    fc.assert(
      fc.property(entries, (list) => {
        const numbers = phoneNumbers(list)
        expect(numbers.every((number) => /^\d+$/.test(number))).toBe(true)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(new Set(numbers)).toEqual(
          new Set(
            list.flatMap(({ text }) =>
              text
                .split(/[,;\r\n]+/)
                .map(phoneDigits)
                .filter(Boolean),
            ),
          ),
        )
      }),
    )
  })
})

describe('e-mails', () => {
  test.each([
    ['tokens with @', [entry('a@b, немає; c@d')], ['a@b', 'c@d']],
    ['without blanks', [entry(' a @ b ')], ['a@b']],
    ['parted by a blank', [entry('a@b c@d'), entry('пошта: e@f\tg@h')], ['a@b', 'c@d', 'e@f', 'g@h']],
    ['the main one first', [entry('a@b'), entry('c@d', true)], ['c@d', 'a@b']],
    ['none of nothing', [entry('немає')], []],
  ])('%s', (_, entries, addresses) => {
    expect(emailAddresses(entries)).toEqual(addresses)
  })
})
