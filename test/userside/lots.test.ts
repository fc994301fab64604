import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { cutIntoLots, sendInLots } from '../../src/userside/lots.ts'
import type { WriteResult } from '../../src/userside/userside.ts'

const DONE: WriteResult = { kind: 'done', value: undefined }

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `r${index}`)
}

describe('cutting records into lots', () => {
  test('keeps their order and leaves none out', () => {
    expect(cutIntoLots(numbered(5), 2)).toEqual([['r0', 'r1'], ['r2', 'r3'], ['r4']])
  })

  test('makes no lot of nothing', () => {
    expect(cutIntoLots([], 10)).toEqual([])
  })
})

describe('sending in lots', () => {
  test('halves a refused lot until the culprit is alone, and lets the others go through', async () => {
    const sent: string[][] = []
    const failures = await sendInLots(numbered(8), {
      size: 8,
      send: async (lot) => {
        sent.push([...lot])
        return lot.includes('r5') ? { kind: 'refused', message: 'no such house' } : DONE
      },
    })
    expect(sent).toEqual([
      ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'],
      ['r0', 'r1', 'r2', 'r3'],
      ['r4', 'r5', 'r6', 'r7'],
      ['r4', 'r5'],
      ['r4'],
      ['r5'],
      ['r6', 'r7'],
    ])
    expect([...failures]).toEqual([['r5', { kind: 'refused', message: 'no such house' }]])
  })

  test('neither halves nor repeats a lot whose answer was lost', async () => {
    let requests = 0
    const failures = await sendInLots(numbered(4), {
      size: 2,
      send: async (lot) => {
        requests += 1
        return lot.includes('r0') ? { kind: 'lost', message: 'cut' } : DONE
      },
    })
    expect(requests).toBe(2)
    expect([...failures].map(([record, { kind }]) => `${record} ${kind}`)).toEqual(['r0 lost', 'r1 lost'])
  })

  test('cuts a lot that is too big into as many parts as it says, down to one record', async () => {
    const sent: number[] = []
    const failures = await sendInLots(numbered(10), {
      size: 10,
      send: async (lot) => {
        sent.push(lot.length)
        if (lot.length > 3) return { kind: 'refused', message: 'too big', parts: 4 }
        return lot.includes('r5') ? { kind: 'refused', message: 'far too big', parts: 7 } : DONE
      },
    })
    expect(sent).toEqual([10, 3, 3, 1, 1, 1, 3, 1])
    expect([...failures]).toEqual([['r5', { kind: 'refused', message: 'far too big' }]])
  })

  test('has no more lots on their way than it may', async () => {
    let inFlight = 0
    let most = 0
    await sendInLots(numbered(40), {
      size: 1,
      concurrency: 3,
      send: async () => {
        inFlight += 1
        most = Math.max(most, inFlight)
        await Promise.resolve()
        inFlight -= 1
        return DONE
      },
    })
    expect(most).toBe(3)
  })

  test('begins no further lot once one cannot be sent, but waits for those on their way', async () => {
    const landing = Promise.withResolvers<WriteResult>()
    const begun: string[] = []
    let hasLanded = false
    const sending = sendInLots(numbered(6), {
      size: 1,
      concurrency: 2,
      send: async (lot) => {
        const [key = ''] = lot
        begun.push(key)
        if (key === 'r0') return await landing.promise
        throw new Error('unreachable')
      },
    }).catch((error: Error) => ({ message: error.message, hasLanded }))
    await Promise.resolve()
    hasLanded = true
    landing.resolve(DONE)
    expect(await sending).toEqual({ message: 'unreachable', hasLanded: true })
    expect(begun).toEqual(['r0', 'r1'])
  })

  test('ends with every culprit refused and everybody else done, whoever the culprits are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 4 }),
        async (isBad, size, concurrency) => {
          const records = isBad.map((_, index) => index)
          const applied: number[] = []
          const failures = await sendInLots(records, {
            size,
            concurrency,
            send: async (lot) => {
              expect(lot.length).toBeLessThanOrEqual(size)
              if (lot.some((index) => isBad[index])) return { kind: 'refused', message: 'bad' }
              applied.push(...lot)
              return DONE
            },
          })
          expect([...failures.keys()]).toEqual(records.filter((index) => isBad[index]))
          for (const { kind } of failures.values()) expect(kind).toBe('refused')
          expect(applied.toSorted((one, other) => one - other)).toEqual(
            records.filter((index) => !isBad[index]),
          )
        },
      ),
    )
  })
})
