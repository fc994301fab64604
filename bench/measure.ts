/** What a process took, by the operating system's own account. */

export interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
  /** Largest resident memory, megabytes of 10^6 bytes. */
  readonly peakMb: number
}

export interface Measured extends Cost {
  readonly exitCode: number
  readonly stdout: string
}

/**
 * Runs a command to its end, from a small process in between: a child is taken to have been as large as whoever started
 * it, and a benchmark that has filled a database is larger than what it measures.
 */
export async function measure(command: readonly string[]): Promise<Measured> {
  const between = Bun.spawn([process.execPath, import.meta.path, ...command], {
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const text = await between.stdout.text()
  if ((await between.exited) !== 0) throw new Error(`${command[0]} could not be measured.`)
  return JSON.parse(text)
}

async function measureChild(command: readonly string[]): Promise<Measured> {
  const start = performance.now()
  const child = Bun.spawn([...command], { stdin: 'ignore', stdout: 'pipe', stderr: 'inherit' })
  const stdout = await child.stdout.text()
  const exitCode = await child.exited
  const wallMs = performance.now() - start
  const usage = child.resourceUsage()
  if (usage === undefined) throw new Error('The operating system does not tell what a process took.')
  return {
    exitCode,
    stdout,
    wallMs,
    cpuMs: Number(usage.cpuTime.total) / 1000,
    peakMb: usage.maxRSS / 1e6,
  }
}

export function middleOf(figures: readonly number[]): number {
  return figures.toSorted((left, right) => left - right)[(figures.length - 1) >> 1] ?? Number.NaN
}

if (import.meta.main) console.log(JSON.stringify(await measureChild(process.argv.slice(2))))

/** The middle one of each figure: a busy machine spoils some rounds, not most. */
export function median(costs: readonly Cost[]): Cost {
  const middle = (figure: (cost: Cost) => number): number => middleOf(costs.map(figure))
  return {
    wallMs: middle((cost) => cost.wallMs),
    cpuMs: middle((cost) => cost.cpuMs),
    peakMb: middle((cost) => cost.peakMb),
  }
}
