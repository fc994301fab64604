/** Ways in which an answer may be wrong: byte by byte, value by value, or in its status. */
import fc from 'fast-check'

export interface Damage {
  readonly kind: 'cut' | 'flip' | 'insert' | 'repeat' | 'drop'
  /** Where and how much, as shares of the body. */
  readonly at: number
  readonly length: number
  readonly bytes: Uint8Array
}

export const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'insert', 'repeat', 'drop'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 6 }),
    fc
      .constantFrom('\n', '"', '{', '}', '[', ']', ',', ':', '\\', '0', '\n{', '\n[', '{}', 'null', '\uFEFF')
      .map((text) => new TextEncoder().encode(text)),
  ),
})

export function damaged(body: Uint8Array, { kind, at, length, bytes }: Damage): Uint8Array<ArrayBuffer> {
  const place = Math.floor(at * body.length)
  const [before, behind] = [body.subarray(0, place), body.subarray(place)]
  switch (kind) {
    case 'cut':
      return Uint8Array.from(before)
    case 'flip':
      return joined(before, bytes.subarray(0, 1), behind.subarray(1))
    case 'insert':
      return joined(before, bytes, behind)
    case 'repeat':
      return joined(before, behind.subarray(0, length), behind)
    case 'drop':
      return joined(before, behind.subarray(length))
  }
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts))
}

/** A change of what the JSON says. */
export interface Twist {
  readonly kind: 'replace' | 'delete' | 'rename' | 'nest' | 'flip'
  /** Which member is taken on each level, as far as there are levels. */
  readonly path: readonly number[]
  readonly value: unknown
}

/** What no reader expects: every kind of nothing, words, wrong signs, other shapes, what is too much. */
const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  false,
  true,
  0,
  -1,
  '-5',
  1e21,
  Number.NEGATIVE_INFINITY,
  '1e400',
  '90071992547409.93',
  '12345678901234567890',
  'NaN',
  'н/д',
  '1,234,567',
  '1 234,50',
  '.50',
  '0000-00-00 00:00:00',
  '2026-02-30',
  '-0001-11-30 00:00:00',
  '4294967296',
  -1_062_731_519,
  '10.0.0.0/24',
  '::1',
  '*_NO_TARIFF_*',
  '__proto__',
  'constructor',
  // Not with entities: an id of the billing may hold them, and goes as it is, which the sandbox takes for a mistake.
  '<b>&"\'</b>',
  '\u0000\u001b[2J\u202e',
  'x'.repeat(70_000),
  '😀'.repeat(200),
  [],
  {},
  [[]],
  [null],
  [{}],
  { id: null },
  { id: '' },
  { '': {} },
  { error: 'x' },
  { a: { b: { c: { d: [1, [2, [3]]] } } } },
]

export const twist: fc.Arbitrary<Twist> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('replace' as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('delete' as const, 'rename' as const, 'nest' as const, 'flip' as const),
    },
  ),
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  value: fc.constantFrom(...ODD),
})

/** The same JSON with one member changed. */
export function twisted(root: unknown, { kind, path, value }: Twist): unknown {
  const [place, ...rest] = path
  if (place === undefined || typeof root !== 'object' || root === null)
    return kind === 'replace' ? value : [root]
  const keys = Object.keys(root)
  const key = keys[place % keys.length]
  if (key === undefined) return value
  const member = (root as Record<string, unknown>)[key]
  const isLast = rest.length === 0 || typeof member !== 'object' || member === null
  const pairs = keys.flatMap((each): [string, unknown][] => {
    const own = (root as Record<string, unknown>)[each]
    if (each !== key) return [[each, own]]
    if (!isLast) return [[each, twisted(own, { kind, path: rest, value })]]
    if (kind === 'delete') return []
    if (kind === 'rename') return [[String(value).slice(0, 30), own]]
    if (kind === 'nest') return [[each, { [each]: own }]]
    if (kind === 'flip') return [[each, flipped(own)]]
    return [[each, value]]
  })
  return Array.isArray(root) ? pairs.map(([, item]) => item) : Object.fromEntries(pairs)
}

/** A list as a map, a map as a list, a text as a number and the other way round. */
function flipped(value: unknown): unknown {
  if (Array.isArray(value)) return { ...value }
  if (typeof value === 'object' && value !== null) return Object.values(value)
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? Number(value) : [value]
}
