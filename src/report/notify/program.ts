/** Runs a program of the host with a text on its stdin: never a shell, never for longer than somebody waits. */
import { ChannelFailure } from './channel.ts'

/** What a program is given of the environment: the rest may hold keys. */
const PASSED = /^(?:PATH|HOME|USER|LOGNAME|LANG|LC_[A-Z]+|TZ|TMPDIR)$/

/** @throws ChannelFailure */
export async function feed(
  argv: readonly [string, ...string[]],
  stdin: string,
  {
    env,
    patience,
  }: { readonly env: Readonly<Record<string, string | undefined>>; readonly patience: AbortSignal },
): Promise<void> {
  const child = start(argv, stdin, env)
  // What it has started is ended with it.
  const end = (): void => void kill(child.pid)
  patience.addEventListener('abort', end)
  try {
    if (patience.aborted) end()
    const exitCode = await child.exited
    if (patience.aborted) throw new ChannelFailure('it did not end in time')
    if (exitCode !== 0) throw new ChannelFailure(`it ended with ${child.signalCode ?? exitCode}`)
  } finally {
    patience.removeEventListener('abort', end)
  }
}

function start(
  argv: readonly [string, ...string[]],
  stdin: string,
  env: Readonly<Record<string, string | undefined>>,
) {
  try {
    return Bun.spawn([...argv], {
      cwd: '/',
      env: Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name))),
      stdin: Buffer.from(stdin),
      stdout: 'ignore',
      stderr: 'ignore',
      detached: true,
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new ChannelFailure(
      code === undefined ? 'it could not be started' : `it could not be started (${code})`,
    )
  }
}

function kill(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
