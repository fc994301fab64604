/** Both systems on loopback and a run between them, as a test wants it. */
import { expect } from 'bun:test'
import type { Billing } from '../../src/billing/billing.ts'
import type { BillingOptions as ClientOptions } from '../../src/billing/universal/options.ts'
import { createBilling } from '../../src/billing/universal/universal-billing.ts'
import type { Journal, Past, PastChange, RecordChange, Refusal, SentValues } from '../../src/model/journal.ts'
import { SILENT } from '../../src/model/logger.ts'
import { POLICY_RULES, type Policies, type Policy } from '../../src/model/policy.ts'
import { Problems } from '../../src/model/problem.ts'
import { type BillingOptions, type BillingSandbox, startBilling } from '../../src/sandbox/billing.ts'
import { startUserside, type UsersideOptions, type UsersideSandbox } from '../../src/sandbox/userside.ts'
import { HotSent } from '../../src/state/hot-sent.ts'
import { NOTHING_SENT, type SentDigests } from '../../src/state/sent-table.ts'
import type { SyncOptions } from '../../src/sync/fields/options.ts'
import { previewSync, type RunInput, type RunResult, runSync } from '../../src/sync/run.ts'
import { createUserside } from '../../src/userside/client.ts'
import { LedgerInMemory } from './ledger-in-memory.ts'
import { MemoryInMemory } from './memory-in-memory.ts'
import { type Answers, type PlainBilling, startPlainBilling } from './plain-billing.ts'
import { skippingTime } from './standstill.ts'

export interface World<B = BillingSandbox> {
  readonly billing: B
  readonly userside: UsersideSandbox
  readonly journal: MemoryJournal
  readonly ledger: LedgerInMemory
  /** Runs after the first are light ones wherever they may be. */
  readonly memory: MemoryInMemory
  /** One run; the options are those of the default configuration unless said otherwise. */
  run(options?: Partial<SyncOptions>, more?: Partial<RunInput>): Promise<WorldRun>
  preview(options?: Partial<SyncOptions>): Promise<WorldRun>
  /** Later runs believe that so much time has passed. */
  passMinutes(minutes: number): void
  stop(): Promise<void>
}

export interface WorldRun extends RunResult {
  readonly problems: Problems
  /** Data-changing requests of this run, as the ERP counted them. */
  readonly writes: number
}

/** A journal in memory: enough for what a run asks of it. */
export class MemoryJournal implements Journal {
  readonly lots: {
    readonly changes: readonly RecordChange[]
    readonly values?: SentValues | undefined
    settlement: string
  }[] = []

  /** Fields whose changes are counted only; none, so that a test sees every change. */
  readonly unkept = new Set<string>()
  #sent = new HotSent(() => NOTHING_SENT)

