/** The questions of `doctor` to one system, asked in order: each becomes a check. */
import { BillingError, UsersideError } from '../../model/errors.ts'
import { type Check, checksOf, type System } from './check.ts'

/** A failure that took longer is the last question: a time limit of minutes, met a dozen times, takes an hour. */
const MOST_WAIT_MS = 60_000

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
   * Asks, unless probing has ended: after a first question without an answer, a refused key (ABillS locks an address
   * after five wrong ones) or a failure that took longer than `MOST_WAIT_MS`.
   * @param told the check made of the answer
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

  /**
   * Asks what it is no failure not to be told.
   * @returns the answer; `undefined` when there is none
   * @throws what is no failure of this system
   */
  async askAside<T>(
    name: string,
    call: () => Promise<T>,
    told: (answer: T) => Check,
  ): Promise<T | undefined> {
    const { skip } = checksOf(this.#system)
    if (this.#isOver) {
      this.checks.push(skip(name, 'Not asked, because of the failure above.'))
      return undefined
    }
    try {
      const answer = await call()
      this.checks.push(told(answer))
      return answer
    } catch (error) {
      if (!(error instanceof BillingError || error instanceof UsersideError)) throw error
      this.checks.push(skip(name, `Not known: ${error.message}`))
      return undefined
    }
  }

  #note(check: Check, askedAt: number): void {
    this.checks.push(check)
    this.#isOver ||= check.ok === 'fail' && this.#now() - askedAt > MOST_WAIT_MS
  }

  /** Adds a hint to the check of the refused answer. */
  advise(advice: string): void {
    const refused = this.checks.at(-1)
    if (this.refusal === undefined || refused === undefined || advice === '') return
    this.correct({
      ...refused,
      hint: refused.hint === '' ? advice : `${refused.hint.replace(/\.$/, '')}; ${advice}`,
    })
  }

  /** Replaces the check of the same name. */
  correct(check: Check): void {
    const index = this.checks.findIndex(({ name }) => name === check.name)
    if (index >= 0) this.checks[index] = check
  }
}
