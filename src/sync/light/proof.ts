/**
 * Whether UserSide keeps what it is given. Light runs believe that what was written is held; a field that UserSide
 * takes and drops (`contracts/userside-api.md` §10) would never be found out. So a field that was never seen kept is
 * looked for in UserSide's list once it was written; from then on it is believed.
 */
import type { Customer } from '../../model/customer.ts'
import { UsersideError } from '../../model/errors.ts'
import type { Userside } from '../../userside/userside.ts'
import type { OutgoingChange } from '../apply/patch.ts'
import type { SyncContext } from '../context.ts'
import type { Delta } from '../field.ts'

/** Records a field, at least, that are looked at. */
const EXAMPLES = 500

export class Proof {
  readonly #proven: Set<string>
  /** Fields that were written in this run and never seen kept. */
  readonly #open = new Set<string>()
  /** What was written of them, for as many records as it takes to meet some of them early in the list. */
  readonly #examples = new Map<string, readonly Delta[]>()
  /** The keys of all records they were written to. */
  readonly #keys = new Map<string, string[]>()

  /** @param proven names of fields that were seen kept in earlier runs */
  constructor(proven: readonly string[]) {
    this.#proven = new Set(proven)
  }

  get proven(): readonly string[] {
    return [...this.#proven]
  }

  /** A full edit was obeyed. */
  wrote({ change: { key }, full }: OutgoingChange): void {
    let isExample = false
    for (const { field } of full.deltas) {
      if (field.isSecret || this.#proven.has(field.name)) continue
      const keys = this.#keysOf(field.name)
      isExample ||= keys.length < EXAMPLES
      keys.push(key)
    }
    if (isExample) this.#examples.set(key, full.deltas)
  }

  /** Those of an open field, which it is from now on. */
  #keysOf(field: string): string[] {
    const known = this.#keys.get(field)
    if (known !== undefined) return known
    const keys: string[] = []
    this.#keys.set(field, keys)
    this.#open.add(field)
    return keys
  }

  /**
   * Looks for every open field in UserSide's list, no further than needed; then none is open. Gives the keys of the
   * records whose fields are nowhere kept: they must not be remembered.
   * A list that cannot be had proves nothing; the run itself is done.
   */
  async look(userside: Pick<Userside, 'customers'>, context: SyncContext): Promise<readonly string[]> {
    if (this.#open.size === 0) return []
    try {
      for await (const customer of userside.customers({ withPasswords: false })) {
        this.#see(customer, context)
        if (this.#open.size === 0) return []
      }
    } catch (error) {
      if (!(error instanceof UsersideError)) throw error
    }
    const nowhere = [...new Set([...this.#open].flatMap((field) => this.#keys.get(field) ?? []))]
    this.#open.clear()
    return nowhere
  }

  #see(customer: Customer, context: SyncContext): void {
    for (const { field, after } of this.#examples.get(customer.key) ?? []) {
      if (!this.#open.has(field.name) || !field.isEqual(after, field.have(customer, context))) continue
      this.#open.delete(field.name)
      this.#proven.add(field.name)
    }
  }
}
