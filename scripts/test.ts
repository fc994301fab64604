/**
 * The tests, as a person wants to see them: a line for each file, then every failure in full, what was not tried and why,
 * and the count. Each file has a process of its own, so that none can leave anything to another.
 *
 * Arguments: files or folders, all of `test/` without; `--reports FOLDER`, where the test runner's own reports go; others
 * are passed on to it (`-t NAME`).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Counts, closingLine, countsOf, NOTHING, sum } from './test-counts.ts'
import { makeFolderInMemory } from './test-folder.ts'
import { unmetNeeds } from './test-needs.ts'
import { provideTools } from './test-tools.ts'

const TIMES = 'var/test-times.json'
const AT_A_TIME = 2
/** For one test, unless it says otherwise. */
const TIMEOUT_MS = 30_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reports: { type: 'string', default: 'var/test-results' },
    'test-name-pattern': { type: 'string', short: 't' },
  },
})

interface Result {
  readonly file: string
  readonly counts: Counts
  readonly seconds: number
  /** Everything that was said, where something failed. */
  readonly account?: string
}

const cannotBeHad = provideTools()
rmSync(values.reports, { recursive: true, force: true })
mkdirSync(values.reports, { recursive: true })
const folder = makeFolderInMemory()
const times = readTimes()
const queue = await filesToRun()
const results: Result[] = []
await Promise.all(Array.from({ length: AT_A_TIME }, work))
writeFileSync(TIMES, JSON.stringify(times))

for (const { account } of results) if (account !== undefined) console.log(`\n${account}`)
const unmet = unmetNeeds(cannotBeHad)
if (unmet.length > 0) console.log(`\nNot tried here:\n${unmet.map((line) => `  ${line}`).join('\n')}`)
const total = sum(results.map(({ counts }) => counts))
console.log(`\n${closingLine(total)}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** What takes longest comes first: otherwise one process would have to wait for it at the end. */
async function filesToRun(): Promise<string[]> {
  const all = await Array.fromAsync(new Bun.Glob('test/**/*.test.ts').scan('.'))
  const wanted = positionals.map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''))
  const files = all.filter(
    (file) => wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`)),
  )
  if (files.length === 0) throw new Error(`There is no test in ${wanted.join(', ')}.`)
  return files.sort((one, other) => (times[other] ?? 60) - (times[one] ?? 60) || (one < other ? -1 : 1))
}

async function work(): Promise<void> {
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const result = await runFile(file)
    results.push(result)
    times[file] = result.seconds
    const { passed, failed, skipped } = result.counts
    const parts = [
      `${passed} passed`,
      ...(failed > 0 ? [`${failed} FAILED`] : []),
      ...(skipped > 0 ? [`${skipped} not tried`] : []),
    ]
    console.log(`${failed > 0 ? '✗' : '✓'} ${file}: ${parts.join(', ')}, ${result.seconds.toFixed(1)} s`)
  }
}

async function runFile(file: string): Promise<Result> {
  const report = join(values.reports, `${file.replaceAll('/', '-')}.xml`)
  const pattern = values['test-name-pattern']
  const startedAt = performance.now()
  const runner = Bun.spawn(
    [
      process.execPath,
      'test',
      `./${file}`,
      '--only-failures',
      `--timeout=${TIMEOUT_MS}`,
      '--reporter=junit',
      `--reporter-outfile=${report}`,
      // What needs something that is not here may leave nothing of a file.
      '--pass-with-no-tests',
      ...(pattern === undefined ? [] : ['-t', pattern]),
    ],
    // The program speaks the developer's language, and most tests read English.
    {
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...(folder !== undefined && { TMPDIR: folder }) },
      stdin: 'ignore',
      stdout: 'pipe',
      stderr: 'pipe',
    },
  )
  const [said, complained, exitCode] = await Promise.all([
    runner.stdout.text(),
    runner.stderr.text(),
    runner.exited,
  ])
  const counts = readReport(report)
  // Without a report it had nothing to try, and says so; or it ended in the middle, however well.
  const isWhole = counts !== undefined || /^Ran 0 tests /m.test(complained)
  const isBad = exitCode !== 0 || !isWhole
  return {
    file,
    seconds: (performance.now() - startedAt) / 1000,
    // A file that died, or failed outside of its tests, is a failure that no report tells.
    counts: isBad && !counts?.failed ? { ...(counts ?? NOTHING), failed: 1 } : (counts ?? NOTHING),
    ...(isBad && { account: `── ${file} ──\n${said}${complained}`.trimEnd() }),
  }
}

function readReport(path: string): Counts | undefined {
  try {
    return countsOf(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Seconds each file took the last time. */
function readTimes(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(TIMES, 'utf8'))
  } catch {
    return {}
  }
}
