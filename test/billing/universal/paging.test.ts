/** T30: lists that are cut without a word. */
import { describe, expect, test } from 'bun:test'
import { clientOf, type Desk, errorOf, itemsOf, openDesk } from './answering.ts'

const abills = { dialect: 'abills' } as const

/** Rows `from` to `to` as ABillS prints them, keyed by uid. */
function rows(from: number, to: number): string {
  const list: string[] = []
  for (let uid = from; uid < to; uid++) list.push(`"${uid}":{"id":"${uid}","login":"u${uid}"}`)
  return `{${list.join()}}`
}

/** Serves the given rows by START_PAGE; without it the first. */
function pages(bodies: Readonly<Record<string, string>>): Desk {
  return openDesk((request) => {
    const start = new URL(request.url).searchParams.get('START_PAGE') ?? '0'
    return new Response(bodies[start] ?? '{}')
  })
}

describe('ABillS', () => {
  test('is asked for a million rows, and once when the list is of any other length', async () => {
    await using desk = pages({ 0: rows(0, 9999) })
    expect((await clientOf(desk.url, abills).subscribers()).subscribers.size).toBe(9999)
    expect([desk.asked('MAX_ROWS'), desk.asked('START_PAGE')]).toEqual([['1000000'], [null]])
  })

  test('is asked for the rest of a round list until a page is short, repeated rows once', async () => {
    await using desk = pages({ 0: rows(0, 10_000), 10000: rows(9_000, 19_000), 20000: rows(19_000, 19_007) })
    const { subscribers, isSuspectedCut } = await clientOf(desk.url, abills).subscribers()
    expect(subscribers.size).toBe(19_007)
    expect(isSuspectedCut).toBeUndefined()
    expect(desk.asked('START_PAGE')).toEqual([null, '10000', '20000'])
  })

  test('a list that is round by chance ends with an empty page', async () => {
    await using desk = pages({ 0: rows(0, 20_000) })
    expect((await clientOf(desk.url, abills).subscribers()).subscribers.size).toBe(20_000)
    expect(desk.asked('START_PAGE')).toEqual([null, '20000'])
  })

  test('that gives the same rows again is malformed: nobody knows who is missing', async () => {
    await using desk = openDesk(() => new Response(rows(0, 10_000)))
    const error = await errorOf(clientOf(desk.url, abills).subscribers())
    expect(error.kind).toBe('malformed')
    expect(error.message).toContain('nothing new')
    expect(desk.requests).toHaveLength(3)
  })

  test('a page that fails fails the list', async () => {
    await using desk = openDesk((request) =>
      request.url.includes('START_PAGE') ? new Response('', { status: 500 }) : new Response(rows(0, 10_000)),
    )
    expect((await errorOf(clientOf(desk.url, abills).subscribers())).kind).toBe('temporary')
  })

  test('directories are paged too', async () => {
    await using desk = pages({ 0: rows(0, 10_000), 10000: rows(10_000, 10_001) })
    expect(itemsOf(await clientOf(desk.url, abills).tags())).toHaveLength(10_001)
  })

  test('messages are not: those cut off come with the next runs', async () => {
    await using desk = openDesk(() => new Response(rows(0, 10_000)))
    expect(itemsOf(await clientOf(desk.url, abills).messages())).toHaveLength(10_000)
    expect(desk.requests).toHaveLength(1)
  })
})

describe('a billing that cannot be asked for more', () => {
  test('and gives a round number of subscribers is read, but may be cut', async () => {
    await using desk = openDesk({ get_user_list: rows(0, 10_000) })
    const client = clientOf(desk.url)
    const { subscribers, isSuspectedCut } = await client.subscribers()
    expect([subscribers.size, isSuspectedCut]).toEqual([10_000, true])
    expect(client.problems).toMatchObject([{ code: 'list-may-be-cut', partial: true }])
    expect(desk.requests).toHaveLength(1)
  })

  test('is not suspected when it is uBilling, which cuts nothing, or when it is empty', async () => {
    await using desk = openDesk({ get_user_list: [rows(0, 10_000), '{}'] })
    const known = await clientOf(desk.url, { dialect: 'ubilling' }).subscribers()
    const empty = await clientOf(desk.url).subscribers()
    expect([known.isSuspectedCut, empty.isSuspectedCut]).toEqual([undefined, undefined])
  })
})
