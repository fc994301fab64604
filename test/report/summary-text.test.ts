import { describe, expect, test } from 'bun:test'
import { examplesText, summaryText } from '../../src/report/summary-text.ts'
import { counted, formatBytes, formatCount, formatDuration } from '../../src/text/quantity.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { anySummary } from './any-summary.ts'

const told = (over: Parameters<typeof anySummary>[0]) =>
  summaryText(anySummary(over)).replaceAll('\u00a0', ' ')

describe('the account of a run', () => {
  test('that had nothing to do takes two lines', () => {
    expect(told({})).toBe(
      [
        'Done: both sides agree, nothing was written. It took 12 s.',
        'Ubilling 1.3.9: 120 subscribers in 14 requests, 346 kB. UserSide: 9 reads, no write.',
      ].join('\n'),
    )
  })

  test('says what was changed, the most changed field first', () => {
    const text = told({
      firstRun: true,
      tariffs: { created: 2, updated: 0, retired: 1, unchanged: 9 },
      subscribers: { ...anySummary().subscribers, created: 100, updated: 20, absent: 3, unmanaged: 4 },
      userside: { version: '3.19', reads: 9, writes: 1, retries: 1 },
      fields: { name: 5, balance: 1200 },
    })
    expect(text).toContain('Done (first import). It took')
    expect(text).toContain('UserSide: 9 reads, 1 write, 1 retry.')
    expect(text).toContain('Tariffs: 2 created, 1 no longer in the billing.')
    expect(text).toContain(
      'Subscribers: 100 created, 20 updated, 3 marked as not in billing, 4 not managed (filter).',
    )
    expect(text).toContain('Changed by field: balance 1 200, name 5.')
  })

  test('leaves the names of fields as they are, though some of them are words', async () => {
    const ukrainian = await speakerOf('uk')
    expect(examplesText(['comment, groups, tags, parent'], ukrainian)).toBe(
      'Наприклад: comment, groups, tags, parent.',
    )
  })

  test('names every problem with its count and examples', () => {
    const problem = {
      text: 'The house is not in the list of houses',
      count: 1200,
      sample: ['petrenko', 'їжак'],
    }
    const text = told({
      outcome: 'partial',
      problems: [
        { ...problem, code: 'house-dangling', partial: false },
        { ...problem, code: 'refused', text: 'UserSide refused the record.', sample: [], partial: true },
      ],
    })
    expect(text).toContain(
      'Warning (house-dangling, 1 200): The house is not in the list of houses. For example: petrenko, їжак.',
    )
    expect(text).toEndWith('Left undone (refused, 1 200): UserSide refused the record.')
  })

  test('that ended early says why and what to do', () => {
    expect(told({ outcome: 'guard', exitCode: 7 })).toContain('a guard has stopped')
    expect(told({ outcome: 'billing', exitCode: 5, error: 'The key was refused.' })).toStartWith(
      'The billing could not be read: The key was refused. It took',
    )
  })

  test.each<[Parameters<typeof anySummary>[0], string]>([
    [
      { outcome: 'billing', exitCode: 5, error: 'Of the billing, the tariffs could not be read (tariffs).' },
      'Of the billing, the tariffs could not be read (tariffs). It took',
    ],
    [
      { outcome: 'userside', exitCode: 6, error: 'UserSide (http://u/api.php) did not answer get_settings' },
      'UserSide (http://u/api.php) did not answer get_settings. It took',
    ],
  ])('that ended early says only once what could not be read', (over, beginning) => {
    expect(told(over)).toStartWith(beginning)
  })

  test('that was asked for somebody unknown is no bug, and ends its question as a question', () => {
    const error = 'Neither the billing nor UserSide knows "petrnko"; did you mean "petrenko"?'
    expect(told({ outcome: 'error', exitCode: 64, error })).toStartWith(
      `Wrong command line; nothing was done: ${error} It took`,
    )
  })

  test('ends an example that is a sentence with one full stop', () => {
    const problem = {
      code: 'billing-list-failed',
      count: 1,
      text: 'Some lists failed.',
      partial: true,
    } as const
    expect(told({ problems: [{ ...problem, sample: ['tags: There is no such table.'] }] })).toEndWith(
      'For example: tags: There is no such table.',
    )
  })
})

test('quantities read as people write them', () => {
  expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '999', '1\u00a0000', '1\u00a0234\u00a0567'])
  expect([0, 40, 9940, 9960, 59_400, 65_000, 3_599_600, 7_380_000].map(formatDuration)).toEqual([
    '0.0 s',
    '0.0 s',
    '9.9 s',
    '10 s',
    '59 s',
    '1 min 05 s',
    '1 h 00 min',
    '2 h 03 min',
  ])
  expect([0, 999, 1000, 9_960_000, 12_345_678, 999_950_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '10 MB',
    '12 MB',
    '1.0 GB',
  ])
})

test('one thing is counted as one', () => {
  expect([0, 1, 2].map((count) => counted(count, 'method'))).toEqual(['0 methods', '1 method', '2 methods'])
  expect([counted(1, 'retry', 'retries'), counted(2, 'retry', 'retries')]).toEqual(['1 retry', '2 retries'])
})
