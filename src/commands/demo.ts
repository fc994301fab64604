/** A sandbox billing and a sandbox UserSide on loopback, and three runs against them, explained. Touches nothing else. */
import { NO_JOURNAL } from '../model/journal.ts'
import type { Ledger } from '../model/ledger.ts'
import { SILENT } from '../model/logger.ts'
import { POLICY_RULES, type Policies } from '../model/policy.ts'
import { Problems } from '../model/problem.ts'
import { wrapText } from '../report/wrapped-text.ts'
import { evolve } from '../sandbox/evolve.ts'
import { generatePopulation } from '../sandbox/generate.ts'
import { startUserside, type UsersideSandbox } from '../sandbox/userside.ts'
import { ledgerInMemory } from '../state/ledger-table.ts'
import type { SyncOptions } from '../sync/fields/options.ts'
import { type RunResult, runSync } from '../sync/run.ts'
import { createUserside } from '../userside/client.ts'
import { VERSION } from '../version.ts'
import { type DemoBilling, demoServer, demoTables, isDemoTables } from './demo/billing.ts'
import { playBundle } from './demo/bundle.ts'
import { DEMO_CHANGES, DEMO_SIZE, type DemoRun, type DemoStep, explainIn } from './demo/explanation.ts'
import type { CommandContext, Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { jsonLine } from './frame/io.ts'
import { watchSignals } from './frame/signals.ts'
import { plan } from './plan.ts'

/** `usm-billing demo`; with `--bundle` the plan of what it holds, with the exit codes of `plan`. Exit 1 when a sandbox caught the program breaking a rule: that would be a bug. */
export const demo: Run<'demo'> = async (context) => {
  const { bundle, billing: tables } = context.flags
  if (bundle !== undefined && tables !== undefined)
    throw new UsageError('A bundle brings its own billing: leave --billing or --bundle out.')
  if (bundle !== undefined) return playBundle(context, bundle, plan)
  const population = generatePopulation({ size: DEMO_SIZE, seed: 20 })
  const name = tables ?? ''
  const billing = isDemoTables(name) ? demoTables(name, population) : await demoServer(population)
  const userside = await startUserside()
  const systems = { billing, userside, ledger: ledgerInMemory() }
  const watch = watchSignals(() => {})
  try {
    const explain = explainIn(context.speaker())
    tell(context, explain.beginning(billing.source, userside.url))
    await step(context, 'first', systems, watch.signal)
    await step(context, 'unchanged', systems, watch.signal)
    await billing.show(evolve(population, { changes: DEMO_CHANGES, seed: 20 }))
    await step(context, 'changed', systems, watch.signal)
    const violations = [...billing.violations(), ...userside.violations]
    tell(context, explain.end(violations))
    return violations.length === 0 ? EXIT.done : EXIT.bug
  } finally {
    watch.close()
    await billing.stop()
    await userside.stop()
  }
}

/** What the runs of a demo work with; the ledger is theirs, as the journal is in a real one. */
interface Systems {
  readonly billing: DemoBilling
  readonly userside: UsersideSandbox
  readonly ledger: Ledger
}

async function step(
  context: CommandContext<'demo'>,
  name: DemoStep,
  systems: Systems,
  signal: AbortSignal,
): Promise<void> {
  const { userside } = systems
  const startedAt = performance.now()
  const before = {
    reads: userside.counts.reads,
    writes: userside.counts.writes,
  }
  const { done, asked } = await runOnce(systems, signal)
  const run: DemoRun = {
    step: name,
    done,
    billingRequests: asked,
    reads: userside.counts.reads - before.reads,
    writes: userside.counts.writes - before.writes,
    seconds: (performance.now() - startedAt) / 1000,
  }
  tell(context, explainIn(context.speaker()).run(run))
  if (context.flags.json) context.io.stdout.write(jsonLine({ type: 'demo', ...run }))
}

/** @returns with how often the billing was asked */
async function runOnce(
  { billing, userside, ledger }: Systems,
  signal: AbortSignal,
): Promise<RunResult & { readonly asked: number }> {
  const problems = new Problems()
  const common = { logger: SILENT, report: problems.report.bind(problems), signal }
  const http = { timeoutSec: 60, retries: 3 }
  const opened = billing.open(common)
  const result = await runSync({
    ...common,
    problems,
    options: OPTIONS,
    ledger,
    journal: NO_JOURNAL,
    handshake: { version: VERSION, path: process.execPath, logPath: '' },
    billing: opened,
    userside: createUserside({
      ...common,
      url: userside.url,
      apiKey: userside.apiKey,
      billingId: OPTIONS.billingId,
      http: { ...http, concurrency: OPTIONS.concurrency },
    }),
  })
  return { ...result, asked: opened.tally.requests }
}

function tell({ io, flags }: CommandContext<'demo'>, text: string): void {
  const { isTerminal, columns } = io.stdout
  if (!flags.json && !flags.quiet) io.stdout.write(`${wrapText(text, isTerminal ? columns : undefined)}\n`)
}

/** The default configuration; the additional fields of the sandbox are mapped, to show that too. */
const OPTIONS: SyncOptions = {
  billingId: 1,
  configurationHash: '00000000000000000000000000000001',
  policies: Object.fromEntries(
    Object.entries(POLICY_RULES).map(([name, rule]) => [name, rule.default]),
  ) as Policies,
  additionalFields: new Map([
    ['1', '61'],
    ['2', '62'],
  ]),
  protectedIps: [],
  isAddressCreationDisabled: false,
  isUnusedAddressSkipped: false,
  isStreetFullNameUsed: false,
  isMessageImported: false,
  alwaysGroup: '',
  isForeignGroupRemoved: false,
  passwordSalt: undefined,
  digestKey: 'demo',
  moduleRevision: 0,
  include: undefined,
  exclude: undefined,
  leads: 'report',
  safety: {
    maxAbsentPercent: 10,
    maxAbsentCount: 20,
    maxCreatePercent: 20,
    maxCreateCount: 50,
    maxChangePercent: 30,
    maxChangeCount: 100,
  },
  fullEveryMinutes: 0,
  isAbsenceAccepted: false,
  isCreateAccepted: false,
  isChangeAccepted: false,
  isFull: false,
  concurrency: 2,
}
