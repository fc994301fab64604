/** The entries of a lot of which some are known by the hashes of their texts: those are not parsed. */
import { EntryText, hashOf, PackedTexts, type RecordText } from './entry-text.ts'
import type { JsonFault } from './json-error.ts'
import { type Entry, parseLot } from './lot.ts'
import type { Scanner } from './scanner.ts'

/**
 * What is known of an entry by the hash of its text: the entry then comes with that as its value, under the key `""`,
 * and is not parsed. `undefined`: nothing is known. The text can be read as soon as the entry was given.
 */
export type Recall = (hash: string, text: RecordText) => unknown

/** Like {@link parseLot}; neighbours that are not known are parsed together, and come with their hashes. */
export function readLot(
  bytes: Uint8Array,
  from: number,
  to: number,
  scanner: Scanner,
  index: number,
  recall: Recall,
): Entry[] | JsonFault {
  const texts = new PackedTexts(scanner.isMap)
  const lot: Entry[] = []
  let isAnyKnown = false
  let unknown: string[] = []
  let unknownFrom = from
  const parseUnknown = (border: number): JsonFault | undefined => {
    if (unknown.length === 0) return undefined
    const parsed = parseLot(bytes, unknownFrom, border, scanner, index + lot.length)
    if (typeof parsed === 'string') return parsed
    // Nothing at all may stand only between the brackets of an empty list, never beside a comma.
    const isEmptyList = parsed.length === 0 && border === to && index + lot.length === 0
    if (parsed.length !== unknown.length && !isEmptyList) return 'not-json'
    for (const [place, [key, value]] of parsed.entries()) lot.push([key, value, unknown[place]])
    unknown = []
    return undefined
  }
  let begin = from
  for (const border of [...scanner.commas.filter((comma) => comma > from && comma < to), to]) {
    const hash = hashOf(bytes.subarray(begin + 1, border))
    const value = recall(hash, new EntryText(texts, begin + 1 - from, border - from))
    if (value === undefined) {
      if (unknown.length === 0) unknownFrom = begin
      unknown.push(hash)
    } else {
      isAnyKnown = true
      const fault = parseUnknown(begin)
      if (fault !== undefined) return fault
      lot.push(['', value])
    }
    begin = border
  }
  const fault = parseUnknown(to)
  if (fault !== undefined) return fault
  if (isAnyKnown) texts.pack(bytes.subarray(from, to))
  return lot
}
