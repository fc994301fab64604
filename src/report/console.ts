/**
 * What is shown of a run: console, logs, metrics, health checks, HTML page. This is the console: a terminal, plain lines
 * for cron and pipes, JSON lines with `--json`.
 */
import { styleText } from 'node:util'
import { createConsola, LogLevels, type LogObject } from 'consola/core'
import type { Logger } from '../model/logger.ts'
import { type Redact, toJson } from '../model/redaction.ts'
import { printable } from '../model/text.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { PlanLine } from './plan-text.ts'
import { withPriority } from './priorities.ts'
import { finishedText, type LiveLine, liveLine, type Output, progressText } from './progress.ts'
import { StepMeter } from './step-meter.ts'
import { wrapText } from './wrapped-text.ts'

export interface ConsoleOptions {
  readonly stdout: Output
  readonly stderr: Output
  readonly redact: Redact
  /** `--quiet` or `isSilence`: errors only. */
  readonly isQuiet?: boolean
  /** `--verbose`: with `debug`. */
  readonly isVerbose?: boolean
  /** `--json`: nothing on stdout but JSON; what is said goes to stderr, in plain lines. */
  readonly isJson?: boolean
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly now?: () => Date
  /** Who tells what the rooms below say; English when left out. */
  readonly speaker?: Speaker
}

export interface Console extends Logger {
  /** Who words what is printed. */
  readonly speaker: Speaker
  /** The head of the frame: the program's name and the time. */
  begin(): void
  /** The foot of the frame. */
  end(): void
  /** What its speaker has worded already, said like anything else: to be told again, it might be taken for English. */
  tell(kind: 'info' | 'warn', told: string): void
  /** What the command was asked for, for people: on stdout, also when quiet, never with `--json`. */
  print(text: string): void
  /** The same line by line, in colours where there are any. */
  printLines(lines: readonly PlanLine[]): void
  /** One value on a line of stdout; nothing without `--json`. */
  printJson(value: unknown): void
  /** Ends the step that is shown, if any. */
  close(): void
  /** True when lines may carry colours. */
  readonly hasColour: boolean
  /** Characters a line may have before it is broken; `undefined` where nobody reads it on a terminal. */
  readonly width: number | undefined
  /** True when the systemd journal is told everything that is said here, with priorities. */
  readonly isJournal: boolean
}

/** By what becomes of a record. */
const COLOURS = {
  create: 'green',
  change: 'cyan',
  gone: 'red',
  return: 'blue',
  warning: 'yellow',
} as const

/** Behind a text that is in the language of the console already. */
const TOLD = Symbol('told')
const RULE = '===================================='
const REFRESH_MS = 100

/** Errors go to stderr, everything else to stdout; with `--json` all of it to stderr. */
export function createConsole(options: ConsoleOptions): Console {
  return new RunConsole(options)
}

class RunConsole implements Console {
  readonly speaker: Speaker
  readonly hasColour: boolean
  readonly isJournal: boolean
  readonly #options: ConsoleOptions
  readonly #talk: Output
  readonly #live: LiveLine | undefined
  readonly #consola: ReturnType<typeof createConsola>
  readonly #steps: StepMeter
  #shownAt = 0
  #ticker: ReturnType<typeof setInterval> | undefined

