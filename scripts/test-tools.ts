/**
 * Part of the tests' set-up: the programs some tests drive that no package of ours brings. Those that need one that cannot be
 * had are skipped.
 *
 * `--strict`: where they could be installed and were not, that is a failure. For the integration, which skips nothing.
 */
import { type Machine, placeOf, provide, provideForScript, type Tool, thisMachine } from './tools.ts'

export const TOOLS = {
  // A font with Cyrillic beside it.
  chromium: {
    packages: ['chromium', 'fonts-dejavu-core'],
    for: 'the report, looked at as a person would',
    alias: ['chromium-browser', 'google-chrome'],
  },
  tmux: { packages: ['tmux'], for: 'progress, questions and completion on a real terminal' },
  zsh: { packages: ['zsh'], for: 'completion in zsh' },
  fish: { packages: ['fish'], for: 'completion in fish' },
  promtool: { packages: ['prometheus'], for: 'the alerts and the dashboard an operator installs' },
  rpmbuild: { packages: ['rpm'], for: 'the package for Red Hat and its kin' },
  'dpkg-deb': { packages: ['dpkg'], for: 'the package for Debian' },
  // Started by the tests themselves.
  mariadbd: {
    packages: ['mariadb-server'],
    for: 'billings that are read as tables of MariaDB',
    places: ['usr/sbin/mariadbd', 'usr/local/sbin/mariadbd'],
  },
  postgres: {
    packages: ['postgresql'],
    for: 'billings that are read as tables of PostgreSQL',
    places: ['usr/lib/postgresql/*/bin/postgres'],
  },
} as const satisfies Readonly<Record<string, Tool>>

export type ToolName = keyof typeof TOOLS

/** Where a tool is; `undefined` when it is not here. */
export function findTool(name: ToolName): string | undefined {
  return placeOf(name, TOOLS[name])
}

/** Which of the tools are not here. */
export function missingTools(): ToolName[] {
  return (Object.keys(TOOLS) as ToolName[]).filter((name) => findTool(name) === undefined)
}

/** Sees to it that the tools are here; gives why those that are not cannot be had. */
export function provideTools(machine: Machine<ToolName> = thisMachine(TOOLS)): ReadonlyMap<ToolName, string> {
  return provide(TOOLS, 'the tests', machine)
}

if (import.meta.main) provideForScript(TOOLS, 'the tests', process.argv.includes('--strict'))
