import { describe, expect, test } from 'bun:test'
import { recogniser } from '../../src/text/recognition.ts'

const recognise = recogniser({
  'There is none.': 'A',
  '{1} of {2}': 'B',
  '{1} of the {2}': 'C',
  'Read {1}: {2}.': 'D',
  'called "{1}" by {2}': 'E',
})
const valuesOf = (text: string) => recognise(text)?.values

describe('a sentence', () => {
  test('is known by its words', () => {
    expect(recognise('There is none.')).toMatchObject({ translation: 'A', values: [] })
    expect(recognise('There is some.')).toBeUndefined()
    expect(recognise('there is none.')).toBeUndefined()
    expect(recognise('')).toBeUndefined()
  })

  test('gives what was filled in: up to the first of the words behind it, the last up to the end', () => {
    expect(valuesOf('Read /a: b: c.')).toEqual(['/a', 'b: c'])
    expect(valuesOf('Read a.b: c..')).toEqual(['a.b', 'c.'])
    expect(valuesOf('3 of 4 of 5')).toEqual(['3', '4 of 5'])
  })

  test('is not known with nothing filled in', () => {
    expect(valuesOf('Read : x.')).toBeUndefined()
    expect(valuesOf('Read x: .')).toBeUndefined()
    expect(valuesOf(' of 4')).toBeUndefined()
  })

  test('is the phrase with the most words of its own', () => {
    expect(recognise('3 of the 4')).toMatchObject({ phrase: '{1} of the {2}', values: ['3', '4'] })
  })

  test('tells which of the values stand in quotes', () => {
    expect(recognise('called "a of b" by c')).toMatchObject({
      values: ['a of b', 'c'],
      isQuoted: [true, false],
    })
  })

  test('ends with the quotes of its last value', () => {
    expect(recogniser({ 'called "{1}"': 'F' })('called "a"; did you mean "b"')).toBeUndefined()
    expect(recogniser({ 'called "{1}"': 'F' })('called "ТОВ "Промінь", Київ"')).toBeDefined()
  })

  test('is no key that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect(recognise(name)).toBeUndefined()
  })
})
