/** The program under measurement, set up for a pair of sandboxes. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Glob } from 'bun'
import { compile } from '../scripts/release/compile.ts'
import { readSource } from '../scripts/release/source.ts'
import type { Summary } from '../src/model/summary.ts'
import { type Cost, measure } from './measure.ts'
import type { Sandboxes } from './sandboxes.ts'

/** Writes under way at once: the default of `usersideHttp.concurrency`. */
export const CONCURRENCY = 2

/** `full`: every run compares everything. `light`: only the first does, and whoever is in doubt. */
export type Kind = 'full' | 'light'

export interface Run extends Cost {
  readonly summary: Summary
}

export interface Program {
  /** One run. @throws Error when it does not end well */
  run(kind: Kind): Promise<Run>
  /** Bytes of the journal. */
  journalBytes(): Promise<number>
  /** Forgets all earlier runs. */
  stop(): Promise<void>
}

/** How the program is started: the compiled binary, as operators run it, or the source. */
export async function programCommand(isSource: boolean): Promise<readonly string[]> {
  if (isSource) return [process.execPath, join(import.meta.dir, '../src/main.ts')]
  const source = await readSource()
  const outfile = join(source.root, 'dist/bench/usm-billing')
  await compile({ source, outfile })
  return [outfile]
}

/** Sets it up in a folder of its own. @param more keys of the configuration, in place of the sandbox's */
export async function setUp(
  command: readonly string[],
  sandboxes: Sandboxes,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'usm-billing-bench-'))
  const configs = { full: { fullEvery: 0 }, light: { fullEvery: 10_080 } } as const
  const { billingUrl, usersideUrl, usersideApiKey } = sandboxes
  for (const [kind, safety] of Object.entries(configs)) {
    const config = { billingUrl, usersideUrl, usersideApiKey, billingId: 1, logPath: 'log', safety, ...more }
    const path = join(folder, `${kind}.jsonc`)
    await Bun.write(path, JSON.stringify(config))
    await chmod(path, 0o600)
  }
  return {
    run: async (kind) => {
      const { exitCode, stdout, ...cost } = await measure([
        ...command,
        `--config=${join(folder, `${kind}.jsonc`)}`,
        '--json',
        '--quiet',
      ])
      if (exitCode !== 0) throw new Error(`The run ended with ${exitCode}: ${stdout}`)
      return { ...cost, summary: JSON.parse(stdout.trim().split('\n').at(-1) ?? '') }
    },
    journalBytes: async () => {
      const files = await Array.fromAsync(new Glob('log/*.sqlite').scan(folder))
      return files.reduce((bytes, file) => bytes + Bun.file(join(folder, file)).size, 0)
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  }
}
