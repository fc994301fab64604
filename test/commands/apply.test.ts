/** A plan kept on Monday and carried out on Tuesday: exactly what of it still holds. */
import { describe, expect, test } from 'bun:test'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import { type Operator, startOperator, type Typed } from './operator.ts'

const TOWN = generatePopulation({ size: 120, seed: 31 })
const people = TOWN.subscribers.filter(({ login }) => login !== '0')
/** 40 are called otherwise, and their passwords are new. */
const SUBJECTS = people.slice(10, 50)
const WITH_PASSWORDS = { confIsImportPasswordToUsPassword: true }

function renamed(population: Population, logins: ReadonlySet<string>): Population {
  return {
    ...population,
    subscribers: population.subscribers.map((one) =>
      logins.has(one.login) ? { ...one, fullName: `Новий ${one.login}`, password: `pw-${one.login}-9` } : one,
    ),
  }
}

const MONDAY = renamed(TOWN, new Set(SUBJECTS.map(({ login }) => login)))

async function settled(population = TOWN): Promise<Operator> {
  const operator = await startOperator({ population })
  expect((await operator.type('sync', WITH_PASSWORDS)).exitCode).toBe(0)
  return operator
}

const fileOf = ({ folder }: Operator): string => join(folder, 'monday.plan')

async function keep(operator: Operator, options = ''): Promise<Typed> {
  return operator.type(`plan --out ${fileOf(operator)}${options}`, WITH_PASSWORDS)
}

const carryOut = (operator: Operator, changes: object = {}, more = ''): Promise<Typed> =>
  operator.type(`apply ${fileOf(operator)}${more}`, { ...WITH_PASSWORDS, ...changes })

const summaryOf = ({ lines }: Typed) => lines.at(-1)
const nameOf = ({ userside }: Operator, login: string): unknown =>
  userside.snapshot().subscribers[login]?.['name']

describe('a kept plan', () => {
  test('of 40 subjects, of which 3 have changed since: 37 are written, 3 are named, nobody else is touched', async () => {
    await using operator = await settled()
    operator.billing.setPopulation(MONDAY)
    expect((await keep(operator)).exitCode).toBe(2)
    const [one, two, three, ...others] = SUBJECTS
    if (one === undefined || two === undefined || three === undefined) throw new Error('nobody lives here')
    // One is called otherwise again, one was called something by hand, one has left; another one is new in the plan.
    const stranger = people[70]?.login ?? ''
    const tuesday = renamed(MONDAY, new Set([stranger]))
    operator.billing.setPopulation({
      ...tuesday,
      subscribers: tuesday.subscribers
        .filter(({ login }) => login !== three.login)
        .map((sub) => (sub.login === one.login ? { ...sub, fullName: 'Ще інша' } : sub)),
    })
    operator.userside.edit(two.login, (row) => {
      row.name = 'By Hand'
    })
    const before = operator.userside.snapshot().subscribers
    const applied = await carryOut(operator, {}, ' --json')
    expect(applied.exitCode).toBe(3)
    const outdated = applied.lines.filter(({ type }) => type === 'outdated')
    expect(new Set(outdated.map((line) => line['id']))).toEqual(new Set([one.login, two.login, three.login]))
    expect(outdated.find((line) => line['id'] === one.login && line['field'] === 'name')).toMatchObject({
      to: `Новий ${one.login}`,
      now: { to: 'Ще інша' },
    })
    const after = operator.userside.snapshot().subscribers
    for (const { login } of others) expect(nameOf(operator, login)).toBe(`Новий ${login}`)
    // What holds of a subject is carried out: the passwords of these two are those of the plan.
    for (const { login } of [one, two]) {
      expect(after[login]?.['name']).toBe(before[login]?.['name'])
      expect(after[login]?.['password']).toBe(`pw-${login}-9`)
    }
    expect(after[three.login]).toEqual(before[three.login])
    expect(after[stranger]).toEqual(before[stranger])
    expect(summaryOf(applied)).toMatchObject({ command: 'apply', fields: { name: 37, password: 39 } })

    const text = await operator.type('history last')
    expect(text.stdout).toContain('(plan-outdated, ')
    expect((await operator.type('sync', WITH_PASSWORDS)).exitCode).toBe(0)
    expect((await operator.type('verify', WITH_PASSWORDS)).exitCode).toBe(0)
    operator.expectNoViolation()
  })

  test.each([0, 1])(
    'whole of a first import does what a run does, and a second time nothing (houses %d)',
    async (way) => {
      const settings = { is_new_house_billing_compare: way }
      await using operator = await startOperator({ population: TOWN }, { settings })
      await keep(operator)
      const applied = await carryOut(operator, {}, ' --json')
      expect([applied.exitCode, applied.lines.length]).toEqual([0, 1])
      await using calm = await startOperator({ population: TOWN }, { settings })
      expect((await calm.type('sync', WITH_PASSWORDS)).exitCode).toBe(0)
      expect(operator.userside.snapshot()).toEqual(calm.userside.snapshot())
      const writes = operator.userside.counts.writes
      const again = await carryOut(operator)
      expect(again.exitCode).toBe(3)
      expect(operator.userside.counts.writes).toBe(writes)
      expect((await operator.type('sync --json', WITH_PASSWORDS)).lines.at(-1)).toMatchObject({
        userside: { writes: 0 },
      })
      operator.expectNoViolation()
    },
  )

  test('of a first import leaves to the next run what a new subscriber got meanwhile', async () => {
    await using operator = await startOperator({ population: TOWN })
    await keep(operator)
    const changed = people[3]?.login ?? ''
    const moved = TOWN.subscribers.map((one) => (one.login === changed ? { ...one, balance: '-77.00' } : one))
    operator.billing.setPopulation({ ...TOWN, subscribers: moved })
    const applied = await carryOut(operator, {}, ' --json')
    expect(applied.lines.slice(0, -1)).toEqual([
      expect.objectContaining({ type: 'outdated', id: changed, field: 'balance' }),
    ])
    expect(operator.userside.snapshot().subscribers[changed]?.['balance']).not.toBe('-77.00')
    expect((await operator.type('sync', WITH_PASSWORDS)).exitCode).toBe(0)
    expect(operator.userside.snapshot().subscribers[changed]?.['balance']).toBe('-77.00')
    operator.expectNoViolation()
  })

  test('of some subscribers, marks among them, stays with these', async () => {
    await using operator = await settled()
    const [gone, kept, other] = [people[5]?.login ?? '', people[6]?.login ?? '', people[7]?.login ?? '']
    operator.billing.setPopulation({
      ...renamed(TOWN, new Set([kept, other])),
      subscribers: renamed(TOWN, new Set([kept, other])).subscribers.filter(({ login }) => login !== gone),
    })
    await keep(operator, ` --id ${gone} --id ${kept}`)
    expect((await carryOut(operator)).exitCode).toBe(0)
    const { subscribers } = operator.userside.snapshot()
    expect([nameOf(operator, kept), nameOf(operator, other) === `Новий ${other}`]).toEqual([
      `Новий ${kept}`,
      false,
    ])
    expect(subscribers[gone]?.['isInBilling']).toBe(false)
    operator.expectNoViolation()
  })
})

