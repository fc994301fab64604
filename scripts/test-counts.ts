/**
 * How many tests passed and failed, by the reports that the test runner itself wrote.
 *
 * On the command line: the last line of `.ci/run`, `N passed, N failed`. Arguments: JUnit reports, or folders of them. Exits 1
 * when a test failed, when none ran, or when there is no report.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

/** Reads the totals of one report, which stand on its root element. @throws Error when there are none */
export function countsOf(report: string): Counts {
  const root = /<testsuites\b[^>]*>/.exec(report)?.[0] ?? ''
  const attribute = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(root)?.[1] ?? Number.NaN)
  const [failed, skipped] = [attribute('failures'), attribute('skipped')]
  const passed = attribute('tests') - failed - skipped
  if (Number.isNaN(passed)) throw new Error('The test runner wrote a report without totals.')
  return { passed, failed, skipped }
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (one, other) => ({
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: one.skipped + other.skipped,
    }),
    NOTHING,
  )
}

/** The form that machines look for. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function reportsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
  if (names.length === 0) throw new Error(`There is no report in ${folder}.`)
  return names.map((name) => join(folder, name))
}

if (import.meta.main) {
  const reports = process.argv
    .slice(2)
    .flatMap((path) => (statSync(path).isDirectory() ? reportsIn(path) : [path]))
  const total = sum(reports.map((path) => countsOf(readFileSync(path, 'utf8'))))
  console.log(closingLine(total))
  process.exit(total.passed > 0 && total.failed === 0 ? 0 : 1)
}
