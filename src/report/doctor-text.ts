/** The result of `doctor` for people: a table of all checks, then what to do, in whole sentences. */
import { printable } from '../model/text.ts'
import { counted } from '../text/quantity.ts'
import { renderTable } from './table.ts'

/** One line of the table. */
export interface CheckLine {
  readonly system: string
  readonly name: string
  readonly ok: 'ok' | 'warn' | 'fail' | 'skip'
  readonly text: string
  readonly hint: string
}

const MARKS: Readonly<Record<CheckLine['ok'], string>> = {
  ok: '✔ ok',
  warn: '! warn',
  fail: '✘ FAIL',
  skip: '· skip',
}
const SYSTEMS: Readonly<Record<string, string>> = { host: 'this host', userside: 'UserSide' }
/** The table has to fit beside the other columns; whole sentences stand below it. */
const MOST_TEXT = 64

/** @param width of the terminal, where there is one */
export function doctorText(checks: readonly CheckLine[], width?: number): string {
  const columns = [
    { title: 'Where' },
    { title: 'Check' },
    { title: 'Result' },
    { title: 'Found', most: MOST_TEXT },
  ]
  const table = renderTable(
    columns,
    checks.map(({ system, name, ok, text }) => [nameOf(system), name, MARKS[ok], text]),
    width,
  )
  const remarks = checks.filter(({ ok }) => ok === 'fail' || ok === 'warn')
  const failures = remarks.filter(({ ok }) => ok === 'fail').length
  const advice = [...new Set(remarks.map(remarkText))]
  return [table, '', ...advice, verdict(failures, remarks.length - failures)].join('\n')
}

function remarkText({ system, name, ok, text, hint }: CheckLine): string {
  const what = `${MARKS[ok]} · ${nameOf(system)} · ${printable(name)}: ${printable(text)}`
  return hint === '' ? `${what}\n` : `${what}\n    → ${printable(hint)}\n`
}

function verdict(failures: number, warnings: number): string {
  const parts = [
    ...(failures === 0 ? [] : [`${counted(failures, 'check')} failed`]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ]
  return parts.length === 0 ? 'All is well.' : `${parts.join(', ')}.`
}

function nameOf(system: string): string {
  return SYSTEMS[system] ?? system
}