describe('the file of a plan', () => {
  test('is for its owner alone and holds no password', async () => {
    await using operator = await settled()
    operator.billing.setPopulation(MONDAY)
    await keep(operator)
    expect(statSync(fileOf(operator)).mode & 0o777).toBe(0o600)
    const text = readFileSync(fileOf(operator), 'utf8')
    expect(text).toContain('"field":"password"')
    for (const { password } of [...TOWN.subscribers, ...MONDAY.subscribers])
      if (password.length > 3) expect(text).not.toContain(password)
    expect(text).not.toContain(operator.userside.apiKey)
    expect(text).not.toContain(new URL(operator.billing.url).search.slice(1))
  })

  test.each<[string, (text: string) => string, object, RegExp]>([
    ['another billing', (text) => text.replace('"billingId":1', '"billingId":2'), {}, /a plan of billing 2/],
    ['another configuration', (text) => text, { fields: { comment: 'ignore' } }, /another configuration/],
    [
      'the day before yesterday',
      (text) => text.replace(/"madeAt":"[^"]+"/, '"madeAt":"2020-01-01T00:00:00.000Z"'),
      {},
      /older than 24 hours/,
    ],
    [
      'a day to come',
      (text) => text.replace(/"madeAt":"[^"]+"/, '"madeAt":"2999-01-01T00:00:00.000Z"'),
      {},
      /of a time to come/,
    ],
    ['a cut file', (text) => text.slice(0, -40), {}, /is no plan|is not whole/],
    ['a file without its end', (text) => text.split('\n').slice(0, -2).join('\n'), {}, /is not whole/],
    ['another program', (text) => text.replace('"format":1', '"format":2'), {}, /is no plan/],
    ['anything', () => '{"a":1}\n', {}, /is no plan/],
    ['nothing', () => '', {}, /is no plan/],
  ])('of %s is refused, and nothing is written', async (_, change, configuration, sentence) => {
    await using operator = await settled()
    operator.billing.setPopulation(MONDAY)
    await keep(operator)
    writeFileSync(fileOf(operator), change(readFileSync(fileOf(operator), 'utf8')))
    const { writes, bookkeeping } = operator.userside.counts
    const { exitCode, stderr } = await carryOut(operator, configuration)
    expect(stderr).toMatch(sentence)
    expect(exitCode).toBe(64)
    expect([operator.userside.counts.writes, operator.userside.counts.bookkeeping]).toEqual([
      writes,
      bookkeeping,
    ])
    operator.expectNoViolation()
  })

  test('that cannot be read or written is a wrong command line', async () => {
    await using operator = await settled()
    const { exitCode, stderr } = await carryOut(operator)
    expect([exitCode, stderr.includes(fileOf(operator))]).toEqual([64, true])
    const folder = await operator.type(`plan --out ${operator.folder}`, WITH_PASSWORDS)
    expect([folder.exitCode, folder.stderr.includes('cannot be written')]).toEqual([64, true])
  })
})
