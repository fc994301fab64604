/** The outcome of a run: its label, its tone, its counts. */
import type { Problem } from '../model/problem.ts'
import { type Outcome, type Summary, WRONG_COMMAND_LINE } from '../model/summary.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'

/** A run as the journal tells it; without an end it was killed or is going on. */
export interface ReportRun {
  readonly id: number
  readonly command: string
  /** ISO 8601. */
  readonly startedAt: string
  readonly finishedAt: string | undefined
  readonly outcome: Outcome | undefined
  readonly summary: Summary | undefined
}

export type Tone = 'good' | 'warning' | 'serious' | 'critical' | 'neutral'

/** How a run ended, as people are told it: somebody who was named and is unknown is no bug. */
export type End = Outcome | 'usage'

export function endOf({ outcome, exitCode }: Pick<Summary, 'outcome' | 'exitCode'>): End {
  return exitCode === WRONG_COMMAND_LINE ? 'usage' : outcome
}

const ENDS = {
  ok: ['done', 'good'],
  changes: ['differences', 'neutral'],
  partial: ['some records left undone', 'warning'],
  guard: ['stopped by a guard', 'serious'],
  locked: ['another run was at work', 'neutral'],
  config: ['configuration not valid', 'critical'],
  billing: ['billing could not be read', 'critical'],
  userside: ['UserSide failed', 'critical'],
  interrupted: ['stopped by a signal', 'warning'],
  usage: ['wrong command line', 'neutral'],
  error: ['unexpected error', 'critical'],
} as const satisfies Readonly<Record<End, readonly [label: Phrase, tone: Tone]>>

export function outcomeLabel(run: ReportRun, speaker: Speaker = ENGLISH): string {
  const end = endOfRun(run)
  return speaker.say(end === undefined ? 'did not end' : ENDS[end][0])
}

export function outcomeTone(run: ReportRun): Tone {
  const end = endOfRun(run)
  return end === undefined ? 'serious' : ENDS[end][1]
}

/** `undefined` for a run that did not end. */
function endOfRun({ outcome, summary }: ReportRun): End | undefined {
  return outcome === undefined || summary === undefined ? outcome : endOf({ ...summary, outcome })
}

/** A run somebody should look at: it failed, left something undone, or died. One that was stopped was stopped by somebody. */
export function isBad(run: ReportRun): boolean {
  const tone = outcomeTone(run)
  return tone === 'critical' || tone === 'serious' || run.outcome === 'partial'
}

/** Problems that left something undone or stopped it, out of those that are only to be minded. */
export function undoneProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code, partial }) => partial || code.endsWith('-guard'))
}

/** Records a run created, changed, flagged or unflagged. */
export function changesOf({ subscribers, tariffs, addresses }: Summary): number {
  const { created, updated, absent, returned } = subscribers
  const ofTariffs = tariffs.created + tariffs.updated + tariffs.retired
  return created + updated + absent + returned + ofTariffs + addresses.created
}

/** Records a run could not bring over. */
export function failuresOf({ subscribers, addresses }: Summary): number {
  return subscribers.failed + addresses.failed
}
