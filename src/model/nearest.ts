/** The known name an operator probably meant. */

/**
 * The candidate nearest to a mistyped name; `undefined` when none is near enough to be meant. Case, dashes and
 * underscores do not count, two neighbouring letters in the wrong order count once.
 */
export function nearest(mistyped: string, candidates: readonly string[]): string | undefined {
  const wanted = folded(mistyped)
  if (wanted === '') return undefined
  let best: string | undefined
  // Two letters of five may be wrong; in very short names one.
  let distance = Math.max(1, Math.floor(wanted.length * 0.4)) + 1
  for (const candidate of candidates) {
    const name = folded(candidate)
    // Letters left out are likelier than letters mistaken for others.
    const next = editDistance(wanted, name) - (isWithin(wanted, name) ? 0.5 : 0)
    if (next < distance) [best, distance] = [candidate, next]
  }
  return best ?? completed(wanted, candidates)
}

/** `; did you mean "x"?` or nothing, to end a sentence with. */
function didYouMean(name: string, candidates: readonly string[]): string {
  const meant = nearest(name, candidates)
  return meant === undefined ? '' : `; ${questionOf(meant)}`
}

/** `is unknown; did you mean "x"?`, or the sentence alone. @param end of the sentence that stands alone */
export function withMeant(
  sentence: string,
  name: string,
  candidates: readonly string[],
  end: '.' | '' = '',
): string {
  const question = didYouMean(name, candidates)
  return sentence + (question === '' ? end : question)
}

/** To follow a sentence and a semicolon. */
export function questionOf(meant: string): string {
  return `did you mean "${meant}"?`
}

/** The shortest candidate that goes on where a name of some length stops: `maxAbsent` is `maxAbsentCount`. */
function completed(wanted: string, candidates: readonly string[]): string | undefined {
  if (wanted.length < 4) return undefined
  const longer = candidates.filter((candidate) => folded(candidate).startsWith(wanted))
  return longer.toSorted((one, other) => one.length - other.length)[0]
}

/** True when the letters of one name stand in the other in the same order, with others between. */
function isWithin(short: string, long: string): boolean {
  let found = 0
  for (const letter of long) if (letter === short[found]) found++
  return found === short.length
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '')
}

/** Letters to insert, drop, change or swap to make one name the other (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const at = (list: readonly number[], index: number) => list[index] ?? Number.POSITIVE_INFINITY
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforePrevious = previous
    previous = current
  }
  return previous[to.length] ?? 0
}
