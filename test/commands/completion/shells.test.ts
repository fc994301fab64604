/** Completion in the shells themselves, typed on a terminal. */
import { afterAll, afterEach, beforeAll, describe, expect } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Need } from '../../../scripts/test-needs.ts'
import { completionScript } from '../../../src/commands/completion.ts'
import { buildProgram } from '../../../src/commands/frame/program.ts'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { testWith } from '../../needs.ts'
import { startTerminal, type Terminal } from '../../report/terminal.ts'

let folder = ''
let terminal: Terminal | undefined
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-billing-shells-'))
  for (const [name, shell] of Object.entries({
    'usm.bash': 'bash',
    '_usm-billing': 'zsh',
    'usm.fish': 'fish',
  }))
    writeFileSync(join(folder, name), completionScript(shell, buildProgram(COMMANDS)))
  writeFileSync(join(folder, 'bashrc'), `PS1='$ '; . '${folder}/usm.bash'\n`)
  const zshrc = `PS1='$ '; fpath=('${folder}' $fpath); autoload -Uz compinit; compinit -u -D\n`
  writeFileSync(join(folder, '.zshrc'), zshrc)
})
afterEach(() => terminal?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SHELLS: Readonly<Record<string, () => string[]>> = {
  bash: () => ['bash', '--noprofile', '--rcfile', join(folder, 'bashrc')],
  zsh: () => ['env', `ZDOTDIR=${folder}`, 'zsh', '-d'],
  fish: () => ['env', `HOME=${folder}`, 'fish', '--no-config', '-C', `source '${folder}/usm.fish'`],
}

/** What each is driven with. */
const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  bash: ['tmux'],
  zsh: ['tmux', 'zsh'],
  fish: ['tmux', 'fish'],
}

describe.each(Object.keys(SHELLS))('%s', (shell) => {
  const test = testWith(...(NEEDS[shell] ?? []))

  test.each([
    ['usm-billing pl', 'usm-billing plan'],
    ['usm-billing sync --accept-a', 'usm-billing sync --accept-absent'],
    ['usm-billing plan --field pho', 'usm-billing plan --field phones'],
    ['usm-billing history sh', 'usm-billing history show'],
    ['usm-billing completion zs', 'usm-billing completion zsh'],
  ])(
    'completes "%s"',
    async (typed, completed) => {
      terminal = startTerminal(SHELLS[shell]?.() ?? [], { columns: 100, rows: 20, cwd: folder })
      await terminal.shows(/[$>#]$/m)
      terminal.type(typed, 'Tab')
      expect((await terminal.shows(new RegExp(`${completed}$`, 'm'))).join('\n')).toContain(completed)
    },
    40_000,
  )
})
