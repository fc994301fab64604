/** Runs a built binary, natively or as nearly so as this machine can, with nothing in its environment that is not given here. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { interpreterOf } from './elf.ts'
import type { Target } from './targets.ts'

/** How a target's binary is started on this machine. */
export interface Starter {
  /** In a word, for the table. */
  readonly how: string
  /** Put before the binary's path. */
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Or why it is not. */
export interface NotHere {
  readonly reason: string
}

const emulator = '/usr/bin/qemu-aarch64-static'
const arm64Libraries = '/usr/aarch64-linux-gnu'
const withMusl = 'with musl'
const debianLibraries = '/usr/lib/x86_64-linux-gnu'

/** The machine binaries are started on. */
export interface Machine {
  /** The loader of the program that runs this: it is of the machine's own kind, whatever else is installed. */
  readonly interpreter: string
  readonly processor: Target['elf']['machine']
  has(file: string): boolean
  hasProgram(name: string): boolean
}

/** This one. */
export async function thisMachine(): Promise<Machine> {
  const beginning = Bun.file(process.execPath).slice(0, 65_536)
  return {
    interpreter: interpreterOf(Buffer.from(await beginning.arrayBuffer())),
    processor: process.arch === 'arm64' ? 'aarch64' : 'x86-64',
    has: existsSync,
    hasProgram: (name) => Bun.which(name) !== null,
  }
}

/** How a target's binary is started on a machine, or why it cannot be. */
export function starterFor(target: Target, machine: Machine): Omit<Starter, 'env'> | NotHere {
  const { interpreter, machine: processor, system } = target.elf
  if (interpreter === machine.interpreter && processor === machine.processor)
    return { how: 'natively', command: [] }
  if (system !== 'System V') return { reason: 'needs FreeBSD' }
  if (!interpreter.includes('musl')) {
    const isReady = processor === 'aarch64' && machine.has(emulator) && machine.has(arm64Libraries)
    return isReady
      ? { how: 'under qemu', command: [emulator, '-L', arm64Libraries] }
      : { reason: processor === 'aarch64' ? 'needs qemu-user-static and libc6-arm64-cross' : 'needs glibc' }
  }
  if (processor === 'aarch64') return { reason: 'needs Alpine on 64-bit ARM' }
  if (!machine.has(interpreter)) return { reason: 'needs musl' }
  if (!machine.hasProgram('cc')) return { reason: 'needs a C compiler' }
  return { how: withMusl, command: [] }
}

/** Lays out what starting takes; it is gone when this is disposed of. */
export class Starters implements AsyncDisposable {
  #musl: Promise<string> | undefined

  constructor(private readonly machine: Machine) {}

  async of(target: Target): Promise<Starter | NotHere> {
    const starter = starterFor(target, this.machine)
    if ('reason' in starter) return starter
    if (starter.how !== withMusl) return { ...starter, env: {} }
    this.#musl ??= layOutMusl()
    return { ...starter, env: { LD_LIBRARY_PATH: await this.#musl } }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#musl !== undefined) await rm(await this.#musl, { recursive: true, force: true })
  }
}

/**
 * A folder with the libraries Alpine has and Debian's musl has not: Debian's own, and the shim they need.
 * @throws Error with the compiler's words
 */
async function layOutMusl(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'usm-billing-musl-'))
  for (const library of ['libstdc++.so.6', 'libgcc_s.so.1'])
    await symlink(join(debianLibraries, library), join(folder, library))
  const shim = join(folder, 'ld-linux-x86-64.so.2')
  const source = join(import.meta.dir, 'glibc-for-musl.c')
  const compiler = Bun.spawnSync(['cc', '-shared', '-fPIC', '-O2', '-nostdlib', '-o', shim, source])
  if (!compiler.success) throw new Error(`The shim for musl could not be compiled:\n${compiler.stderr}`)
  return folder
}

export interface Outcome {
  readonly exitCode: number
  readonly output: string
  readonly milliseconds: number
}

/** Runs to the end, at most `timeout` milliseconds; a binary that takes longer is killed and has no good exit code. */
export async function runBinary(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { cwd, timeout = 300_000 }: { readonly cwd?: string; readonly timeout?: number } = {},
): Promise<Outcome> {
  const start = performance.now()
  const child = Bun.spawn([...command], {
    env: { ...env },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    timeout,
    ...(cwd === undefined ? {} : { cwd }),
  })
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()])
  const exitCode = await child.exited
  return { exitCode, output: stdout + stderr, milliseconds: performance.now() - start }
}
