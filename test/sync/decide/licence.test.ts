/** The licence of UserSide, met from every side; the sandbox refuses whoever exceeds it. */
import { describe, expect, test } from 'bun:test'
import type { Wire } from '../plain-billing.ts'
import { KOVAL, play, problemsOf, type Scene } from '../scenes.ts'

const LIMIT = { row_limit: 150 }

function crowd(from: number, to: number, more: Wire = {}): Wire {
  return Object.fromEntries(
    Array.from({ length: to - from }, (_, index) => [`s${from + index}`, { ...KOVAL, ...more }]),
  )
}

const outcome: Scene['look'] = ({ userside }, run) => {
  const rows = Object.values(userside.snapshot().subscribers)
  return {
    active: rows.filter(({ isInBilling, isDisabled }) => isInBilling && !isDisabled).length,
    known: rows.length,
    problems: problemsOf(run),
  }
}

describe('with room for 150 active subscribers, all taken', () => {
  const first = { get_user_list: crowd(0, 150) }

  test('who leaves makes room for who comes, in one run', async () => {
    const scene = { first, now: { get_user_list: crowd(3, 153) }, look: outcome }
    expect(await play(scene, {}, LIMIT)).toEqual({ active: 150, known: 153, problems: [] })
  })

  test('so does who becomes a former subscriber', async () => {
    const now = { get_user_list: { ...crowd(0, 153), ...crowd(0, 3, { is_disable: 1 }) } }
    expect(await play({ first, now, look: outcome }, {}, LIMIT)).toEqual({
      active: 150,
      known: 153,
      problems: [],
    })
  })

  test('of whom it cannot be read whether they are former ones, UserSide knows it', async () => {
    const old = { old: { ...KOVAL, is_disable: 1 } }
    const now = { get_user_list: { ...crowd(0, 150), old: { ...KOVAL, is_disable: 'так' }, s150: KOVAL } }
    const scene = { first: { get_user_list: { ...crowd(0, 150), ...old } }, now, look: outcome }
    expect(await play(scene, {}, { row_limit: 151 })).toMatchObject({
      active: 151,
      known: 152,
      problems: [['value-unreadable', 1, ['former: old "так"']]],
    })
  })

  test('a former subscriber takes no room', async () => {
    const now = { get_user_list: { ...crowd(0, 150), old: { ...KOVAL, is_disable: 1 } } }
    // UserSide learns that somebody is a former subscriber only after it was created.
    const scene = { first, now, look: outcome, userside: {} }
    expect(await play(scene, {}, { row_limit: 151 })).toEqual({ active: 150, known: 151, problems: [] })
  })

  test('whom the guard keeps in the billing keeps the room too, and nobody comes meanwhile', async () => {
    const scene = { first, now: { get_user_list: crowd(3, 153) }, look: outcome }
    expect(await play(scene, { safety: { maxAbsentCount: 0, maxAbsentPercent: 0 } }, LIMIT)).toMatchObject({
      active: 150,
      known: 150,
      problems: [['absence-guard', 1, ['s0']]],
    })
  })

  test('those above it stay managed, and the run says how many there are', async () => {
    const first = { get_user_list: crowd(0, 155) }
    const byHand: Scene['byHand'] = ({ userside }) => Object.assign(userside.settings, LIMIT)
    const now = { get_user_list: crowd(0, 155, { comment: 'still managed' }) }
    const scene = { first, byHand, now, look: outcome, settles: false }
    expect(await play(scene, {})).toEqual({ active: 155, known: 155, problems: [['licence', 1, ['5']]] })
  })

  test('a child whose parent found no room is not created before it', async () => {
    const now = { get_user_list: { ...crowd(0, 150), neu: { ...KOVAL, account: { tv: KOVAL } } } }
    expect(await play({ first, now, look: outcome }, {}, LIMIT)).toEqual({
      active: 150,
      known: 150,
      problems: [['licence', 2, ['neu', 'neu_tv']]],
    })
  })
})
