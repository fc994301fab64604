import { describe, expect, test } from 'bun:test'
import type { Problem } from '../../../src/model/problem.ts'
import type { Outcome } from '../../../src/model/summary.ts'
import {
  type Episode,
  type Interest,
  type Judgement,
  judge,
  type News,
  USUAL_OUTCOMES,
} from '../../../src/report/notify/news.ts'

const USUAL: Interest = { on: USUAL_OUTCOMES, repeatHours: 24 }
const START = Date.parse('2026-11-22T18:00:00Z')
const MINUTE = 60_000

/** One run, ten minutes after the one before. */
interface Past {
  readonly outcome: Outcome
  readonly problems?: readonly Problem[]
}

const run = (outcome: Outcome, problems: readonly Problem[] = []): Past => ({ outcome, problems })
const times = (count: number, past: Past): Past[] => Array.from({ length: count }, () => past)
const problem = (code: string, count: number, partial = true): Problem => ({
  code,
  count,
  partial,
  sample: [],
  text: 'Sentence.',
})

interface Told {
  /** Number of the run, from 0. */
  readonly after: number
  readonly news: News
}

/** What is told of runs that follow each other; a run in `deaf` reaches nobody. */
function tell(
  runs: readonly Past[],
  { interest = USUAL, everyMinutes = 10, deaf = [] as readonly number[] } = {},
): Told[] {
  const told: Told[] = []
  let episode: Episode | undefined
  for (const [index, { outcome, problems = [] }] of runs.entries()) {
    const at = START + index * everyMinutes * MINUTE
    const judgement: Judgement = judge(
      // As it is kept between two runs.
      episode === undefined ? undefined : JSON.parse(JSON.stringify(episode)),
      {
        outcome,
        problems,
        startedAt: new Date(at).toISOString(),
        finishedAt: new Date(at + MINUTE).toISOString(),
      },
      interest,
    )
    const { news } = judgement
    const isHeard = news !== undefined && !deaf.includes(index)
    if (isHeard) told.push({ after: index, news })
    episode = isHeard ? judgement.ifTold : judgement.ifNot
  }
  return told
}

const shortly = (told: readonly Told[]) => told.map(({ after, news }) => [after, news.kind])

describe('a night of sixty runs', () => {
  const refused = run('partial', [problem('refused', 3)])
  const guarded = run('guard', [problem('absence-guard', 400, false)])
  const night = [
    ...times(12, run('ok')),
    run('billing'),
    run('billing'),
    ...times(12, run('ok')),
    ...times(10, guarded),
    refused,
    ...times(23, run('ok')),
  ]

  test('is told in five messages', () => {
    expect(night).toHaveLength(60)
    expect(tell(night)).toEqual([
      { after: 12, news: { kind: 'bad', since: at(12), lasted: MINUTE, before: undefined } },
      { after: 14, news: { kind: 'well', since: at(12), lasted: 20 * MINUTE, before: 'billing' } },
      { after: 26, news: { kind: 'bad', since: at(26), lasted: MINUTE, before: undefined } },
      { after: 36, news: { kind: 'other', since: at(26), lasted: 101 * MINUTE, before: 'guard' } },
      { after: 37, news: { kind: 'well', since: at(26), lasted: 110 * MINUTE, before: 'partial' } },
    ])
  })
})

