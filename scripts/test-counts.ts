/**
 * The last line of `.ci/run`: `N passed, N failed`, added up from the reports the test runner itself wrote.
 * Arguments: paths of JUnit reports. Exits 1 when a test failed, when none ran, or when a report is missing.
 */
import { parseArgs } from 'node:util'

interface Counts {
  readonly passed: number
  readonly failed: number
}

/** Reads the totals of one report, which stand on its root element. */
function countsOf(report: string): Counts {
  const root = /<testsuites\b[^>]*>/.exec(report)?.[0] ?? ''
  const attribute = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(root)?.[1] ?? Number.NaN)
  const failed = attribute('failures')
  const passed = attribute('tests') - failed - attribute('skipped')
  if (Number.isNaN(passed)) throw new Error('The test runner wrote a report without totals.')
  return { passed, failed }
}

let passed = 0
let failed = 0
for (const path of parseArgs({ allowPositionals: true }).positionals) {
  const counts = countsOf(await Bun.file(path).text())
  passed += counts.passed
  failed += counts.failed
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(passed > 0 && failed === 0 ? 0 : 1)
