/**
 * A list that is spread into a call takes the room of the stack, an item each: a million subscribers overflow it, a
 * third of that where `ulimit -s` is small. So only what is few is spread, and each place is named here with what it is.
 */
import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { FILES, SOURCE } from './source-imports.ts'

/** File and call, and why it is few. What plays the two systems is not asked. */
const FEW: Readonly<Record<string, string>> = {
  'billing/tables/files/csv-folder.ts: first.push(...lot.slice(0, count - first.length))':
    'the first rows, which doctor looks at',
  'commands/doctor/tables/proof.ts: checks.push(...(await subscriberChecks(inspection, config)))': 'checks',
  'commands/doctor/tables/proof.ts: checks.push(...openedChecks(inspection, facts, config))': 'checks',
  'commands/frame/help.ts: Math.max(...rows.map(([term]) => term.length))': 'options of a command',
  'commands/frame/session.ts: combineLoggers(...(systemLog === undefined ? [] : [systemLog]))': 'one or none',
  'commands/queries.ts: speaker.say(...values)': 'values in a sentence',
  'config/php/carry-over.ts: leftOut.push(...php.unread.map(sayUnread))': 'statements of a configuration',
  'config/php/statements.ts: Math.max(...numbers)': 'places in an array of a configuration',
  'config/php/statements.ts: previous?.comments.push(...linesOf([token]))': 'lines of a comment',
  'config/shape.ts: flaws.push(...inner.flaws)': 'flaws of a configuration',
  'config/shape.ts: flaws.push(...items.flatMap((item) => item.flaws))': 'flaws of a configuration',
  'json/fault-place.ts: String.fromCharCode(...bytes.subarray(at + 1, Math.min(end, at + 6)))':
    'bytes of an escape',
  'json/fault-place.ts: String.fromCharCode(...bytes.subarray(at, at + Math.min(size, LONGEST_SCALAR)))':
    'bytes of a number or a word',
  'report/plan-text.ts: Math.max(...fields.map(({ field }) => field.length))': 'fields of a record',
  'report/plan-text.ts: Math.max(...titles)': 'fields of a record',
  'report/summary-text.ts: lines.push(...changes(summary, speaker))': 'lines of a summary',
  'report/summary-text.ts: lines.push(...fieldLine(summary, speaker))': 'lines of a summary',
  'report/table.ts: Math.max(...broken.map((lines) => lines.length))': 'columns of a table',
  'report/table.ts: Math.max(...givers)': 'columns of a table',
  'state/remembered-table.ts: insert.run(...known)': 'columns of a row',
  'sync/apply/step-by-step.ts: touchUps.push(...postcodeOf(house, made.erpId))': 'one or none',
  'sync/apply/subscribers.ts: again.push(...cutIntoLots(rest, Math.ceil(rest.length / 2)))': 'two halves',
  'sync/decide/subscriber-warnings.ts: remarks.push(...auditAddress(subscriber, context))':
    'remarks on one address',
  'text/retelling.ts: Math.min(...ends)': 'ends of a sentence',
}

test('only what is few is spread into a call', () => {
  const found = FILES.filter((file) => !file.startsWith('sandbox/')).flatMap((file) =>
    spreadsIn(file, readFileSync(join(SOURCE, file), 'utf8')),
  )
  expect(found.toSorted()).toEqual(Object.keys(FEW).toSorted())
})

test('a spread into a call is found, one into a list is not', () => {
  expect(spreadsIn('x.ts', 'many.push(...more); const all = [...many]; new Set(...one); f(a, ...b)')).toEqual(
    ['x.ts: many.push(...more)', 'x.ts: Set(...one)', 'x.ts: f(...b)'],
  )
})

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

function spreadsIn(file: string, source: string): string[] {
  const found: string[] = []
  const textOf = ({ start, end }: Node): string => source.slice(start, end).replace(/\s+/g, ' ')
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    if (!isNode(value)) return
    if (value.type === 'CallExpression' || value.type === 'NewExpression') {
      const { callee, arguments: given } = value
      for (const each of Array.isArray(given) ? given : [])
        if (isNode(each) && each.type === 'SpreadElement' && isNode(callee))
          found.push(`${file}: ${textOf(callee)}(${textOf(each)})`)
    }
    Object.values(value).forEach(visit)
  }
  visit(parseSync(file, source).program)
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
