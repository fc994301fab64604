/**
 * How long the compiled binary takes to start: `--version`, beside the floor no Bun program gets under, a compiled
 * program that does nothing. Prints, asserts nothing. `bun run build` first.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const rounds = 40
const binary = process.env['USM_BILLING_BINARY'] ?? join(import.meta.dir, '../dist/usm-billing')

interface Row {
  readonly what: string
  readonly 'median ms': string
  readonly 'fastest ms': string
  readonly 'slowest ms': string
}

function timeOnce(command: readonly string[]): number {
  const start = performance.now()
  const { success } = Bun.spawnSync([...command], { env: {}, stdout: 'ignore', stderr: 'inherit' })
  if (!success) throw new Error(`${command.join(' ')} failed`)
  return performance.now() - start
}

function row(what: string, times: readonly number[]): Row {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (index: number) => (sorted.at(index) ?? Number.NaN).toFixed(1)
  return { what, 'median ms': at(sorted.length >> 1), 'fastest ms': at(0), 'slowest ms': at(-1) }
}

const folder = await mkdtemp(join(tmpdir(), 'usm-billing-startup-'))
try {
  await Bun.write(join(folder, 'empty.ts'), '')
  const empty = join(folder, 'empty')
  const build = Bun.spawnSync([process.execPath, 'build', '--compile', 'empty.ts', '--outfile', empty], {
    cwd: folder,
  })
  if (!build.success) throw new Error(`The empty program was not compiled: ${build.stderr}`)
  const commands = { 'empty Bun binary': [empty], 'usm-billing --version': [binary, '--version'] }
  const times = Object.entries(commands).map(([what, command]) => ({ what, command, taken: [] as number[] }))
  // In turns, so that whatever else the machine does falls on both alike; the first round only warms the file cache.
  for (let round = 0; round <= rounds; round++) {
    for (const { command, taken } of times) {
      const time = timeOnce(command)
      if (round > 0) taken.push(time)
    }
  }
  console.log(
    Bun.inspect.table(
      times.map(({ what, taken }) => row(what, taken)),
      { colors: false },
    ),
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
