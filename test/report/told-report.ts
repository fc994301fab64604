/** Reports whose every sentence is one of the program's, so that all of it can be told in another language. */
import type { Problem } from '../../src/model/problem.ts'
import type { ReportData } from '../../src/report/html/report-data.ts'
import type { ReportRun } from '../../src/report/outcome.ts'
import { manyRuns } from './many-runs.ts'

const OUTDATED: Problem = {
  code: 'plan-outdated',
  count: 1200,
  partial: true,
  sample: ['petrenko', 'Lenina, 5 (id 12 in the billing), ул. Ленина, 5 (id 44 in UserSide)'],
  text: 'Changes of the kept plan do not hold any more: one of the two sides has changed since. They were not carried out; a run decides anew.',
}
const UNKEPT: Problem = {
  code: 'undo-unkept',
  count: 2,
  partial: false,
  sample: ['traffic: 17'],
  text: 'Changes of these fields are counted, not kept one by one ("journal.skipFields"); they are not taken back.',
}

/** A run with sentences of ours in the place of its own. */
function told(run: ReportRun): ReportRun {
  const { summary } = run
  if (summary === undefined) return run
  const { error, problems, ...rest } = summary
  const theirs = problems.length === 0 ? [UNKEPT] : [OUTDATED, UNKEPT]
  return { ...run, summary: { ...rest, problems: theirs, ...(error !== undefined && { error: UNREACHED }) } }
}

const UNREACHED = 'The health check (pingUrl) was not told: it answered HTTP 502.'

/** Two hundred runs of every kind; the last one is one that UserSide refused something, and one before it was killed. */
export function toldRuns(): ReportData {
  const data = manyRuns()
  const subscribers = data.affected.subscribers.map((one) => {
    return one.why === undefined ? one : { ...one, why: 'Немає такого тарифу' }
  })
  return { ...data, runs: data.runs.map(told), affected: { ...data.affected, subscribers } }
}

/** A page of few words: three runs, one of them a first import. */
export function toldPage(): ReportData {
  const data = toldRuns()
  const at = (minute: number): string => new Date(2026, 10, 22, 17, minute, 3).toISOString()
  const [well, , , , refused] = data.runs
  const killed = data.runs.find(({ summary }) => summary === undefined)
  if (well?.summary === undefined || refused?.summary === undefined || killed === undefined)
    throw new Error('There is no such run.')
  const { subscribers } = data.affected
  return {
    ...data,
    generatedAt: new Date(2026, 10, 22, 17, 32, 3),
    runs: [
      { ...refused, id: 3, startedAt: at(20) },
      { ...killed, id: 2, startedAt: at(10) },
      {
        ...well,
        id: 1,
        startedAt: at(0),
        summary: {
          ...well.summary,
          firstRun: true,
          subscribers: { ...well.summary.subscribers, created: 9200 },
        },
      },
    ],
    affected: { isWhole: false, subscribers: subscribers.slice(0, 4).map((one) => ({ ...one, at: at(20) })) },
    completeness: {
      foundAt: at(1),
      shares: [{ field: 'phones', billing: 0.913, userside: 0.99999 }],
    },
    configuration: [['billingId', '1']],
  }
}
