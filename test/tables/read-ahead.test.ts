/** The next page is on its way while one is worked on, and nobody notices when either side stops. */
import { expect, test } from 'bun:test'
import { readAhead } from '../../src/billing/tables/servers/read-ahead.ts'

/** Pages of a server that answers when it is told to. */
function slowServer(failsAt?: number) {
  const events: string[] = []
  const answers: (() => void)[] = []
  async function* pages(): AsyncGenerator<number, void> {
    try {
      for (let page = 1; page <= 3; page++) {
        events.push(`asked for ${page}`)
        const { promise, resolve } = Promise.withResolvers<void>()
        answers.push(resolve)
        await promise
        events.push(`answered ${page}`)
        if (page === failsAt) throw new Error(`page ${page} is broken`)
        yield page
      }
    } finally {
      events.push('closed')
    }
  }
  return { events, pages: pages(), answer: () => answers.shift()?.() }
}

test('asks for one page while the one before is worked on, and for no more', async () => {
  const { events, pages, answer } = slowServer()
  const ahead = readAhead(pages)
  const first = ahead.next()
  answer()
  expect((await first).value).toBe(1)
  expect(events).toEqual(['asked for 1', 'answered 1', 'asked for 2'])
  answer()
  await new Promise(setImmediate)
  expect(events).toEqual(['asked for 1', 'answered 1', 'asked for 2', 'answered 2'])
})

test('gives all pages in their order, and ends', async () => {
  const { events, pages, answer } = slowServer()
  const seen: number[] = []
  answer()
  const all = (async () => {
    for await (const page of readAhead(pages)) seen.push(page)
  })()
  for (const _ of [1, 2, 3]) {
    answer()
    await new Promise(setImmediate)
  }
  await all
  expect(seen).toEqual([1, 2, 3])
  expect(events.at(-1)).toBe('closed')
})

test('tells a failure in its turn, also one that came while a page was worked on', async () => {
  const { pages, answer } = slowServer(2)
  const ahead = readAhead(pages)
  const first = ahead.next()
  answer()
  expect((await first).value).toBe(1)
  answer()
  // The failure is there, and nobody has asked for that page yet: it must not count as one nobody handles.
  await new Promise(setImmediate)
  await new Promise(setImmediate)
  await expect(ahead.next()).rejects.toThrow('page 2 is broken')
  expect(await ahead.next()).toEqual({ done: true, value: undefined })
})

test.each([undefined, 2])(
  'waits for the page under way when nobody wants it any more (it fails: %p)',
  async (failsAt) => {
    const { events, pages, answer } = slowServer(failsAt)
    const worked = (async () => {
      for await (const page of readAhead(pages)) {
        events.push(`stopped at ${page}`)
        throw new Error('the reader has had enough')
      }
    })()
    const ended = worked.catch((error: unknown) => events.push(String(error)))
    answer()
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    expect(events.at(-1)).toBe('stopped at 1')
    answer()
    await ended
    expect(events.slice(-3)).toEqual(['answered 2', 'closed', 'Error: the reader has had enough'])
  },
)
