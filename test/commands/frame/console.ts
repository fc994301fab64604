/** A console in memory, to run command lines against. */
import { runCli } from '../../../src/commands/frame/cli.ts'
import type { Loaders } from '../../../src/commands/frame/context.ts'
import type { Io, Sink } from '../../../src/commands/frame/io.ts'
import { COMMANDS } from '../../../src/commands/registry.ts'

export interface Played {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface Setting {
  readonly env?: Readonly<Record<string, string>>
  readonly isInteractive?: boolean
  readonly loaders?: Loaders
  readonly now?: () => Date
}

const afternoon = (): Date => new Date('2026-11-22T15:32:03Z')

/** Runs a command line in this process. */
export async function play(
  argv: readonly string[],
  { env = {}, isInteractive = false, loaders = COMMANDS, now = afternoon }: Setting = {},
) {
  const texts = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr'): Sink => ({
    write: (text) => {
      texts[name] += text
    },
    isTerminal: false,
    columns: 80,
  })
  const io: Io = {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    isInteractive,
    env,
    now,
  }
  const exitCode = await runCli(argv, io, loaders)
  return { exitCode, ...texts } satisfies Played
}
