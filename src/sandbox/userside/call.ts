/** What a call of the ERP's API is: how it comes, what it takes, what it does. */
import type { Zone } from '../../model/zone.ts'
import type { Reply } from '../reply.ts'
import type { Creates, Creation } from './creates.ts'
import type { Erp } from './erp.ts'
import type { IgnoredFields } from './field-judge.ts'
import type { Oddities } from './oddities.ts'
import type { Ruling } from './ruling.ts'
import type { RunRecord, Settings } from './run-log.ts'
import { scalar } from './value-rules.ts'
import type { WirePrinter } from './wire-form.ts'
import { decodeOnce, type TextKind, textFaults } from './wire-text.ts'

/** Records the ERP refuses though nothing is wrong with the request: text of the error by the billing's id. */
export interface Refusals {
  readonly customers: Map<string, string>
  readonly newCustomers: Map<string, string>
  readonly tariffs: Map<string, string>
  /** Houses `compare_house` can neither match nor create, by the billing's id. */
  readonly houses: Set<string>
}

/** Everything a call may look at or change. */
export interface World {
  readonly erp: Erp
  /** Live: what `get_settings` would answer now. */
  readonly settings: Settings
  readonly printer: WirePrinter
  readonly refusals: Refusals
  readonly ignored: IgnoredFields
  /** A house taken away takes apartment, floor and entrance with it. */
  readonly isFlatCleared: boolean
  readonly additionalFields: ReadonlySet<string> | undefined
  readonly billingId: string
  readonly runs: RunRecord[]
  readonly minimumRevision: { value: number }
  /** What happens to a create of a subscriber that is there already. */
  readonly onDuplicate: 'refuse' | 'ignore' | 'duplicate'
  /** Live: what is out of the ordinary with it. */
  readonly oddities: Oddities
  /** What was accepted to be created. */
  readonly creates: Creates
  /** The ERP's clock. */
  readonly now: () => Date
  readonly zone: Zone
}

export class Call {
  /** What it is about to create. */
  readonly creations: Creation[] = []

  constructor(
    readonly name: string,
    readonly params: ReadonlyMap<string, string>,
    readonly world: World,
    readonly ruling: Ruling,
  ) {}

  param(name: string): string {
    return this.params.get(name) ?? ''
  }

  /** The settings this run was given. */
  get settings(): Readonly<Settings> {
    return this.world.runs.at(-1)?.settings ?? this.world.settings
  }

  /** The JSON of a parameter; forbids what does not parse. */
  json(name: string): unknown {
    try {
      return JSON.parse(this.param(name))
    } catch {
      this.ruling.forbid(`${name} of ${this.name} is not JSON: was the form encoded badly?`)
      return undefined
    }
  }

  /** A text as the ERP stores it, checked for its encoding. */
  text(what: string, value: unknown, kind: TextKind): string {
    const raw = scalar(value)
    if (raw === undefined) {
      this.ruling.forbid(`${what} is ${JSON.stringify(value)}, not a text.`)
      return ''
    }
    for (const fault of textFaults(raw, kind)) this.ruling.forbid(`${what} ${fault}.`)
    return decodeOnce(raw)
  }

  /**
   * Creates something when nothing is wrong with the request. Gives where its ERP id will stand then.
   * @param make makes one, and another one when it is called again
   */
  create(creation: Creation, make: () => string): { readonly erpId: string } {
    const { creates } = this.world
    if (creates.isUnderWay(creation))
      this.forbid(
        `The ${creation.kind} ${creation.key} is created once more while its first create is still being carried out.`,
      )
    const made = { erpId: '0' }
    this.creations.push(creation)
    this.ruling.change(() => {
      made.erpId = creates.make(creation, make)
    })
    return made
  }

  forbid(sentence: string): void {
    this.ruling.forbid(sentence)
  }

  /** Forbids what a check finds wrong. */
  check(what: string, fault: string | undefined): void {
    if (fault !== undefined) this.forbid(`${what} ${fault}.`)
  }
}

export interface CallDefinition {
  readonly method: 'GET' | 'POST'
  /** Bookkeeping opens and closes a run; only a write changes data. */
  readonly kind: (params: ReadonlyMap<string, string>) => 'read' | 'bookkeeping' | 'write'
  readonly required: readonly string[]
  readonly optional?: readonly string[]
  /** Judges the call; what it gives words the answer after the changes were made. */
  readonly handle: (call: Call) => () => Reply
}

export const isWrite = (): 'write' => 'write'
export const isRead = (): 'read' => 'read'
export const isBookkeeping = (): 'bookkeeping' => 'bookkeeping'
