import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { cutIntoLots, sendInLots } from '../../src/userside/lots.ts'
import type { WriteResult } from '../../src/userside/userside.ts'

const DONE: WriteResult = { kind: 'done', value: undefined }

function numbered(count: number): Map<string, number> {
  return new Map(Array.from({ length: count }, (_, index) => [`r${index}`, index]))
}

describe('cutting records into lots', () => {
  test('keeps their order and leaves none out', () => {
    expect(cutIntoLots(numbered(5), 2).map((lot) => [...lot.keys()])).toEqual([
      ['r0', 'r1'],
      ['r2', 'r3'],
      ['r4'],
    ])
  })

  test('makes no lot of nothing', () => {
    expect(cutIntoLots(new Map(), 10)).toEqual([])
  })
})

describe('sending in lots', () => {
  test('halves a refused lot until the culprit is alone, and lets the others go through', async () => {
    const sent: string[][] = []
    const outcomes = await sendInLots(numbered(8), {
      size: 8,
      send: async (lot) => {
        sent.push([...lot.keys()])
        return lot.has('r5') ? { kind: 'refused', message: 'no such house' } : DONE
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
    expect(outcomes.get('r5')).toEqual({ kind: 'refused', message: 'no such house' })
    expect([...outcomes.values()].filter(({ kind }) => kind === 'done')).toHaveLength(7)
    expect([...outcomes.keys()]).toEqual([...numbered(8).keys()])
  })

  test('neither halves nor repeats a lot whose answer was lost', async () => {
    let requests = 0
    const outcomes = await sendInLots(numbered(4), {
      size: 2,
      send: async (lot) => {
        requests += 1
        return lot.has('r0') ? { kind: 'lost', message: 'cut' } : DONE
      },
    })
    expect(requests).toBe(2)
    expect([...outcomes].map(([key, { kind }]) => `${key} ${kind}`)).toEqual([
      'r0 lost',
      'r1 lost',
      'r2 done',
      'r3 done',
    ])
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
        const [key = ''] = lot.keys()
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
          const records = new Map(isBad.map((bad, index) => [index, bad]))
          const applied: number[] = []
          const outcomes = await sendInLots(records, {
            size,
            concurrency,
            send: async (lot) => {
              expect(lot.size).toBeLessThanOrEqual(size)
              if ([...lot.values()].includes(true)) return { kind: 'refused', message: 'bad' }
              applied.push(...lot.keys())
              return DONE
            },
          })
          expect([...outcomes.keys()]).toEqual([...records.keys()])
          for (const [key, { kind }] of outcomes) expect(kind).toBe(records.get(key) ? 'refused' : 'done')
          expect(applied.length).toBe(new Set(applied).size)
        },
      ),
    )
  })
})
