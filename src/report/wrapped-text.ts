/** Lines that fit a terminal: broken between words, so that a sentence can be read at any width. */

/** Narrower, and no word would stay whole. */
const LEAST = 12

/**
 * Each line broken at words, what follows set in under it. A word longer than the line is broken too.
 * @param width in characters as a terminal shows them; `undefined`: lines stay as they are, for pipes and files
 */
export function wrapText(text: string, width: number | undefined): string {
  if (width === undefined) return text
  return text
    .split('\n')
    .map((line) => wrapLine(line, Math.max(LEAST, width)))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  if (Bun.stringWidth(line) <= width) return line
  const indent = Math.min(/^ */.exec(line)?.[0].length ?? 0, Math.floor(width / 3))
  // The first line has more room than those set in under it: it is filled first.
  const [first = ''] = wordsWithin(line.trimStart(), width - indent)
  const rest = line.trimStart().slice(first.length).trimStart()
  const hanging = Math.min(indent + 2, Math.floor(width / 2))
  const others = rest === '' ? [] : wordsWithin(rest, width - hanging)
  return [' '.repeat(indent) + first, ...others.map((one) => ' '.repeat(hanging) + one)].join('\n')
}

function wordsWithin(text: string, width: number): string[] {
  return Bun.wrapAnsi(text, width, { hard: true })
    .split('\n')
    .map((line) => line.trimEnd())
}

/** A cell's lines in a column of that width. */
export function cellLines(text: string, width: number): string[] {
  return Bun.stringWidth(text) <= width ? [text] : wordsWithin(text, width)
}
