/** Reads the text of a CSV file: rows of cells, the first of them the names of the columns. */
import { once } from 'node:events'
import { CsvError, type Parser, parse } from 'csv-parse'
import { decoded } from './decoded.ts'
import { Failure } from './file-failure.ts'
import { QuoteWatch } from './quote-watch.ts'

/** What may stand between two cells. */
const DELIMITERS = [',', ';', '\t'] as const
/** A header is never longer. */
const MOST_HEADER_CHARACTERS = 64 * 1024
const ROWS_AT_ONCE = 5000

type CsvRow = readonly (string | null)[]

/**
 * The rows of a file in lots, the header first and alone in its lot. A cell without anything in it is `null`.
 * @throws Failure where bytes are no text, a quote is not closed or swallows rows, or a row has fewer or more cells than
 *   the header
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<readonly CsvRow[], void> {
  const texts = withWholeHeader(decoded(bytes, encoding))
  const { value: head = '' } = await texts.next()
  const delimiter = delimiterOf(head)
  const parser = parse({
    delimiter,
    relax_quotes: true,
    skip_empty_lines: true,
    // Spreadsheets keep rows whose cells were emptied: they are nobody's.
    skip_records_with_empty_values: true,
  })
  const fed = feed(parser, watched(head, texts, new QuoteWatch(delimiter, head)))
  let isHeader = true
  let lot: CsvRow[] = []
  try {
    for await (const row of parser as AsyncIterable<readonly string[]>) {
      const cells = row.map((cell) => (cell === '' ? null : cell))
      if (isHeader) yield [cells]
      else lot.push(cells)
      isHeader = false
      if (lot.length < ROWS_AT_ONCE) continue
      yield lot
      lot = []
    }
  } catch (error) {
    throw error instanceof CsvError
      ? new Failure(wordsOf(error), 'Look at the program that writes the file.')
      : error
  } finally {
    // Nobody wants the rest any more when the reader was left early.
    parser.destroy()
    await fed
  }
  if (lot.length > 0) yield lot
}

/** The same pieces of a text, the first of them with a whole header in it. */
async function* withWholeHeader(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let head: string | undefined = ''
  for await (const text of texts) {
    if (head === undefined) {
      yield text
      continue
    }
    head += text
    if (!/[\r\n]/.test(head) && head.length < MOST_HEADER_CHARACTERS) continue
    yield head
    head = undefined
  }
  if (head !== undefined) yield head
}

/** The same pieces of a text, each looked at before it is given. @throws Failure */
async function* watched(
  head: string,
  texts: AsyncIterable<string>,
  quotes: QuoteWatch,
): AsyncGenerator<string, void> {
  quotes.see(head)
  yield head
  for await (const text of texts) {
    quotes.see(text)
    yield text
  }
  quotes.end()
}

/** Gives the parser what there is to parse, as fast as it can take it; what goes wrong comes out of the parser. */
async function feed(parser: Parser, texts: AsyncIterable<string>): Promise<void> {
  try {
    for await (const text of texts) {
      if (parser.destroyed) return
      if (!parser.write(text)) await Promise.race([once(parser, 'drain'), once(parser, 'close')])
    }
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

/** The one that parts the header into most names. */
function delimiterOf(head: string): string {
  const [line = ''] = head.split(/[\r\n]/, 1)
  const count = (delimiter: string): number => line.split(delimiter).length
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best), DELIMITERS[0] as string)
}

function wordsOf(error: CsvError): string {
  const line = 'lines' in error ? String(error.lines) : '?'
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'It is cut: a quote is still open at its end.'
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
    return `It has fewer or more cells than the header in line ${line}: it is cut, or damaged.`
  return `It is no CSV in line ${line} (${error.code}).`
}
