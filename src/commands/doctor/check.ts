/** A check: one line of the result of `doctor`. */
import type { SystemClock } from '../../model/clock.ts'
import type { Problem } from '../../model/problem.ts'
import { examplesText } from '../../report/summary-text.ts'
import { ENGLISH } from '../../text/speaker.ts'

/** Where it was looked: this host (configuration and folders), or one of the two systems. */
export type System = 'host' | 'billing' | 'userside'

/** In the order of a run: what fails first decides how the command ends. */
export const SYSTEMS: readonly System[] = ['host', 'billing', 'userside']

/**
 * `ok`: nothing to do. `warn`: a run works, but look at it. `fail`: a run will not work, or not whole.
 * `skip`: nothing to test here, or another check says why it could not be tested.
 */
export type Verdict = 'ok' | 'warn' | 'fail' | 'skip'

/** One line of the result; also, as it is, one line of `--json`. */
export interface Check {
  readonly type: 'check'
  readonly system: System
  readonly name: string
  readonly ok: Verdict
  readonly text: string
  /** The switch to flip; empty when there is nothing to do. */
  readonly hint: string
}

type Found = (name: string, text: string, hint?: string) => Check

/** Makes the checks of one system. */
export function checksOf(system: System): Readonly<Record<Verdict, Found>> {
  const found =
    (ok: Verdict): Found =>
    (name, text, hint = '') => ({ type: 'check', system, name, ok, text, hint })
  return { ok: found('ok'), warn: found('warn'), fail: found('fail'), skip: found('skip') }
}

/** `1 row`, `1 234 rows`. */
export function rowsOf(count: number): string {
  return ENGLISH.count(count, '{1} row', '{1} rows')
}

/** What a reader has noticed, by its code. */
export function problemCheck(
  system: System,
  { code, text, sample }: Pick<Problem, 'code' | 'text' | 'sample'>,
): Check {
  return checksOf(system).warn(code, `${text} ${examplesText(sample)}`)
}

/** As many as are named, joined. */
export function named(values: readonly string[], most: number): string {
  return values.slice(0, most).join(', ') + (values.length > most ? ' …' : '')
}

/** A system's clock, and this host's when it was told (milliseconds since 1970). */
export interface ToldClock extends SystemClock {
  readonly toldAt: number
  /** Unix seconds, where the system tells them: exact, and in no zone. */
  readonly unixTime?: number
}
