/** The frame of every command: from the words of a command line to an exit code. */
import { runCommand } from 'citty'
import type { LoadedConfig } from '../../config/load.ts'
import { ConfigError, LockHeld } from '../../model/errors.ts'
import { toldSummary } from '../../model/summary.ts'
import { printable } from '../../model/text.ts'
import { withPriority } from '../../report/priorities.ts'
import { wrapText } from '../../report/wrapped-text.ts'
import { type Language, languageAsked, languageOf, languageOfEnvironment } from '../../text/language.ts'
import { ENGLISH, type Speaker, speakerOf } from '../../text/speaker.ts'
import { VERSION_JSON, VERSION_TEXT } from '../../version.ts'
import { checkArguments, type Invocation } from './arguments.ts'
import type { CommandContext, Loaders } from './context.ts'
import type { CommandName } from './declarations.ts'
import { DEFAULT_COMMAND } from './declarations.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'
import { type Io, jsonLine, type Sink } from './io.ts'
import { buildProgram, type Surroundings } from './program.ts'

/**
 * Runs a command line. Never throws: whatever ends a command is printed and becomes an exit code.
 * @param argv the words after the program's name
 * @param commands the commands there are
 */
export async function runCli(argv: readonly string[], io: Io, commands: Loaders): Promise<number> {
  let speaker = await speakerOf(languageOfEnvironment(io.env))
  const exitCode = await carryOutLine(argv, io, commands, {
    speaker: () => speaker,
    onLanguage: async (language) => {
      speaker = await speakerOf(language)
    },
  })
  const { failure } = io.stdout
  if (failure === undefined) return exitCode
  // Whoever reads a part of it must not take it for the whole.
  io.stderr.write(`${speaker.say('The output could not be written: {1}.', speaker.retell(failure))}\n`)
  return EXIT.bug
}

interface Voice {
  speaker(): Speaker
  /** Told of the configuration's language. */
  onLanguage(language: Language): Promise<void>
}

async function carryOutLine(
  argv: readonly string[],
  io: Io,
  commands: Loaders,
  { speaker, onLanguage }: Voice,
): Promise<number> {
  const startedAt = io.now()
  let command = DEFAULT_COMMAND as string
  let billingId = 0
  let isQuiet = false
  try {
    const invocation = checkArguments(argv, buildProgram(commands))
    command = invocation.command.name.join(' ') || DEFAULT_COMMAND
    const { options } = invocation
    isQuiet = options.has('quiet')
    const file = options.get('config')
    const onConfig = async ({ config }: LoadedConfig): Promise<void> => {
      billingId = config.billingId
      isQuiet ||= config.isSilence
      await onLanguage(languageOf(config.language, io.env))
    }
    const surroundings = surroundingsOf({
      options,
      file: typeof file === 'string' ? file : undefined,
      isQuiet,
      io,
      startedAt,
      commands,
      speaker,
      onConfig,
    })
    return await carryOut(invocation, surroundings)
  } catch (error) {
    const language = error instanceof ConfigError ? languageAsked(error.language, io.env) : undefined
    if (language !== undefined) await onLanguage(language)
    return await reportFailure(error, {
      argv,
      io,
      command,
      billingId,
      startedAt,
      isQuiet,
      speaker: speaker(),
    })
  }
}

async function carryOut(
  { command, rawArgs, options }: Invocation,
  surroundings: Surroundings,
): Promise<number> {
  const { io } = surroundings
  if (options.has('help')) {
    const { printHelp } = await import('./help.ts')
    printHelp(command, { ...surroundings, isJson: options.has('json') })
    return EXIT.done
  }
  if (options.has('version')) {
    io.stdout.write(options.has('json') ? jsonLine(VERSION_JSON) : `${VERSION_TEXT}\n`)
    return EXIT.done
  }
  if (options.has('check-config')) {
    const { checkConfig } = await import('./check-config.ts')
    return checkConfig(surroundings, { isJson: options.has('json'), isQuiet: options.has('quiet') })
  }
  const { result } = await runCommand(command.definition, { rawArgs: [...rawArgs], data: surroundings })
  return Number(result)
}

