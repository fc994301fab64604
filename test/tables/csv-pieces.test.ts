/** A CSV file is read the same in whatever pieces it comes, and however its writer parts and quotes cells (databases.md §4). */
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { readCsv } from '../../src/billing/tables/files/csv-text.ts'

const HEADER = ['id', 'name', 'comment']
const cell = fc.oneof(
  fc.constant(null),
  fc
    .array(fc.constantFrom('a', 'ї', '😀', '"', ',', ';', '\t', '\n', '\r\n', '\r', ' ', "'", '\u0000'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join('')),
)

test('every row is what was written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      async (cells, delimiter, lineEnd, isAllQuoted, sizes) => {
        const rows = [HEADER, ...cells.map((row, index) => [`${index}`, ...row])]
        const written = (text: string | null): string => {
          const isQuoted = isAllQuoted || /["\r\n]/.test(text ?? '') || text?.includes(delimiter) === true
          return isQuoted ? `"${(text ?? '').replaceAll('"', '""')}"` : (text ?? '')
        }
        const bytes = Buffer.from(rows.map((row) => row.map(written).join(delimiter) + lineEnd).join(''))
        async function* pieces() {
          for (let at = 0, piece = 0; at < bytes.length; piece++) {
            const size = sizes[piece % sizes.length] ?? 1
            yield bytes.subarray(at, at + size)
            at += size
          }
        }
        const read: unknown[] = []
        for await (const lot of readCsv(pieces(), 'auto')) read.push(...lot)
        expect(read).toEqual(rows)
      },
    ),
    { numRuns: 300 },
  )
})
