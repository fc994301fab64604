/**
 * Runs the program as an operator does: a process of its own, with only the environment that is given. It is run from
 * source, or as the compiled binary named by `USM_BILLING_BINARY`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const repository = join(import.meta.dir, '../..')

const binary = process.env['USM_BILLING_BINARY']

/** What is put before the arguments to start the program. */
export const program: readonly string[] =
  // From source Bun would read `.env` and `bunfig.toml` of the working folder; the binary is compiled not to.
  binary === undefined
    ? [
        process.execPath,
        `--config=${join(repository, 'bunfig.toml')}`,
        '--no-env-file',
        join(repository, 'src/main.ts'),
      ]
    : [binary]

/**
 * Where it is started, unless a test says otherwise: nowhere near the project, in a folder that not even root may write
 * to. A run that needs its working folder, or leaves something in it, fails every test.
 */
const elsewhere = existsSync('/proc/self') ? '/proc' : '/'

/** What cron gives a job. */
export const bareEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/bin:/bin',
  HOME: '/nonexistent',
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Another way to start the program: through a symbolic link, say. */
  readonly program?: readonly string[]
}

export interface RunResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** The program while it runs. */
export interface Running {
  readonly pid: number
  kill(signal: NodeJS.Signals): void
  /** Resolves when its stdout holds this. */
  says(pattern: RegExp): Promise<void>
  /** Resolves when it has ended; killed after a minute, which shows as an exit code no run has. */
  readonly ended: Promise<RunResult>
}

/** Starts the program. */
export function start(args: readonly string[], options: RunOptions = {}): Running {
  const child = Bun.spawn([...(options.program ?? program), ...args], {
    cwd: options.cwd ?? elsewhere,
    env: { ...(options.env ?? bareEnvironment) },
    stdin: options.stdin === undefined ? 'ignore' : Buffer.from(options.stdin),
    stdout: 'pipe',
    stderr: 'pipe',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  const stdout = new Listener(child.stdout)
  const ended = async (): Promise<RunResult> => {
    const stderr = await child.stderr.text()
    return { stdout: await stdout.whole, exitCode: await child.exited, stderr }
  }
  return {
    pid: child.pid,
    kill: (signal) => child.kill(signal),
    says: (pattern) => stdout.hears(pattern),
    ended: ended(),
  }
}

/** Reads a stream to its end, and tells when something was said. */
class Listener {
  readonly whole: Promise<string>
  #text = ''
  readonly #waiting = new Set<() => void>()

  constructor(stream: ReadableStream<Uint8Array>) {
    this.whole = this.#listen(stream)
  }

  hears(pattern: RegExp): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!pattern.test(this.#text)) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  async #listen(stream: ReadableStream<Uint8Array>): Promise<string> {
    const decoder = new TextDecoder()
    for await (const chunk of stream) {
      this.#text += decoder.decode(chunk, { stream: true })
      for (const look of this.#waiting) look()
    }
    return this.#text
  }
}

/** Runs to the end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return start(args, options).ended
}
