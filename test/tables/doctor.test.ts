/** `doctor` for a billing that is read as tables, from a file: what it finds wrong in queries and rows. */
import { describe, expect, test } from 'bun:test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { misreadingOf } from '../../src/billing/tables/inspection/misread-text.ts'
import { BUILT_IN_NAMES } from '../../src/model/table-address.ts'
import { HOME_QUERIES, homeTables } from '../../src/sandbox/tables/home.ts'
import { type Operator, startOperator, type Typed } from '../commands/operator.ts'
import { STAND_INS, sayable } from './stand-ins.ts'
import { SqliteFile } from './table-world.ts'

const HOME = homeTables(sayable()())

/** What doctor says of the billing, having written nothing. */
async function examine(operator: Operator, changes: Readonly<Record<string, unknown>>): Promise<Typed> {
  operator.userside.isWriteForbidden = true
  const typed = await operator.type('doctor --json', changes)
  expect(operator.userside.counts).toMatchObject({ bookkeeping: 0, writes: 0 })
  operator.expectNoViolation()
  return typed
}

/** Doctor over a home-made billing whose queries or rows are not as they should be. */
async function examineHome(
  queries: Readonly<Record<string, string | null>>,
  statements: readonly string[] = [],
): Promise<Typed> {
  await using operator = await startOperator()
  using file = new SqliteFile(HOME)
  file.run(statements)
  const own = Object.fromEntries(
    Object.entries({ ...HOME_QUERIES, ...queries }).filter(([, text]) => text !== null),
  )
  return await examine(operator, {
    billingName: 'sql',
    billingUrl: file.url,
    billingDatabase: { queries: own },
  })
}

const named = ({ lines }: Typed, name: string) =>
  lines.filter((line) => line['name'] === name && line['system'] === 'billing')
/** What is not well of the billing, but its clock: here the host's is another one. */
const unwell = ({ lines }: Typed) =>
  lines.filter(
    (line) =>
      line['system'] === 'billing' &&
      line['name'] !== 'clock' &&
      (line['ok'] === 'warn' || line['ok'] === 'fail'),
  )

describe('with everything in order', () => {
  test.each([...BUILT_IN_NAMES, 'sql'])('%s is well, and every query has its line', async (name) => {
    const standIn = STAND_INS[name]
    if (standIn === undefined) throw new Error(name)
    await using operator = await startOperator()
    using file = new SqliteFile(standIn.tables(standIn.population()))
    const typed = await examine(operator, {
      billingName: name,
      billingUrl: file.url,
      billingDatabase: { ...standIn.database },
    })
    expect(unwell(typed)).toEqual([])
    expect(named(typed, 'query subscribers')[0]).toMatchObject({ ok: 'ok' })
    expect(named(typed, 'subscribers')[0]).toMatchObject({ text: '60 subscribers, each id once' })
    expect(named(typed, 'sample')[0]).toMatchObject({ ok: 'ok' })
    expect(named(typed, 'encoding')[0]).toMatchObject({ ok: 'ok', text: 'auto: Cyrillic as it should be' })
    expect(typed.lines.at(-1)).toMatchObject({
      type: 'summary',
      exitCode: 0,
      billing: { dialect: name, subscribers: 60 },
    })
  })

  test('a folder of files needs no server', async () => {
    await using operator = await startOperator()
    const folder = await mkdtemp(join(tmpdir(), 'usm-billing-csv-'))
    await writeFile(join(folder, 'subscribers.csv'), 'id;name;balance\n1;Іван;5\n2;Ольга;7,50\n')
    const typed = await examine(operator, { billingName: 'files', billingUrl: `file:${folder}` })
    await rm(folder, { recursive: true })
    expect(unwell(typed)).toEqual([])
    expect(named(typed, 'subscribers')[0]).toMatchObject({ text: '2 subscribers, each id once' })
  })
})

