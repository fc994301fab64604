/**
 * Proofs of rows: a disk, or a memory on the way to it, flips bits, and SQLite gives what it finds. A row that was
 * changed like this is told by its proof, whatever its values have become.
 */
import { Hash } from '../model/hash.ts'

/** A value of a row; after damage it may be anything SQLite has. */
export type Cell = unknown

const hash = new Hash()

/**
 * Digest of a row's values, their types among them; of what no program of ours writes it is not a number.
 * @param from place of the first value that counts
 */
export function proofOf(cells: readonly Cell[], from = 0): number {
  let isKnown = true
  for (let place = from; place < cells.length; place++) {
    const cell = cells[place]
    if (typeof cell === 'string') hash.add(cell)
    else if (typeof cell === 'number') hash.addNumber(cell)
    else if (cell === null) hash.add(undefined)
    else isKnown = false
  }
  const proof = hash.take()
  return isKnown ? proof : Number.NaN
}

/** True when the values are those the proof was made of, or when none was: then an older program wrote them. */
export function isProven(cells: readonly Cell[], proof: unknown, from = 0): boolean {
  if (proof !== null) return proof === proofOf(cells, from)
  return cells.every((cell, place) => place < from || isOfOurs(cell))
}

function isOfOurs(cell: Cell): boolean {
  return typeof cell === 'string' || typeof cell === 'number' || cell === null
}