  constructor(options: ConsoleOptions) {
    const { env = process.env, isJson = false, isQuiet = false, isVerbose = false } = options
    this.#options = options
    this.#steps = new StepMeter(() => this.#now())
    this.#talk = isJson ? options.stderr : options.stdout
    const isTerminal = this.#talk.isTerminal && env['TERM'] !== 'dumb'
    // A journal is a log, whoever reads it.
    this.speaker = (this.#talk.isJournal ? undefined : options.speaker) ?? ENGLISH
    this.isJournal = this.#talk.isJournal === true && !isQuiet
    this.hasColour = isTerminal && !isJson && !env['NO_COLOR']
    this.#live = isTerminal && !isJson && !isQuiet ? liveLine(this.#talk) : undefined
    this.#consola = createConsola({
      level: isQuiet ? LogLevels.error : isVerbose ? LogLevels.debug : LogLevels.info,
      // A line that is held back to be counted could be lost at the end.
      throttle: 0,
      reporters: [{ log: (entry) => this.#report(entry) }],
    })
  }

  get width(): number | undefined {
    const { stdout, isJson } = this.#options
    return stdout.isTerminal && !isJson ? stdout.columns : undefined
  }

  begin(): void {
    this.#consola.log(`usm_billing\n${RULE}\n ${this.speaker.say('Start module at {1}', this.#time())}`)
  }

  end(): void {
    this.close()
    this.#consola.log(`${this.speaker.say('Finish module at {1}', this.#time())}\n${RULE}`)
  }

  step(title: string, total?: number): void {
    this.#finishStep()
    this.#steps.begin(this.speaker.retell(title), total)
    if (this.#live === undefined) {
      this.#consola.info(title)
      return
    }
    this.#refresh()
    this.#ticker ??= setInterval(() => this.#refresh(), REFRESH_MS)
    this.#ticker.unref()
  }

  advance(count: number): void {
    this.#steps.advance(count)
    if (this.#now().getTime() - this.#shownAt >= REFRESH_MS) this.#refresh()
  }

  info(text: string): void {
    this.#consola.info(text)
  }

  warn(text: string): void {
    this.#consola.warn(text)
  }

  error(text: string): void {
    this.#consola.error(text)
  }

  debug(text: string): void {
    this.#consola.debug(text)
  }

  tell(kind: 'info' | 'warn', told: string): void {
    this.#consola[kind](told, TOLD)
  }

  print(text: string): void {
    if (this.#options.isJson) return
    this.#live?.clear()
    this.#options.stdout.write(`${wrapText(this.#clean(text), this.width)}\n`)
  }

  printLines(lines: readonly PlanLine[]): void {
    if (this.#options.isJson) return
    this.#live?.clear()
    for (const { text, kind } of lines) {
      const clean = wrapText(this.#clean(text), this.width)
      this.#options.stdout.write(`${kind === undefined ? clean : this.#colour(COLOURS[kind], clean)}\n`)
    }
  }

  printJson(value: unknown): void {
    if (!this.#options.isJson) return
    this.#options.stdout.write(`${toJson(value, this.#options.redact)}\n`)
  }

  close(): void {
    this.#finishStep()
    clearInterval(this.#ticker)
    this.#ticker = undefined
  }

  #finishStep(): void {
    const state = this.#steps.finish()
    if (state === undefined) return
    this.#live?.clear()
    // In plain lines the step was named when it began.
    if (this.#live !== undefined) this.#consola.success(finishedText(state, this.speaker))
    else if (state.done > 0)
      this.#consola.info(`  ${finishedText({ ...state, title: this.speaker.say('done') }, this.speaker)}`)
  }

  #refresh(): void {
    const state = this.#steps.state()
    if (state === undefined || this.#live === undefined) return
    this.#shownAt = this.#now().getTime()
    const columns = Math.max(20, this.#talk.columns - 1)
    this.#live.show(Bun.sliceAnsi(` ${this.#clean(progressText(state, this.speaker))}`, 0, columns))
  }

  #report(entry: LogObject): void {
    const [said = '', how] = entry.args
    const text = this.#clean(how === TOLD ? String(said) : this.speaker.retell(String(said)))
    const output = entry.type === 'error' ? this.#options.stderr : this.#talk
    this.#live?.clear()
    output.write(`${this.#forOutput(entry.type, this.#decorate(entry.type, text), output)}\n`)
    this.#refresh()
  }

  /** Broken at words for a terminal, with its priority for the journal. */
  #forOutput(type: LogObject['type'], text: string, output: Output): string {
    if (output.isJournal) {
      const level = type === 'error' || type === 'warn' || type === 'debug' ? type : 'info'
      return withPriority(text, level)
    }
    return wrapText(text, output.isTerminal ? output.columns : undefined)
  }

  #decorate(type: LogObject['type'], text: string): string {
    switch (type) {
      case 'error':
        return this.#colour('red', `${this.speaker.say('Error')}: ${text}`)
      case 'warn':
        return this.#colour('yellow', ` ${this.speaker.say('Warning')}: ${text}`)
      case 'debug':
        return this.#colour('gray', ` ${text}`)
      case 'success':
        return ` ${this.#colour('green', '✔')} ${text}`
      case 'info':
        return ` ${text}`
      default:
        return text
    }
  }

  #colour(colour: 'gray' | (typeof COLOURS)[keyof typeof COLOURS], text: string): string {
    return this.hasColour ? styleText(colour, text, { validateStream: false }) : text
  }

  /** Line breaks are ours; what else steers a terminal came from outside, and is not passed on. */
  #clean(text: string): string {
    return this.#options.redact(text.split('\n').map(printable).join('\n'))
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date()
  }

  #time(): string {
    return this.speaker.dateTime(this.#now())
  }
}
