/** Finding the phrase a sentence was made of. */
import { describe, expect, test } from 'bun:test'
import { recogniser } from '../../src/text/recognition.ts'
import { speakerOf } from '../../src/text/speaker.ts'

const forms = (what: string) => ({ one: what, few: what, many: what })
const recognise = recogniser({
  '{1} houses ({2})': '…',
  '{1} read': forms('…'),
  'it cannot be read ({1})': '…',
})

describe('a phrase', () => {
  test('does not reach into the next one of its shape', () => {
    expect(recognise('5 houses (1 %)')?.values).toEqual(['5', '1 %'])
    expect(recognise('5 houses (1 %), 6 houses (2 %)')).toBeUndefined()
  })

  test('that is chosen by a number has a number there, not a sentence', () => {
    expect(recognise('7 read')?.values).toEqual(['7'])
    expect(recognise('1\u00a0234 read')?.values).toEqual(['1\u00a0234'])
    expect(recognise('everything can be read')).toBeUndefined()
    expect(recognise('everything can be read', true)).toBeUndefined()
  })

  test('holds what somebody else has said, whatever its brackets, where nothing else fits', async () => {
    expect(recognise('it cannot be read (near ")" at line 1)')).toBeUndefined()
    expect(recognise('it cannot be read (near ")" at line 1)', true)?.values).toEqual(['near ")" at line 1'])
    const speaker = await speakerOf('uk')
    expect(speaker.retell('UserSide did not compare the houses: near ")" at line 1')).toBe(
      'UserSide не зіставив будинки: near ")" at line 1',
    )
    expect(speaker.retell('petrenko: everything can be read')).toBe('petrenko: everything can be read')
  })
})

const recogniseWords = recogniser({
  'There is none.': 'A',
  '{1} of {2} from {3}': 'B',
  '{1} of the {2}': 'C',
  'Read {1}: {2}.': 'D',
  'called "{1}" by {2}': 'E',
})
const valuesOf = (text: string) => recogniseWords(text)?.values

describe('a sentence', () => {
  test('is known by its words', () => {
    expect(recogniseWords('There is none.')).toMatchObject({ translation: 'A', values: [] })
    expect(recogniseWords('There is some.')).toBeUndefined()
    expect(recogniseWords('there is none.')).toBeUndefined()
    expect(recogniseWords('')).toBeUndefined()
  })

  test('gives what was filled in: up to the first of the words behind it, the last up to the end', () => {
    expect(valuesOf('Read /a: b: c.')).toEqual(['/a', 'b: c'])
    expect(valuesOf('Read a.b: c..')).toEqual(['a.b', 'c.'])
    expect(valuesOf('3 of 4 from 5 of 6')).toEqual(['3', '4', '5 of 6'])
  })

  test('is not known with nothing filled in', () => {
    expect(valuesOf('Read : x.')).toBeUndefined()
    expect(valuesOf('Read x: .')).toBeUndefined()
    expect(valuesOf(' of 4 from 5')).toBeUndefined()
  })

  test('is the phrase with the most words of its own', () => {
    expect(recogniseWords('3 of the 4')).toMatchObject({ phrase: '{1} of the {2}', values: ['3', '4'] })
  })

  test('tells which of the values stand in quotes', () => {
    expect(recogniseWords('called "a of b" by c')).toMatchObject({
      values: ['a of b', 'c'],
      isQuoted: [true, false],
    })
  })

  test('ends with the quotes of its last value', () => {
    expect(recogniser({ 'called "{1}"': 'F' })('called "a"; did you mean "b"')).toBeUndefined()
    expect(recogniser({ 'called "{1}"': 'F' })('called "ТОВ "Промінь", Київ"')).toBeDefined()
  })

  test('is no key that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect(recogniseWords(name)).toBeUndefined()
  })

  test('without a word of its own is not known: any text might be made of it', () => {
    const bare = recogniser({ '{1} ({2})': 'G' })
    expect(bare('3 (4)')).toBeUndefined()
    expect(bare('3 (4)', true)).toBeUndefined()
  })
})
