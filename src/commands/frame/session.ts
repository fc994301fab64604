/** What every command that reaches the two systems works with, made of the configuration. */
import type { DescribedBilling } from '../../billing/billing.ts'
import { secretsOfNotified } from '../../config/notify.ts'
import type { Config } from '../../config/schema.ts'
import { isOfSomebodyElse } from '../../host/owner.ts'
import { type Environment, proxyAddresses } from '../../http/environment.ts'
import { type Logger, SILENT } from '../../model/logger.ts'
import { Problems } from '../../model/problem.ts'
import { createRedactor, type Redact, secretsOfUrl } from '../../model/redaction.ts'
import { combineLoggers } from '../../report/combined-logger.ts'
import { type Console, createConsole } from '../../report/console.ts'
import { type LogFiles, openLogFiles } from '../../report/log-files.ts'
import { openSystemLog } from '../../report/system-log.ts'
import type { SyncOptions } from '../../sync/fields/options.ts'
import type { Speaker } from '../../text/speaker.ts'
import { createUserside } from '../../userside/client.ts'
import type { DescribedUserside } from '../../userside/userside.ts'
import { VERSION } from '../../version.ts'
import { openBilling, secretsOfBilling } from './billing.ts'
import type { CommandContext } from './context.ts'
import type { CommandName } from './declarations.ts'
import { createGarbageCollector } from './garbage.ts'
import { type SignalWatch, watchSignals } from './signals.ts'
import { type RunSwitches, syncOptionsOf } from './sync-options.ts'

export interface Session {
  readonly command: string
  /** `--verbose`: a bug is shown with its stack. */
  readonly isVerbose: boolean
  /** `--quiet` or `isSilence`. */
  readonly isQuiet: boolean
  readonly startedAt: Date
  readonly now: () => Date
  readonly config: Config
  readonly env: Environment
  readonly options: SyncOptions
  readonly redact: Redact
  readonly console: Console
  /** Words what people read elsewhere than here: the report, the notifications. */
  readonly speaker: Speaker
  readonly logs: LogFiles
  /** What is kept of what is said: the logs and the system's log, in English. */
  readonly records: Logger
  /** Console and logs together. Its steps also collect garbage (`garbage.ts`): for reading and comparing. */
  readonly logger: Logger
  /** The same, which collects before it begins only: for writing, when what a run holds is still needed. */
  readonly writingLogger: Logger
  readonly problems: Problems
  readonly billing: DescribedBilling
  readonly userside: DescribedUserside
  readonly signal: AbortSignal
  /** Stops listening and closes the logs. */
  close(): void
}

/** What is particular about a command's session. */
export interface SessionTraits extends RunSwitches {
  /**
   * What the systems' clients say goes to the console and into the logs. Otherwise only steps are shown, because the
   * command tells the rest itself, and no file is written.
   */
  readonly isLogged: boolean
  /** It looks and changes nothing: what it cannot log is no loss. */
  readonly isPreview: boolean
  /** What the two systems are asked through; the network when left out. */
  readonly fetches?: { readonly billing: typeof fetch; readonly userside: typeof fetch }
}

const USUAL: SessionTraits = {
  isAbsenceAccepted: false,
  isCreateAccepted: false,
  isChangeAccepted: false,
  isFull: false,
  isLogged: true,
  isPreview: false,
}

const NO_LOGS: LogFiles = { ...SILENT, record() {}, close() {} }

