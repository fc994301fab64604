/** A real terminal (tmux) that a program runs in, what can be read on its screen, and a keyboard. */

export interface Terminal {
  /** Waits until the program says that it has come to a point (`reach`), and what it wrote has been drawn. */
  until(point: string): Promise<void>
  /** Lets the program go on from that point. */
  goOn(point: string): void
  /**
   * Waits until the screen shows something; gives the screen at that moment.
   * @throws Error with the screen when the program ended, or half a minute has passed, without it
   */
  shows(pattern: RegExp): Promise<string[]>
  /** Waits until the program has ended and all it wrote is drawn; gives its exit code. */
  ended(): Promise<number>
  /** Types a text, then presses a key. @param key by tmux's name for it; Enter unless said otherwise */
  type(text: string, key?: string): void
  /** Presses a key, by tmux's name for it. */
  press(key: string): void
  /** What can be read, line by line, without the blanks at the end of each. */
  screen(): string[]
  /** The same as it was written: a line the terminal had no room for, and so has broken, is one. */
  written(): string[]
  /** The same with the escape sequences that draw it anew: colours stand in them. */
  drawing(): string
  close(): void
}

export interface TerminalOptions {
  readonly columns: number
  readonly rows: number
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** Starts a program in a terminal of that size. Names of points are told to it in `USM_TERMINAL`. */
export function startTerminal(
  command: readonly string[],
  { columns, rows, env = {}, cwd }: TerminalOptions,
): Terminal {
  const socket = `usm-test-${process.pid}-${crypto.randomUUID().slice(0, 8)}`
  const settings = Object.entries({ ...env, USM_TERMINAL: socket }).flatMap(([name, value]) => [
    '-e',
    `${name}=${value}`,
  ])
  // tmux itself now and then misses the end of a short program, so a shell around it tells.
  const tell = `tmux -L ${socket} set -g @exit-code $? ';' wait-for -S ${ENDED}`
  const shell = ['sh', '-c', `trap : INT; "$@"; ${tell}; exec sleep infinity`, 'sh']
  const place = ['-x', String(columns), '-y', String(rows), ...(cwd === undefined ? [] : ['-c', cwd])]
  tmux(
    socket,
    ['-f', '/dev/null', 'new-session', '-d', ...place, ...settings, ...shell, ...command],
    ['set', '-g', 'status', 'off'],
    ['set', '-g', 'window-size', 'manual'],
  )
  const captured = (...options: readonly string[]): string[] =>
    tmux(socket, ['capture-pane', '-p', ...options])
      .split('\n')
      .map((line) => line.trimEnd())
  const screen = (): string[] => captured()
  const died = waitFor(socket, ENDED)
  return {
    until: (point) => waitFor(socket, point),
    goOn: (point) => void tmux(socket, ['wait-for', '-S', `${point}-go`]),
    shows: (pattern) => shows(socket, pattern, screen, died),
    async ended() {
      await died
      return Number(tmux(socket, ['display-message', '-p', '#{@exit-code}']))
    },
    type: (text, key = 'Enter') => void tmux(socket, ['send-keys', '-l', text], ['send-keys', key]),
    press: (key) => void tmux(socket, ['send-keys', key]),
    screen,
    written: () => captured('-J'),
    drawing: () => tmux(socket, ['capture-pane', '-p', '-e']),
    // Whether it still answers while it ends is its own affair.
    close: () => void Bun.spawnSync(['tmux', '-L', socket, 'kill-server']),
  }
}

/**
 * For the program inside: says that a point is reached, once the terminal has drawn everything written before (it
 * answers only then where its cursor is), and waits until it may go on.
 */
export async function reach(point: string): Promise<void> {
  const socket = process.env['USM_TERMINAL'] ?? ''
  await drawn()
  tmux(socket, ['wait-for', '-S', point])
  tmux(socket, ['wait-for', `${point}-go`])
}

const PATIENCE_MS = 30_000
const ENDED = 'the-program-has-ended'

async function waitFor(socket: string, channel: string): Promise<void> {
  await Bun.spawn(['tmux', '-L', socket, 'wait-for', channel], { stderr: 'ignore' }).exited
}

/** Looks again whenever the program has drawn something, as a client in control mode is told. */
async function shows(
  socket: string,
  pattern: RegExp,
  screen: () => string[],
  died: Promise<void>,
): Promise<string[]> {
  const client = Bun.spawn(['tmux', '-L', socket, '-C', 'attach-session'], {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'ignore',
  })
  const isShown = (lines: readonly string[]): boolean => pattern.test(lines.join('\n'))
  const look = async (): Promise<string[] | undefined> => {
    for await (const _told of client.stdout) {
      const lines = screen()
      if (isShown(lines)) return lines
    }
    return undefined
  }
  try {
    const found = await Promise.race([look(), died.then(screen), Bun.sleep(PATIENCE_MS).then(screen)])
    if (found !== undefined && isShown(found)) return found
    throw new Error(`The terminal does not show ${pattern}:\n${(found ?? screen()).join('\n')}`)
  } finally {
    client.kill()
  }
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

/** Runs commands of tmux, one after another. */
function tmux(socket: string, ...commands: readonly (readonly string[])[]): string {
  const words = commands.flatMap((command, index) => (index === 0 ? command : [';', ...command]))
  const { stdout, stderr, success } = Bun.spawnSync(['tmux', '-L', socket, ...words])
  if (!success) throw new Error(`tmux ${words[0]}: ${stderr.toString()}`)
  return stdout.toString()
}
