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
