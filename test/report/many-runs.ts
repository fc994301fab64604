import type { Problem } from '../../src/model/problem.ts'
import type { Outcome, Summary } from '../../src/model/summary.ts'
import type { Affected, ReportData } from '../../src/report/html/report-data.ts'
import type { ReportRun } from '../../src/report/outcome.ts'
import { anyReport } from './any-report.ts'
import { anySummary } from './any-summary.ts'

export const NOW = new Date('2026-11-22T17:32:03Z')

const OUTCOMES: readonly (Outcome | undefined)[] = [
  'ok',
  'partial',
  'billing',
  'userside',
  'guard',
  'interrupted',
  'error',
  'config',
  'changes',
  'locked',
  undefined,
]

const ERRORS: Partial<Record<Outcome, string>> = {
  billing: 'The billing did not answer within 300 s.',
  userside:
    'UserSide answered customer/get_data with HTTP 502 and a page of nginx; its address and its proxy are right, so it is UserSide that is down.',
  error: 'undefinedIsNotAFunctionOfAVeryLongNameThatHasNoPlaceToBreakAtAndGoesOnAndOn_0123456789_0123456789',
  config: 'The billing file cannot be read.',
}

const guard: Problem = {
  code: 'absence-guard',
  count: 412,
  partial: false,
  sample: ['petrenko', 'ivanenko'],
  text: 'The billing lacks 412 of 9200 subscribers, 4.5 %. Nobody is marked as "not in billing". If they are really gone, run once with --accept-absent.',
}
const refused: Problem = {
  code: 'refused',
  count: 2,
  partial: true,
  sample: ['10442: Wrong tariff', 'їжакевич'],
  text: 'UserSide refused subscribers; they are tried again in the next run.',
}

/** Two hundred runs of every kind, four of a kind after each other, a run every three hours. */
export function manyRuns(): ReportData {
  const runs = Array.from({ length: 200 }, (_, index): ReportRun => {
    const id = 200 - index
    const startedAt = new Date(NOW.getTime() - (index + 1) * 3 * 3_600_000).toISOString()
    const outcome = OUTCOMES[Math.floor(index / 4) % OUTCOMES.length]
    const run = { id, command: id % 50 === 0 ? 'undo 17' : 'sync', startedAt, outcome }
    if (outcome === undefined) return { ...run, finishedAt: undefined, summary: undefined }
    return { ...run, finishedAt: startedAt, summary: summaryOf(id, startedAt, outcome) }
  })
  const kinds = ['refused', 'lost', 'marked', 'returned'] as const
  const subscribers = Array.from({ length: 200 }, (_, index): Affected => {
    const what = kinds[index % kinds.length] ?? 'marked'
    const name = index % 5 === 0 ? undefined : `Абонент-Довгопрізвищенко ${index}`
    const why = what === 'refused' ? 'No such tariff in the catalogue' : undefined
    return { id: String(10_000 + index), name, what, why, run: 200 - index, at: runs[index]?.startedAt ?? '' }
  })
  return anyReport({ generatedAt: NOW, runs, affected: { subscribers, isWhole: false } })
}

function summaryOf(id: number, startedAt: string, outcome: Outcome): Summary {
  const error = ERRORS[outcome]
  const problems = outcome === 'guard' ? [guard] : outcome === 'partial' ? [refused] : []
  return anySummary({
    startedAt,
    outcome,
    problems,
    firstRun: id === 1,
    durationMs: 8000 + ((id * 7919) % 9000),
    ...(error !== undefined && { error }),
    subscribers: {
      ...anySummary().subscribers,
      seen: 9200,
      created: id === 1 ? 9200 : id % 7,
      updated: (id * 37) % 500,
      absent: id % 5,
      returned: id % 3,
      failed: outcome === 'partial' ? 2 : 0,
    },
    fields: {
      balance: (id * 37) % 500,
      traffic: (id * 61) % 900,
      name: id % 4,
      ipMac: id % 6,
      phones: id % 2,
    },
  })
}
