/** Counting subscribers as they are written. */
import type { FieldName } from '../../model/policy.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import type { Delta } from '../fields/field.ts'

/** What became of the subscribers. */
export interface SubscriberResult {
  readonly created: number
  readonly updated: number
  readonly absent: number
  readonly returned: number
  readonly failed: number
  /** Changed subscribers by field. */
  readonly fields: Partial<Record<FieldName, number>>
}

/** Who was created, changed, failed: each subscriber once, however many requests it took. */
export class Tally {
  readonly created = new Set<string>()
  readonly failed = new Set<string>()
  readonly #updated = new Set<string>()
  readonly #absent = new Set<string>()
  readonly #returned = new Set<string>()
  /** Nothing is written twice: what was, is not sent again, and no field is in two requests of one record. */
  readonly #fields = new Map<FieldName, number>()

  wrote(change: SubscriberChange, deltas: readonly Delta[]): void {
    this.#count(change)
    for (const { field } of deltas) this.#add(field.name, 1)
  }

  /** Values of one hot field. @param count of how many of the changes they are the first of the field */
  wroteHot(changes: readonly SubscriberChange[], field: FieldName, count: number): void {
    for (const change of changes) this.#count(change)
    if (count > 0) this.#add(field, count)
  }

  #count({ id, action }: SubscriberChange): void {
    if (action === 'absent') this.#absent.add(id)
    else if (action === 'return') this.#returned.add(id)
    else if (!this.created.has(id)) this.#updated.add(id)
  }

  #add(field: FieldName, count: number): void {
    this.#fields.set(field, (this.#fields.get(field) ?? 0) + count)
  }

  get isNothingWritten(): boolean {
    return this.#updated.size + this.#absent.size + this.#returned.size + this.#fields.size === 0
  }

  result(): SubscriberResult {
    return {
      created: this.created.size,
      updated: this.#updated.size,
      absent: this.#absent.size,
      returned: this.#returned.size,
      failed: this.failed.size,
      fields: Object.fromEntries(this.#fields),
    }
  }
}
