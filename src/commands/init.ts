/** `usm-billing init`: writes a commented `usm-billing.jsonc`, filled from the old PHP configuration or by asking. */
import { closeSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { type ConfigHost, thisHost } from '../config/host.ts'
import { locateConfig } from '../config/location.ts'
import { OUTLINE } from '../config/outline.ts'
import { type CarriedOver, carryOver } from '../config/php/carry-over.ts'
import { decodePhp } from '../config/php/decode.ts'
import { renderConfig } from '../config/render.ts'
import { systemReason } from '../config/secrets.ts'
import { openNew } from '../host/owner.ts'
import type { Speaker } from '../text/speaker.ts'
import { runCli } from './frame/cli.ts'
import type { CommandContext, Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { jsonLine } from './frame/io.ts'
import type { Prove } from './init/database.ts'
import { placed } from './init/placed.ts'
import { type Answers, askRequired } from './init/prompt.ts'

type Ask = (
  keys: readonly string[],
  known: Readonly<Record<string, unknown>>,
  speaker: Speaker,
) => Promise<Answers>

export interface InitHooks {
  /** Tests the configuration that was written, when the operator wants it; `doctor` unless given. Gives an exit code. */
  readonly doctor?: (file: string, context: CommandContext<'init'>) => Promise<number>
  /** Asks an operator for keys; on the terminal unless given. */
  readonly ask?: Ask
}

const NOTHING: CarriedOver = {
  values: {},
  comments: new Map(),
  header: [],
  footer: [],
  leftOut: [],
  missing: OUTLINE.filter(({ isRequired }) => isRequired).map(({ key }) => key),
}

/**
 * The command. It never overwrites a file.
 * @throws UsageError when the file is there already, cannot be written, or `--from` cannot be read or is no PHP
 */
export function initWith({ doctor = runDoctor, ask = askOnTerminal }: InitHooks): Run<'init'> {
  return async (context) => {
    const { flags, io } = context
    const speaker = context.speaker()
    const host = thisHost(io.env)
    const { path } = locateConfig(flags.config, host)
    if (isThere(path, host)) throw alreadyThere(path)
    const carried = flags.from === undefined ? NOTHING : carriedFrom(flags.from, host)
    const old = placed(carried, path, host, speaker)
    const mayAsk = io.isInteractive && !flags.json && !flags.quiet
    const answers =
      mayAsk && old.missing.length > 0 ? await ask(questionsOf(old), old.values, speaker) : undefined
    const values = { ...languageOfRuns(speaker), ...old.values, ...answers?.values }
    const missing = old.missing.filter((key) => values[key] === undefined)
    write(path, textOf({ ...old, missing }, values, speaker))
    const isKept = ([key, value]: [string, unknown]): boolean => old.values[key] === value
    const kept = Object.fromEntries(Object.entries(carried.values).filter(isKept))
    report(context, path, { ...carried, values: kept, missing })
    if (answers !== undefined && missing.length === 0 && (await answers.confirmTest())) {
      return doctor(path, context)
    }
    return old.leftOut.length === 0 ? EXIT.done : EXIT.partial
  }
}

/** `usm-billing init`, asking on the terminal. */
export const init = initWith({})

/** Asks on the terminal, and proves a database. */
function askOnTerminal(...[keys, known, speaker]: Parameters<Ask>): Promise<Answers> {
  const prove: Prove = async (values) => (await import('./doctor.ts')).proveTables(values, speaker)
  return askRequired(keys, { prove, known, speaker })
}

/** Cron mostly has no locale: reports and notifications speak as the operator does who sets the program up. */
function languageOfRuns({ language }: Speaker): Readonly<Record<string, unknown>> {
  return language === 'en' ? {} : { language }
}

/** Where nobody knows the address of the billing, which billing it is is asked first. */
function questionsOf({ missing, values }: CarriedOver): readonly string[] {
  return missing.includes('billingUrl') && values['billingName'] === undefined
    ? ['billingName', ...missing]
    : missing
}

/** Runs `doctor` with the new file, through the command line. */
async function runDoctor(file: string, { io, commands }: CommandContext<'init'>): Promise<number> {
  return await runCli(['doctor', '--config', file], io, commands)
}

/** Blank required keys make the file invalid until somebody fills them in, at the line where that is to be done. */
function textOf(
  { comments, header, footer, leftOut, missing }: CarriedOver,
  values: Readonly<Record<string, unknown>>,
  speaker: Speaker,
): string {
  const notes = leftOut.flatMap(({ sentence, comments: own }) => [...own, speaker.retell(sentence)])
  const blank = Object.fromEntries(missing.map((key) => [key, isNumber(key) ? 0 : '']))
  return renderConfig({
    header: [
      speaker.say('Configuration of usm-billing. What is commented out has the value that is shown or none.'),
      speaker.say('Instead of a secret, "env:NAME", "file:PATH" or "credential:NAME" may stand.'),
      ...(header.length > 0 ? ['', ...header] : []),
    ],
    values: { ...values, ...blank },
    comments,
    footer: [...footer, ...(notes.length === 0 ? [] : [speaker.say('Not carried over:'), ...notes])],
    tell: (english) => speaker.retell(english),
    showsDefaults: false,
  })
}

function isNumber(key: string): boolean {
  return OUTLINE.find((outline) => outline.key === key)?.kind === 'number'
}

/** @throws UsageError when it cannot be read, or is another file than was meant */
function carriedFrom(path: string, host: ConfigHost): CarriedOver {
  const source = readOld(path)
  if (!source.includes('<?'))
    throw new UsageError(`There is no PHP in ${path}; nothing was written.`, {
      hint: 'Name the configuration of the old module, usm_billing.conf.php.',
    })
  return carryOver(source, dirname(resolve(path)), host, basename(path))
}

function readOld(path: string): string {
  try {
    return decodePhp(readFileSync(path))
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${systemReason(error)}.`)
  }
}

function write(path: string, text: string): void {
  try {
    // Between the look and the writing somebody else may have made the file.
    const descriptor = openNew(path, 0o600)
    try {
      writeFileSync(descriptor, text)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw alreadyThere(path)
    throw new UsageError(`${path} cannot be written: ${systemReason(error)}.`)
  }
}

/** @throws UsageError when this account may not look for it */
function isThere(path: string, host: ConfigHost): boolean {
  try {
    return host.permissions(path) !== undefined
  } catch (error) {
    throw new UsageError(`${path} cannot be looked for: ${systemReason(error)}.`)
  }
}

function alreadyThere(path: string): UsageError {
  return new UsageError(`${path} is there already; nothing was written.`, {
    hint: 'Move it away first, or name another file with --config.',
  })
}

function report(context: CommandContext<'init'>, file: string, result: CarriedOver): void {
  const { flags, io } = context
  const { missing } = result
  const leftOut = result.leftOut.map(({ sentence }) => sentence)
  const carried = Object.keys(result.values)
  if (flags.json) {
    const exitCode = leftOut.length === 0 ? EXIT.done : EXIT.partial
    io.stdout.write(jsonLine({ type: 'init', exitCode, file, carriedOver: carried, leftOut, missing }))
    return
  }
  if (flags.quiet) return
  // Without --config the next command finds the file by itself.
  const named = flags.config === undefined ? '' : ` --config ${asShellWord(file)}`
  const speaker = context.speaker()
  const lines = [
    speaker.say('Written: {1}', file),
    ...(flags.from === undefined
      ? []
      : [
          speaker.say('Carried over from {1}: {2}', flags.from, carried.join(', ') || speaker.say('nothing')),
        ]),
    ...(leftOut.length === 0
      ? []
      : [speaker.say('Not carried over:'), ...leftOut.map((text) => `  ${speaker.retell(text)}`)]),
    ...(missing.length === 0 ? [] : [speaker.say('Still to be set in it: {1}', missing.join(', '))]),
    speaker.say('Next:'),
    ...['--check-config', 'doctor', 'plan'].map((word) => `  usm-billing ${word}${named}`),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}

function asShellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
