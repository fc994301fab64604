import type { Summary } from '../../src/model/summary.ts'

/** A summary of a quiet run, with what a test cares for put over it. */
export function anySummary(over: Partial<Summary> = {}): Summary {
  return {
    type: 'summary',
    version: '1.0.0',
    command: 'sync',
    billingId: 1,
    startedAt: '2026-11-22T15:32:03.000Z',
    finishedAt: '2026-11-22T15:32:14.500Z',
    durationMs: 11_500,
    exitCode: 0,
    outcome: 'ok',
    firstRun: false,
    billing: {
      name: 'Ubilling',
      version: '1.3.9',
      dialect: 'ubilling',
      subscribers: 120,
      requests: 14,
      bytes: 345_678,
    },
    userside: { version: '3.19', reads: 9, writes: 0, retries: 0 },
    tariffs: { created: 0, updated: 0, retired: 0, unchanged: 12 },
    addresses: { matched: 40, created: 0, failed: 0 },
    subscribers: {
      seen: 120,
      created: 0,
      updated: 0,
      unchanged: 120,
      absent: 0,
      returned: 0,
      unmanaged: 0,
      failed: 0,
    },
    fields: {},
    problems: [],
    ...over,
  }
}
