/**
 * A UserSide ERP on loopback: real HTTP, real state in memory, and a judge of everything that comes in. What
 * `contracts/userside-api.md` forbids is refused whole, answered with an error and recorded as a sentence.
 */
import type { Zone } from '../model/zone.ts'
import { Faults } from './faults.ts'
import { listen } from './loopback.ts'
import type { World } from './userside/call.ts'
import { Creates } from './userside/creates.ts'
import { Erp } from './userside/erp.ts'
import type { CustomerRow } from './userside/erp-rows.ts'
import { IgnoredFields } from './userside/field-judge.ts'
import type { Oddities } from './userside/oddities.ts'
import { DEFAULT_SETTINGS, type RunRecord, type Settings } from './userside/run-log.ts'
import { type UsersideRequest, UsersideServer } from './userside/server.ts'
import { type Snapshot, takeSnapshot } from './userside/snapshot.ts'
import { DEFAULT_WIRE_FORM, type WireForm, WirePrinter } from './userside/wire-form.ts'

export interface UsersideOptions {
  readonly apiKey?: string
  /** The only billing this ERP knows. Default 1. */
  readonly billingId?: number
  /** What differs from the defaults: everything allowed, `compare_house` with long names. */
  readonly settings?: Partial<Settings>
  /** What it holds, changed in place from now on. Default: nothing. */
  readonly erp?: Erp
  /** How answers are worded. */
  readonly form?: Partial<WireForm>
  /** Milliseconds a data-changing request takes. */
  readonly writeLatencyMs?: number
  readonly readLatencyMs?: number
  /** Field ids of additional data the ERP has; left out: every id. */
  readonly additionalFields?: readonly string[]
  /** Fields of subscribers the ERP accepts and does not keep. */
  readonly ignoresFields?: readonly string[]
  /** `house_id` 0 takes apartment, floor and entrance with it. Default true; which of both real ones do is unknown. */
  readonly isFlatCleared?: boolean
  /** What a create of a subscriber that is there does. Default `refuse`, which is a violation too. */
  readonly onDuplicate?: 'refuse' | 'ignore' | 'duplicate'
  /** Address units of houses have ids of their own. Default true; false where both ids are one. */
  readonly hasHouseUnits?: boolean
  /** Where it behaves otherwise than is known of it. */
  readonly oddities?: Oddities
  readonly isGzip?: boolean
  /** The category of the calls that open and close a run. Default `usm_billing`. */
  readonly moduleCategory?: string
  readonly now?: () => Date
  /** How far the ERP's clock is ahead of UTC. Default 120. */
  readonly offsetMinutes?: number
  /** The same where it changes twice a year. */
  readonly zone?: Zone
  /** Keep parameters of requests in the log. Default true; off for big populations. */
  readonly isLogFull?: boolean
  readonly port?: number
}

export interface UsersideSandbox {
  /** The operator's `usersideUrl`. */
  readonly url: string
  readonly apiKey: string
  readonly billingId: number
  readonly requests: UsersideRequest[]
  /** Sentences, in the order they happened; empty after a well-behaved client. */
  readonly violations: string[]
  /** Number of requests so far, by what they do. */
  readonly counts: { readonly reads: number; readonly bookkeeping: number; readonly writes: number }
  /** Most requests that were under way at once. */
  readonly peakConcurrency: number
  /** Milliseconds in which writes were carried out, their latency left out. */
  readonly writingMs: number
  /** Runs by the ERP's own book. */
  readonly runs: readonly RunRecord[]
  /** Live: change them between runs. */
  readonly settings: Settings
  readonly form: WireForm
  /** Live likewise. */
  readonly oddities: Oddities
  /** How often each thing was created, carried out for certain: `subscriber koval`, `group VIP`, `house Київ, Соборна, 12`. */
  readonly accepted: ReadonlyMap<string, number>
  /** Carries out creates that were answered with 504. Gives how many requests it was. */
  carryOutLate(): number
  readonly faults: Faults
  /** Records the ERP refuses though nothing is wrong with the request. */
  readonly refusals: World['refusals']
  readonly minimumRevision: { value: number }
  readonly erp: Erp
  /** True: every POST but `get_settings` is a violation, as in a dry run. */
  isWriteForbidden: boolean
  /** Changes a subscriber by hand, as somebody at the ERP would. @throws when there is no such subscriber */
  edit(billingId: string, change: (row: CustomerRow) => void): void
  /** The state in ids of the billing and in names; see {@link takeSnapshot}. */
  snapshot(by?: 'id' | 'name'): Snapshot
  /** Forgets requests, violations and counts; the state stays. */
  forgetRequests(): void
  stop(): Promise<void>
}

/** Starts an ERP on 127.0.0.1. */
export async function startUserside(options: UsersideOptions = {}): Promise<UsersideSandbox> {
  const { erp = new Erp(options.hasHouseUnits ?? true) } = options
  const oddities: Oddities = { ...options.oddities }
  const creates = new Creates(erp, oddities)
  const { offsetMinutes = 120, zone = () => offsetMinutes } = options
  const printer = new WirePrinter({ ...DEFAULT_WIRE_FORM, ...options.form })
  const world: World = {
    erp,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    printer,
    refusals: { customers: new Map(), newCustomers: new Map(), tariffs: new Map(), houses: new Set() },
    ignored: new IgnoredFields(new Set(options.ignoresFields ?? [])),
    isFlatCleared: options.isFlatCleared ?? true,
    additionalFields: options.additionalFields && new Set(options.additionalFields),
    billingId: String(options.billingId ?? 1),
    runs: [],
    minimumRevision: { value: 0 },
    onDuplicate: options.onDuplicate ?? 'refuse',
    oddities,
    creates,
    now: options.now ?? (() => new Date()),
    zone,
  }
  const faults = new Faults()
  const server = new UsersideServer(world, {
    apiKey: options.apiKey ?? 'sandbox-key',
    writeLatencyMs: options.writeLatencyMs ?? 0,
    readLatencyMs: options.readLatencyMs ?? 0,
    isLogFull: options.isLogFull ?? true,
    moduleCategory: options.moduleCategory ?? 'usm_billing',
  })
  const loopback = await listen(server, {
    faults,
    isGzip: options.isGzip ?? true,
    now: world.now,
    ...(options.port === undefined ? {} : { port: options.port }),
  })
  return {
    url: loopback.origin,
    apiKey: server.apiKey,
    billingId: Number(world.billingId),
    requests: server.requests,
    violations: server.violations,
    get counts() {
      return { ...server.counts }
    },
    get peakConcurrency() {
      return server.peakConcurrency
    },
    get writingMs() {
      return server.writingMs
    },
    runs: world.runs,
    settings: world.settings,
    form: printer.form,
    oddities,
    accepted: creates.accepted,
    carryOutLate: () => creates.carryOutLate(),
    faults,
    refusals: world.refusals,
    minimumRevision: world.minimumRevision,
    erp,
    get isWriteForbidden() {
      return server.isWriteForbidden
    },
    set isWriteForbidden(value) {
      server.isWriteForbidden = value
    },
    edit(billingId, change) {
      const row = erp.customerOf(billingId)
      if (row === undefined) throw new Error(`There is no subscriber ${billingId} in the sandbox.`)
      change(row)
      erp.touch(row)
    },
    snapshot: (by = 'id') => takeSnapshot(erp, by, zone),
    forgetRequests: () => server.forget(),
    stop: async () => {
      creates.stop()
      await loopback.stop()
    },
  }
}
