/** What a notification says, sentence by sentence. */
import type { Outcome } from '../../model/summary.ts'
import type { Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import type { NewsKind } from './news.ts'

/** Where it happened. */
export interface Place {
  readonly billingId: number
  /** Name of the host. */
  readonly host: string
}

/** One line for all that is told: where, and what. */
export function titleOf({ billingId, host }: Place, what: string, speaker: Speaker): string {
  return speaker.say('usm-billing, billing {1} on {2}: {3}', String(billingId), host, what)
}

/** What has happened, in a few words. */
export function newsText(kind: NewsKind, outcome: Outcome, speaker: Speaker): string {
  const what = speaker.say(OUTCOMES[outcome])
  if (kind === 'bad') return what
  return kind === 'well' ? speaker.say('all is well again') : speaker.say(KINDS[kind], what)
}

/** `12 records left undone.` */
export function undoneText(count: number, speaker: Speaker): string {
  return speaker.count(count, '{1} record left undone.', '{1} records left undone.')
}

/** Of whom it is. @param isAll nobody else is concerned */
export function namesText(names: readonly string[], isAll: boolean, speaker: Speaker): string {
  return speaker.say(isAll ? 'Concerned: {1}.' : 'The first: {1}, …', names.join(', '))
}

/** How long a trouble lasts that goes on. */
export function sinceText(since: Date, lasted: number, speaker: Speaker): string {
  return speaker.say('It is so since {1}, for {2}.', speaker.dateTime(since), lastedText(lasted, speaker))
}

/** How long a trouble lasted that is over. */
export function overText(since: Date, lasted: number, speaker: Speaker): string {
  return speaker.say('It began at {1} and lasted {2}.', speaker.dateTime(since), lastedText(lasted, speaker))
}

/** What to do; `''` where there is nothing to be done. */
export function adviceOf(outcome: Outcome, speaker: Speaker): string {
  const advice = ADVICE[outcome]
  return advice === undefined ? '' : speaker.say(advice)
}

const OUTCOMES = {
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
} as const satisfies Readonly<Record<Outcome, Phrase>>

const KINDS = {
  worse: 'worse: {1}',
  other: 'now: {1}',
  still: 'still: {1}',
} as const satisfies Partial<Record<NewsKind, Phrase>>

const ADVICE: Partial<Record<Outcome, Phrase>> = {
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

function lastedText(milliseconds: number, speaker: Speaker): string {
  const days = Math.floor(milliseconds / 86_400_000)
  return days === 0
    ? speaker.duration(milliseconds)
    : `${speaker.count(days, '{1} day', '{1} days')} ${speaker.duration(milliseconds % 86_400_000)}`
}
