/** A real terminal (tmux) that a program runs in, and what can be read on its screen. */

export interface Terminal {
  /** Waits until the program says that it has come to a point (`reach`), and what it wrote has been drawn. */
  until(point: string): Promise<void>
  /** Lets the program go on from that point. */
  goOn(point: string): void
  /** What can be read, line by line, without the blanks at the end of each. */
  screen(): string[]
  close(): void
}

/** Starts a program in a terminal of that size. Names of points are told to it in `USM_TERMINAL`. */
export function startTerminal(
  command: readonly string[],
  size: { readonly columns: number; readonly rows: number },
  env: Readonly<Record<string, string>> = {},
): Terminal {
  const socket = `usm-test-${process.pid}-${crypto.randomUUID().slice(0, 8)}`
  const settings = Object.entries({ ...env, USM_TERMINAL: socket }).flatMap(([name, value]) => [
    '-e',
    `${name}=${value}`,
  ])
  const place = ['-x', String(size.columns), '-y', String(size.rows)]
  tmux(
    socket,
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    ...place,
    ...settings,
    ...command,
    ';',
    'set',
    '-g',
    'status',
    'off',
    ';',
    'set',
    '-g',
    'remain-on-exit',
    'on',
  )
  return {
    async until(point) {
      await Bun.spawn(['tmux', '-L', socket, 'wait-for', point], { stderr: 'inherit' }).exited
    },
    goOn: (point) => void tmux(socket, 'wait-for', '-S', `${point}-go`),
    screen: () =>
      tmux(socket, 'capture-pane', '-p')
        .split('\n')
        .map((line) => line.trimEnd()),
    close: () => void tmux(socket, 'kill-server'),
  }
}

/**
 * For the program inside: says that a point is reached, once the terminal has drawn everything written before (it
 * answers only then where its cursor is), and waits until it may go on.
 */
export async function reach(point: string): Promise<void> {
  const socket = process.env['USM_TERMINAL'] ?? ''
  await drawn()
  tmux(socket, 'wait-for', '-S', point)
  tmux(socket, 'wait-for', `${point}-go`)
}

function drawn(): Promise<void> {
  process.stdin.setRawMode(true)
  return new Promise((resolve) => {
    process.stdin.once('data', () => {
      process.stdin.setRawMode(false)
      process.stdin.pause()
      resolve()
    })
    process.stdin.resume()
    process.stdout.write('\u001b[6n')
  })
}

function tmux(socket: string, ...words: string[]): string {
  const { stdout, stderr, success } = Bun.spawnSync(['tmux', '-L', socket, ...words])
  if (!success) throw new Error(`tmux ${words[0]}: ${stderr.toString()}`)
  return stdout.toString()
}
