/** What is wrong with an answer's JSON, as it is shown in Ukrainian and Russian. */
import { expect, test } from 'bun:test'
import { faultText } from '../../src/billing/universal/fault-text.ts'
import { JsonError } from '../../src/json/json-error.ts'
import { readRecords } from '../../src/json/records.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { streamOf } from './streams.ts'

const SPEAKERS = [await speakerOf('uk'), await speakerOf('ru')] as const

const BODIES: readonly (readonly [fault: string, body: string | Uint8Array])[] = [
  ['empty', ' \n'],
  ['not-json', 'it is text'],
  ['not-json', '[{"id":"it is 1"},{"id":NaN}]'],
  ['not-json', '{"a":{"id":1},"b":{"name":"Лапка \\\' тут"}}'],
  ['not-json', 'Notice: it is\n[]'],
  ['scalar', '"it is a text"'],
  ['cut', '[{"id":1},{"id":'],
  ['trailing', '[{"id":1}] and more'],
  ['encoding', new Uint8Array([0x5b, 0x22, 0xcf, 0xf0, 0x22, 0x5d])],
  ['too-deep', '['.repeat(5000)],
  ['too-long', `["${'a'.repeat(9 * 1024 * 1024)}"]`],
]

test.each(BODIES)('%s', async (fault, body) => {
  const error = await errorOf(body)
  expect(error.fault).toBe(fault as JsonError['fault'])
  expect(error.message).not.toMatch(/\p{Script=Cyrillic}/u)
  const place = error.place === undefined ? '' : ` ${faultText(error.place, (text) => text)}`
  const quoted = /: "(.*)"\.$/s.exec(place)?.[1] ?? ''
  const sentence = `The answer of the billing is of no use: ${error.message}.${place}`
  for (const speaker of SPEAKERS) {
    const told = speaker.retell(sentence)
    expect(leftInEnglish(told, [quoted, 'it is 1']), told).toEqual([])
    expect(told).toContain(quoted)
  }
})

test('an answer that is larger than any can be', async () => {
  const error = await errorOf('[{"id":1},{"id":2}]', 5)
  expect(SPEAKERS.map((speaker) => speaker.retell(error.message))).toEqual([
    'JSON більший, ніж може бути така відповідь',
    'JSON больше, чем может быть такой ответ',
  ])
})

async function errorOf(body: string | Uint8Array, mostBytes?: number): Promise<JsonError> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  try {
    const options = { isEmptyBehindGarbageRefused: true, ...(mostBytes !== undefined && { mostBytes }) }
    for await (const _ of readRecords(streamOf(bytes), options));
  } catch (error) {
    if (error instanceof JsonError) return error
    throw error
  }
  throw new Error('a JsonError was expected')
}
