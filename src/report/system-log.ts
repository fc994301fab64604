/**
 * The system's log (`log.syslog`): facility `daemon`, a priority for each line. It is told through the host's `logger`,
 * because the runtime has no datagram sockets of the file system. One `logger` for each priority that occurs, with the
 * same few words every time: options that carry a priority in the text are known to some of them only.
 */
import type { Logger } from '../model/logger.ts'
import { SILENT } from '../model/logger.ts'
import type { Redact } from '../model/redaction.ts'
import { cutText, printable } from '../model/text.ts'
import type { Level } from './priorities.ts'

export interface SystemLogOptions {
  readonly redact: Redact
  readonly env: Readonly<Record<string, string | undefined>>
  /** Called once when the log cannot be told. */
  readonly onTrouble: (message: string) => void
}

export interface SystemLog extends Logger {
  /** Nothing more comes: what was said is on its way. */
  close(): void
}

const FOLDERS = '/usr/bin:/bin'
/** What a log takes as one line: others cut at 1024 bytes. */
const MOST = 480

const NAMES: Readonly<Record<Exclude<Level, 'debug'>, string>> = {
  error: 'err',
  warn: 'warning',
  info: 'info',
}

/** A logger into the system's log, without `debug`. Never throws. */
export function openSystemLog({ redact, env, onTrouble }: SystemLogOptions): SystemLog {
  const program = Bun.which('logger', { PATH: `${env['PATH'] ?? ''}:${FOLDERS}` })
  const pipes = new Map<Level, Pipe>()
  let isLost = false
  const lose = (reason: string): void => {
    if (!isLost) onTrouble(`The system's log (log.syslog) cannot be told: ${reason}. The run goes on.`)
    isLost = true
  }
  const say = (level: keyof typeof NAMES, text: string): void => {
    if (program === null) lose('this host has no "logger"')
    if (program === null || isLost) return
    try {
      const pipe = pipes.get(level) ?? openPipe(program, NAMES[level])
      pipes.set(level, pipe)
      // One entry is one line: a text from outside cannot put words into the log's mouth.
      pipe.write(`${cutText(redact(printable(text)), MOST)}\n`)
      pipe.flush()
    } catch {
      lose('"logger" does not take it')
    }
  }
  return {
    ...SILENT,
    step: (title) => say('info', title),
    info: (text) => say('info', text),
    warn: (text) => say('warn', text),
    error: (text) => say('error', text),
    close: () => {
      for (const pipe of pipes.values()) pipe.end()
      pipes.clear()
    },
  }
}

type Pipe = Bun.FileSink

function openPipe(program: string, priority: string): Pipe {
  const child = Bun.spawn([program, '-t', `usm-billing[${process.pid}]`, '-p', `daemon.${priority}`], {
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'ignore',
    env: { PATH: FOLDERS },
  })
  // A run does not wait for it.
  child.unref()
  return child.stdin
}
