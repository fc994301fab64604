/**
 * What stands for a value in a bundle: words, numbers and addresses of the same form. The same value is replaced by the
 * same one wherever it stands, because an answer is only of use with its ties. The key is drawn for each bundle and
 * kept nowhere.
 */
import { createHmac } from 'node:crypto'
import { KEPT_WORDS } from './kept-words.ts'

/** Letters that stand for each other, by script; what is a vowel stays one, so that a name can be read out. */
const ALPHABETS = [
  ['аеиоуіяюєї', 'бвгджзклмнпрстфхцчшщґй', 'ыэёъь'],
  ['aeiouy', 'bcdfghjklmnpqrstvwxz'],
].flat()

/** Shorter words and numbers are too few to keep away from those that occur. */
const LEAST_FREE_LETTERS = 3
const LEAST_FREE_DIGITS = 6
const AMOUNT = /^([-+]?)(\d+)(?:([.,])(\d*))?$/
/** Further attempts find nothing that earlier ones did not. */
const MOST_ATTEMPTS = 5000

export class Replacement {
  readonly #key: Uint8Array
  /** Words and numbers that occur: none of them may stand for another. */
  readonly #originals = new Set<string>()
  readonly #given = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #amounts = new Set<string>()
  readonly #dealt = new Map<string, ReadonlyMap<string, string>>()

  /** @param key random, of this bundle alone */
  constructor(key: Uint8Array) {
    this.#key = key
  }

  /** Says that these words and numbers occur. All are told before anything is replaced. */
  learn(token: string): void {
    this.#originals.add(token)
  }

  /** The same of an amount. */
  learnAmount(text: string): void {
    const hundredths = hundredthsOf(text)
    if (hundredths !== undefined) this.#amounts.add(splitAmount(hundredths)[0])
  }

  isLearned(token: string): boolean {
    return this.#originals.has(token)
  }

