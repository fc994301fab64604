/**
 * Programs that no package of ours brings. Installed where this may be done without asking (root on Debian); another package
 * manager at work is waited for. What cannot be had is told with its reason.
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

/** Tools by the names of their programs. */
export type Tools<Name extends string = string> = Readonly<Record<Name, Tool>>

/** Where a tool is; `undefined` when it is not here. */
export function placeOf(name: string, { alias = [], places = [] }: Tool): string | undefined {
  const inPath = [name, ...alias].flatMap((program) => Bun.which(program) ?? [])
  return inPath.at(0) ?? places.flatMap(filesAt).at(0)
}

/** A pattern without a star names one file, which is no work for a pattern. */
function filesAt(place: string): string[] {
  if (!place.includes('*')) return existsSync(`/${place}`) ? [`/${place}`] : []
  return [...new Bun.Glob(place).scanSync({ cwd: '/', absolute: true, followSymlinks: true })]
}

/** How long another package manager is waited for. */
const PATIENCE_S = 300
const PAUSE_S = 3

/** The machine the tools are to be on. */
export interface Machine<Name extends string = string> {
  /** True when packages may be installed without asking anybody. */
  readonly canInstall: boolean
  /** Why not. */
  readonly hindrance: string
  isHere(name: Name): boolean
  /** Runs Debian's package manager; gives what it complained of, if it failed. */
  apt(...args: readonly string[]): string | undefined
  /** Does it with no server being started that is installed by it. */
  withoutServices<T>(work: () => T): T
  pause(seconds: number): void
  say(text: string): void
}

/**
 * Sees to it that the tools are here; gives why those that are not cannot be had.
 * @param purpose what they are for, in a word
 */
export function provide<Name extends string>(
  tools: Tools<Name>,
  purpose: string,
  machine: Machine<Name>,
): ReadonlyMap<Name, string> {
  const names = Object.keys(tools) as Name[]
  const missing = names.filter((name) => !machine.isHere(name))
  if (missing.length === 0) return new Map()
  if (!machine.canInstall) return new Map(missing.map((name) => [name, machine.hindrance]))
  machine.say(`Installing ${missing.join(', ')} for ${purpose} (Debian's packages, once) …`)
  updateLists(machine)
  // One after another: what cannot be had is no reason to do without the rest.
  const reasons = missing.map((name) => [name, install(tools[name].packages, machine)] as const)
  return new Map(
    reasons.flatMap(([name, reason]) =>
      machine.isHere(name) ? [] : [[name, reason ?? 'its package was installed, and it is not there']],
    ),
  )
}

/** Debian's package manager waits for others itself, save where it brings its lists up to date. */
function updateLists({ apt, pause, say }: Pick<Machine, 'apt' | 'pause' | 'say'>): void {
  for (let waited = 0; ; waited += PAUSE_S) {
    const complaint = apt('update')
    if (complaint === undefined || !/lock/i.test(complaint) || waited >= PATIENCE_S) return
    if (waited === 0) say(`Waiting for another package manager: ${complaint}`)
    pause(PAUSE_S)
  }
}

function install(
  packages: readonly string[],
  { apt, withoutServices }: Pick<Machine, 'apt' | 'withoutServices'>,
): string | undefined {
  const complaint = withoutServices(() => apt('install', '--yes', '--no-install-recommends', ...packages))
  return complaint === undefined ? undefined : `not installed: ${complaint}`
}

/** The machine this runs on. */
export function thisMachine<Name extends string>(tools: Tools<Name>): Machine<Name> {
  const hasApt = Bun.which('apt-get') !== null
  return {
    canInstall: process.getuid?.() === 0 && hasApt,
    hindrance: hasApt
      ? 'not installed, and only root may install it'
      : 'not installed, and there is no apt-get to install it with',
    isHere: (name) => placeOf(name, tools[name]) !== undefined,
    apt,
    withoutServices,
    pause: (seconds) => Bun.sleepSync(seconds * 1000),
    say: (text) => console.log(text),
  }
}

function apt(...args: readonly string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const { success, stderr } = Bun.spawnSync(
    ['apt-get', '-qq', '-o', `DPkg::Lock::Timeout=${PATIENCE_S}`, ...args],
    { env, stdin: 'ignore', stdout: 'ignore', stderr: 'pipe' },
  )
  if (success) return undefined
  const lines = stderr.toString().trim().split('\n')
  return (lines.find((line) => line.startsWith('E: ')) ?? lines.at(-1) ?? '').replace(/^E: /, '')
}

function withoutServices<T>(work: () => T): T {
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
}

/**
 * Provides the tools for a script that does nothing else, and names those that cannot be had.
 * @param isStrict where they could be installed and were not, that is a failure
 */
export function provideForScript<Name extends string>(
  tools: Tools<Name>,
  purpose: string,
  isStrict: boolean,
): void {
  const machine = thisMachine(tools)
  const missing = provide(tools, purpose, machine)
  for (const [name, reason] of missing)
    console.error(`${name}: ${reason}. Without it is not tried: ${tools[name].for}.`)
  if (missing.size > 0 && isStrict && machine.canInstall) process.exit(1)
}
