/** Runs a built binary, natively or under emulation, with nothing in its environment that is not given here. */
import { existsSync } from 'node:fs'
import type { Target } from './targets.ts'

/** How to start a target's binary on this machine; `undefined`: it cannot be executed here. */
export type Starter = readonly string[] | undefined

const emulator = '/usr/bin/qemu-aarch64-static'
const arm64Libraries = '/usr/aarch64-linux-gnu'

/** The words put before a binary's path to start it: none for the host's own kind. */
export function starterFor(target: Target): Starter {
  if (target.name === `${process.platform}-${process.arch}` && !isMusl()) return []
  const isEmulated = target.name === 'linux-arm64' && process.platform === 'linux' && existsSync(emulator)
  return isEmulated && existsSync(arm64Libraries) ? [emulator, '-L', arm64Libraries] : undefined
}

function isMusl(): boolean {
  return existsSync(`/lib/ld-musl-${process.arch === 'x64' ? 'x86_64' : 'aarch64'}.so.1`)
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
  timeout = 300_000,
): Promise<Outcome> {
  const start = performance.now()
  const child = Bun.spawn([...command], { env, stdin: 'ignore', stdout: 'pipe', stderr: 'pipe', timeout })
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()])
  const exitCode = await child.exited
  return { exitCode, output: stdout + stderr, milliseconds: performance.now() - start }
}