/** Opens a session; nothing is sent yet. @throws ConfigError */
export async function openSession(
  { io, flags, startedAt, loadConfig, speaker }: CommandContext<CommandName>,
  command: string,
  traits: Partial<SessionTraits> = {},
): Promise<Session> {
  const { config, warnings } = await loadConfig()
  const { isLogged, isPreview, fetches, ...switches } = { ...USUAL, ...traits }
  const options = syncOptionsOf(config, switches)
  const redact = createRedactor(secretsOf(config, io.env))
  const problems = new Problems()
  const isQuiet = flags.quiet || config.isSilence
  const console = createConsole({
    stdout: io.stdout,
    stderr: io.stderr,
    redact,
    isQuiet,
    isVerbose: flags.verbose,
    isJson: flags.json,
    env: io.env,
    now: io.now,
    speaker: speaker(),
  })
  const logs = isLogged
    ? openLogFiles({
        folder: config.logPath,
        keepDays: config.log.keepDays,
        redact,
        onTrouble: (text) => {
          // A quiet run says it with whatever else was left undone, when it is new.
          if (isPreview || isQuiet) console.warn(text)
          else console.error(text)
          if (!isPreview) problems.report({ code: 'log-lost', example: config.logPath, text, partial: true })
        },
        now: io.now,
        isGuest: isPreview && isOfSomebodyElse(config.logPath),
      })
    : NO_LOGS
  for (const warning of warnings) logs.warn(warning)
  // The journal is told by the console already, unless that is quiet.
  const isTold = isLogged && !isPreview && config.log.syslog && !console.isJournal
  const systemLog = isTold
    ? openSystemLog({ redact, env: io.env, onTrouble: (text) => combineLoggers(console, logs).warn(text) })
    : undefined
  const records = combineLoggers(logs, ...(systemLog === undefined ? [] : [systemLog]))
  const told = isLogged ? combineLoggers(console, records) : stepsOf(console)
  const collector = createGarbageCollector()
  const logger = isLogged ? combineLoggers(collector, told) : told
  const writingLogger = isLogged ? combineLoggers(collector.writing, told) : told
  const watch: SignalWatch = watchSignals((name) =>
    combineLoggers(console, logs).warn(`${name}: ending after the request in flight.`),
  )
  const common = { logger, report: problems.report.bind(problems), signal: watch.signal }
  return {
    command,
    isVerbose: flags.verbose,
    isQuiet,
    startedAt,
    now: io.now,
    config,
    env: io.env,
    options,
    redact,
    console,
    speaker: speaker(),
    logs,
    records,
    logger,
    writingLogger,
    problems,
    signal: watch.signal,
    billing: openBilling(config, {
      ...common,
      env: io.env,
      withPasswords: options.policies.password !== 'ignore',
      withMessages: options.isMessageImported,
      userAgent: `usm-billing/${VERSION}`,
      ...(fetches && { fetch: fetches.billing }),
    }),
    userside: createUserside({
      ...common,
      url: config.usersideUrl,
      apiKey: config.usersideApiKey,
      billingId: config.billingId,
      http: config.usersideHttp,
      moduleCategory: config.usersideModuleCategory,
      env: io.env,
      ...(fetches && { fetch: fetches.userside }),
    }),
    close: () => {
      watch.close()
      console.close()
      logs.close()
      systemLog?.close()
    },
  }
}

function stepsOf(console: Console): Logger {
  return {
    ...SILENT,
    step: (title, total) => console.step(title, total),
    advance: (count) => console.advance(count),
    debug: (text) => console.debug(text),
  }
}

/** Everything that must never be shown. */
export function secretsOf(config: Config, env: Environment): string[] {
  return [
    config.usersideApiKey,
    ...secretsOfBilling(config),
    ...secretsOfUrl(config.usersideUrl),
    ...(config.usersidePasswordSalt === undefined ? [] : [config.usersidePasswordSalt]),
    ...(config.pingUrl === undefined
      ? []
      : [new URL(config.pingUrl).pathname.slice(1), ...secretsOfUrl(config.pingUrl)]),
    ...config.notify.flatMap(secretsOfNotified),
    ...[config.billingHttp.proxy, config.usersideHttp.proxy, ...proxyAddresses(env)].flatMap((proxy) =>
      secretsOfUrl(proxy ?? ''),
    ),
  ].filter((secret) => secret !== '')
}
