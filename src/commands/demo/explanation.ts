/** The texts of the demo. */

import { SHOWN_TABLES, type ShownTables } from '../../model/table-address.ts'
import type { Done } from '../../sync/apply/apply.ts'
import type { Speaker } from '../../text/speaker.ts'

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

/** What the demo tells, a sentence or two on each line. */
export interface Explanation {
  beginning(source: DemoSource, userside: string): string
  run(run: DemoRun): string
  end(violations: readonly string[]): string
}

/** The texts in somebody's language. */
export function explainIn(speaker: Speaker): Explanation {
  return {
    beginning: (source, userside) =>
      [
        ...introduction(source, userside, speaker),
        speaker.say('Then it does three runs, as cron would. Nothing outside this machine is touched.'),
      ].join('\n'),

    run: (run) =>
      [
        '',
        title(run.step, speaker),
        ...[...STORIES[run.step](run, speaker), requests(run, speaker)].map((line) => `   ${line}`),
      ].join('\n'),

    end: (violations) =>
      violations.length === 0
        ? [
            '',
            speaker.say('Both servers check every request against the contracts and found nothing wrong.'),
            speaker.say(
              'To use it for real: "usm-billing init" writes a configuration, "usm-billing doctor" tests it, "usm-billing plan" shows what a run would change, and "usm-billing" runs.',
            ),
          ].join('\n')
        : [
            '',
            speaker.say('The servers found requests that break the contracts. This is a bug:'),
            ...violations,
          ].join('\n'),
  }
}

function introduction({ place, tables }: DemoSource, userside: string, speaker: Speaker): string[] {
  if (tables === undefined)
    return [
      speaker.say(
        'This demo starts two small servers on this machine: a billing (as uBilling answers) with {1} invented subscribers at {2}, and an empty UserSide at {3}.',
        DEMO_SIZE,
        place,
        userside,
      ),
    ]
  return [
    speaker.say(
      'This demo fills an SQLite file with the tables of {1} and {2} invented subscribers ({3}), and starts a small server on this machine, an empty UserSide at {4}.',
      SHOWN_TABLES[tables],
      DEMO_SIZE,
      place,
      userside,
    ),
    speaker.say('The file is read as a database would be: "billingName": "{1}".', tables),
  ]
}

function title(step: DemoStep, speaker: Speaker): string {
  switch (step) {
    case 'first':
      return speaker.say('1. First import: UserSide is empty')
    case 'unchanged':
      return speaker.say('2. Ten minutes later: nothing has changed in the billing')
    case 'changed':
      return speaker.say('3. Later that day: {1} changes in the billing', DEMO_CHANGES)
  }
}

const STORIES: Readonly<Record<DemoStep, (run: DemoRun, speaker: Speaker) => string[]>> = {
  first: ({ done }, speaker) => [
    speaker.say('Tariffs: {1} created with fee, speed and traffic.', done.tariffs.created),
    speaker.say('Houses: {1} created, {2} refused.', done.addresses.created, done.addresses.failed),
    speaker.say(
      'Subscribers: {1} created, their ids read back, and all of them filled in the same run.',
      done.subscribers.created,
    ),
  ],
  unchanged: ({ done, writes }, speaker) => [
    speaker.say('All {1} subscribers were compared, field by field.', done.subscribers.unchanged),
    writes === 0
      ? speaker.say('Nothing differed, so nothing was written.')
      : speaker.say('{1} requests wrote something: this is a bug.', writes),
  ],
  changed: ({ done: { subscribers, fields } }, speaker) => [
    speaker.say(
      'Subscribers: {1} new ones created, {2} changed, {3} gone from the billing (marked, never deleted).',
      subscribers.created,
      subscribers.updated,
      subscribers.absent,
    ),
    speaker.say('Only what differed was written: {1}.', fieldCounts(fields, speaker)),
  ],
}

function fieldCounts(fields: Done['fields'], speaker: Speaker): string {
  const counts = Object.entries(fields).sort(([, left], [, right]) => right - left)
  const shown = counts
    .slice(0, 5)
    .map(([name, count]) => `${name} ${speaker.number(count)}`)
    .join(', ')
  return counts.length > 5 ? speaker.say('{1} and {2} more fields', shown, counts.length - 5) : shown
}

/** Hundredths of a second are told: a run of the demo takes no more than some of them. */
function requests({ billingRequests, reads, writes, seconds }: DemoRun, speaker: Speaker): string {
  const time = `${seconds.toFixed(2)} s`
  return speaker.retell(
    `Requests: ${billingRequests} to the billing; to UserSide ${reads} reads and ${writes} writes. ${time}.`,
  )
}
