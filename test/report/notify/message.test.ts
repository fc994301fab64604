import { describe, expect, test } from 'bun:test'
import type { Problem } from '../../../src/model/problem.ts'
import { createRedactor } from '../../../src/model/redaction.ts'
import { messageOf, testMessage } from '../../../src/report/notify/message.ts'
import type { News } from '../../../src/report/notify/news.ts'
import { speakerOf } from '../../../src/text/speaker.ts'
import { anySummary } from '../any-summary.ts'

const redact = createRedactor(['UB4711c0ffee', 'hunter2-hunter2'])
const tone = { host: 'noc-1', redact }
const NEWS: News = { kind: 'bad', since: '2026-11-22T15:32:03.000Z', lasted: 11_500, before: undefined }

const refused: Problem = {
  code: 'refused',
  count: 12,
  partial: true,
  sample: ['10442: Wrong tariff', 'petrenko', 'їжакевич', 'ivanenko', 'sydorenko'],
  text: 'UserSide refused subscribers; they are tried again in the next run.',
}
const minded: Problem = {
  code: 'similar-house',
  count: 2,
  partial: false,
  sample: ['Main street 1', 'Main street 2'],
  text: 'Two houses are much alike.',
}

describe('a notification', () => {
  test('of refused records says what happened, how many, the first names and what to do', () => {
    const summary = anySummary({ outcome: 'partial', exitCode: 3, problems: [minded, refused] })
    const { title, text } = messageOf(NEWS, summary, tone)
    expect(title).toBe('usm-billing, billing 1 on noc-1: some records are left undone')
    expect(text.split('\n')).toEqual([
      '12 records left undone.',
      'refused, 12: UserSide refused subscribers; they are tried again in the next run.',
      'The first: 10442: Wrong tariff, petrenko, їжакевич, …',
      expect.stringMatching(/^The run began at 2026-11-22 \d\d:\d\d:\d\d\.$/),
      'What to do: "usm-billing history" and the log name each record; most are tried again in every run.',
    ])
  })

  test('of a failure gives its sentence and the way out', () => {
    const error = 'The billing did not answer within 300 s (https://billing.test/?key=UB4711c0ffee).'
    const summary = anySummary({ outcome: 'billing', exitCode: 5, error })
    const { title, text } = messageOf({ ...NEWS, kind: 'worse', lasted: 7_500_000 }, summary, tone)
    expect(title).toEndWith('worse: the billing cannot be read')
    expect(text).toContain('The billing did not answer within 300 s (https://billing.test/?key=***).')
    expect(text).toContain('for 2 h 05 min.')
    expect(text).toContain('"usm-billing doctor"')
  })

  test('of a guard gives its sentence, which names the option', () => {
    const guard: Problem = {
      ...minded,
      code: 'absence-guard',
      count: 400,
      text: 'If they are really gone, run once with --accept-absent.',
    }
    const { text } = messageOf(NEWS, anySummary({ outcome: 'guard', exitCode: 7, problems: [guard] }), tone)
    expect(text).toContain('--accept-absent')
    expect(text).toContain('Main street 1, Main street 2, …')
  })

  test('of the end says how long it lasted', () => {
    const { title, text } = messageOf({ ...NEWS, kind: 'well', lasted: 93_600_000 }, anySummary(), tone)
    expect(title).toEndWith(': all is well again')
    expect(text).toMatch(/^It began at \S+ \S+ and lasted 1 day 2 h 00 min\.$/)
  })

  test('names no more than three subscribers, in its data neither, and shows no key and nothing that steers', () => {
    const hostile: Problem = {
      ...refused,
      sample: ['a\u001b[31m\nb', 'password=hunter2-hunter2', 'x'.repeat(500), 'fourth', 'fifth'],
    }
    const summary = anySummary({ outcome: 'partial', error: 'hunter2-hunter2', problems: [hostile, minded] })
    const { title, text, data } = messageOf(NEWS, summary, tone)
    const all = `${title}\n${text}\n${JSON.stringify(data)}`
    expect(all).not.toMatch(/fourth|fifth|Main street|hunter2|x{100}/)
    expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
    expect(data).toMatchObject({
      type: 'summary',
      outcome: 'partial',
      notification: { kind: 'bad', title, text },
    })
    expect(data).not.toHaveProperty('problems.0.partial')
  })

  test('that is a test says so', () => {
    const { kind, title, text } = testMessage({ billingId: 7 }, tone)
    expect([kind, title]).toEqual(['test', 'usm-billing, billing 7 on noc-1: this is a test'])
    expect(text).toContain('notify --test')
  })
})

describe('a notification in Ukrainian and Russian', () => {
  const outcomes = ['partial', 'guard', 'config', 'billing', 'userside', 'interrupted', 'error'] as const

  test.each(['uk', 'ru'] as const)(
    'leaves no English but names, codes and commands: %s',
    async (language) => {
      const speaker = await speakerOf(language)
      const problem: Problem = {
        ...refused,
        text: 'Changes of the kept plan do not hold any more: one of the two sides has changed since. They were not carried out; a run decides anew.',
      }
      const told = outcomes.flatMap((outcome) =>
        (['bad', 'worse', 'other', 'still', 'well'] as const).map((kind) => {
          const summary = anySummary({ outcome, problems: [problem] })
          const { title, text } = messageOf({ ...NEWS, kind, lasted: 93_600_000 }, summary, {
            ...tone,
            speaker,
          })
          return `${title}\n${text}`
        }),
      )
      const { title, text } = testMessage({ billingId: 7 }, { ...tone, speaker })
      for (const one of [...told, `${title}\n${text}`])
        expect(one.replaceAll(/"[^"]*"|10442: Wrong tariff/g, '')).not.toMatch(/[A-Za-z]{2,} [a-z]{2,}/)
    },
  )

  test('has its texts in the language, and everything a program reads as it always is', async () => {
    const summary = anySummary({ outcome: 'partial', exitCode: 3, problems: [minded, refused] })
    const speaker = await speakerOf('uk')
    const [told, english] = [messageOf(NEWS, summary, { ...tone, speaker }), messageOf(NEWS, summary, tone)]
    expect(told.data).toEqual({
      ...english.data,
      notification: { ...Object(english.data).notification, title: told.title, text: told.text },
    })
    expect(told.title).toBe('usm-billing, білінг 1 на noc-1: частину записів не зроблено')
  })

  test('counts days as the language does', async () => {
    const days = async (language: 'uk' | 'ru', count: number) => {
      const news: News = { ...NEWS, kind: 'well', lasted: count * 86_400_000 + 7_200_000 }
      return messageOf(news, anySummary(), { ...tone, speaker: await speakerOf(language) }).text
    }
    expect(await days('uk', 1)).toEndWith(', тривало 1 день 2 год 00 хв.')
    expect(await days('uk', 3)).toEndWith(', тривало 3 дні 2 год 00 хв.')
    expect(await days('ru', 5)).toEndWith(', длилось 5 дней 2 ч 00 мин.')
  })
})
