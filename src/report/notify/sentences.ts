/** What a notification says: one function a sentence, so that another language can be laid over them. */
import type { Outcome } from '../../model/summary.ts'
import { counted, formatDuration } from '../../text/quantity.ts'
import type { NewsKind } from './news.ts'

/** Where it happened. */
export interface Place {
  readonly billingId: number
  /** Name of the host. */
  readonly host: string
}

export const ENGLISH = {
  title: ({ billingId, host }: Place, what: string) =>
    `usm-billing, billing ${billingId} on ${host}: ${what}`,
  outcome: (outcome: Outcome) => OUTCOMES[outcome],
  kind: (kind: NewsKind, what: string) => KINDS[kind](what),
  /** The error that ended the run. */
  reason: (error: string) => error,
  undone: (count: number) => `${counted(count, 'record')} left undone.`,
  problem: (code: string, count: number, text: string) => `${code}, ${count}: ${text}`,
  names: (names: readonly string[], isAll: boolean) =>
    isAll ? `Concerned: ${names.join(', ')}.` : `The first: ${names.join(', ')}, …`,
  since: (time: string, lasted: number) => `It is so since ${time}, for ${lastedText(lasted)}.`,
  lasted: (time: string, lasted: number) => `It began at ${time} and lasted ${lastedText(lasted)}.`,
  advice: (outcome: Outcome) => ADVICE[outcome] ?? '',
  run: (time: string) => `The run began at ${time}.`,
  testTitle: 'this is a test',
  test: 'This is a test of "usm-billing notify --test". Who reads it is told when the runs go wrong, and when they are well again.',
} as const

export type Sentences = typeof ENGLISH

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  ok: 'all is well',
  changes: 'there are differences',
  partial: 'some records are left undone',
  guard: 'a guard has stopped something',
  locked: 'another run is at work',
  config: 'the configuration is not valid',
  billing: 'the billing cannot be read',
  userside: 'UserSide cannot be read or refuses to be written',
  interrupted: 'a run was stopped by a signal',
  error: 'a run ended with an unexpected error',
}

const KINDS: Readonly<Record<NewsKind, (what: string) => string>> = {
  bad: (what) => what,
  worse: (what) => `worse: ${what}`,
  other: (what) => `now: ${what}`,
  still: (what) => `still: ${what}`,
  well: () => 'all is well again',
}

const ADVICE: Partial<Record<Outcome, string>> = {
  partial:
    'What to do: "usm-billing history" and the log name each record; most are tried again in every run.',
  guard:
    'What to do: look at "usm-billing plan". If what it shows is meant, let it pass once with the option named above.',
  config: 'What to do: "usm-billing --check-config" names what is wrong and where.',
  billing:
    'What to do: "usm-billing doctor" names what is in the way, and the switch to flip. UserSide is left as it is.',
  userside:
    'What to do: "usm-billing doctor" names what is in the way, and the switch to flip. The next run does the rest.',
  interrupted: 'The next run does the rest.',
  error: 'What to do: this is a bug; the log holds what is needed to find it.',
}

function lastedText(milliseconds: number): string {
  const days = Math.floor(milliseconds / 86_400_000)
  return days === 0
    ? formatDuration(milliseconds)
    : `${counted(days, 'day')} ${formatDuration(milliseconds % 86_400_000)}`
}
