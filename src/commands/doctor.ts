/** Tests everything a run needs and writes nothing: configuration, folders, both systems. Names the switch to flip. */
import type { LoadedConfig } from '../config/load.ts'
import { ConfigError } from '../model/errors.ts'
import { createRedactor, toJson } from '../model/redaction.ts'
import { isTableBilling } from '../model/table-address.ts'
import { doctorText } from '../report/doctor-text.ts'
import { type BillingFindings, checkBilling } from './doctor/billing.ts'
import { checkBillingUrl } from './doctor/billing-url.ts'
import { checkBothSides } from './doctor/both-sides.ts'
import { type Check, SYSTEMS } from './doctor/check.ts'
import { checkConnection, type Server } from './doctor/connection.ts'
import { checkHost, invalidChecks } from './doctor/host.ts'
import { checkTables } from './doctor/tables/tables.ts'
import { checkUserside, type UsersideFindings } from './doctor/userside.ts'
import { inspectBilling } from './frame/billing.ts'
import type { CommandContext, Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
import { runPreview } from './frame/preview.ts'
import { openSession, type Session } from './frame/session.ts'
import type { Result } from './frame/summary.ts'

/** For `init`, which tries a database out before it writes anything. */
export { proveTables } from './doctor/tables/proof.ts'

/** Once is enough to tell a slip of the network from a failure. */
const MOST_RETRIES = 1

/** How the command ends when something of a system failed. */
const EXIT_OF = { host: EXIT.config, billing: EXIT.billing, userside: EXIT.userside } as const

/** `usm-billing doctor`. @throws ConfigError with everything that is wrong */
export const doctor: Run<'doctor'> = async (context) => {
  const { loaded, session } = await open(context)
  return runPreview(session, () => tellChecks(context, loaded, session))
}

/** @throws Interrupted */
async function tellChecks(
  context: CommandContext<'doctor'>,
  loaded: LoadedConfig,
  session: Session,
): Promise<Result> {
  const billing = await examineBilling(context, session)
  const userside: UsersideFindings = await examine(serverOf(session, context, 'userside'), () =>
    checkUserside(session, billing.system),
  )
  const checks = [
    ...checkHost(loaded),
    ...checkBillingUrl(loaded.config),
    ...billing.checks,
    ...userside.checks,
    ...checkBothSides(billing, userside, session.options),
  ]
  return tell(session, checks, billing, userside)
}

/** Tables are looked at by themselves; a folder in the universal API's shape is asked like a billing, without a server. */
async function examineBilling(context: CommandContext<'doctor'>, session: Session): Promise<BillingFindings> {
  const inspection = inspectBilling(session.config, {
    logger: session.logger,
    report: () => {},
    signal: session.signal,
    withPasswords: false,
    withMessages: false,
  })
  if (inspection !== undefined) return await checkTables(inspection, session)
  if (isTableBilling(session.config.billingName)) return await checkBilling(session)
  return await examine(serverOf(session, context, 'billing'), () => checkBilling(session))
}

/** A session with fewer retries; with `--json` the errors of the configuration become checks. @throws ConfigError */
async function open(context: CommandContext<'doctor'>): Promise<{ loaded: LoadedConfig; session: Session }> {
  try {
    const loaded = withFewRetries(await context.loadConfig())
    const loadConfig = async (): Promise<LoadedConfig> => loaded
    return { loaded, session: await openSession({ ...context, loadConfig }, 'doctor', { isLogged: false }) }
  } catch (error) {
    const redact = createRedactor([])
    if (context.flags.json && error instanceof ConfigError)
      for (const check of invalidChecks(error)) context.io.stdout.write(`${toJson(check, redact)}\n`)
    throw error
  }
}

function withFewRetries({ config, ...rest }: LoadedConfig): LoadedConfig {
  const { billingHttp, usersideHttp } = config
  const less = ({ retries }: { retries: number }): number => Math.min(MOST_RETRIES, retries)
  return {
    ...rest,
    config: {
      ...config,
      billingHttp: { ...billingHttp, retries: less(billingHttp) },
      usersideHttp: { ...usersideHttp, retries: less(usersideHttp) },
    },
  }
}

/** Asks a system its questions when there is anybody to ask. */
async function examine<F extends Findings>(server: Server, ask: () => Promise<F>): Promise<F | Findings> {
  const { checks, isOpen } = await checkConnection(server)
  if (!isOpen) return { checks }
  const findings = await ask()
  return { ...findings, checks: [...checks, ...findings.checks] }
}

interface Findings {
  readonly checks: readonly Check[]
}

function serverOf(
  { config, now }: Session,
  { io }: CommandContext<'doctor'>,
  system: 'billing' | 'userside',
): Server {
  const { billingUrl, billingHttp, usersideUrl, usersideHttp } = config
  const common = { system, env: io.env, now: now() }
  return system === 'billing'
    ? { ...common, urlKey: 'billingUrl', httpKey: 'billingHttp', url: billingUrl, http: billingHttp }
    : { ...common, urlKey: 'usersideUrl', httpKey: 'usersideHttp', url: usersideUrl, http: usersideHttp }
}

/** Prints what was found; the first system that failed decides the exit code. */
function tell(
  { console }: Session,
  found: readonly Check[],
  { system, subscribers }: BillingFindings,
  userside: UsersideFindings,
): Result {
  const checks = SYSTEMS.flatMap((one) => found.filter((check) => check.system === one))
  console.close()
  for (const check of checks) console.printJson(check)
  console.print(doctorText(checks, console.width, console.speaker))
  const worst = checks.find(({ ok }) => ok === 'fail')
  return {
    exitCode: worst === undefined ? EXIT.done : EXIT_OF[worst.system],
    failure: worst?.text,
    account: {
      isFirstRun: userside.customers?.records === 0,
      isGuarded: false,
      usersideVersion: userside.system?.version ?? '',
      ...(system && { billing: { ...system, subscribers: subscribers?.subscribers.size ?? 0 } }),
    },
  }
}
