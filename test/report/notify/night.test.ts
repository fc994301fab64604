/** What people are told in a night of sixty runs, word for word, in each language. */
import { describe, expect, test } from 'bun:test'
import type { Problem } from '../../../src/model/problem.ts'
import type { Outcome } from '../../../src/model/summary.ts'
import { messageOf } from '../../../src/report/notify/message.ts'
import { type Episode, judge, USUAL_OUTCOMES } from '../../../src/report/notify/news.ts'
import { LANGUAGES, type Language } from '../../../src/text/language.ts'
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
    const told = await retold('en')
    expect(await night('en')).toEqual([
      {
        after: 12,
        kind: 'bad',
        title: 'usm-billing, billing 1 on noc-1: the billing cannot be read',
        lines: [
          told(UNREACHED),
          'The run began at 2026-11-22 20:00:00.',
          'What to do: "usm-billing doctor" names what is in the way, and the switch to flip. UserSide is left as it is.',
        ],
      },
      {
        after: 14,
        kind: 'well',
        title: 'usm-billing, billing 1 on noc-1: all is well again',
        lines: ['It began at 2026-11-22 20:00:00 and lasted 20 min 00 s.'],
      },
      {
        after: 26,
        kind: 'bad',
        title: 'usm-billing, billing 1 on noc-1: a guard has stopped something',
        lines: [
          `absence-guard, 412: ${told(GONE)}`,
          'The first: petrenko, ivanenko, …',
          'The run began at 2026-11-22 22:20:00.',
          'What to do: look at "usm-billing plan". If what it shows is meant, let it pass once with the option named above.',
        ],
      },
      {
        after: 36,
        kind: 'other',
        title: 'usm-billing, billing 1 on noc-1: now: some records are left undone',
        lines: [
          '2 records left undone.',
          `refused, 2: ${told(REFUSED)}`,
          'Concerned: 10442: Wrong tariff, їжакевич.',
          'The run began at 2026-11-23 00:00:00.',
          'It is so since 2026-11-22 22:20:00, for 1 h 41 min.',
          'What to do: "usm-billing history" and the log name each record; most are tried again in every run.',
        ],
      },
      {
        after: 37,
        kind: 'well',
        title: 'usm-billing, billing 1 on noc-1: all is well again',
        lines: ['It began at 2026-11-22 22:20:00 and lasted 1 h 50 min.'],
      },
    ])
  })

  test('is told in Ukrainian', async () => {
    const told = await retold('uk')
    expect(await night('uk')).toEqual([
      {
        after: 12,
        kind: 'bad',
        title: 'usm-billing, білінг 1 на noc-1: білінг не читається',
        lines: [
          told(UNREACHED),
          'Запуск почався 22.11.2026 20:00:00.',
          'Що робити: "usm-billing doctor" скаже, що заважає і що перемкнути. UserSide лишився як є.',
        ],
      },
      {
        after: 14,
        kind: 'well',
        title: 'usm-billing, білінг 1 на noc-1: знову все гаразд',
        lines: ['Почалося 22.11.2026 20:00:00, тривало 20 хв 00 с.'],
      },
      {
        after: 26,
        kind: 'bad',
        title: 'usm-billing, білінг 1 на noc-1: запобіжник дещо зупинив',
        lines: [
          `absence-guard, 412: ${told(GONE)}`,
          'Перші: petrenko, ivanenko, …',
          'Запуск почався 22.11.2026 22:20:00.',
          'Що робити: подивіться "usm-billing plan". Якщо так і має бути, пропустіть це один раз опцією, названою вище.',
        ],
      },
      {
        after: 36,
        kind: 'other',
        title: 'usm-billing, білінг 1 на noc-1: тепер: частину записів не зроблено',
        lines: [
          'Не зроблено 2 записи.',
          `refused, 2: ${told(REFUSED)}`,
          'Кого стосується: 10442: Wrong tariff, їжакевич.',
          'Запуск почався 23.11.2026 00:00:00.',
          'Так триває з 22.11.2026 22:20:00, уже 1 год 41 хв.',
          'Що робити: кожен запис названо в "usm-billing history" та в лозі; більшість із них кожен запуск пробує знову.',
        ],
      },
      {
        after: 37,
        kind: 'well',
        title: 'usm-billing, білінг 1 на noc-1: знову все гаразд',
        lines: ['Почалося 22.11.2026 22:20:00, тривало 1 год 50 хв.'],
      },
    ])
  })

  test('is told in Russian', async () => {
    const told = await retold('ru')
    expect(await night('ru')).toEqual([
      {
        after: 12,
        kind: 'bad',
        title: 'usm-billing, биллинг 1 на noc-1: биллинг не читается',
        lines: [
          told(UNREACHED),
          'Запуск начался 22.11.2026 20:00:00.',
          'Что делать: "usm-billing doctor" скажет, что мешает и что переключить. UserSide остался как есть.',
        ],
      },
      {
        after: 14,
        kind: 'well',
        title: 'usm-billing, биллинг 1 на noc-1: снова всё в порядке',
        lines: ['Началось 22.11.2026 20:00:00, длилось 20 мин 00 с.'],
      },
      {
        after: 26,
        kind: 'bad',
        title: 'usm-billing, биллинг 1 на noc-1: предохранитель кое-что остановил',
        lines: [
          `absence-guard, 412: ${told(GONE)}`,
          'Первые: petrenko, ivanenko, …',
          'Запуск начался 22.11.2026 22:20:00.',
          'Что делать: посмотрите "usm-billing plan". Если так и должно быть, пропустите это один раз опцией, названной выше.',
        ],
      },
      {
        after: 36,
        kind: 'other',
        title: 'usm-billing, биллинг 1 на noc-1: теперь: часть записей не сделана',
        lines: [
          'Не сделано 2 записи.',
          `refused, 2: ${told(REFUSED)}`,
          'Кого касается: 10442: Wrong tariff, їжакевич.',
          'Запуск начался 23.11.2026 00:00:00.',
          'Так продолжается с 22.11.2026 22:20:00, уже 1 ч 41 мин.',
          'Что делать: каждая запись названа в "usm-billing history" и в логе; большинство из них каждый запуск пробует снова.',
        ],
      },
      {
        after: 37,
        kind: 'well',
        title: 'usm-billing, биллинг 1 на noc-1: снова всё в порядке',
        lines: ['Началось 22.11.2026 22:20:00, длилось 1 ч 50 мин.'],
      },
    ])
  })
})
