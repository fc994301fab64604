import { describe, expect, test } from 'bun:test'
import { secretsOfNotified } from '../../src/config/notify.ts'
import { keyAt } from '../../src/config/outline.ts'
import { OUTCOMES_TOLD, USUAL_OUTCOMES } from '../../src/report/notify/news.ts'
import { errorsOf, FILE, load, loadKeys, REQUIRED } from './machine.ts'

const WHERE = '"telegram:CHAT", "https://…", "mailto:ADDRESS" or "command:PATH"'
const shown = (notify: unknown): string[] =>
  errorsOf(() => loadKeys({ notify })).map((line) => line.replace(/^\S+ /, ''))

describe('those who are told', () => {
  test('are completed with what they are told of, and a program is looked for beside the file', () => {
    const { config } = loadKeys(
      {
        notify: [
          { to: 'mailto:noc@example.com' },
          { to: 'command:bin/tell', on: ['billing'], repeatHours: 2 },
          { to: ' telegram:@noc ', token: 'env:BOT' },
        ],
      },
      { env: { BOT: '12:AB' } },
    )
    expect(config.notify).toEqual([
      { to: 'mailto:noc@example.com', on: [...USUAL_OUTCOMES], repeatHours: 24 },
      { to: 'command:/etc/usm/bin/tell', on: ['billing'], repeatHours: 2 },
      { to: 'telegram:@noc', token: '12:AB', on: [...USUAL_OUTCOMES], repeatHours: 24 },
    ])
  })

  test('may be named elsewhere, address and token', () => {
    const { config } = loadKeys(
      { notify: [{ to: 'file:hook', token: 'credential:t' }] },
      {
        env: { CREDENTIALS_DIRECTORY: '/run/c' },
        files: { '/etc/usm/hook': 'https://ntfy.sh/x\n', '/run/c/t': 'tk\n' },
      },
    )
    expect(config.notify).toMatchObject([{ to: 'https://ntfy.sh/x', token: 'tk' }])
  })

  test('may be told of every outcome there is to tell', () => {
    expect(loadKeys({ notify: [{ to: 'command:x', on: OUTCOMES_TOLD }] }).config.notify[0]?.on).toEqual([
      ...OUTCOMES_TOLD,
    ])
  })

  test.each<[string, unknown, string[]]>([
    [
      'no list',
      {},
      ['notify: must be a list of { "to": …, "token": …, "on": …, "repeatHours": … }, found an object'],
    ],
    [
      'no section',
      [1],
      [
        'notify[0]: must be an object { "to": …, "token": …, "on": …, "repeatHours": … }, found a number that is not shown',
      ],
    ],
    [
      'without an address',
      [{}],
      [expect.stringMatching(/^notify\[0\]\.to: is missing: a chat of Telegram, /)],
    ],
    [
      'an unknown key',
      [{ to: 'command:x', tokn: 'S3cret' }],
      ['notify[0].tokn: is unknown; did you mean "token"?'],
    ],
    [
      'Telegram without a token',
      [{ to: 'telegram:1' }],
      ['notify[0].token: is missing: Telegram takes messages by the token of a bot (@BotFather makes one)'],
    ],
    [
      'an outcome nobody is told of',
      [{ to: 'command:x', on: ['ok'] }],
      [
        'notify[0].on[0]: must be "partial", "guard", "config", "billing", "userside", "error" or "interrupted", found the text "ok"',
      ],
    ],
    [
      'no outcome',
      [{ to: 'command:x', on: [] }],
      ['notify[0].on: must be a list of outcomes, at least one, found a list'],
    ],
    [
      'hours that are none',
      [{ to: 'command:x', repeatHours: 0 }],
      ['notify[0].repeatHours: must be a whole number between 1 and 8760, found the number 0'],
    ],
  ])('are refused: %s', (_what, notify, expected) => {
    expect(shown(notify)).toEqual(expected)
  })

  test.each([
    'telegram:',
    'telegram:a b',
    'mailto:',
    'mailto:a',
    'mailto:-oQ/tmp@x',
    'mailto:a@b,c@d',
    'mailto:a@b\nBcc: c@d',
    'command:',
    'ftp://example.com/',
    'https://',
    'noc@example.com',
    '/bin/sh',
  ])('are refused where the address is none: %j, which is not shown', (to) => {
    expect(shown([{ to }])).toEqual([`notify[0].to: must be ${WHERE}, found a text that is not shown`])
  })

  test('are warned of when their keys can be read by others', () => {
    const warnings = (notify: unknown) =>
      load(JSON.stringify({ ...REQUIRED, billingUrl: 'env:U', usersideApiKey: 'env:K', notify }), {
        env: { U: REQUIRED.billingUrl, K: 'K', T: 't' },
        modes: { [FILE]: 0o100644 },
      }).warnings.map((warning) => /\((.*?)\)/.exec(warning)?.[1])
    expect(warnings([{ to: 'mailto:a@b.c' }, { to: 'telegram:1', token: 'env:T' }])).toEqual([])
    expect(warnings([{ to: 'mailto:a@b.c' }, { to: 'telegram:1', token: 'T' }])).toEqual(['notify[1]'])
    expect(warnings([{ to: 'https://hooks.slack.com/x' }])).toEqual(['notify[0]'])
  })

  test('have secrets: tokens, and addresses that are keys', () => {
    expect(
      secretsOfNotified({ to: 'https://hooks.slack.com/services/T000/B000/xyz?a=b', token: 't' }),
    ).toEqual(['t', 'services/T000/B000/xyz', 'a=b'])
    // A topic may be a word of every other sentence.
    expect(secretsOfNotified({ to: 'https://ntfy.sh/billing' })).toEqual([])
    expect(keyAt(['notify', 0, 'token'])?.isSecret).toBe(true)
  })
})
