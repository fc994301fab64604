import { describe, expect, test } from 'bun:test'
import type { Loaders } from '../../../src/commands/frame/context.ts'
import { type CommandName, DECLARATIONS } from '../../../src/commands/frame/declarations.ts'
import { play } from './console.ts'

/** Every declared command, none of which does more than say what it was called with. */
function recorder() {
  const calls: { command: string; flags: object }[] = []
  const names = Object.keys(DECLARATIONS) as CommandName[]
  const loaders = Object.fromEntries(
    names.map((command) => [
      command,
      async () =>
        async ({ flags }: { flags: object }) => {
          calls.push({ command, flags })
          return 0
        },
    ]),
  ) as Loaders
  return { calls, loaders }
}

const NO_FLAGS = {
  config: undefined,
  json: false,
  quiet: false,
  verbose: false,
  'check-config': false,
  help: false,
  version: false,
}
const NOTHING_NAMED = { command: undefined, 'command-inside': undefined }
const SYNC = {
  ...NO_FLAGS,
  'dry-run': false,
  full: false,
  'accept-absent': false,
  'accept-creates': false,
  'accept-changes': false,
  id: [],
}
const HISTORY = { ...NO_FLAGS, run: undefined, id: [], last: undefined, failed: false, since: undefined }
const UNDO = { ...NO_FLAGS, id: [], 'dry-run': false, yes: false }

describe('a command line', () => {
  test.each<[string, string, object]>([
    ['', 'sync', SYNC],
    ['sync', 'sync', SYNC],
    ['--dry-run', 'sync', { ...SYNC, 'dry-run': true }],
    [
      'sync --dry-run --full --accept-absent',
      'sync',
      { ...SYNC, 'dry-run': true, full: true, 'accept-absent': true },
    ],
    ['--config a.jsonc --json sync', 'sync', { ...SYNC, config: 'a.jsonc', json: true }],
    ['sync --config=a=b.jsonc', 'sync', { ...SYNC, config: 'a=b.jsonc' }],
    ['sync --config=--json', 'sync', { ...SYNC, config: '--json' }],
    ['--json --json --quiet', 'sync', { ...SYNC, json: true, quiet: true }],
    [
      'plan --all --id petrenko --field balance',
      'plan',
      { ...NO_FLAGS, all: true, id: ['petrenko'], field: 'balance' },
    ],
    ['--id plan plan', 'plan', { ...NO_FLAGS, all: false, id: ['plan'], field: undefined }],
    ['plan --id=-5', 'plan', { ...NO_FLAGS, all: false, id: ['-5'], field: undefined }],
    ['history', 'history', HISTORY],
    ['history 12', 'history', { ...HISTORY, run: '12' }],
    ['history last', 'history', { ...HISTORY, run: 'last' }],
    [
      'history --id a --last 5 --id b --failed --since 2026-11-22',
      'history',
      { ...HISTORY, id: ['a', 'b'], last: '5', failed: true, since: '2026-11-22' },
    ],
    ['history show 12', 'history show', { ...NO_FLAGS, run: '12', id: [] }],
    ['undo --yes 12', 'undo', { ...UNDO, run: '12', yes: true }],
    ['undo last --dry-run --id a', 'undo', { ...UNDO, run: 'last', 'dry-run': true, id: ['a'] }],
    ['undo -- -12', 'undo', { ...UNDO, run: '-12' }],
    ['report --out page.html --verbose', 'report', { ...NO_FLAGS, out: 'page.html', verbose: true }],
    ['init --from usm_billing.conf.php', 'init', { ...NO_FLAGS, from: 'usm_billing.conf.php' }],
    ['completion fish', 'completion', { ...NO_FLAGS, shell: 'fish' }],
    ['-q', 'sync', { ...SYNC, quiet: true }],
    ['-v sync', 'sync', { ...SYNC, verbose: true }],
    ['plan -q -v', 'plan', { ...NO_FLAGS, all: false, id: [], field: undefined, quiet: true, verbose: true }],
    ['version', 'version', { ...NO_FLAGS, check: false }],
    ['version --check', 'version', { ...NO_FLAGS, check: true }],
    ['help', 'help', { ...NO_FLAGS, ...NOTHING_NAMED }],
    ['help plan', 'help', { ...NO_FLAGS, ...NOTHING_NAMED, command: 'plan' }],
    ['help history show', 'help', { ...NO_FLAGS, command: 'history', 'command-inside': 'show' }],
  ])('"%s" runs %s, once and nothing else', async (line, command, flags) => {
    const { calls, loaders } = recorder()
    const { exitCode } = await play(words(line), { loaders })
    expect(calls).toEqual([{ command, flags }])
    expect(exitCode).toBe(0)
  })

  test.each([
    ['--dry-rum', 'The option "--dry-rum" is unknown; did you mean "--dry-run"?'],
    ['sync --dryrun', 'The option "--dryrun" is unknown; did you mean "--dry-run"?'],
    ['sync --dryRun', 'The option "--dryRun" is unknown; did you mean "--dry-run"?'],
    ['sync -dry-run', 'The option "-dry-run" is unknown; did you mean "--dry-run"?'],
    ['sync --no-dry-run', 'The option "--no-dry-run" is unknown; did you mean "--dry-run"?'],
    ['--no-json', 'The option "--no-json" is unknown; did you mean "--json"?'],
    ['-n', 'The option "-n" is unknown.'],
    ['-hn', 'The option "-hn" is unknown.'],
    ['-qv', 'The option "-qv" is unknown.'],
    ['-Q', 'The option "-Q" is unknown.'],
    ['-q=1', '--quiet takes no value.'],
    ['help plam', 'COMMAND cannot be "plam"; did you mean "plan"?'],
    ['help history show 12', '"12" is one word too many.'],
    ['help help', 'COMMAND cannot be "help"'],
    ['--dry-run=false', '--dry-run takes no value.'],
    ['sync --dry-run false', '"false" is one word too many.'],
    ['plan --dry-run', 'The option "--dry-run" is unknown.'],
    ['--dry-run plan', 'The option "--dry-run" is unknown.'],
    ['--all', 'The option "--all" is unknown.'],
    ['plam', 'The command "plam" is unknown; did you mean "plan"?'],
    ['dry-run', 'The command "dry-run" is unknown.'],
    ['sync plan', '"plan" is one word too many.'],
    ['sync -- --dry-run', '"--dry-run" is one word too many.'],
    ['-- sync', '"sync" is one word too many.'],
    ['constructor', 'The command "constructor" is unknown.'],
    ['__proto__', 'The command "__proto__" is unknown'],
    ['--__proto__', 'The option "--__proto__" is unknown'],
    ['history shwo 1', 'The command "shwo" is unknown; did you mean "show"?'],
    ['history 12x', 'The command "12x" is unknown.'],
    ['history 12 13', '"13" is one word too many.'],
    ['history show', 'RUN is missing.'],
    ['undo', 'RUN is missing.'],
    ['undo 1 2', '"2" is one word too many.'],
    ['--config', '--config needs a value.'],
    ['--config=', '--config needs a value.'],
    ['--config --quiet', '--config needs a value.'],
    ['--config a --config b', '--config is given twice.'],
    ['plan --field blance', '--field cannot be "blance"; did you mean "balance"?'],
    ['completion', 'SHELL is missing.'],
    ['completion tcsh', 'SHELL cannot be "tcsh": it is one of bash, zsh, fish, runs, logins.'],
    ['--check-config --cofnig x', 'The option "--cofnig" is unknown; did you mean "--config"?'],
    ['--help --dry-rum', 'The option "--dry-rum" is unknown; did you mean "--dry-run"?'],
  ])('"%s" is refused and nothing runs', async (line, message) => {
    const { calls, loaders } = recorder()
    const { exitCode, stderr, stdout } = await play(words(line), { loaders })
    expect(calls).toEqual([])
    expect(stderr).toStartWith(message)
    expect(stderr).toContain('--help')
    expect(stdout).toBe('')
    expect(exitCode).toBe(64)
  })

  test.each([
    '--help',
    '-h',
    'undo --help',
    '--version',
    '-V',
    'undo --version',
    '--json --version',
    'help -h',
  ])('"%s" informs and runs nothing', async (line) => {
    const { calls, loaders } = recorder()
    const { exitCode, stdout } = await play(words(line), { loaders })
    expect(calls).toEqual([])
    expect(stdout).not.toBe('')
    expect(exitCode).toBe(0)
  })
})

