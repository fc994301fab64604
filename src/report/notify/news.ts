/**
 * What is told of a run, and when. People who are told every ten minutes stop reading, so only a change of state is:
 * became bad, got worse, is another trouble now, is well again; and that it is still bad, once in so many hours.
 */
import type { Problem } from '../../model/problem.ts'
import type { Outcome, Summary } from '../../model/summary.ts'
import { undoneProblems } from '../outcome.ts'

export type NewsKind = 'bad' | 'worse' | 'other' | 'still' | 'well'

export interface News {
  readonly kind: NewsKind
  /** ISO 8601: when the first of the bad runs began. */
  readonly since: string
  /** Milliseconds it has been bad, or was. */
  readonly lasted: number
  /** What was told last; `undefined` when nothing was. */
  readonly before: Outcome | undefined
}

/** Who is told what. */
export interface Interest {
  /** Outcomes somebody wants to be told of; of their end too. */
  readonly on: readonly Outcome[]
  /** Hours after which a state that stays bad is told again. */
  readonly repeatHours: number
}

/** What somebody was told last of an episode. */
export interface Told {
  /** ISO 8601. */
  readonly at: string
  readonly outcome: Outcome
  /** Records left undone. */
  readonly undone: number
  /** Codes of the problems that left something undone, or stopped it. */
  readonly codes: readonly string[]
}

/** A time in which the runs were bad. */
export interface Episode {
  /** ISO 8601. */
  readonly since: string
  /** `undefined`: nothing yet, because it could not be delivered. */
  readonly told: Told | undefined
  /** When the first good run began that nobody could be told of, ISO 8601. */
  readonly wellSince?: string
}

/** The part of a summary that is judged. */
export type Judged = Pick<Summary, 'outcome' | 'startedAt' | 'finishedAt' | 'problems'>

export interface Judgement {
  /** What there is to tell, if anything. */
  readonly news: News | undefined
  /** What is to be kept when it was told; `undefined`: all is well. */
  readonly ifTold: Episode | undefined
  /** What is to be kept when there was nothing to tell, or it could not be delivered. */
  readonly ifNot: Episode | undefined
}

/** How bad it is; what is not named is neither good nor bad and changes nothing. */
const RANKS: Partial<Record<Outcome, number>> = {
  partial: 1,
  interrupted: 1,
  guard: 2,
  config: 3,
  billing: 3,
  userside: 3,
  error: 3,
}

/** What is told of unless `on` says otherwise. A run that was stopped by a signal was stopped by somebody. */
export const USUAL_OUTCOMES = ['partial', 'guard', 'config', 'billing', 'userside', 'error'] as const
export const OUTCOMES_TOLD = [...USUAL_OUTCOMES, 'interrupted'] as const

const HOUR_MS = 3_600_000
/** So much more is left undone than was told: it got worse. */
const WORSE = { times: 2, records: 10 } as const

/** @param episode what is known from the runs before; `undefined`: they were well */
export function judge(episode: Episode | undefined, run: Judged, interest: Interest): Judgement {
  if (run.outcome === 'ok') return judgeWell(episode, run)
  if (RANKS[run.outcome] === undefined || !interest.on.includes(run.outcome)) {
    return { news: undefined, ifTold: episode, ifNot: episode }
  }
  const { since, told } = episode ?? { since: run.startedAt, told: undefined }
  const kind = kindOf(told, run, interest)
  const now: Told = { at: run.finishedAt, outcome: run.outcome, ...undoneOf(run.problems) }
  return {
    news: kind && { kind, since, lasted: between(since, run.finishedAt), before: told?.outcome },
    ifTold: { since, told: now },
    ifNot: { since, told },
  }
}

function judgeWell(episode: Episode | undefined, { startedAt }: Judged): Judgement {
  // What nobody was told of need not be taken back.
  if (episode?.told === undefined) return { news: undefined, ifTold: undefined, ifNot: undefined }
  const { since, told, wellSince = startedAt } = episode
  return {
    news: { kind: 'well', since, lasted: between(since, wellSince), before: told.outcome },
    ifTold: undefined,
    ifNot: { since, told, wellSince },
  }
}

function kindOf(
  told: Told | undefined,
  { outcome, finishedAt, problems }: Judged,
  { repeatHours }: Interest,
): NewsKind | undefined {
  if (told === undefined) return 'bad'
  const [rank, before] = [RANKS[outcome] ?? 0, RANKS[told.outcome] ?? 0]
  if (rank > before) return 'worse'
  if (outcome !== told.outcome) return 'other'
  if (hasGrown(told, undoneOf(problems))) return 'worse'
  return between(told.at, finishedAt) >= repeatHours * HOUR_MS ? 'still' : undefined
}

function hasGrown(told: Told, { undone, codes }: Pick<Told, 'undone' | 'codes'>): boolean {
  if (codes.some((code) => !told.codes.includes(code))) return true
  return undone >= told.undone * WORSE.times && undone >= told.undone + WORSE.records
}

/** What was left undone by a run, or stopped in it. */
export function undoneOf(problems: readonly Problem[]): Pick<Told, 'undone' | 'codes'> {
  const undone = undoneProblems(problems)
  return {
    undone: undone.reduce((sum, { count }) => sum + count, 0),
    codes: undone.map(({ code }) => code),
  }
}

function between(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from))
}
