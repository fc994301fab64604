/** Asks a system one thing after another, and notes what came of each. */
import { BillingError, UsersideError } from '../../model/errors.ts'
import { type Check, checksOf, type System } from './check.ts'

/** A system that did not answer so often is not waited for again. */
const MOST_SILENCES = 2

export class Interview {
  readonly checks: Check[] = []
  /** What ended the interview; what would have come after it is skipped. */
  refusal: BillingError | UsersideError | undefined
  readonly #system: System
  #answers = 0
  #silences = 0

  constructor(system: System) {
    this.#system = system
  }

  /**
   * Asks, unless the interview is over: when the first answer failed, when the key was refused (ABillS locks an
   * address after five wrong ones), or when the system was silent for the second time.
   * @param told what the answer says
   * @returns the answer; `undefined` when there is none
   * @throws what is no failure of this system: the operator's Ctrl-C, a bug
   */
  async ask<T>(name: string, call: () => Promise<T>, told: (answer: T) => Check): Promise<T | undefined> {
    const { fail, skip } = checksOf(this.#system)
    if (this.refusal !== undefined) {
      this.checks.push(skip(name, 'Not asked, because of the failure above.'))
      return undefined
    }
    try {
      const answer = await call()
      this.#answers += 1
      this.checks.push(told(answer))
      return answer
    } catch (error) {
      if (!(error instanceof BillingError || error instanceof UsersideError)) throw error
      this.#silences += error.kind === 'temporary' ? 1 : 0
      if (this.#answers === 0 || error.kind === 'auth' || this.#silences >= MOST_SILENCES)
        this.refusal = error
      this.checks.push(fail(name, error.message, error.hint))
      return undefined
    }
  }

  /** Adds to what is to be done about the answer that was refused. */
  advise(advice: string): void {
    const refused = this.checks.at(-1)
    if (this.refusal === undefined || refused === undefined || advice === '') return
    this.correct({ ...refused, hint: refused.hint === '' ? advice : `${refused.hint}; ${advice}` })
  }

  /** Says something else of what was asked before. */
  correct(check: Check): void {
    const index = this.checks.findIndex(({ name }) => name === check.name)
    if (index >= 0) this.checks[index] = check
  }
}
