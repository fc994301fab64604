/**
 * How long the program takes to start: `--version`, and until its first request arrives, beside the floor no Bun
 * program gets under, a compiled one that does nothing.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROUNDS = 21

/** Milliseconds, the middle one of {@link ROUNDS}. */
export interface Startup {
  readonly empty: number
  readonly version: number
  readonly firstRequest: number
}

/** @param command the program, as it is started */
export async function measureStartup(command: readonly string[]): Promise<Startup> {
  const folder = await mkdtemp(join(tmpdir(), 'usm-billing-startup-'))
  const door = openDoor()
  try {
    const empty = await compileNothing(folder)
    const config = await configure(folder, door.url)
    const times = { empty: [] as number[], version: [] as number[], firstRequest: [] as number[] }
    // In turns, so that whatever else the machine does falls on all alike; the first round only warms the file cache.
    for (let round = 0; round <= ROUNDS; round++) {
      const taken = {
        empty: timeOnce([empty]),
        version: timeOnce([...command, '--version']),
        firstRequest: await timeToKnock([...command, `--config=${config}`, '--quiet'], door),
      }
      if (round === 0) continue
      times.empty.push(taken.empty)
      times.version.push(taken.version)
      times.firstRequest.push(taken.firstRequest)
    }
    return {
      empty: middle(times.empty),
      version: middle(times.version),
      firstRequest: middle(times.firstRequest),
    }
  } finally {
    door.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A billing that hears who knocks, and answers nobody. */
interface Door {
  readonly url: string
  /** When the next request arrived, by `performance.now()`. */
  readonly knock: () => Promise<number>
  readonly close: () => void
}

function openDoor(): Door {
  let heard: ((at: number) => void) | undefined
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: () => {
      heard?.(performance.now())
      return new Promise<Response>(() => {})
    },
  })
  return {
    url: `http://127.0.0.1:${server.port}/`,
    knock: () =>
      new Promise((resolve) => {
        heard = resolve
      }),
    close: () => void server.stop(true),
  }
}

async function compileNothing(folder: string): Promise<string> {
  await Bun.write(join(folder, 'empty.ts'), '')
  const outfile = join(folder, 'empty')
  const build = Bun.spawnSync([process.execPath, 'build', '--compile', 'empty.ts', '--outfile', outfile], {
    cwd: folder,
  })
  if (!build.success) throw new Error(`The empty program was not compiled: ${build.stderr}`)
  return outfile
}

async function configure(folder: string, url: string): Promise<string> {
  const path = join(folder, 'usm-billing.jsonc')
  const config = { billingUrl: `${url}?key=k`, usersideUrl: url, usersideApiKey: 'key', billingId: 1 }
  await Bun.write(path, JSON.stringify({ ...config, logPath: 'log' }))
  await chmod(path, 0o600)
  return path
}

function timeOnce(command: readonly string[]): number {
  const start = performance.now()
  const { success } = Bun.spawnSync([...command], { env: {}, stdout: 'ignore', stderr: 'inherit' })
  if (!success) throw new Error(`${command.join(' ')} failed`)
  return performance.now() - start
}

async function timeToKnock(command: readonly string[], door: Door): Promise<number> {
  const knocked = door.knock()
  const start = performance.now()
  const child = Bun.spawn([...command], { env: {}, stdout: 'ignore', stderr: 'ignore' })
  const arrived = await knocked
  child.kill('SIGKILL')
  await child.exited
  return arrived - start
}

function middle(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? Number.NaN
}