  /** What was sent is known to the next run. */
  turnPage(): void {
    const known = new Map([...this.#known, ...this.#sent.news()])
    this.#known = known
    this.#sent = new HotSent((field) => known.get(field) ?? NOTHING_SENT)
  }

  #known: ReadonlyMap<string, SentDigests> = new Map()

  /** Another one that knows the same, at a new page. */
  copy(): MemoryJournal {
    const copy = new MemoryJournal()
    copy.lots.push(...this.lots.map((lot) => ({ ...lot })))
    for (const field of this.unkept) copy.unkept.add(field)
    copy.refusals.push(...this.refusals)
    copy.#known = new Map([...this.#known, ...this.#sent.news()])
    copy.turnPage()
    return copy
  }

  open(changes: readonly RecordChange[], values?: SentValues): number {
    return this.lots.push({ changes, values, settlement: 'open' }) - 1
  }

  settle(receipt: number, settlement: string): void {
    const lot = this.lots[receipt]
    if (lot === undefined) return
    lot.settlement = settlement
    if (lot.values !== undefined && settlement === 'done')
      this.#sent.sent(lot.values.field, lot.values.digests)
  }

  readonly refusals: Refusal[] = []

  refused(refusal: Refusal): void {
    this.refusals.push(refusal)
  }

  keeps(field: string): boolean {
    return !this.unkept.has(field)
  }

  pastWritesOf(entity: string, ids: readonly string[]): ReadonlyMap<string, Past> {
    return new Map(ids.map((id) => [id, this.pastWrites(entity, id)]))
  }

  sentInVain(field: string): ReadonlySet<number> {
    return this.#sent.inVain(field)
  }

  holdBack(field: string, digests: readonly number[]): void {
    this.#sent.holdBack(field, digests)
  }

  withdraw(receipt: number): void {
    this.lots[receipt] = { changes: [], settlement: 'withdrawn' }
  }

  pastWrites(entity: string, id: string): PastChange[][] {
    const byField = new Map<string, PastChange[]>()
    for (const { changes, settlement } of [...this.lots].reverse()) {
      if (settlement !== 'done') continue
      for (const change of changes) {
        if (change.entity !== entity || change.id !== id) continue
        for (const field of change.fields) {
          const writes = byField.get(field.field) ?? []
          if (writes.length < 2) byField.set(field.field, [...writes, field])
        }
      }
    }
    return [...byField.values()]
  }
}

/** The default policy of every field, some replaced. */
export function policies(changed: Partial<Record<keyof Policies, Policy>> = {}): Policies {
  const defaults = Object.entries(POLICY_RULES).map(([name, rule]) => [name, rule.default])
  return { ...Object.fromEntries(defaults), ...changed }
}

/** The limits of the brakes by default. */
export const SAFETY: SyncOptions['safety'] = {
  maxAbsentPercent: 10,
  maxAbsentCount: 20,
  maxCreatePercent: 20,
  maxCreateCount: 50,
  maxChangePercent: 30,
  maxChangeCount: 100,
}

export const DEFAULT_OPTIONS: SyncOptions = {
  billingId: 1,
  configurationHash: '0123456789abcdef0123456789abcdef',
  policies: policies(),
  additionalFields: new Map(),
  protectedIps: [],
  isAddressCreationDisabled: false,
  isUnusedAddressSkipped: false,
  isStreetFullNameUsed: false,
  isMessageImported: false,
  alwaysGroup: '',
  isForeignGroupRemoved: false,
  passwordSalt: undefined,
  digestKey: 'sandbox-key',
  moduleRevision: 0,
  include: undefined,
  exclude: undefined,
  leads: 'report',
  safety: SAFETY,
  fullEveryMinutes: 60,
  isAbsenceAccepted: false,
  isCreateAccepted: false,
  isChangeAccepted: false,
  isFull: false,
  concurrency: 2,
}

/** How long a run waits for an answer, and how often it asks again. */
export interface Patience {
  readonly timeoutSec: number
  readonly retries: number
  /** What is never answered is given up at once, as if the time for it were over. */
  readonly isTimeSkipped?: boolean
}

const PATIENCE: Patience = { timeoutSec: 30, retries: 3 }

/**
 * Starts both systems.
 * @param past a world that this one goes on from, with what its UserSide holds and its program keeps, however often
 */
export async function startWorld(
  billing: BillingOptions = {},
  userside: UsersideOptions = {},
  { isTimeSkipped = false, ...http }: Patience = PATIENCE,
  past?: World,
): Promise<World> {
  const source = await startBilling(billing)
  const target = await startUserside(
    past === undefined ? userside : { ...userside, erp: past.userside.erp.copy() },
  )
  const protocol = billing.dialect === 'carbon' ? 'carbon5' : 'standart'
  const way = isTimeSkipped ? { fetch: skippingTime([source.faults, target.faults]) } : {}
  return joinWorld(source, target, {
    http,
    beforeRun: () => source.forgetRun(),
    openBilling: overApi({ url: source.url, protocol, http, ...way }),
    ...way,
    ...(past !== undefined && { past }),
  })
}

/** The same with a billing whose records the test writes down itself. */
export async function startPlainWorld(
  answers: Answers = {},
  userside: UsersideOptions = {},
): Promise<World<PlainBilling>> {
  const source = await startPlainBilling(answers)
  return joinWorld(source, await startUserside(userside), {
    http: PATIENCE,
    beforeRun() {},
    openBilling: overApi({ url: source.url, protocol: 'standart', http: PATIENCE }),
  })
}

/** What a run's billing is opened with. */
export type ForBilling = Pick<
  ClientOptions,
  'logger' | 'report' | 'signal' | 'sleep' | 'withPasswords' | 'withMessages'
>

function overApi(
  address: Pick<ClientOptions, 'url' | 'protocol' | 'http' | 'fetch'>,
): (run: ForBilling) => Billing {
  return (run) => createBilling({ ...run, ...address, dialect: 'auto' })
}

/** What stands between the two. */
interface Joint {
  readonly http: Pick<Patience, 'timeoutSec' | 'retries'>
  beforeRun(): void
  /** Opens the billing for a run. */
  readonly openBilling: (run: ForBilling) => Billing
  /** The way to UserSide. */
  readonly fetch?: typeof fetch
  /** Begins with what this one's program keeps. */
  readonly past?: Pick<World, 'journal' | 'ledger' | 'memory'>
}

/** Joins a billing to a UserSide. */
export function joinWorld<B extends { readonly url: string; stop(): Promise<void> }>(
  source: B,
  target: UsersideSandbox,
  { http, beforeRun, openBilling, fetch = globalThis.fetch, past }: Joint,
): World<B> {
  const journal = past?.journal.copy() ?? new MemoryJournal()
  const ledger = past?.ledger.copy() ?? new LedgerInMemory()
  const memory = past?.memory.copy() ?? new MemoryInMemory()
  let passedMs = 0
  // What somebody changes there by hand only a full comparison sees: its hour has come.
  const edit: UsersideSandbox['edit'] = (id, change) => {
    memory.mistrustMemory()
    target.edit(id, change)
  }

  const carryOut = async (
    way: (input: RunInput) => Promise<RunResult>,
    changed: Partial<SyncOptions>,
    more: Partial<RunInput> = {},
  ): Promise<WorldRun> => {
    const options = { ...DEFAULT_OPTIONS, ...changed }
    const problems = new Problems()
    const signal = new AbortController().signal
    const common = { logger: SILENT, report: problems.report.bind(problems), signal, sleep: async () => {} }
    const before = target.counts.writes
    beforeRun()
    journal.turnPage()
    const result = await way({
      ...common,
      problems,
      options,
      journal,
      ledger,
      memory,
      now: () => new Date(Date.now() + passedMs),
      handshake: { version: '0.0.0', path: '/opt/usm-billing', logPath: '/var/log/usm-billing' },
      billing: openBilling({
        ...common,
        withPasswords: options.policies.password !== 'ignore',
        withMessages: options.isMessageImported,
      }),
      userside: createUserside({
        ...common,
        url: target.url,
        apiKey: target.apiKey,
        billingId: options.billingId,
        http: { ...http, concurrency: options.concurrency },
        fetch,
      }),
      ...more,
    })
    return { ...result, problems, writes: target.counts.writes - before }
  }

  return {
    ledger,
    billing: source,
    userside: Object.create(target, { edit: { value: edit } }),
    journal,
    memory,
    run: (options = {}, more = {}) => carryOut(runSync, options, more),
    passMinutes: (minutes) => {
      passedMs += minutes * 60_000
    },
    preview: (options = {}) => carryOut(previewSync, options),
    stop: async () => {
      await source.stop()
      await target.stop()
    },
  }
}

/** What every test ends with: nobody broke a rule, and a further run writes nothing. */
export async function expectSettled(
  world: World<{ readonly url: string; readonly violations?: readonly string[] }>,
  options: Partial<SyncOptions> = {},
): Promise<void> {
  const again = await world.run(options)
  expect(world.userside.violations).toEqual([])
  expect(world.billing.violations ?? []).toEqual([])
  expect(again.writes).toBe(0)
  // A difference that comes to nothing is none: it would be looked at in every run, and keep light runs from trust.
  if (!again.problems.isPartial) expect(again.plan.comparison.changes).toEqual([])
}
