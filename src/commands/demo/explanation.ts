/** The texts of the demo. */
import { SHOWN_TABLES, type ShownTables } from '../../model/table-address.ts'
import type { Done } from '../../sync/apply/apply.ts'

export const DEMO_SIZE = 400
export const DEMO_CHANGES = 300

export type DemoStep = 'first' | 'unchanged' | 'changed'

/** Where the billing of the demo is. */
export interface DemoSource {
  readonly place: string
  /** `billingName` of a billing that is read as tables. */
  readonly tables: ShownTables | undefined
}

export interface DemoRun {
  readonly step: DemoStep
  readonly done: Done
  readonly billingRequests: number
  readonly reads: number
  readonly writes: number
  readonly seconds: number
}

const TITLES: Readonly<Record<DemoStep, string>> = {
  first: '1. First import: UserSide is empty',
  unchanged: '2. Ten minutes later: nothing has changed in the billing',
  changed: `3. Later that day: ${DEMO_CHANGES} changes in the billing`,
}

export const explain = {
  beginning: ({ place, tables }: DemoSource, userside: string): string =>
    [
      ...(tables === undefined
        ? [
            'This demo starts two small servers on this machine: a billing (as uBilling answers) with',
            `${DEMO_SIZE} invented subscribers at ${place}, and an empty UserSide at ${userside}.`,
          ]
        : [
            `This demo fills an SQLite file with the tables of ${SHOWN_TABLES[tables]} and ${DEMO_SIZE} invented subscribers`,
            `(${place}),`,
            `and starts a small server on this machine, an empty UserSide at ${userside}.`,
            `The file is read as a database would be: "billingName": "${tables}".`,
          ]),
      'Then it does three runs, as cron would. Nothing outside this machine is touched.',
    ].join('\n'),

  run: (run: DemoRun): string =>
    ['', TITLES[run.step], ...STORIES[run.step](run).map((line) => `   ${line}`), `   ${requests(run)}`].join(
      '\n',
    ),

  end: (violations: readonly string[]): string =>
    violations.length === 0
      ? [
          '',
          'Both servers check every request against the contracts and found nothing wrong.',
          'To use it for real: "usm-billing init" writes a configuration, "usm-billing doctor" tests it,',
          '"usm-billing plan" shows what a run would change, and "usm-billing" runs.',
        ].join('\n')
      : ['', 'The servers found requests that break the contracts. This is a bug:', ...violations].join('\n'),
}

const STORIES: Readonly<Record<DemoStep, (run: DemoRun) => string[]>> = {
  first: ({ done }) => [
    `Tariffs: ${done.tariffs.created} created with fee, speed and traffic.`,
    `Houses: ${done.addresses.created} created, ${done.addresses.failed} refused.`,
    `Subscribers: ${done.subscribers.created} created, their ids read back, and all of them filled in the same run.`,
  ],
  unchanged: ({ done, writes }) => [
    `All ${done.subscribers.unchanged} subscribers were compared, field by field.`,
    writes === 0
      ? 'Nothing differed, so nothing was written.'
      : `${writes} requests wrote something: this is a bug.`,
  ],
  changed: ({ done }) => [
    `Subscribers: ${done.subscribers.created} new ones created, ${done.subscribers.updated} changed,` +
      ` ${done.subscribers.absent} gone from the billing (marked, never deleted).`,
    `Only what differed was written: ${fieldCounts(done)}.`,
  ],
}

function fieldCounts({ fields }: Done): string {
  const counts = Object.entries(fields).sort(([, left], [, right]) => right - left)
  const shown = counts.slice(0, 5).map(([name, count]) => `${name} ${count}`)
  return counts.length > shown.length
    ? `${shown.join(', ')} and ${counts.length - shown.length} more fields`
    : shown.join(', ')
}

function requests({ billingRequests, reads, writes, seconds }: DemoRun): string {
  return `Requests: ${billingRequests} to the billing; to UserSide ${reads} reads and ${writes} writes. ${seconds.toFixed(2)} s.`
}
