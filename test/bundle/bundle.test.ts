import { afterEach, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { Exchange } from '../../src/bundle/exchange.ts'
import { replaceAll } from '../../src/bundle/replaced-bundle.ts'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { PlannedChange } from '../../src/sync/decide/planned-changes.ts'
import { testWith } from '../needs.ts'
import { DEFAULT_OPTIONS, startWorld, type World } from '../sync/world.ts'
import { ODD_RECORDS } from './odd-records.ts'
import { type Addresses, bundled } from './recorded.ts'

const SAMPLES = join(import.meta.dir, '../../../shared/samples/ubilling')

let world: World | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

const addressesOf = ({ billing, userside }: World): Addresses => ({
  billing: billing.url,
  userside: userside.url,
  apiKey: userside.apiKey,
})

testWith('samples')(
  'a first import from the recorded samples is planned line for line the same from the bundle',
  async () => {
    world = await startWorld({ samples: SAMPLES })
    const bundle = await bundled(addressesOf(world), DEFAULT_OPTIONS)
    expect(bundle.original.changes.length).toBeGreaterThan(500)
    expectSamePlan(bundle)
  },
)

test('what has changed since the last run is planned line for line the same from the bundle', async () => {
  const population = generatePopulation({ size: 400, seed: 5 })
  world = await startWorld({ population })
  await world.run()
  world.billing.setPopulation(evolve(population, { changes: 120, seed: 9 }))
  world.billing.forgetRun()
  const bundle = await bundled(addressesOf(world), DEFAULT_OPTIONS)
  expect(bundle.original.changes.length).toBeGreaterThan(80)
  expectSamePlan(bundle)
})

test('a population with thirty oddities is planned line for line the same from the bundle', async () => {
  const population = generatePopulation({ size: 400, seed: 8 })
  world = await startWorld({ population })
  await world.run()
  world.billing.setPopulation(evolve(population, { changes: 60, seed: 3 }))
  world.billing.forgetRun()
  const bundle = await bundled(
    addressesOf(world),
    DEFAULT_OPTIONS,
    answering((text) => `{${ODD_RECORDS.join(',')},${text.slice(1)}`),
  )
  expect(ODD_RECORDS).toHaveLength(30)
  for (const login of ['odd01', 'odd14', 'odd29'])
    expect(bundle.original.changes.some(({ id, kind }) => id === login && kind === 'create')).toBe(true)
  expectSamePlan(bundle)
  const all = bundle.replaced.map(({ body }) => new TextDecoder().decode(body)).join('\n')
  expect(all).not.toMatch(/кравчук|остап|галаган|kravchuk|приклад|მამუკა|7713645|771364|aabbcc|AA:BB:CC:77/i)
})

test.each([
  ['cut off in the middle', (text: string) => text.slice(0, Math.floor(text.length * 0.6))],
  [
    'behind a warning of PHP',
    (text: string) => `<br />\n<b>Warning</b>: Undefined index in <b>api.php</b>\n${text}`,
  ],
  ['without a comma', (text: string) => text.replace('","login"', '""login"')],
  [
    'with bytes of the Cyrillic code page',
    (text: string) => text.replace('"login"', '"\u00ce\u00f1\u00f2\u00e0\u00ef":1,"login"'),
  ],
])('an answer that is broken stays broken in the same way: %s', async (name, breaks) => {
  const whole = `{${ODD_RECORDS.map(escaped).join(',')}}`
  const body = Buffer.from(breaks(whole), name.includes('code page') ? 'latin1' : 'utf8')
  const kept: Exchange[] = [
    { side: 'billing', question: { request: 'get_user_list' }, status: 200, headers: {}, body },
  ]
  const { exchanges } = await replaceAll(kept, new Uint8Array(32), new Map(), async () => new Map())
  const skeleton = (bytes: Uint8Array | undefined): string =>
    new TextDecoder('windows-1251')
      .decode(bytes)
      .replace(/\d{1,3}(?:\.\d{1,3}){3}/g, 'IP')
      .replace(/\\u[\da-f]{4}/gi, 'u')
      .replace(/[\p{L}\d]/gu, 'x')
  expect(skeleton(exchanges[0]?.body)).toBe(skeleton(kept[0]?.body))
  expect(exchanges[0]?.body).not.toEqual(kept[0]?.body)
})

function escaped(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** `fetch` from a billing whose list of subscribers is another one. */
function answering(change: (text: string) => string): typeof fetch {
  const changed = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, init)
    if (!String(input).includes('request=get_user_list')) return response
    const headers = { 'content-type': 'application/json', date: response.headers.get('date') ?? '' }
    return new Response(change(await response.text()), { headers })
  }
  return Object.assign(changed, { preconnect() {} })
}

/** A line of the plan with its letters and digits for their kinds. */
function form({ entity, id, field, from, to, kind }: PlannedChange): string {
  return [kind, entity, shape(id), field, listed(field, from), listed(field, to)].join(' · ')
}

/** Names are shown in their own order, which other names have not. */
function listed(field: string, value: unknown): string {
  const isList = /^(?:groups|tags|services|tariffs)$/.test(field)
  return isList ? String(value).split(', ').map(shape).toSorted().join(', ') : shape(value)
}

function shape(text: unknown): string {
  return String(text)
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, 'IP')
    .replace(/\b[\da-f]{12}\b/g, 'MAC')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => (letter === letter.toLowerCase() ? 'я' : 'Я'))
    .replace(/\p{Script=Georgian}/gu, 'g')
    .replace(/[a-z]/g, 'x')
    .replace(/[A-Z]/g, 'X')
    .replace(/\d/g, '9')
}

/** Members of the two interfaces that hold what is somebody's. */
const SOMEBODYS = new Set(
  'login full_name account_number comment password address number mac street name coordinates text subject'.split(
    ' ',
  ),
)

/** Two thousand of the values of the answers, none of them in the bundle. */
function expectNothingLeft(exchanges: readonly Exchange[], replaced: readonly Exchange[]): void {
  const values = new Set<string>()
  for (const { body, question } of exchanges)
    if (!/state|system/.test(question.request ?? '')) collect(parsed(body), '', values)
  const searched = [...values].slice(0, 2000)
  const text = replaced.map(({ body }) => JSON.stringify(parsed(body)) ?? '').join('\n')
  const raw = replaced.map(({ body }) => new TextDecoder().decode(body)).join('\n')
  const left = searched.filter((value) => {
    const quoted = JSON.stringify(value).slice(1, -1)
    return (
      text.includes(`"${quoted}"`) || (value.length > 7 && (text.includes(quoted) || raw.includes(quoted)))
    )
  })
  expect(searched).toHaveLength(2000)
  expect(left).toEqual([])
}

/** Long enough to be somebody's: a house's number is many houses'. */
const LEAST = 4

function collect(value: unknown, name: string, values: Set<string>): void {
  if (typeof value === 'string' || typeof value === 'number') {
    if (SOMEBODYS.has(name) && String(value).length >= LEAST) values.add(String(value))
  } else if (value !== null && typeof value === 'object')
    for (const [key, member] of Object.entries(value))
      collect(member, Array.isArray(value) ? name : key, values)
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return new TextDecoder().decode(body)
  }
}

/** Line for line by form, with the same problems, and nothing of what was recorded in it. */
function expectSamePlan({ exchanges, original, replaced, again }: Awaited<ReturnType<typeof bundled>>): void {
  expect(again.changes.map(form)).toEqual(original.changes.map(form))
  expect(again.problems).toEqual(original.problems)
  expectNothingLeft(exchanges, replaced)
}