describe('what is told', () => {
  const refused = (count: number, code = 'refused') => run('partial', [problem(code, count)])
  const ok = run('ok')

  test.each<[string, Past[], [number, string][]]>([
    ['nothing while all is well', times(5, ok), []],
    [
      'a first run that is bad',
      [run('userside'), ok],
      [
        [0, 'bad'],
        [1, 'well'],
      ],
    ],
    ['a state that stays, once', times(100, run('billing')), [[0, 'bad']]],
    [
      'a state that stays, again after a day',
      times(300, run('billing')),
      [
        [0, 'bad'],
        [144, 'still'],
        [288, 'still'],
      ],
    ],
    [
      'refused records, then a billing that is away, then the records still',
      [refused(3), run('billing'), refused(3), ok],
      [
        [0, 'bad'],
        [1, 'worse'],
        [2, 'other'],
        [3, 'well'],
      ],
    ],
    [
      'a guard that becomes a failure',
      [run('guard'), run('error')],
      [
        [0, 'bad'],
        [1, 'worse'],
      ],
    ],
    [
      'another side that fails',
      [run('billing'), run('userside')],
      [
        [0, 'bad'],
        [1, 'other'],
      ],
    ],
    [
      'three refused that become thirty',
      [refused(3), refused(4), refused(30), refused(35)],
      [
        [0, 'bad'],
        [2, 'worse'],
      ],
    ],
    ['a few more of many, not at all', [refused(300), refused(330), refused(290)], [[0, 'bad']]],
    [
      'another kind of trouble',
      [refused(3), refused(3, 'house-refused')],
      [
        [0, 'bad'],
        [1, 'worse'],
      ],
    ],
    [
      'another guard',
      [
        run('guard', [problem('absence-guard', 30, false)]),
        run('guard', [problem('create-guard', 30, false)]),
      ],
      [
        [0, 'bad'],
        [1, 'worse'],
      ],
    ],
    [
      'nothing of what is only to be minded',
      [refused(3), run('partial', [problem('refused', 3), problem('similar-house', 90, false)])],
      [[0, 'bad']],
    ],
    [
      'nothing of a run somebody stopped, nor that it ended a trouble',
      [ok, run('interrupted'), run('billing'), run('interrupted'), run('billing'), ok],
      [
        [2, 'bad'],
        [5, 'well'],
      ],
    ],
  ])('is %s', (_what, runs, expected) => {
    expect(shortly(tell(runs))).toEqual(expected as [number, News['kind']][])
  })

  test('follows the hours that are asked for', () => {
    const interest = { ...USUAL, repeatHours: 1 }
    expect(shortly(tell(times(14, run('guard')), { interest }))).toEqual([
      [0, 'bad'],
      [6, 'still'],
      [12, 'still'],
    ])
  })

  test('is only of the outcomes that are asked for, and of their end', () => {
    const interest = { ...USUAL, on: ['billing', 'interrupted'] as const }
    const runs = [refused(3), run('billing'), run('guard'), ok, run('guard'), ok, run('interrupted'), ok]
    expect(shortly(tell(runs, { interest }))).toEqual([
      [1, 'bad'],
      [3, 'well'],
      [6, 'bad'],
      [7, 'well'],
    ])
  })
})

describe('what could not be told', () => {
  test('is told after the next run, with the time it began', () => {
    const told = tell(times(6, run('billing')), { deaf: [0, 1, 2] })
    expect(told).toEqual([
      { after: 3, news: { kind: 'bad', since: at(0), lasted: 31 * MINUTE, before: undefined } },
    ])
  })

  test('is forgotten when it is over', () => {
    expect(tell([run('billing'), run('ok'), run('ok')], { deaf: [0] })).toEqual([])
  })

  test('and was good news tells how long it really lasted', () => {
    const told = tell([run('billing'), ...times(6, run('ok'))], { deaf: [1, 2, 3] })
    expect(told.at(-1)).toEqual({
      after: 4,
      news: { kind: 'well', since: at(0), lasted: 10 * MINUTE, before: 'billing' },
    })
    expect(told).toHaveLength(2)
  })

  test('and has turned bad again is the trouble people know of', () => {
    const told = tell([run('billing'), run('ok'), run('billing'), run('userside')], { deaf: [1] })
    expect(shortly(told)).toEqual([
      [0, 'bad'],
      [3, 'other'],
    ])
  })
})

function at(index: number): string {
  return new Date(START + index * 10 * MINUTE).toISOString()
}
