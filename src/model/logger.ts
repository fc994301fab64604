/** How a run tells what it does; the console, the log files and the tests listen. */

export interface Logger {
  /** A new step begins; `total` when its size is known. */
  step(title: string, total?: number): void
  /** Progress within the step. */
  advance(count: number): void
  info(text: string): void
  warn(text: string): void
  error(text: string): void
  /** Only with `--verbose`, and in the log files. */
  debug(text: string): void
}

/** For callers that do not listen. */
export const SILENT: Logger = {
  step() {},
  advance() {},
  info() {},
  warn() {},
  error() {},
  debug() {},
}
