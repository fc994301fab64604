/**
 * Where in a query a mark `{page:…}` stands. It becomes a condition, an order and a limit, joined to what stands before
 * it by AND. Beside an OR, or in one part of a UNION, it would cut one half of the rows into pages, and the other half
 * would come with every page.
 */

/** What stands between two brackets, or between CASE and END. */
interface Level {
  readonly isCase: boolean
  /** Behind the last WHERE stands an OR. */
  hasAlternative: boolean
  hasUnion: boolean
  /** The mark stands here, or further inside. */
  hasMark: boolean
  /** The mark stands here. */
  endsWithMark: boolean
}

const ALTERNATIVES: ReadonlySet<string> = new Set(['or', 'xor', '||'])
/** What a condition stands behind. */
const JOINTS: ReadonlySet<string> = new Set(['where', 'and', 'on', 'having', '&'])
const UNIONS: ReadonlySet<string> = new Set(['union', 'intersect', 'except'])

/** Follows a query from its beginning to its end. */
export class MarkPlace {
  readonly #levels: Level[] = [levelOf(false)]
  #isBesideOr = false
  #isInUnion = false
  /** It is no condition there, or something comes behind what is to be the end. */
  #isInside = false
  #isBehindNothing = false
  /** Of what WITH names one and the same may be asked for in several parts of a UNION. */
  #isNamed = false

  openBracket(): void {
    this.#levels.push(levelOf(false))
  }

  closeBracket(): void {
    while (this.#innermost.isCase) this.#leave()
    this.#leave()
  }

  /** @param word in lower case, outside names and quotes */
  word(word: string): void {
    const level = this.#innermost
    // A further part of a UNION is told by itself.
    if (UNIONS.has(word)) level.endsWithMark = false
    if (level.endsWithMark) this.#isInside = true
    if (word === 'case') this.#levels.push(levelOf(true))
    else if (word === 'end' && level.isCase) this.#leave()
    else if (word === 'select' || word === 'where') level.hasAlternative = false
    else if (word === 'with') this.#isNamed = true
    else if (ALTERNATIVES.has(word)) level.hasAlternative = true
    else if (UNIONS.has(word)) level.hasUnion = true
  }

  /** @param before the word or sign it stands behind, in lower case */
  mark(before: string): void {
    this.#innermost.hasMark = true
    this.#innermost.endsWithMark = true
    if (!JOINTS.has(before)) this.#isBehindNothing = true
    if (this.#innermost.hasAlternative) this.#isBesideOr = true
  }

  /** At the end of the query: a sentence that says what is wrong, to follow its name. */
  flaw(): string | undefined {
    while (this.#levels.length > 1) this.#leave()
    this.#look(this.#innermost)
    if (this.#isBesideOr) return 'has {page:…} beside OR: put the other conditions in brackets'
    if (this.#isBehindNothing) return 'has {page:…} where no condition stands: put it behind WHERE or AND'
    if (this.#isInside)
      return 'has {page:…} before the end of its SELECT: put it behind the other conditions, and leave ORDER BY and LIMIT away'
    if (this.#isInUnion && !this.#isNamed)
      return 'has {page:…} in one part of a UNION: put the mark behind a query around all of it'
    return undefined
  }

  get #innermost(): Level {
    return this.#levels.at(-1) ?? levelOf(false)
  }

  #leave(): void {
    if (this.#levels.length === 1) return
    const level = this.#levels.pop()
    if (level?.hasMark !== true) return
    this.#look(level)
    this.#innermost.hasMark = true
  }

  #look({ hasMark, hasUnion }: Level): void {
    if (hasMark && hasUnion) this.#isInUnion = true
  }
}

function levelOf(isCase: boolean): Level {
  return { isCase, hasAlternative: false, hasUnion: false, hasMark: false, endsWithMark: false }
}