  /** A word of the same letters' kinds and cases. One letter alone, and words of addresses and of products, stay. */
  word(word: string): string {
    const plain = word.toLowerCase()
    if ([...word].length < 2 || KEPT_WORDS.has(plain) || plain.length !== word.length) return word
    const isFree = plain.length >= LEAST_FREE_LETTERS
    const made = this.#once(`word ${plain}`, isFree, (bytes) =>
      Array.from(plain, (letter, place) => letterFor(letter, bytes[place % bytes.length] ?? 0)).join(''),
    )
    return Array.from(made, (letter, place) =>
      isUpper(word[place] ?? '') ? letter.toUpperCase() : letter,
    ).join('')
  }

  /** A letter alone: of a name, an initial, say. Of a house it would be a block, and stays. */
  letter(letter: string): string {
    const plain = letter.toLowerCase()
    if (plain.length !== letter.length) return letter
    const alphabet = ALPHABETS.find((letters) => letters.includes(plain)) ?? neighbours(plain)
    const name = `letters ${alphabet}`
    const dealt = this.#dealt.get(name) ?? this.#deal([...alphabet], name, new Set())
    this.#dealt.set(name, dealt)
    const made = dealt.get(plain) ?? letter
    return isUpper(letter) ? made.toUpperCase() : made
  }

  /** A number of as many digits. Zeros in front stay; 0 and 1 do, which mostly mean no and yes. */
  digits(run: string): string {
    const [, zeros = '', rest = ''] = /^(0*)(\d*)$/.exec(run) ?? []
    if (rest === '' || rest === '1') return run
    // A phone with its country and without it is one phone.
    const [, country = '', national = rest] = /^(3?80)([1-9]\d{8})$/.exec(rest) ?? []
    if (national.length < LEAST_FREE_DIGITS)
      return zeros + country + this.#few('digits', national, this.#originals, () => true)
    const made = this.#once(`digits ${national}`, true, (bytes) =>
      Array.from(national, (_digit, place) => {
        const byte = bytes[place % bytes.length] ?? 0
        return place === 0 ? (byte % 9) + 1 : byte % 10
      }).join(''),
    )
    return zeros + country + made
  }

  /**
   * An amount of as many digits before and behind the point. Equal ones stay equal: however many zeros end them, and
   * rounded to hundredths, as UserSide keeps them.
   */
  amount(text: string): string {
    const [, sign = '', whole = '', point = '', fraction = ''] = AMOUNT.exec(text) ?? []
    if (whole === '') return text
    const hundredths = hundredthsOf(text)
    if (hundredths === undefined || hundredths === 0n) return text
    const tail = fraction.slice(2)
    const carried = tail >= '5' ? 1n : 0n
    const made = this.#hundredths(hundredths) - carried
    const digits = String(made).padStart(whole.length + 2, '0')
    return sign + digits.slice(0, -2) + point + digits.slice(-2).slice(0, fraction.length) + tail
  }

  /** Zeros at the end stay: an amount may be written without them. */
  #hundredths(amount: bigint): bigint {
    const [digits, zeros] = splitAmount(amount)
    if (digits.length < LEAST_FREE_DIGITS) {
      // Behind two zeros stand whole hryvnias, which may end with more of them.
      const isMember = zeros.length === 2 ? () => true : isZeroless
      return BigInt(this.#few(`amount${zeros.length} `, digits, this.#amounts, isMember) + zeros)
    }
    const made = this.#once(`amount${zeros.length} ${digits}`, false, (bytes) =>
      Array.from(digits, (_each, place) => {
        const byte = bytes[place % bytes.length] ?? 0
        return place === 0 || place === digits.length - 1 ? (byte % 9) + 1 : byte % 10
      }).join(''),
    )
    return BigInt(made + zeros)
  }

  /** A password: every letter and digit of it, also one that stands alone. */
  secret(password: string): string {
    const made = this.#once(`secret ${password}`, false, (bytes) => {
      let place = 0
      return password.replace(/[\p{L}\d]/gu, (sign) => {
        const byte = bytes[place++ % bytes.length] ?? 0
        if (/\d/.test(sign)) return String(byte % 10)
        const letter = letterFor(sign.toLowerCase(), byte)
        return isUpper(sign) ? letter.toUpperCase() : letter
      })
    })
    return made
  }

  /** An address of IPv4 as a number; its first byte stays, and the second of a private one. */
  ip(address: number): number {
    const top = address >>> 16
    const isPrivate = top === 0xc0a8 || (top >= 0xac10 && top <= 0xac1f)
    const half = isPrivate ? 8 : 12
    const kept = 2 ** (2 * half)
    const low = address % kept
    if (low === 0) return address
    const permuted = this.#permute(low, half, `ip ${Math.floor(address / kept)}`)
    // Zero is nobody's address: what would come to it is sent on once more, as the one that had its place.
    const host = permuted === 0 ? this.#permute(0, half, `ip ${Math.floor(address / kept)}`) : permuted
    return address - low + host
  }

  /** Digits of a MAC or of another hexadecimal number, as many. */
  hex(digits: string): string {
    const plain = digits.toLowerCase()
    if (/^(.)\1*$/.test(plain)) return digits
    const made = this.#once(`hex ${plain}`, true, (bytes) =>
      // The second digit of a MAC says whether it is one of many.
      Array.from(plain, (digit, place) => {
        const byte = bytes[place % bytes.length] ?? 0
        return place === 1 ? digit : (byte % 16).toString(16)
      }).join(''),
    )
    return Array.from(made, (digit, place) =>
      isUpper(digits[place] ?? '') ? digit.toUpperCase() : digit,
    ).join('')
  }

  /**
   * Few numbers are dealt out: each has one of its own, of those that do not occur as long as there are enough.
   * @param isMember of the numbers of that length
   */
  #few(
    kind: string,
    run: string,
    occurring: ReadonlySet<string>,
    isMember: (digits: string) => boolean,
  ): string {
    const name = `${kind}${run.length}`
    let dealt = this.#dealt.get(name)
    if (dealt === undefined) {
      const first = run.length === 1 ? 2 : 10 ** (run.length - 1)
      const all = Array.from({ length: 10 ** run.length - first }, (_each, place) => String(first + place))
      dealt = this.#deal(all.filter(isMember), name, occurring)
      this.#dealt.set(name, dealt)
    }
    return dealt.get(run) ?? run
  }

  #deal(all: readonly string[], name: string, occurring: ReadonlySet<string>): Map<string, string> {
    const keys = new Map(all.map((each) => [each, this.#bytes(`${name} ${each}`).toString('latin1')]))
    const shuffled = all.toSorted((one, other) => ((keys.get(one) ?? '') < (keys.get(other) ?? '') ? -1 : 1))
    const here = shuffled.filter((each) => occurring.has(each))
    const free = shuffled.filter((each) => !occurring.has(each))
    // Each gets the one that stands so many places behind it: nobody its own, and those that occur free ones if they can.
    const ring = [...here, ...free]
    const places = here.length > 0 && here.length <= free.length ? here.length : 1
    return new Map(ring.map((each, place) => [each, ring[(place + places) % ring.length] ?? each]))
  }

  #once(name: string, isFree: boolean, make: (bytes: Buffer) => string): string {
    const known = this.#given.get(name)
    if (known !== undefined) return known
    const kind = name.slice(0, name.indexOf(' ') + 1)
    const original = name.slice(kind.length)
    let made = original
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      made = make(this.#bytes(`${name} ${attempt}`))
      const isOriginal = made === original || (isFree && this.#originals.has(made))
      if (!isOriginal && !this.#taken.has(kind + made) && !KEPT_WORDS.has(made)) break
    }
    this.#taken.add(kind + made)
    this.#given.set(name, made)
    return made
  }

  #permute(value: number, half: number, name: string): number {
    const mask = 2 ** half - 1
    let left = value >>> half
    let right = value & mask
    for (let round = 0; round < 4; round += 1) {
      const mixed = this.#bytes(`${name} ${round} ${right}`).readUInt16BE(0) & mask
      ;[left, right] = [right, left ^ mixed]
    }
    return left * 2 ** half + right
  }

  #bytes(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest()
  }
}

function letterFor(letter: string, byte: number): string {
  const alphabet = ALPHABETS.find((letters) => letters.includes(letter)) ?? neighbours(letter)
  const letters = [...alphabet]
  return letters[byte % letters.length] ?? letter
}

/** Letters beside one of a script we have no alphabet of. */
function neighbours(letter: string): string {
  const first = (letter.codePointAt(0) ?? 0) & ~31
  const around = Array.from({ length: 32 }, (_each, place) => String.fromCodePoint(first + place))
  return around.filter((each) => /^\p{L}$/u.test(each) && each.toLowerCase() === each).join('') || letter
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

/** Rounded to hundredths, without its sign; `undefined` when it is none. */
function hundredthsOf(text: string): bigint | undefined {
  const [, , whole, , fraction = ''] = AMOUNT.exec(text) ?? []
  if (whole === undefined) return undefined
  return BigInt(whole + fraction.slice(0, 2).padEnd(2, '0')) + (fraction.slice(2) >= '5' ? 1n : 0n)
}

/** Zeros behind the point apart: an amount may be written without them. */
function splitAmount(hundredths: bigint): [digits: string, zeros: string] {
  const [, digits = '', zeros = ''] = /^(\d*?)(0{0,2})$/.exec(String(hundredths)) ?? []
  return [digits, zeros]
}

function isZeroless(digits: string): boolean {
  return !digits.endsWith('0')
}
