/** What people are told in a night of sixty runs, word for word, in each language. */
import { describe, expect, test } from 'bun:test'
import type { Problem } from '../../../src/model/problem.ts'
import type { Outcome } from '../../../src/model/summary.ts'
import { messageOf } from '../../../src/report/notify/message.ts'
import { type Episode, judge, USUAL_OUTCOMES } from '../../../src/report/notify/news.ts'
import { type Language, LANGUAGES } from '../../../src/text/language.ts'
import { speakerOf } from '../../../src/text/speaker.ts'
import { anySummary } from '../any-summary.ts'

const USUAL = { on: USUAL_OUTCOMES, repeatHours: 24 }

interface Past {
  readonly outcome: Outcome
  readonly problems: readonly Problem[]
  readonly error?: string
}

const run = (outcome: Outcome, problems: readonly Problem[] = [], error?: string): Past => {
  return { outcome, problems, ...(error !== undefined && { error }) }
}
const times = (count: number, past: Past): Past[] => Array.from({ length: count }, () => past)

/** Sentences of rooms that tell in English: how they are told again is tried there. */
const UNREACHED = 'The billing did not answer within 300 s.'
const GONE = 'The billing lacks 412 of 9200 subscribers.'
const REFUSED = 'UserSide refused subscribers; they are tried again in the next run.'

const unreached = run('billing', [], UNREACHED)
const guarded = run('guard', [
  { code: 'absence-guard', count: 412, sample: ['petrenko', 'ivanenko'], text: GONE, partial: false },
])
const refused = run('partial', [
  { code: 'refused', count: 2, sample: ['10442: Wrong tariff', 'їжакевич'], text: REFUSED, partial: true },
])

/** Twelve well, two that fail, twelve well, ten that a guard stops, one that is refused something, the rest well. */
const NIGHT = [
  ...times(12, run('ok')),
  ...times(2, unreached),
  ...times(12, run('ok')),
  ...times(10, guarded),
  refused,
  ...times(23, run('ok')),
]

interface Told {
  readonly after: number
  readonly kind: string
  readonly title: string
  readonly lines: readonly string[]
}

/** Every ten minutes from six in the evening. */
async function night(language: Language): Promise<Told[]> {
  const speaker = await speakerOf(language)
  let episode: Episode | undefined
  return NIGHT.flatMap(({ outcome, problems, error }, index): Told[] => {
    const startedAt = new Date(2026, 10, 22, 18, index * 10).toISOString()
    const finishedAt = new Date(2026, 10, 22, 18, index * 10 + 1).toISOString()
    const summary = anySummary({ outcome, problems, startedAt, finishedAt, ...(error && { error }) })
    const { news, ifTold, ifNot } = judge(episode, summary, USUAL)
    episode = news === undefined ? ifNot : ifTold
    if (news === undefined) return []
    const { kind, title, text } = messageOf(news, summary, { host: 'noc-1', redact: (one) => one, speaker })
    return [{ after: index, kind, title, lines: text.split('\n') }]
  })
}

const retold = async (language: Language): Promise<(english: string) => string> => {
  const speaker = await speakerOf(language)
  return (english) => speaker.retell(english)
}

describe('a night of sixty runs', () => {
  test('is the same five notifications in every language', async () => {
    expect(NIGHT).toHaveLength(60)
    for (const language of LANGUAGES)
      expect((await night(language)).map(({ after, kind }) => [after, kind])).toEqual([
        [12, 'bad'],
        [14, 'well'],
        [26, 'bad'],
        [36, 'other'],
        [37, 'well'],
      ])
  })

  test('is told in English', async () => {
    expect(await night('en')).toEqual([])
  })

  test('is told in Ukrainian', async () => {
    const r = await retold('uk')
    expect(await night('uk')).toEqual([r('')] as never)
  })

  test('is told in Russian', async () => {
    expect(await night('ru')).toEqual([])
  })
})