describe('of a query', () => {
  test.each<[string, string, string, RegExp, string]>([
    [
      'an unknown column names the nearest',
      'subscribers',
      'SELECT num AS id, fio AS name, balans AS balanse FROM abonenty',
      /unknown column "balanse"; did you mean "balance"\?$/,
      'query subscribers',
    ],
    [
      'a missing column',
      'phones',
      'SELECT abon AS subscriber FROM telefony',
      /lacks the column "number"/,
      'query phones',
    ],
    [
      'a table that is not there',
      'tariffs',
      'SELECT id AS id, nazva AS name FROM taryfu',
      /no such table: taryfu/,
      'query tariffs',
    ],
  ])('%s is told, and the others are read all the same', async (_, query, text, says, name) => {
    const typed = await examineHome({ [query]: text })
    expect(named(typed, name)[0]).toMatchObject({ ok: 'fail', text: expect.stringMatching(says) })
    expect(named(typed, name)[0]?.['hint']).toContain(`billingDatabase.queries`)
    expect(named(typed, 'groups')[0]).toMatchObject({ ok: 'ok' })
    expect(typed.exitCode).toBe(5)
  })

  test.each<[string, readonly string[], RegExp]>([
    ['twice', [], /two rows with the id/],
    [
      'empty',
      ["UPDATE abonenty SET login = '' WHERE num = (SELECT MAX(num) FROM abonenty)"],
      /rows without an id/,
    ],
  ])('an id that is %s fails', async (kind, statements, says) => {
    const id = kind === 'twice' ? "'same'" : 'login'
    const typed = await examineHome(
      { subscribers: `SELECT ${id} AS id, fio AS name FROM abonenty` },
      statements,
    )
    expect(named(typed, 'subscribers')[0]).toMatchObject({ ok: 'fail', text: expect.stringMatching(says) })
    expect(typed.exitCode).toBe(5)
  })

  test('a list whose rows cannot be used leaves the lists behind it to be read', async () => {
    const typed = await examineHome({ tariffs: "SELECT 'same' AS id, nazva AS name FROM taryfy" })
    expect(named(typed, 'tariffs')[0]).toMatchObject({
      ok: 'fail',
      text: expect.stringContaining('two rows with the id "same"'),
    })
    for (const list of ['groups', 'subscribers', 'houses'])
      expect(named(typed, list)[0]).toMatchObject({ ok: 'ok' })
  })

  test('a list of subscribers whose rows cannot be used is told, though its query can be asked', async () => {
    const typed = await examineHome({ phones: "SELECT NULL AS subscriber, '0501112233' AS number" })
    expect(named(typed, 'query phones')[0]).toMatchObject({ ok: 'ok' })
    expect(named(typed, 'phones')).toMatchObject([
      { ok: 'fail', text: 'The query "phones" has rows without a subscriber.' },
    ])
    expect(named(typed, 'subscribers')[0]).toMatchObject({ ok: 'ok' })
    expect(typed.exitCode).toBe(5)
  })

  test('what columns it is without is told, save for what a list of its own says', async () => {
    const typed = await examineHome({
      subscribers: 'SELECT num AS id, fio AS name, balans AS balance FROM abonenty',
    })
    const text = String(named(typed, 'query subscribers')[0]?.['text'])
    expect(text).toContain('without login, account, agreement')
    expect(text).not.toMatch(/phone|tariff/)
  })

  test('a list that is not there is a warning only where somebody refers to it', async () => {
    const typed = await examineHome({ tariffs: null, groups: null })
    expect(named(typed, 'query tariffs')[0]).toMatchObject({ ok: 'warn' })
    expect(named(typed, 'query groups')[0]).toMatchObject({ ok: 'skip' })
  })
})

