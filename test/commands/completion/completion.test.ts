import { describe, expect, test } from 'bun:test'
import { completionScript } from '../../../src/commands/completion.ts'
import type { Loaders } from '../../../src/commands/frame/context.ts'
import { type CommandName, DECLARATIONS } from '../../../src/commands/frame/declarations.ts'
import { buildProgram } from '../../../src/commands/frame/program.ts'
import { play } from '../frame/console.ts'

const ACCEPT = ['--accept-absent', '--accept-creates', '--accept-changes']

const names = Object.keys(DECLARATIONS) as CommandName[]
const nothing = async () => async () => 0
const program = buildProgram(Object.fromEntries(names.map((name) => [name, nothing])) as Loaders)
const commands = [...new Set(names.map((name) => name.split(' ')[0] ?? ''))]

describe('shell completion', () => {
  test.each(['bash', 'zsh', 'fish'])(
    'for %s is printed, and knows every command and option',
    async (shell) => {
      const script = completionScript(shell, program)
      for (const word of names.flatMap((name) => name.split(' '))) expect(script).toContain(word)
      const options = names.flatMap((name) =>
        Object.entries(DECLARATIONS[name].args).flatMap(([option, { type }]) =>
          type === 'positional' ? [] : [option],
        ),
      )
      for (const option of options) expect(script).toContain(option)
      const { exitCode, stdout } = await play(['completion', shell])
      expect(stdout).toContain('usm-billing')
      expect(exitCode).toBe(0)
    },
  )

  test('is one value with --json', async () => {
    const { stdout } = await play(['completion', 'bash', '--json'])
    const text = completionScript('bash', program)
    expect(JSON.parse(stdout)).toMatchObject({ type: 'completion', shell: 'bash', text })
  })

  test.each<[string, string[]]>([
    ['usm-billing ', [...commands, ...everywhere(), '--dry-run', '--full', '--id', ...ACCEPT]],
    ['usm-billing p', ['plan']],
    ['usm-billing sync --a', ACCEPT],
    ['usm-billing plan --a', ['--all']],
    ['usm-billing plan --field phon', ['phones']],
    ['usm-billing plan --field ', [...DECLARATIONS.plan.args.field.choices]],
    ['usm-billing --json history ', ['show', '--id', '--last', '--failed', '--since', ...everywhere()]],
    ['usm-billing history show --j', ['--json']],
    ['usm-billing completion ', ['bash', 'zsh', 'fish', 'runs', 'logins', ...everywhere()]],
    ['usm-billing undo --y', ['--yes']],
    ['usm-billing verify --y', []],
    ['usm-billing version --c', ['--check', '--check-config', '--config']],
    ['usm-billing help pl', ['plan']],
  ])('in bash, "%s" offers the right words', async (line, expected) => {
    expect((await completedByBash(line)).sort()).toEqual(expected.sort())
  })

  test('in bash completes files where a file is wanted', async () => {
    expect(await completedByBash('usm-billing --config tsconfig.j')).toEqual(['tsconfig.json'])
    expect(await completedByBash('usm-billing init --from packag')).toContain('package.json')
  })
})

function everywhere(): string[] {
  return [
    ...['--config', '--json', '--quiet', '-q', '--verbose', '-v', '--check-config', '--help', '-h'],
    ...['--version', '-V'],
  ]
}

/** What a real bash would offer at the end of a line. */
async function completedByBash(line: string): Promise<string[]> {
  const words = line.split(' ')
  const script = `${completionScript('bash', program)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_usm_billing; printf '%s\\n' "\${COMPREPLY[@]}"`
  const shell = Bun.spawn(['bash', '--norc', '-c', script], { stdout: 'pipe', stderr: 'pipe' })
  const [text, errors] = await Promise.all([
    new Response(shell.stdout).text(),
    new Response(shell.stderr).text(),
  ])
  expect(errors).toBe('')
  return text.split('\n').filter((word) => word !== '')
}
