/**
 * Checks that UserSide keeps a field. A light run takes for granted that what was written is held; a field that UserSide
 * takes and drops (`contracts/userside-api.md` §10) would never be found. So a field that was never seen kept is looked
 * for in UserSide's list after it was written first; after that it is taken for granted.
 */
import { UsersideError } from '../../model/errors.ts'
import type { Userside } from '../../userside/userside.ts'
import type { Outgoing } from '../compare/outgoing.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta, Field } from '../fields/field.ts'

/** Records a field, at least, that are looked at. */
const EXAMPLES = 500

/** A field that was written in this run and never seen kept before. */
interface Unproven {
  /** The keys of all records it was written to. */
  readonly keys: string[]
  /** Nobody has looked yet whether it is kept. */
  isOpen: boolean
}

export class KeptFields {
  readonly #proven: Set<string>
  /** The fields that were written in this run; of one that is proven nothing is to be known. */
  readonly #written = new Map<Field, Unproven | 'proven'>()
  /** What was written of them, for as many records as it takes to meet some of them early in the list. */
  readonly #examples = new Map<string, readonly Delta[]>()

  /** @param proven names of fields that were seen kept in earlier runs */
  constructor(proven: readonly string[]) {
    this.#proven = new Set(proven)
  }

  get proven(): readonly string[] {
    return [...this.#proven]
  }

  /** A full edit was obeyed. */
  wrote({ change: { key }, full }: Outgoing): void {
    let isExample = false
    for (const { field } of full.deltas) {
      const state = this.#written.get(field) ?? this.#begin(field)
      if (state === 'proven') continue
      isExample ||= state.keys.length < EXAMPLES
      state.keys.push(key)
    }
    if (isExample) this.#examples.set(key, full.deltas)
  }

  #begin(field: Field): Unproven | 'proven' {
    const isProven = field.isSecret || this.#proven.has(field.name)
    const state = isProven ? 'proven' : { keys: [], isOpen: true }
    this.#written.set(field, state)
    return state
  }

  /**
   * Looks for every open field in UserSide's list, no further than needed; then none is open. Gives the keys of the
   * records whose fields are nowhere kept: they must not be remembered.
   * A list that cannot be had proves nothing; the run itself is done.
   */
  async look(userside: Pick<Userside, 'customers'>, context: SyncContext): Promise<readonly string[]> {
    const open = new Map<Field, Unproven>()
    for (const [field, state] of this.#written) if (state !== 'proven' && state.isOpen) open.set(field, state)
    for (const state of open.values()) state.isOpen = false
    if (open.size === 0) return []
    try {
      for await (const customer of userside.customers({ withPasswords: false })) {
        for (const { field, after } of this.#examples.get(customer.key) ?? []) {
          if (!open.has(field) || !field.isEqual(after, field.have(customer, context))) continue
          open.delete(field)
          this.#proven.add(field.name)
        }
        if (open.size === 0) return []
      }
    } catch (error) {
      if (!(error instanceof UsersideError)) throw error
    }
    return [...new Set([...open.values()].flatMap(({ keys }) => keys))]
  }
}
