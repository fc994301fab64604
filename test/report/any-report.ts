import type { Outcome } from '../../src/model/summary.ts'
import type { ReportData } from '../../src/report/html/report-data.ts'
import type { ReportRun } from '../../src/report/outcome.ts'
import { anySummary } from './any-summary.ts'

/** A few days of a provider's life, the same every time. */
export function anyReport(over: Partial<ReportData> = {}): ReportData {
  const outcomes: Outcome[] = [
    'ok',
    'ok',
    'ok',
    'partial',
    'ok',
    'ok',
    'billing',
    'ok',
    'guard',
    'ok',
    'interrupted',
  ]
  const runs = Array.from({ length: 48 }, (_, index): ReportRun => {
    const started = new Date(2026, 10, 22, 0, index * 10)
    const outcome = outcomes[index % outcomes.length] ?? 'ok'
    const changed = index === 0 ? 9200 : Math.round(350 + 300 * Math.sin(index / 4)) % 700
    const isRead = outcome !== 'billing'
    return {
      id: index + 1,
      command: index === 30 ? 'undo' : 'sync',
      startedAt: started.toISOString(),
      finishedAt: started.toISOString(),
      outcome: index === 20 ? undefined : outcome,
      summary:
        index === 20
          ? undefined
          : anySummary({
              outcome,
              durationMs: isRead ? 9000 + ((index * 7919) % 6000) + (index === 0 ? 50_000 : 0) : 1500,
              subscribers: {
                ...anySummary().subscribers,
                seen: 9200,
                created: index === 0 ? 9200 : 0,
                updated: isRead && index > 0 ? changed : 0,
                absent: index % 9,
                failed: outcome === 'partial' ? 4 + (index % 5) : 0,
              },
              fields: isRead
                ? { balance: changed, activity: changed * 2, traffic: changed, name: 3, ipMac: 12 }
                : {},
              problems: [
                {
                  code: 'house-dangling',
                  count: 37,
                  sample: ['petrenko', 'їжакевич', 'ivanenko_2'],
                  text: 'Subscribers live in houses that the billing does not list; their addresses are left as they are.',
                  partial: false,
                },
                {
                  code: 'refused',
                  count: 2,
                  sample: ['10442'],
                  text: 'UserSide refused subscribers; they are tried again in the next run.',
                  partial: true,
                },
              ],
            }),
    }
  })
  return {
    version: '1.0.0',
    billingId: 1,
    generatedAt: new Date(2026, 10, 22, 17, 32, 3),
    runs: runs.reverse(),
    affected: {
      isWhole: true,
      subscribers: [
        {
          id: '10442',
          name: 'Петренко Ірина',
          what: 'refused',
          why: 'Wrong tariff',
          run: 48,
          at: runs[0]?.startedAt ?? '',
        },
        {
          id: '10443',
          name: undefined,
          what: 'marked',
          why: undefined,
          run: 47,
          at: runs[0]?.startedAt ?? '',
        },
        {
          id: '10444',
          name: 'Ivanenko',
          what: 'returned',
          why: undefined,
          run: 46,
          at: runs[0]?.startedAt ?? '',
        },
        {
          id: '10445',
          name: 'Sydorenko',
          what: 'lost',
          why: undefined,
          run: 46,
          at: runs[0]?.startedAt ?? '',
        },
      ],
    },
    completeness: {
      foundAt: new Date(2026, 10, 22, 17, 30).toISOString(),
      shares: [
        { field: 'name', billing: 1, userside: 1 },
        { field: 'balance', billing: 1, userside: 0.9995 },
        { field: 'phones', billing: 0.913, userside: 0.934 },
        { field: 'email', billing: 0.12, userside: 0.31 },
        { field: 'agreementNumber', billing: 0.0004, userside: 0 },
        { field: 'additionalData', billing: 0.45, userside: 0.42 },
      ],
    },
    configuration: [
      ['billingName', 'standart'],
      ['billingUrl', 'https://billing.example.com/?***'],
      ['billingId', '1'],
      ['usersideUrl', 'https://userside.example.com/'],
      ['usersideApiKey', '***'],
      ['additionalDataMerge', '{"1":"17","2":"18"}'],
      ['logPath', '/var/log/usm-billing'],
      ['safety.maxAbsentPercent', '10'],
    ],
    ...over,
  }
}
