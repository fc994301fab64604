import { expect, test } from 'bun:test'
import { PackedTexts } from '../../src/json/entry-text.ts'

const TEXT = 'Шевченко '.repeat(4000)

test('Texts can be read at once, and once they are packed, whatever became of the room they came in', async () => {
  const room = new TextEncoder().encode(TEXT)
  const texts = new PackedTexts(false)
  texts.pack(room)
  room.fill(0)
  const plain = texts.unpack()
  expect(Buffer.from(plain).toString()).toBe(TEXT)
  // As they came they are given as they are; what is unpacked is others.
  while (texts.unpack() === plain) await Bun.sleep(1)
  expect(Buffer.from(texts.unpack()).toString()).toBe(TEXT)
})

test('Texts that were not handed over cannot be read', () => {
  expect(() => new PackedTexts(false).unpack()).toThrow(RangeError)
})
