import { describe, expect, test } from 'bun:test'
import { changeLine, heldBackText, PlanText } from '../../src/report/plan-text.ts'
import type { PlannedChange } from '../../src/sync/decide/planned-changes.ts'

const change = (id: string, field = 'balance'): PlannedChange => ({
  entity: 'subscriber',
  id,
  field,
  from: '12.50',
  to: '-3.00',
})

describe('a plan for people', () => {
  test('tells a change on one line, with a minus sign that is seen', () => {
    expect(changeLine(change('petrenko'))).toBe('subscriber petrenko · balance · 12.50 → −3.00')
    expect(changeLine({ ...change('коваль'), from: '' })).toBe('subscriber коваль · balance · ∅ → −3.00')
    // To be copied and looked for as it is.
    const login = { ...change('-5', 'login'), from: '', to: '-5' }
    expect(changeLine(login)).toBe('subscriber -5 · login · ∅ → -5')
  })

  test('counts first, then folds long lists unless the whole is asked for', () => {
    const folded = new PlanText({ isWhole: false })
    const whole = new PlanText({ isWhole: true })
    for (let id = 0; id < 12; id++) for (const text of [folded, whole]) text.add(change(`s${id}`))
    expect(folded.toString()).toStartWith('12 changes:\n  subscriber · balance  12\n\nsubscriber s0 ·')
    expect(folded.toString()).toEndWith('… and 2 more (--all shows them)')
    expect(whole.toString()).toEndWith('subscriber s11 · balance · 12.50 → −3.00')
  })

  test('keeps what a hostile name could do to a terminal out of it', () => {
    expect(changeLine(change('\u001b[2Jx\u202e'))).toBe('subscriber [2Jx · balance · 12.50 → −3.00')
  })

  test('names who the absence guard holds back, folded like the rest', () => {
    const ids = Array.from({ length: 11 }, (_, id) => `s${id}`)
    expect(heldBackText('not created', [], { isWhole: false })).toBe('')
    expect(heldBackText('not created', ids, { isWhole: false })).toEndWith(
      '  s9\n… and 1 more (--all shows them)',
    )
    expect(heldBackText('not created', ids, { isWhole: true })).toEndWith('  s10')
  })
})
