/** Asks a system one thing after another, and notes what came of each. */
import { BillingError, UsersideError } from '../../model/errors.ts'
import { type Check, checksOf, type System } from './check.ts'

/** Who was waited for so long in vain is not asked again: a time limit of minutes, met a dozen times, takes an hour. */
const PATIENCE_MS = 60_000

export class Probe {
  readonly checks: Check[] = []
  /** Why not even the first question was answered. */
  refusal: BillingError | UsersideError | undefined
  readonly #system: System
  readonly #now: () => number
  #hasAnswered = false
  #isOver = false

  /** @param now milliseconds, for measuring only */
  constructor(system: System, now: () => number = () => performance.now()) {
    this.#system = system
    this.#now = now
  }

  /**
   * Asks, unless the interview is over: when the first question was not answered, when the key was refused (ABillS
   * locks an address after five wrong ones), or when an answer was waited for in vain for long.
   * @param told what the answer says
   * @returns the answer; `undefined` when there is none
   * @throws what is no failure of this system: the operator's Ctrl-C, a bug
   */
  async ask<T>(name: string, call: () => Promise<T>, told: (answer: T) => Check): Promise<T | undefined> {
    const { fail, skip } = checksOf(this.#system)
    if (this.#isOver) {
      this.checks.push(skip(name, 'Not asked, because of the failure above.'))
      return undefined
    }
    const askedAt = this.#now()
    try {
      const answer = await call()
      this.#hasAnswered = true
      this.#note(told(answer), askedAt)
      return answer
    } catch (error) {
      if (!(error instanceof BillingError || error instanceof UsersideError)) throw error
      if (!this.#hasAnswered) this.refusal = error
      this.#isOver = !this.#hasAnswered || error.kind === 'auth'
      this.#note(fail(name, error.message, error.hint), askedAt)
      return undefined
    }
  }

  #note(check: Check, askedAt: number): void {
    this.checks.push(check)
    this.#isOver ||= check.ok === 'fail' && this.#now() - askedAt > PATIENCE_MS
  }

  /** Adds to what is to be done about the answer that was refused. */
  advise(advice: string): void {
    const refused = this.checks.at(-1)
    if (this.refusal === undefined || refused === undefined || advice === '') return
    this.correct({
      ...refused,
      hint: refused.hint === '' ? advice : `${refused.hint.replace(/\.$/, '')}; ${advice}`,
    })
  }

  /** Says something else of what was asked before. */
  correct(check: Check): void {
    const index = this.checks.findIndex(({ name }) => name === check.name)
    if (index >= 0) this.checks[index] = check
  }
}
