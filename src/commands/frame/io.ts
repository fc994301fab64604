/** The process as a command sees it: console, environment, clock. */
import { fstatSync, writeSync } from 'node:fs'
import { takeEnvironment } from '../../http/environment.ts'

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
  const stdout = sinkOf(1, () => process.stdout)
  const stderr = sinkOf(2, () => process.stderr)
  return {
    stdout,
    stderr,
    get isInteractive() {
      return stderr.isTerminal && isTerminal(0, () => process.stdin)
    },
    env: takeEnvironment(process.env),
    now: () => new Date(),
  }
}

type Stream = () => { readonly isTTY?: boolean; readonly columns?: number }

/**
 * Writes straight to the file descriptor: in order with the other one, nothing lost when the process ends, and without
 * the streams of `process`, which take longer to make than `--version` takes in all.
 */
function sinkOf(descriptor: number, stream: Stream): Sink {
  let isOpen = true
  return {
    write: (text) => {
      if (isOpen) isOpen = writeAll(descriptor, Buffer.from(text))
    },
    get isTerminal() {
      return isTerminal(descriptor, stream)
    },
    get columns() {
      return (this.isTerminal ? stream().columns : undefined) || 80
    },
  }
}

/** False when nobody takes the text any more: `usm-billing plan | head` must not end a run in the middle. */
function writeAll(descriptor: number, bytes: Buffer): boolean {
  let rest = bytes
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return false
      // A pipe that somebody else has made non-blocking is full; its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
  return true
}

function isTerminal(descriptor: number, stream: Stream): boolean {
  try {
    // Cheaper to ask than the stream, and in cron and in a pipe the answer already.
    return fstatSync(descriptor).isCharacterDevice() && stream().isTTY === true
  } catch {
    return false
  }
}
