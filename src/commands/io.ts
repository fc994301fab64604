/** The console and the surroundings of the process. */

export interface Sink {
  /** Writes a text as it is. A reader that has gone away is no error: the rest is dropped. */
  write(text: string): void
  readonly isTerminal: boolean
  /** Width in characters; 80 when there is no terminal. */
  readonly columns: number
}

export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  /** True when an operator can be asked: stdin and stderr are a terminal. */
  readonly isInteractive: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  now(): Date
}

/** The real console. */
export function processIo(): Io {
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    env: process.env,
    now: () => new Date(),
  }
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  let isOpen = true
  // `usm-billing plan | head` closes the pipe early; a run must not end in the middle because of it.
  stream.on('error', () => {
    isOpen = false
  })
  return {
    write: (text) => {
      if (isOpen) stream.write(text)
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns || 80
    },
  }
}
