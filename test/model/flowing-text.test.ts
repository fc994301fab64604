import { describe, expect, test } from 'bun:test'
import { flowingText, isSameText, linedText, plainText } from '../../src/model/text.ts'

describe('a text that is no name', () => {
  test('keeps the blanks inside and turns every line end into one', () => {
    expect(flowingText('  поверх 3,  код 12\r\nдомофон\nні ')).toBe('поверх 3,  код 12 домофон ні')
  })

  test('is decoded to the end and loses control characters', () => {
    expect(flowingText('a &amp;#039; b\u0000\tc')).toBe("a ' b c")
  })

  test('is the same as one that is spaced or encoded otherwise', () => {
    expect(isSameText('О&#039;Коннор  Іван', "О'Коннор Іван ")).toBe(true)
    expect(isSameText('a b', 'ab')).toBe(false)
  })

  test('of several lines keeps them, however they end', () => {
    expect(linedText(' кабель по горищу\r\nсвердлити\rні\t&#039;\u0000\n')).toBe(
      "кабель по горищу\nсвердлити\nні '",
    )
  })

  test('a name is folded', () => expect(plainText(' Мар`яненко   О. ')).toBe('Мар`яненко О.'))
})
