/** A check: one line of the result of `doctor`. */
import type { SystemClock } from '../../model/clock.ts'

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

/** A system's clock, and this host's when it was told (milliseconds since 1970). */
export interface ToldClock extends SystemClock {
  readonly toldAt: number
  /** Unix seconds, where the system tells them: exact, and in no zone. */
  readonly unixTime?: number
}
