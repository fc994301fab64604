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
