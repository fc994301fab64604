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
  const ended = async (): Promise<RunResult> => {
    const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()])
    return { exitCode: await child.exited, stdout, stderr }
  }
  return { pid: child.pid, kill: (signal) => child.kill(signal), ended: ended() }
}

/** Runs to the end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return start(args, options).ended
}
