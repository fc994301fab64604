/** What is wrong with a billing's lists, as it is shown in Ukrainian and Russian. */
import { expect, test } from 'bun:test'
import { crossCheck } from '../../../src/billing/records/cross-check.ts'
import { LISTS } from '../../../src/billing/universal/methods.ts'
import { speakerOf } from '../../../src/text/speaker.ts'
import { leftInEnglish } from '../../text/left-in-english.ts'
import { clientOf, errorOf, openDesk, readList } from '../universal/answering.ts'

const SPEAKERS = [await speakerOf('uk'), await speakerOf('ru')] as const

function expectTold(texts: readonly string[]): void {
  for (const text of texts) {
    expect(text).not.toMatch(/\p{Script=Cyrillic}/u)
    for (const speaker of SPEAKERS) {
      const told = speaker.retell(text)
      expect(told).toMatch(/\p{Script=Cyrillic}/u)
      expect(leftInEnglish(told), told).toEqual([])
    }
  }
}

test('the problems of the list of subscribers', async () => {
  const list = {
    a: { login: 'a', account: { b: { login: 'b' }, c: 'x' } },
    a_b: { login: 'c' },
    '': { login: 'd' },
    5: 6,
  }
  const { problems } = await readList(list)
  const codes = new Set(problems.map(({ code }) => code))
  expect([...codes].sort()).toEqual(['child-id-taken', 'subscriber-unreadable', 'subscriber-without-id'])
  expectTold(problems.map(({ text }) => text))
})

test('the problems of other lists, with what became of each', async () => {
  await using desk = openDesk({ get_user_tags: '{"1":{"name":"a"},"2":"b"}', get_user_group_list: '["a"]' })
  const client = clientOf(desk.url)
  await client.tags()
  const groups = await client.groups()
  expect(client.problems.map(({ code }) => code)).toEqual(['item-unreadable', 'billing-list-failed'])
  expectTold(client.problems.map(({ text }) => text))
  expectTold(groups.state === 'unavailable' ? [groups.message] : ['no message'])
  expectTold(['This billing does not have it.', 'Messages are not imported.'])
})

test('a list that is round, notices and source text before the answers', async () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, id) => [id, { login: `a${id}` }]))
  const { problems } = await readList(many)
  await using noisy = openDesk({ get_user_tags: '<b>Notice</b>: x\n{"1":{"name":"a"}}' })
  await using bare = openDesk({ get_user_tags: '<? echo 1 ?>\n{"1":{"name":"a"}}' })
  for (const { url } of [noisy, bare]) {
    const client = clientOf(url)
    await client.tags()
    problems.push(...client.problems)
  }
  expect(problems.map(({ code }) => code)).toEqual([
    'list-may-be-cut',
    'garbage-before-json',
    'garbage-before-json',
  ])
  expectTold(problems.map(({ text }) => text))
})

test.each([['{"1":{"login":{"a":{"login":"b"}}}}'], ['{"1":{"x":1}}'], ['{"result":"it is refused"}']])(
  'an answer of the wrong content: %s',
  async (body) => {
    await using desk = openDesk({ get_user_list: body })
    const { message } = await errorOf(clientOf(desk.url).subscribers())
    expectTold([message.replace(/ It began with: .*$/, '')])
  },
)

test('a list that came empty although it is referred to', async () => {
  const { subscribers } = await readList({
    x: { login: 'x', tag: { A: {} }, tariff: { current: [{ id: 'T' }] } },
  })
  const empty = { state: 'available', items: new Map() } as const
  const directories = {
    tariffs: { ...empty, items: new Map([['T', { id: 'T' }]]) },
    services: empty,
    states: empty,
    groups: empty,
    tags: empty,
    additionalFields: empty,
    cities: empty,
    districts: empty,
    streets: empty,
    houses: empty,
  } as unknown as Parameters<typeof crossCheck>[0]
  const texts: string[] = []
  const report = ({ text, example }: { text: string; example: string }) => texts.push(text, example)
  crossCheck(directories, subscribers.values(), LISTS, report)
  const fatal = await errorOf(
    (async () => crossCheck({ ...directories, tariffs: empty }, subscribers.values(), LISTS, report))(),
  )
  expect(texts.length).toBeGreaterThanOrEqual(2)
  expectTold([...texts, fatal.message, fatal.hint ?? ''])
  expect(SPEAKERS.map((speaker) => speaker.retell(fatal.message))).toEqual([
    'Білінг віддав порожній список: тарифи (get_tariff_list), хоча абоненти на нього посилаються.',
    'Биллинг отдал пустой список: тарифы (get_tariff_list), хотя абоненты на него ссылаются.',
  ])
})
