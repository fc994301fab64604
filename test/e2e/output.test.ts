/** An output that cannot be written, for every command: whoever reads a part must not take it for the whole. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { DECLARATIONS } from '../../src/commands/frame/declarations.ts'
import { program, run } from './cli.ts'
import { Site } from './site.ts'

setDefaultTimeout(60_000)

/** How each command is typed so that it says something; with its exit code where somebody listens. */
const LINES: Readonly<Record<string, readonly [words: string, exitCode: number]>> = {
  sync: ['sync', 0],
  plan: ['plan', 0],
  verify: ['verify --json', 0],
  doctor: ['doctor', 0],
  history: ['history', 0],
  'history show': ['history show 1', 0],
  undo: ['undo 1 --yes', 0],
  report: ['report', 0],
  init: ['init --help', 0],
  demo: ['demo --help', 0],
  queries: ['queries ubilling', 0],
  completion: ['completion bash', 0],
  apply: ['apply --help', 0],
  bundle: ['bundle --help', 0],
  notify: ['notify --help', 0],
  help: ['help plan', 0],
  version: ['version', 0],
}
const MORE: readonly (readonly [words: string, exitCode: number])[] = [
  ['--version', 0],
  ['--help', 0],
  ['--check-config', 0],
  ['sync --json', 0],
  ['sync --json --quiet', 0],
  ['history --json', 0],
  ['history show 1 --json', 0],
  ['doctor --json', 0],
  ['report --json', 0],
  ['plan --json', 0],
]

test('every command is tried', () => {
  expect(Object.keys(LINES).sort()).toEqual(Object.keys(DECLARATIONS).sort())
})

describe.each([...Object.values(LINES), ...MORE])('%s', (line, exitCode) => {
  test('to a full disk ends with 1 and a sentence; to a reader that goes away as it would have', async () => {
    await using site = await Site.open()
    await site.run()
    const words = [...program, ...line.split(' '), '--config', site.configFile].map((word) => `'${word}'`)
    const said = async (redirection: string) => {
      site.billing.forgetRun()
      return run([], { program: ['bash', '-c', `set -o pipefail; ${words.join(' ')} ${redirection}`] })
    }
    const full = await said('> /dev/full')
    expect(full.stderr).toContain('The output could not be written: no space left on device.\n')
    expect(full.exitCode).toBe(1)
    const gone = await said('| true')
    expect(gone.stderr).not.toContain('could not be written')
    expect(gone.exitCode).toBe(exitCode)
  })
})

test('a quiet run has nothing to write, and ends as it would have', async () => {
  await using site = await Site.open()
  const words = [...program, '--quiet', '--config', site.configFile].map((word) => `'${word}'`)
  const { exitCode, stderr } = await run([], { program: ['bash', '-c', `${words.join(' ')} > /dev/full`] })
  expect([exitCode, stderr]).toEqual([0, ''])
})
