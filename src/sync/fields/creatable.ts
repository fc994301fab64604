/**
 * Whether something that UserSide does not show may be created, and what is said when it may not
 * (`contracts/userside-api.md` §12). Every kind of thing is asked about here before it is planned.
 */
import {
  type Ledger,
  type LedgerEntry,
  type LedgerItem,
  type StandingRules,
  standingOf,
} from '../../model/ledger.ts'
import type { ReportProblem } from '../../model/problem.ts'

/** What is to be done about something that UserSide does not show under its key. */
export type Verdict =
  | { readonly kind: 'create' }
  /** UserSide has it under another name. */
  | { readonly kind: 'use'; readonly erpId: string }
  /** Nothing in this run; it was said why. */
  | { readonly kind: 'leave' }

/** Asks the ledger, and tells what it says. */
export class CreateJudge {
  readonly #ledger: Pick<Ledger, 'find'>
  readonly #rules: StandingRules
  readonly #report: ReportProblem

  constructor(ledger: Pick<Ledger, 'find'>, rules: StandingRules, report: ReportProblem) {
    this.#ledger = ledger
    this.#rules = rules
    this.#report = report
  }

  /**
   * @param held what UserSide calls a thing by its own id there; `undefined` when it lists no such id
   */
  judge(item: LedgerItem, held: (erpId: string) => string | undefined): Verdict {
    const entry = this.#ledger.find(item.kind, item.key)
    const theirs = entry !== undefined && entry.erpId !== '' ? held(entry.erpId) : undefined
    if (entry !== undefined && theirs !== undefined) {
      this.#report({
        code: 'renamed-by-userside',
        example: `${shownItem(item)} → ${theirs === '' ? `id ${entry.erpId}` : theirs}`,
        text: 'UserSide calls things it was given otherwise; they are used under its own ids. Call them the same on both sides when you want to be rid of this notice.',
      })
      return { kind: 'use', erpId: entry.erpId }
    }
    return this.#stands(entry, item) ? { kind: 'create' } : { kind: 'leave' }
  }

  /**
   * The same for what is nothing under another key: a tariff, a subscriber.
   * @param isListed whether UserSide lists a thing of this id under another key
   */
  mayCreate(item: LedgerItem, isListed: (erpId: string) => boolean): boolean {
    const entry = this.#ledger.find(item.kind, item.key)
    const isElsewhere = entry !== undefined && entry.erpId !== '' && isListed(entry.erpId)
    if (!isElsewhere || this.#rules.isAccepted) return this.#stands(entry, item)
    reportNotShown(this.#report, shownItem(item))
    return false
  }

  #stands(entry: LedgerEntry | undefined, item: LedgerItem): boolean {
    const standing = standingOf(entry, item.name, this.#rules)
    if (standing === 'new') return true
    const report = standing === 'unanswered' ? reportUnanswered : reportNotShown
    report(this.#report, shownItem(item))
    return false
  }
}

/** For people: `group VIP`, `subscriber petrenko`. */
export function shownItem({ kind, key, name }: LedgerItem): string {
  return `${kind} ${kind === 'house' || kind === 'street' ? name : key}`
}

/** Says that nobody answered whether something was created. */
export function reportUnanswered(report: ReportProblem, example: string): void {
  report({
    code: 'create-unanswered',
    example,
    text: 'UserSide did not say whether it created records, and does not show them yet. They are not sent again for ten minutes: it may still be at work. A later run looks for them first.',
    partial: true,
  })
}

/** Says that something was accepted and is not to be found. */
export function reportNotShown(report: ReportProblem, example: string): void {
  report({
    code: 'create-not-shown',
    example,
    text: 'UserSide accepted new records but does not show them. They are not created once more, or there would be two of each: look for them in UserSide; when they are not there, run once with --full (subscribers and tariffs: with --accept-creates).',
    partial: true,
  })
}
