/** The process as a command sees it: console, environment, clock. */
import { fstatSync, writeSync } from 'node:fs'
import { systemReason } from '../../config/secrets.ts'
import { takeEnvironment } from '../../http/environment.ts'

export interface Sink {
  /** Writes a text as it is; never throws. What nobody takes any more is dropped. */
  write(text: string): void
  /**
   * Why something could not be written: a full disk, say. `undefined` while everything went well, and where the reader
   * has gone away, which is no error.
   */
  readonly failure?: string | undefined
  readonly isTerminal: boolean
  /** Width in characters; 80 when there is no terminal. */
  readonly columns: number
  /** True when the systemd journal takes it: lines may carry priorities. */
  readonly isJournal?: boolean
}

export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  /** True when an operator can be asked: stdin and stderr are a terminal. */
  readonly isInteractive: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  now(): Date
}

/** A value as the line of `--json` that it is. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
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
  let end: 'gone' | { readonly reason: string } | undefined
  return {
    write: (text) => {
      // A text that is only a part of what was meant is worth no more text.
      end ??= writeAll(descriptor, Buffer.from(text))
    },
    get failure() {
      return typeof end === 'object' ? end.reason : undefined
    },
    get isJournal() {
      return isJournal(descriptor)
    },
    get isTerminal() {
      return isTerminal(descriptor, stream)
    },
    get columns() {
      return (this.isTerminal ? stream().columns : undefined) || 80
    },
  }
}

/**
 * The reader has gone, and `usm-billing plan | head` is no failure; nor is the end of a terminal. An output that was
 * closed from the beginning somebody has closed on purpose.
 */
const GONE: ReadonlySet<string> = new Set(['EPIPE', 'EBADF', 'ECONNRESET', 'ENXIO'])

/** `undefined` when all of it was written. */
function writeAll(descriptor: number, bytes: Buffer): 'gone' | { readonly reason: string } | undefined {
  let rest = bytes
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code !== 'EAGAIN') return isGone(descriptor, code) ? 'gone' : { reason: systemReason(error) }
      // A pipe that somebody else has made non-blocking is full; its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
  return undefined
}

/** A terminal that was hung up answers with an error of input and output, as a broken disk does. */
function isGone(descriptor: number, code: string): boolean {
  return GONE.has(code) || (code === 'EIO' && isCharacterDevice(descriptor))
}

function isTerminal(descriptor: number, stream: Stream): boolean {
  // Cheaper to ask than the stream, and in cron and in a pipe the answer already.
  return isCharacterDevice(descriptor) && stream().isTTY === true
}

function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice()
  } catch {
    return false
  }
}

/** systemd names the stream it gave to a service: what stands behind it may be something else by now (systemd.exec(5)). */
function isJournal(descriptor: number): boolean {
  const named = process.env['JOURNAL_STREAM']
  if (!named) return false
  try {
    const { dev, ino } = fstatSync(descriptor, { bigint: true })
    return named === `${dev}:${ino}`
  } catch {
    return false
  }
}
