/** A seeded random generator: every generated population can be had again from its seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number
  /** True once in `times` on average. */
  oneIn(times: number): boolean
  /** One of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T
  /** That many decimal digits, the first never 0. */
  digits(count: number): string
}

/** Mulberry32: small, quick, and the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    int,
    oneIn: (times) => int(times) === 0,
    pick: (list) => list[int(list.length)] ?? list[0],
    digits: (count) =>
      Array.from({ length: count }, (_, index) => (index === 0 ? 1 + int(9) : int(10))).join(''),
  }
}
