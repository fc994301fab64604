/** One field of one subscriber on its way in: where the rules say what is wrong and what changes. */
import type { Erp } from './erp.ts'
import type { CustomerRow } from './erp-rows.ts'
import type { Oddities } from './oddities.ts'
import type { Ruling } from './ruling.ts'
import type { Settings } from './run-log.ts'
import { scalar } from './value-rules.ts'
import { decodeOnce, type TextKind, textFaults } from './wire-text.ts'

/** What a request as a whole knows. */
export interface EditContext {
  readonly erp: Erp
  readonly settings: Readonly<Settings>
  readonly ruling: Ruling
  /** Unix seconds of the ERP's clock. */
  readonly now: number
  /** Field ids of additional data the ERP knows; `undefined`: every id. */
  readonly additionalFields: ReadonlySet<string> | undefined
  /** Fields the ERP accepts and does not keep. */
  readonly ignored: IgnoredFields
  readonly oddities: Oddities
  /** A house taken away takes apartment, floor and entrance with it. */
  readonly isFlatCleared: boolean
}

/** An ERP that does not keep a field: the same value may be sent twice, then no more (userside-api.md §10). */
export class IgnoredFields {
  readonly #sent = new Map<string, { readonly value: string; count: number }>()

  constructor(readonly names: ReadonlySet<string>) {}

  /** How many times this value has now been sent in a row. */
  note(key: string, value: string): number {
    const known = this.#sent.get(key)
    if (known?.value === value) {
      known.count += 1
      return known.count
    }
    this.#sent.set(key, { value, count: 1 })
    return 1
  }
}

export class FieldJudge {
  constructor(
    readonly field: string,
    readonly row: CustomerRow,
    readonly patch: Readonly<Record<string, unknown>>,
    readonly context: EditContext,
  ) {}

  /** @param fault a predicate: `is not …`, `holds …` */
  forbid(fault: string): void {
    this.context.ruling.forbid(`${this.field} of ${this.row.billingId} ${fault}.`)
  }

  redundant(what: string): void {
    this.forbid(`is a redundant write: ${what}`)
  }

  change(effect: (row: CustomerRow) => void): void {
    const { ignored, ruling } = this.context
    if (!ignored.names.has(this.field)) {
      ruling.change(() => effect(this.row))
      return
    }
    const value = JSON.stringify(this.patch[this.field])
    ruling.change(() => this.noteInVain(value))
  }

  /** A value was sent that is not shown afterwards: twice is enough. */
  noteInVain(value: string): void {
    const times = this.context.ignored.note(`${this.row.erpId} ${this.field}`, value)
    if (times > 2) this.forbid('is sent for the third time though UserSide does not keep it')
  }

  /** The value as text; forbids what is none. */
  scalar(value: unknown): string | undefined {
    const text = scalar(value)
    if (text === undefined) this.forbid(`is ${JSON.stringify(value)}, not a text or a number`)
    return text
  }

  /** The text as the ERP stores it; `undefined` when it must not come like this. */
  text(value: unknown, kind: TextKind): string | undefined {
    const raw = this.scalar(value)
    if (raw === undefined) return undefined
    const wrong = textFaults(raw, kind)
    for (const fault of wrong) this.forbid(fault)
    return wrong.length === 0 ? decodeOnce(raw) : undefined
  }

  /** An object's entries; forbids what is none or empty. */
  entries(value: unknown): [string, unknown][] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.forbid(`is ${JSON.stringify(value)}, not an object`)
      return []
    }
    const entries = Object.entries(value)
    if (entries.length === 0) this.forbid('is empty')
    return entries
  }

  /** A list of ids as they stand in the billing. */
  ids(value: unknown): string[] {
    if (!Array.isArray(value) || value.length === 0) {
      this.forbid(`is ${JSON.stringify(value)}, not a list of ids`)
      return []
    }
    return value.map(scalar).filter((id) => id !== undefined)
  }
}