describe('of a sample of rows', () => {
  test.each<[string, string, string]>([
    [
      'a date',
      "UPDATE abonenty SET pidklyucheno = 'вчора'",
      'subscribers.connected: in 60 of 60 rows the value is no date',
    ],
    [
      'money',
      "UPDATE abonenty SET kredyt = 'багато'",
      'subscribers.credit: in 60 of 60 rows the value is no number',
    ],
    [
      'a flag',
      "UPDATE abonenty SET firma = 'юр'",
      'subscribers.corporate: in 60 of 60 rows the value is neither yes nor no',
    ],
    [
      'a state',
      "UPDATE abonenty SET stan = 'active'",
      'subscribers.state: in 60 of 60 rows the value is not among the states: "active"',
    ],
    ['a phone', "UPDATE telefony SET nomer = '3,80501E+11'", 'phones.number: in'],
    ['an IP', "UPDATE adresy_ip SET ip = '10.0.'", 'ips.ip: in'],
    ['a tariff', 'UPDATE abon_taryfy SET taryf = 999', 'subscriber_tariffs.tariff: in'],
  ])('%s that cannot be read is told with the query to change', async (_, statement, says) => {
    const typed = await examineHome({}, [statement])
    const [remark] = unwell(typed).filter((line) => line['name'] === 'sample')
    expect(remark?.['text']).toStartWith(says)
    expect(remark?.['hint']).not.toBe('')
  })

  test('a list that names subscribers by something else than their id is told', async () => {
    const typed = await examineHome({
      phones: "SELECT 'x' || abon AS subscriber, nomer AS number FROM telefony",
    })
    const [remark, ...others] = unwell(typed)
    expect(remark?.['text']).toMatch(
      /^phones\.subscriber: in \d+ of \d+ rows the value is no subscriber's id: "x/,
    )
    expect(remark?.['hint']).toStartWith('billingDatabase.queries.phones: "subscriber" must be')
    expect(others).toEqual([])
  })

  test('a column that says the same of everybody is told', async () => {
    const typed = await examineHome({}, ["UPDATE abonenty SET login = 'usm_billing'"])
    expect(unwell(typed).map((line) => line['text'])).toEqual([
      'subscribers.login: 60 rows and one value in all of them, "usm_billing".',
    ])
    expect(typed.exitCode).toBe(0)
  })

  // What a server makes of bytes in columns that lie.
  const misread = (text: string, stored: string, believed: string): string => {
    const bytes = Array.from({ length: 256 }, (_, byte) =>
      new TextDecoder(stored as 'utf-8').decode(Uint8Array.of(byte)),
    )
    const raw =
      stored === 'utf-8' ? Buffer.from(text) : Uint8Array.from(text, (letter) => bytes.indexOf(letter))
    return new TextDecoder(believed as 'utf-8').decode(raw)
  }

  test.each<[string, string]>([
    ['koi8-u', misread('Гоїть Ґалаґанівна', 'koi8-u', 'koi8-r')],
    ['windows-1251', misread('Іваненко Іван', 'windows-1251', 'windows-1252')],
    ['utf-8', misread('Іваненко Іван', 'utf-8', 'windows-1252')],
  ])('letters that were %s are recognized', async (encoding, text) => {
    const typed = await examineHome({}, [`UPDATE abonenty SET fio = '${text.replaceAll("'", "''")}'`])
    expect(named(typed, 'encoding')[0]).toMatchObject({
      ok: 'warn',
      hint: `billingDatabase.encoding: "${encoding}"`,
    })
  })

  test.each<[string, string, string]>([
    ['windows-1251', 'utf-8', 'Ґалаґан Єва Їжакевич'],
    ['windows-1251', 'ibm866', 'Соколов Сергей'],
    ['koi8-u', 'windows-1251', 'Іваненко Іван'],
    ['windows-1251', 'koi8-u', 'Іваненко Іван'],
  ])('letters that were read as %s and are %s are recognized', (set, stored, text) => {
    expect(misreadingOf([misread(text, stored, set)], set)?.encoding).toBe(stored)
    expect(
      misreadingOf([text, 'ТОВ «Ромашка №5»', 'вул. Б. Хмельницького', "Лук'янівка-2"], set),
    ).toBeUndefined()
  })

  test('UTF-8 in columns that claim to be windows-1251 is recognized', async () => {
    const text = misread('Ґалаґан Єва', 'utf-8', 'windows-1251')
    const typed = await examineHome({}, [`UPDATE abonenty SET fio = '${text}'`])
    expect(named(typed, 'encoding')[0]).toMatchObject({
      ok: 'warn',
      hint: 'billingDatabase.encoding: "utf-8"',
    })
  })

  test('letters that are lost cannot be had back', async () => {
    const typed = await examineHome({}, ["UPDATE abonenty SET fio = '???????? ????'"])
    expect(named(typed, 'encoding')[0]).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('lost in the database'),
    })
  })
})

test('a file that is none is told, and nobody is asked more', async () => {
  await using operator = await startOperator()
  const typed = await examine(operator, {
    billingName: 'abills',
    billingUrl: `sqlite:${operator.folder}/none.db`,
  })
  expect(named(typed, 'connection')[0]).toMatchObject({
    ok: 'fail',
    text: expect.stringContaining('cannot be opened'),
  })
  expect(named(typed, 'subscribers')).toEqual([])
  expect(typed.exitCode).toBe(5)
})
