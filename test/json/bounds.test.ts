/** One record is never larger than any can be, whoever sends it, and whatever it would have held. */
import { describe, expect, test } from 'bun:test'
import { JsonError } from '../../src/json/json-error.ts'
import { readRecords } from '../../src/json/records.ts'
import { MOST_ENTRY_BYTES } from '../../src/json/splitter.ts'
import { streamOf } from './streams.ts'

const DOT = 0x2e

/** A body of three parts of which the middle one is as many dots as are asked for; tells how much of it was taken. */
function bodyOf(head: string, dots: number, tail: string, pieceBytes = 65_536) {
  const taken = { bytes: 0 }
  const encoder = new TextEncoder()
  let left = dots
  let stage = 0
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (stage === 0) controller.enqueue(encoder.encode(head))
        if (stage > 0 && left > 0) {
          const size = Math.min(left, pieceBytes)
          left -= size
          taken.bytes += size
          controller.enqueue(new Uint8Array(size).fill(DOT))
        } else if (stage > 0) {
          controller.enqueue(encoder.encode(tail))
          controller.close()
        }
        stage++
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, taken }
}

async function countOf(stream: ReadableStream<Uint8Array>, withRecall = false): Promise<number | string> {
  let count = 0
  try {
    for await (const lot of readRecords(stream, withRecall ? { recall: { find: () => undefined } } : {}))
      count += lot.length
    return count
  } catch (error) {
    if (error instanceof JsonError) return error.message
    throw error
  }
}

/** What the huge text stands in. */
const PLACES: Readonly<Record<string, readonly [head: string, tail: string]>> = {
  'a name': ['{"1":{"full_name":"Іваненко"},"2":{"full_name":"', '"},"3":{"full_name":"x"}}'],
  'the only record': ['[{"full_name":"', '"}]'],
  'a key': ['{"1":{},"', '":{}}'],
  'a list item': ['["', '"]'],
  'the last of many': [`[${'{"id":1},'.repeat(20_000)}{"full_name":"`, '"}]'],
}
const REFUSED = 'one record of the JSON is larger than 8 MiB'

describe.each(Object.entries(PLACES))('a record that is too large: %s', (_, [head, tail]) => {
  test.each([false, true])(
    'is refused as soon as it is, not when it ends (recall %p)',
    async (withRecall) => {
      const { stream, taken } = bodyOf(head, 200_000_000, tail)
      expect(await countOf(stream, withRecall)).toBe(REFUSED)
      // And a little of what follows, for the message.
      expect(taken.bytes).toBeLessThan(MOST_ENTRY_BYTES + 300_000)
    },
  )

  test.each([1_000_003, 65_536, 4_194_304])(
    'is refused also when it comes in pieces of %d bytes',
    async (size) => {
      expect(await countOf(bodyOf(head, MOST_ENTRY_BYTES + 1, tail, size).stream)).toBe(REFUSED)
    },
  )

  test('is read when it is just small enough', async () => {
    const entry = head.slice(
      Math.max(head.lastIndexOf(',{'), head.lastIndexOf(',"2"'), head.lastIndexOf(',"'), 0),
    )
    const around = new TextEncoder().encode(entry).length + tail.length
    expect(typeof (await countOf(bodyOf(head, MOST_ENTRY_BYTES - around, tail).stream))).toBe('number')
  })
})

test('many small records are read, whatever they come to', async () => {
  const one = `{"id":1,"full_name":"${'x'.repeat(1000)}"}`
  expect(await countOf(streamOf(`[${`${one},`.repeat(20_000)}${one}]`, 100_000))).toBe(20_001)
})
