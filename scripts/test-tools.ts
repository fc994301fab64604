/**
 * Part of the tests' set-up: the programs some tests drive that no package of ours brings. Installed where this may be
 * done without asking (root on Debian); elsewhere they are named, and the tests that need one say so when they fail, or
 * that they are left out.
 */
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'

/** Program → the Debian packages that bring it. */
const tools: Readonly<Record<string, readonly string[]>> = {
  chromium: ['chromium', 'fonts-dejavu-core'], // The report, looked at as a person would; a font with Cyrillic.
  tmux: ['tmux'], // Progress, plans and questions on a real terminal.
  zsh: ['zsh'], // Completion, typed.
  fish: ['fish'],
  mariadbd: ['mariadb-server'], // Billings that are read as tables; started by the tests themselves.
  postgres: ['postgresql'],
}

/** Where programs stand that are in nobody's path. */
const elsewhere: Readonly<Record<string, () => boolean>> = {
  mariadbd: () => existsSync('/usr/sbin/mariadbd'),
  postgres: () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
}

const missing = Object.keys(tools).filter(
  (program) => Bun.which(program) === null && elsewhere[program]?.() !== true,
)
if (missing.length > 0) {
  const packages = missing.flatMap((program) => tools[program] ?? [])
  const canInstall = process.getuid?.() === 0 && Bun.which('apt-get') !== null
  if (!canInstall || !install(packages)) {
    console.error(`Tests need ${missing.join(' and ')}. On Debian: apt-get install ${packages.join(' ')}`)
  }
}

function install(packages: readonly string[]): boolean {
  console.log(`Installing ${packages.join(', ')} for the tests …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    Bun.spawnSync(['apt-get', '-qq', ...args], { env, stdin: 'ignore', stdout: 'ignore', stderr: 'inherit' })
      .success
  return withoutServices(
    () => apt('update') && apt('install', '--yes', '--no-install-recommends', ...packages),
  )
}

/** Debian starts a server as soon as it is installed, unless this file says that nothing is to be started. */
function withoutServices<T>(work: () => T): T {
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
