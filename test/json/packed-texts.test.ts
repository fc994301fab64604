import { expect, test } from 'bun:test'
import { PackedTexts } from '../../src/json/entry-text.ts'

const TEXT = 'Шевченко '.repeat(4000)

test('Texts can be read at once, and once they are packed, whatever became of the room they came in', async () => {
  const room = Buffer.from(TEXT)
  const texts = new PackedTexts(false)
  texts.pack(room)
  room.fill(0)
  expect(texts.size).toBe(room.length)
  expect(Buffer.from(texts.unpack()).toString()).toBe(TEXT)
  while (texts.size === room.length) await Bun.sleep(1)
  expect(texts.size).toBeLessThan(room.length / 10)
  expect(Buffer.from(texts.unpack()).toString()).toBe(TEXT)
})

test('Texts that were not handed over cannot be read', () => {
  const texts = new PackedTexts(false)
  expect(texts.size).toBe(0)
  expect(() => texts.unpack()).toThrow(RangeError)
})
