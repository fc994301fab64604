/** The logs: one for people, one for programs. Whatever happens to them, a run goes on. */
import { join } from 'node:path'
import { filesBeginningWith, missingRight } from '../host/rights.ts'
import { localDateTime } from '../model/date.ts'
import type { Logger } from '../model/logger.ts'
import { type Redact, toJson } from '../model/redaction.ts'
import { printable } from '../model/text.ts'
import { finishedText } from './progress.ts'
import { RotatedFile } from './rotated-file.ts'
import { StepMeter } from './step-meter.ts'

export interface LogFileOptions {
  /** `logPath`; created when missing. */
  readonly folder: string
  /** `log.keepDays`. */
  readonly keepDays: number
  readonly redact: Redact
  /** Called once when the logs cannot be written. */
  readonly onTrouble: (message: string) => void
  readonly now?: () => Date
  /** Bytes a file may have before it is put aside. */
  readonly maxBytes?: number
  /**
   * For somebody who only looks, in a folder that is somebody else's: no file is created, put aside or given another
   * mode, because the next run could not go on with it.
   */
  readonly isGuest?: boolean
}

/** A logger into both files, `debug` included. */
export interface LogFiles extends Logger {
  /** One object, as a line of its own, in the log for programs only: the summary of a run. */
  record(entry: object): void
  close(): void
}

const MAX_BYTES = 10_000_000

/** Text in `usm-billing.log`, JSON lines in `usm-billing.jsonl`. Never throws. */
export function openLogFiles(options: LogFileOptions): LogFiles {
  return new Logs(options)
}

type Level = 'info' | 'warn' | 'error' | 'debug'

class Logs implements LogFiles {
  readonly #options: LogFileOptions
  readonly #text: RotatedFile
  readonly #json: RotatedFile
  readonly #steps: StepMeter
  #isTroubleTold = false

  constructor(options: LogFileOptions) {
    this.#options = options
    const now = () => this.#now()
    const file = (name: string) =>
      new RotatedFile({
        path: join(options.folder, name),
        maxBytes: options.maxBytes ?? MAX_BYTES,
        keepDays: options.keepDays,
        now,
        isGuest: options.isGuest ?? false,
      })
    this.#text = file('usm-billing.log')
    this.#json = file('usm-billing.jsonl')
    this.#steps = new StepMeter(now)
  }

  step(title: string, total?: number): void {
    this.#finishStep()
    this.#steps.begin(title, total)
    this.info(total === undefined ? title : `${title} (${total})`)
  }

  advance(count: number): void {
    this.#steps.advance(count)
  }

  info(text: string): void {
    this.#log('info', text)
  }

  warn(text: string): void {
    this.#log('warn', text)
  }

  error(text: string): void {
    this.#log('error', text)
  }

  debug(text: string): void {
    this.#log('debug', text)
  }

  record(entry: object): void {
    this.#finishStep()
    this.#append(this.#json, toJson({ time: this.#now().toISOString(), ...entry }, this.#options.redact))
  }

  close(): void {
    this.#finishStep()
    this.#text.close()
    this.#json.close()
  }

  #finishStep(): void {
    const state = this.#steps.finish()
    if (state !== undefined) this.debug(finishedText(state))
  }

  #log(level: Level, text: string): void {
    const now = this.#now()
    // One entry is one line: a text from outside cannot put words into the log's mouth.
    const line = this.#options.redact(printable(text))
    this.#append(this.#text, `${localDateTime(now)} ${level.toUpperCase().padEnd(5)} ${line}`)
    this.#append(this.#json, JSON.stringify({ time: now.toISOString(), level, text: line }))
  }

  #append(file: RotatedFile, line: string): void {
    try {
      file.append(line)
    } catch (error) {
      if (this.#isTroubleTold) return
      this.#isTroubleTold = true
      const reason = this.#missingRight() ?? (error instanceof Error ? error.message : String(error))
      this.#options.onTrouble(
        this.#options.redact(
          `The logs in ${this.#options.folder} cannot be written: ${reason}. The run goes on.`,
        ),
      )
    }
  }

  #missingRight(): string | undefined {
    const { folder } = this.#options
    const all = filesBeginningWith(folder, 'usm-billing')
    for (const file of [join(folder, 'usm-billing.log'), join(folder, 'usm-billing.jsonl'), folder]) {
      const missing = missingRight(file, ['write'], file === folder ? undefined : all)
      if (missing !== undefined) return `${missing.sentence}. ${missing.hint}`
    }
    return undefined
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date()
  }
}
