/**
 * Part of the tests' set-up: the programs some tests drive that no package of ours brings. Installed where this may be
 * done without asking (root on Debian); another package manager at work is waited for. What cannot be had is named with
 * its reason, and the tests that need it are skipped.
 *
 * `--strict`: where they could be installed and were not, that is a failure. For the integration, which skips nothing.
 */
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'

export interface Tool {
  /** The Debian packages that bring it. */
  readonly packages: readonly string[]
  /** What is not tried without it. */
  readonly for: string
  /** Names it has elsewhere, beside the one it is listed under. */
  readonly alias?: readonly string[]
  /** Where it stands that is in nobody's path; patterns below `/`. */
  readonly places?: readonly string[]
}

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

const NAMES = Object.keys(TOOLS) as ToolName[]

/** Where a tool is; `undefined` when it is not here. */
export function findTool(name: ToolName): string | undefined {
  const { alias = [], places = [] }: Tool = TOOLS[name]
  const inPath = [name, ...alias].flatMap((program) => Bun.which(program) ?? [])
  const elsewhere = places.flatMap((place) => [
    ...new Bun.Glob(place).scanSync({ cwd: '/', absolute: true, followSymlinks: true }),
  ])
  return [...inPath, ...elsewhere].at(0)
}

/** Which of the tools are not here. */
export function missingTools(): ToolName[] {
  return NAMES.filter((name) => findTool(name) === undefined)
}

/** How long another package manager is waited for. */
const PATIENCE_S = 300
const PAUSE_S = 3

/** The machine the tools are to be on. */
export interface Machine {
  /** True when packages may be installed without asking anybody. */
  readonly canInstall: boolean
  /** Why not. */
  readonly hindrance: string
  isHere(name: ToolName): boolean
  /** Runs Debian's package manager; gives what it complained of, if it failed. */
  apt(...args: readonly string[]): string | undefined
  /** Does it with no server being started that is installed by it. */
  withoutServices<T>(work: () => T): T
  pause(seconds: number): void
  say(text: string): void
}

/** Sees to it that the tools are here; gives why those that are not cannot be had. */
export function provideTools(machine: Machine = THIS): ReadonlyMap<ToolName, string> {
  const missing = NAMES.filter((name) => !machine.isHere(name))
  if (missing.length === 0) return new Map()
  if (!machine.canInstall) return new Map(missing.map((name) => [name, machine.hindrance]))
  machine.say(`Installing ${missing.join(', ')} for the tests (Debian's packages, once) …`)
  updateLists(machine)
  // One after another: what cannot be had is no reason to do without the rest.
  const reasons = missing.map((name) => [name, install(TOOLS[name].packages, machine)] as const)
  return new Map(
    reasons.flatMap(([name, reason]) =>
      machine.isHere(name) ? [] : [[name, reason ?? 'its package was installed, and it is not there']],
    ),
  )
}

/** Debian's package manager waits for others itself, save where it brings its lists up to date. */
function updateLists({ apt, pause, say }: Machine): void {
  for (let waited = 0; ; waited += PAUSE_S) {
    const complaint = apt('update')
    if (complaint === undefined || !/lock/i.test(complaint) || waited >= PATIENCE_S) return
    if (waited === 0) say(`Waiting for another package manager: ${complaint}`)
    pause(PAUSE_S)
  }
}

function install(packages: readonly string[], { apt, withoutServices }: Machine): string | undefined {
  const complaint = withoutServices(() => apt('install', '--yes', '--no-install-recommends', ...packages))
  return complaint === undefined ? undefined : `not installed: ${complaint}`
}

const isRoot = process.getuid?.() === 0
const hasApt = Bun.which('apt-get') !== null

const THIS: Machine = {
  canInstall: isRoot && hasApt,
  hindrance: hasApt
    ? 'not installed, and only root may install it'
    : 'not installed, and there is no apt-get to install it with',
  isHere: (name) => findTool(name) !== undefined,
  apt(...args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
    const { success, stderr } = Bun.spawnSync(
      ['apt-get', '-qq', '-o', `DPkg::Lock::Timeout=${PATIENCE_S}`, ...args],
      { env, stdin: 'ignore', stdout: 'ignore', stderr: 'pipe' },
    )
    if (success) return undefined
    const lines = stderr.toString().trim().split('\n')
    return (lines.find((line) => line.startsWith('E: ')) ?? lines.at(-1) ?? '').replace(/^E: /, '')
  },
  withoutServices(work) {
    // Debian starts a server as soon as it is installed, unless this file says that nothing is to be started.
    const policy = '/usr/sbin/policy-rc.d'
    if (existsSync(policy)) return work()
    writeFileSync(policy, '#!/bin/sh\nexit 101\n')
    chmodSync(policy, 0o755)
    try {
      return work()
    } finally {
      rmSync(policy)
    }
  },
  pause: (seconds) => Bun.sleepSync(seconds * 1000),
  say: (text) => console.log(text),
}

if (import.meta.main) {
  const missing = provideTools()
  for (const [name, reason] of missing) {
    console.error(`${name}: ${reason}. Without it is not tried: ${TOOLS[name].for}.`)
  }
  if (missing.size > 0 && process.argv.includes('--strict') && THIS.canInstall) process.exit(1)
}
