/** Whether two addresses read the same but for spelling: case, blanks, marks, look-alike letters, kinds of streets. Pure. */
import { plainText } from '../../model/text.ts'

/** Latin letters that look like Cyrillic ones, and letters that are written for one another. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ё: 'е',
  ґ: 'г',
  ы: 'и',
  э: 'е',
}

/** Words that tell the kind of a place and are left out as often as not. */
const KINDS = new Set(
  [
    ...[
      'вулиця',
      'вул',
      'улица',
      'ул',
      'проспект',
      'просп',
      'пр',
      'пр-т',
      'провулок',
      'пров',
      'переулок',
      'пер',
    ],
    ...[
      'бульвар',
      'бул',
      'бульв',
      'площа',
      'площадь',
      'пл',
      'шосе',
      'шоссе',
      'ш',
      'місто',
      'город',
      'м',
      'г',
    ],
    ...[
      'село',
      'с',
      'смт',
      'пгт',
      'селище',
      'посёлок',
      'пос',
      'будинок',
      'буд',
      'дом',
      'д',
      'корпус',
      'корп',
      'к',
    ],
    ...['street', 'st', 'house'],
  ].map(folded),
)

function folded(word: string): string {
  return Array.from(word.toLowerCase(), (letter) => LOOK_ALIKE[letter] ?? letter).join('')
}

/** The words of an address that tell it from others, glued: `ВУЛ. Соборна, 12-А` and `соборна 12а` give the same. */
export function spelling(address: string): string {
  const words = plainText(address)
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}'’`ʼ]+/u)
    .map((word) => folded(word.replace(/['’`ʼ]/g, '')))
    .filter((word) => word !== '')
  const telling = words.filter((word, index) => !isKind(word, words[index - 1], words[index + 1]))
  // Between digits the mark stays: 12-3 is not 123.
  return telling.join('-').replace(/(?<!\p{N})-|-(?!\p{N})/gu, '')
}

/** A single letter after a number, or at the end, is a block and no kind of place. */
function isKind(word: string, before: string | undefined, after: string | undefined): boolean {
  if (!KINDS.has(word)) return false
  return word.length > 1 || (after !== undefined && !/^\p{N}/u.test(before ?? ''))
}

/**
 * True when two addresses read the same but for spelling. Either may leave out the beginning of the other (its city, or
 * city and street).
 */
export function isSpelledAlike(left: string, right: string): boolean {
  const [one, other] = [spelling(left), spelling(right)]
  return one !== '' && other !== '' && (endsWith(one, other) || endsWith(other, one))
}

/** `…112` does not end with house `12`. */
function endsWith(long: string, short: string): boolean {
  if (!long.endsWith(short)) return false
  const before = long.at(-short.length - 1) ?? ''
  return !(/\p{N}/u.test(before) && /^\p{N}/u.test(short))
}
