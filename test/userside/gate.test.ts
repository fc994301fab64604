/** The gate before writes: how many pass, in which order, and what becomes of those who wait when one fails. */
import { describe, expect, test } from 'bun:test'
import { Gate } from '../../src/userside/gate.ts'

describe('the gate', () => {
  test('lets no more through at a time than it is wide, in the order they came', async () => {
    const gate = new Gate(2)
    const order: number[] = []
    let inside = 0
    let most = 0
    const doors = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
    const passing = doors.map((door, number) =>
      gate.pass(async () => {
        order.push(number)
        inside += 1
        most = Math.max(most, inside)
        await door.promise
        inside -= 1
        return number
      }),
    )
    // The second is done before the first: its place goes to the third all the same.
    for (const number of [1, 0, 2, 3, 4]) {
      doors[number]?.resolve()
      expect(await passing[number]).toBe(number)
    }
    expect(order).toEqual([0, 1, 2, 3, 4])
    expect(most).toBe(2)
  })

  test('lets whoever finds room begin at once, before anything else is done', () => {
    const gate = new Gate(1)
    const begun: string[] = []
    const begin = (name: string) => async () => void begun.push(name)
    const passing = [gate.pass(begin('first')), gate.pass(begin('second'))]
    expect(begun).toEqual(['first'])
    return Promise.all(passing).then(() => expect(begun).toEqual(['first', 'second']))
  })

  test('lets nobody through after a failure: whoever waits fails likewise', async () => {
    const gate = new Gate(1)
    const reason = new Error('nobody there')
    let done = 0
    const inTurn = await Promise.allSettled([
      gate.pass(async () => {
        throw reason
      }),
      gate.pass(async () => (done += 1)),
    ])
    const afterwards = await Promise.allSettled([gate.pass(async () => (done += 1))])
    const failed = { status: 'rejected' as const, reason }
    expect([...inTurn, ...afterwards]).toEqual([failed, failed, failed])
    expect(done).toBe(0)
  })

  test('a read waits for its turn like a write, and is let through also after a write has failed', async () => {
    const gate = new Gate(1)
    const order: string[] = []
    const leave = await gate.enter()
    const writing = gate.pass(async () => {
      order.push('write')
      throw new Error('nobody there')
    })
    const reading = gate.enter().then((leaveAgain) => {
      order.push('read')
      leaveAgain()
    })
    await Bun.sleep(0)
    expect(order).toEqual([])
    leave()
    expect(writing).rejects.toThrow('nobody there')
    await reading
    expect(order).toEqual(['write', 'read'])
  })
})
