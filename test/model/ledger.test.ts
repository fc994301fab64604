/** What may be done about a thing that UserSide does not show (`contracts/userside-api.md` §12). */
import { describe, expect, test } from 'bun:test'
import { type LedgerEntry, type StandingRules, standingOf } from '../../src/model/ledger.ts'

const NOW = new Date('2026-11-29T12:00:00Z')
const minutesAgo = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString()

const entry = (over: Partial<LedgerEntry>): LedgerEntry => ({
  kind: 'group',
  key: 'VIP',
  name: 'VIP',
  erpId: '',
  creates: 1,
  sentAt: minutesAgo(600),
  fate: 'done',
  ...over,
})

const rules = (over: Partial<StandingRules> = {}): StandingRules => ({
  now: NOW,
  isFull: false,
  isAccepted: false,
  ...over,
})

describe('something UserSide does not show', () => {
  const cases: readonly [string, LedgerEntry | undefined, Partial<StandingRules>, string][] = [
    ['was never created', undefined, {}, 'new'],
    ['was only seen', entry({ kind: 'subscriber', creates: 0, sentAt: '' }), {}, 'new'],
    ['was accepted once', entry({}), {}, 'not-shown'],
    ['was accepted once, and --full asks for one more try', entry({}), { isFull: true }, 'new'],
    ['was accepted twice: --full is no third try', entry({ creates: 2 }), { isFull: true }, 'not-shown'],
    ['was accepted under another name', entry({ name: 'Vip' }), {}, 'new'],
    ['a subscriber that was accepted once', entry({ kind: 'subscriber' }), {}, 'new'],
    ['a tariff that was accepted once', entry({ kind: 'tariff' }), {}, 'new'],
    ['a subscriber that was accepted twice', entry({ kind: 'subscriber', creates: 2 }), {}, 'not-shown'],
    [
      'a subscriber that was accepted twice, and the operator has looked',
      entry({ kind: 'subscriber', creates: 2 }),
      { isAccepted: true },
      'new',
    ],
    ['nobody answered a minute ago', entry({ fate: 'lost', sentAt: minutesAgo(1) }), {}, 'unanswered'],
    [
      'nobody answered a minute ago, and the operator is impatient',
      entry({ fate: 'lost', sentAt: minutesAgo(1) }),
      { isAccepted: true, isFull: true },
      'unanswered',
    ],
    ['the run was killed nine minutes ago', entry({ fate: 'open', sentAt: minutesAgo(9) }), {}, 'unanswered'],
    ['nobody answered ten minutes ago', entry({ fate: 'lost', sentAt: minutesAgo(10) }), {}, 'new'],
    ['nobody answered twice', entry({ fate: 'lost', creates: 2 }), {}, 'not-shown'],
    [
      'the clock was set back by five minutes since',
      entry({ fate: 'open', sentAt: minutesAgo(-5) }),
      {},
      'unanswered',
    ],
    ['the clock was wrong by a year then', entry({ fate: 'open', sentAt: minutesAgo(-525_600) }), {}, 'new'],
  ]
  for (const [title, known, over, standing] of cases) {
    test(`${title}: ${standing}`, () => {
      expect(standingOf(known, 'VIP', rules(over))).toBe(standing as never)
    })
  }
})