describe('help', () => {
  test.each([
    ['', '--help'],
    ['plan', 'plan --help'],
    ['history', 'history --help'],
    ['history show', 'history show --help'],
  ])('"%s" prints what "%s" prints', async (topic, line) => {
    expect(await play(words(`help ${topic}`.trim()))).toEqual(await play(words(line)))
  })

  test('of a command inside a command that is not there names the nearest', async () => {
    const { exitCode, stderr } = await play(['help', 'history', 'shwo'])
    expect(stderr).toStartWith('The command "shwo" is unknown; did you mean "show"?')
    expect(exitCode).toBe(64)
  })
})

describe('--help', () => {
  test('names every command, option and exit code, no line wider than the terminal', async () => {
    const { loaders } = recorder()
    const { stdout } = await play(['--help'], { loaders })
    for (const name of Object.keys(DECLARATIONS)) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    for (const option of [
      '--dry-run',
      '--full',
      '--accept-absent',
      '--config PATH',
      '--json',
      '-q, --quiet',
      '-v, --verbose',
      '-h, --help',
      '-V, --version',
    ]) {
      expect(stdout).toContain(`  ${option}`)
    }
    for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 11, 64, 130, 143])
      expect(stdout).toMatch(new RegExp(`^  ${code} `, 'm'))
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('of a command tells its own options and arguments', async () => {
    const { loaders } = recorder()
    const { stdout } = await play(['undo', '--help'], { loaders })
    expect(stdout).toContain('Usage: usm-billing undo RUN [OPTIONS]')
    expect(stdout).toContain('--yes')
    expect(stdout).not.toContain('--full')
  })
})

function words(line: string): string[] {
  return line.split(' ').filter((word) => word !== '')
}