interface Given extends Pick<Surroundings, 'io' | 'startedAt' | 'commands' | 'options' | 'speaker'> {
  readonly file: string | undefined
  readonly isQuiet: boolean
  /** Told of the configuration, once there is a valid one. */
  readonly onConfig: (loaded: LoadedConfig) => Promise<void>
}

function surroundingsOf({ file, isQuiet, onConfig, ...given }: Given): Surroundings {
  let loaded: Promise<LoadedConfig> | undefined
  const load = async () => {
    const [{ loadConfig }, { thisHost }, { refuseDebugger }] = await Promise.all([
      import('../../config/load.ts'),
      import('../../config/host.ts'),
      import('./runtime.ts'),
    ])
    const { io, speaker } = given
    refuseDebugger(io.env)
    const host = thisHost(io.env)
    const result = loadConfig({ file, host })
    await onConfig(result)
    // Cron would send a mail for each, every ten minutes; a run keeps them in its log.
    const isSilent = isQuiet || result.config.isSilence
    const heard = heardBy(io.stderr, speaker())
    for (const warning of isSilent ? [] : result.warnings)
      say(io.stderr, 'warn', `${heard.say('Warning')}: ${heard.retell(warning)}`)
    return result
  }
  return {
    ...given,
    loadConfig: () => {
      loaded ??= load()
      return loaded
    },
  } satisfies Omit<CommandContext<CommandName>, 'flags'>
}

interface Failure {
  readonly argv: readonly string[]
  readonly io: Io
  readonly command: string
  /** 0 as long as it is not known. */
  readonly billingId: number
  readonly startedAt: Date
  readonly isQuiet: boolean
  readonly speaker: Speaker
}

/** A run that has been at work for longer is more than a start that came too early. */
const LONGEST_RUN_MS = 86_400_000

/** Cron would send a mail for every start that finds the one before still at work, which harms nobody. */
function isHarmless(
  error: unknown,
  { command, isQuiet, io }: Pick<Failure, 'command' | 'isQuiet' | 'io'>,
): boolean {
  if (!isQuiet || command !== DEFAULT_COMMAND || !(error instanceof LockHeld)) return false
  return error.since === undefined || io.now().getTime() - error.since.getTime() < LONGEST_RUN_MS
}

/** A journal is a log, whoever reads it. */
function heardBy({ isJournal }: Sink, speaker: Speaker): Speaker {
  return isJournal ? ENGLISH : speaker
}

/** Broken at words for a terminal, with its priority for the journal; what names somebody's file or key steers no terminal. */
function say(output: Sink, level: 'warn' | 'error', text: string): void {
  const lines = text.trimEnd().split('\n').map(printable).join('\n')
  const width = output.isTerminal ? output.columns : undefined
  output.write(`${output.isJournal ? withPriority(lines, level) : wrapText(lines, width)}\n`)
}

/** Says on stderr what ended the command, with `--json` also on stdout, and gives the exit code. */
async function reportFailure(
  error: unknown,
  { argv, io, isQuiet, speaker, ...ending }: Failure,
): Promise<number> {
  const exitCode = exitCodeOf(error)
  const { describeFailure, failureSummary } = await import('./failure.ts')
  const isUnsaid = isHarmless(error, { command: ending.command, isQuiet, io })
  const isVerbose = argv.includes('--verbose') || argv.includes('-v')
  if (!isUnsaid)
    say(io.stderr, 'error', describeFailure(error, { isVerbose, speaker: heardBy(io.stderr, speaker) }))
  if (argv.includes('--json')) {
    const summary = failureSummary(error, { ...ending, exitCode, finishedAt: io.now() })
    io.stdout.write(jsonLine(toldSummary(summary)))
  }
  return exitCode
}
