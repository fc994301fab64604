/** The frame of every command: from the words of a command line to an exit code. */
import { runCommand } from 'citty'
import type { LoadedConfig } from '../../config/load.ts'
import { toldSummary } from '../../model/summary.ts'
import { VERSION_TEXT } from '../../version.ts'
import { checkArguments, type Invocation } from './arguments.ts'
import type { CommandContext, Loaders } from './context.ts'
import type { CommandName } from './declarations.ts'
import { DEFAULT_COMMAND } from './declarations.ts'
import { exitCodeOf } from './exit-codes.ts'
import type { Io } from './io.ts'
import { buildProgram, type Surroundings } from './program.ts'

/**
 * Runs a command line. Never throws: whatever ends a command is printed and becomes an exit code.
 * @param argv the words after the program's name
 * @param commands the commands there are
 */
export async function runCli(argv: readonly string[], io: Io, commands: Loaders): Promise<number> {
  const startedAt = io.now()
  let command = DEFAULT_COMMAND as string
  let billingId = 0
  try {
    const invocation = checkArguments(argv, buildProgram(commands))
    command = invocation.command.name.join(' ') || DEFAULT_COMMAND
    const { options } = invocation
    const onConfig = ({ config }: LoadedConfig): void => {
      billingId = config.billingId
    }
    const surroundings = surroundingsOf({
      file: options.get('config'),
      isQuiet: options.has('quiet'),
      io,
      startedAt,
      commands,
      onConfig,
    })
    return await carryOut(invocation, surroundings)
  } catch (error) {
    return await reportFailure(error, { argv, io, command, billingId, startedAt })
  }
}

async function carryOut(
  { command, rawArgs, options }: Invocation,
  surroundings: Surroundings,
): Promise<number> {
  const { io } = surroundings
  if (options.has('help')) {
    const { renderHelp } = await import('./help.ts')
    io.stdout.write(renderHelp(command, io.stdout.columns))
    return 0
  }
  if (options.has('version')) {
    io.stdout.write(`${VERSION_TEXT}\n`)
    return 0
  }
  if (options.has('check-config')) {
    const { checkConfig } = await import('./check-config.ts')
    return checkConfig(surroundings, { isJson: options.has('json'), isQuiet: options.has('quiet') })
  }
  const { result } = await runCommand(command.definition, { rawArgs: [...rawArgs], data: surroundings })
  return Number(result)
}

interface Given extends Pick<Surroundings, 'io' | 'startedAt' | 'commands'> {
  readonly file: string | true | undefined
  readonly isQuiet: boolean
  /** Told of the configuration, once there is a valid one. */
  readonly onConfig: (loaded: LoadedConfig) => void
}

function surroundingsOf({ file, isQuiet, onConfig, ...given }: Given): Surroundings {
  let loaded: Promise<LoadedConfig> | undefined
  const load = async () => {
    const [{ loadConfig }, { thisHost }, { refuseDebugger }] = await Promise.all([
      import('../../config/load.ts'),
      import('../../config/host.ts'),
      import('./runtime.ts'),
    ])
    const { io } = given
    refuseDebugger(io.env)
    const host = { ...thisHost(), env: io.env }
    const result = loadConfig({ file: file === true ? undefined : file, host })
    onConfig(result)
    // Cron would send a mail for each, every ten minutes; a run keeps them in its log.
    const isSilent = isQuiet || result.config.isSilence
    if (!isSilent) for (const warning of result.warnings) io.stderr.write(`Warning: ${warning}\n`)
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
}

/** Says on stderr what ended the command, with `--json` also on stdout, and gives the exit code. */
async function reportFailure(error: unknown, { argv, io, ...ending }: Failure): Promise<number> {
  const exitCode = exitCodeOf(error)
  const { describeFailure, failureSummary } = await import('./failure.ts')
  io.stderr.write(describeFailure(error, { isVerbose: argv.includes('--verbose') }))
  if (argv.includes('--json')) {
    const summary = failureSummary(error, { ...ending, exitCode, finishedAt: io.now() })
    io.stdout.write(`${JSON.stringify(toldSummary(summary))}\n`)
  }
  return exitCode
}
