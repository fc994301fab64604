/** Folders of CSV, and of JSON in the universal shape (databases.md §4). */
import { afterAll, describe, expect, test } from 'bun:test'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWatched } from '../../src/billing/tables/files/watched-file.ts'
import { BillingError, ConfigError } from '../../src/model/errors.ts'
import { Problems } from '../../src/model/problem.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { expectSettled, startWorld } from '../sync/world.ts'
import { clockOf, openTableBilling, startTableWorld, type TableBilling } from './table-world.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'usm-billing-files-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

function open(folder: string, database: TableBilling['database'] = {}, now?: () => Date) {
  const problems = new Problems()
  const billing = openTableBilling(
    { name: 'files', url: `file:${folder}`, database, ...(now && { now }) },
    { report: problems.report.bind(problems) },
  )
  return { billing, problems }
}

async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  database: TableBilling['database'] = {},
) {
  const { billing, problems } = open(folderOf(files), database)
  await billing.system()
  const { subscribers } = await billing.subscribers()
  return { people: [...subscribers.values()], problems: problems.list() }
}

async function failure(
  attempt: Promise<unknown>,
): Promise<Error & { kind?: string; hint?: string | undefined }> {
  const error: unknown = await attempt.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  )
  if (error instanceof BillingError || error instanceof ConfigError) return error
  throw error
}

describe('a CSV file', () => {
  test.each([
    ['commas', 'id,name\n1,"Коваль, Ірина"\n2,Мороз\n'],
    ['semicolons', 'id;name\r\n1;Коваль, Ірина\r\n2;Мороз\r\n'],
    ['tabs', 'name\tid\nКоваль, Ірина\t1\nМороз\t2'],
    ['a mark of its encoding', '\ufeffid,name\n1,"Коваль, Ірина"\n2,Мороз\n'],
    ['quotes around everything', '"id","name"\n"1","Коваль, Ірина"\n"2","Мороз"\n\n'],
    ['a separator at the end of every line', 'id;name;\n1;Коваль, Ірина;\n2;Мороз;\n'],
    ['rows that were emptied', 'id;name\n1;Коваль, Ірина\n;\n2;Мороз\n;\n ; \n'],
    ['blanks around the names', ' id , name \n1,"Коваль, Ірина"\n2,Мороз\n'],
  ])('with %s is read', async (_, text) => {
    const { people } = await read({ 'subscribers.csv': text })
    expect(people.map(({ id, fullName }) => [id, fullName])).toEqual([
      ['1', 'Коваль, Ірина'],
      ['2', 'Мороз'],
    ])
  })

  test('keeps line breaks and quotes that stand in quotes', async () => {
    const { people } = await read({
      'subscribers.csv': 'id,name,comment\n1,ТОВ "Ромашка","рядок\n""другий"""\n',
    })
    expect(people[0]).toMatchObject({ fullName: 'ТОВ "Ромашка"', comment: 'рядок "другий"' })
  })

  test.each([
    ['a quote in a cell without quotes', '1,ТОВ "Ромашка"\n', 'ТОВ "Ромашка"'],
    ['quotes that are not written twice', '1,"ТОВ "Ромашка""\n', '"ТОВ "Ромашка""'],
    [
      'quotes and line breaks, as they are to be written',
      '1,"""Ромашка""\nта ""Ко"""\n',
      '"Ромашка" та "Ко"',
    ],
  ])('is read with %s', async (_, rows, name) => {
    const { people } = await read({ 'subscribers.csv': `id,name\n${rows}2,Мороз\n` })
    expect(people.map(({ id, fullName }) => [id, fullName])).toEqual([
      ['1', name],
      ['2', 'Мороз'],
    ])
  })

  test('may be in another encoding', async () => {
    const bytes = Uint8Array.from([...Buffer.from('id;name\n1;'), 0xaa, 0xe2, 0xe0, 0x0a])
    const { people } = await read({ 'subscribers.csv': bytes }, { encoding: 'windows-1251' })
    expect(people[0]?.fullName).toBe('Єва')
  })

  test.each(['utf-8', 'utf-16le'] as const)(
    'that says by its mark that it is in %s is, whatever is set for others',
    async (encoding) => {
      const text = '\ufeffid;name\n1;Єва\n'
      const marked = encoding === 'utf-8' ? Buffer.from(text) : Buffer.from(text, 'utf16le')
      const other = Uint8Array.from([...Buffer.from('id;name\n7;'), 0xaa, 0xe2, 0xe0, 0x0a])
      const files = { 'subscribers.csv': marked, 'tariffs.csv': other }
      const { billing } = open(folderOf(files), { encoding: 'windows-1251' })
      await billing.system()
      expect(await billing.tariffs()).toMatchObject({ items: new Map([['7', { name: 'Єва' }]]) })
      const { subscribers } = await billing.subscribers()
      expect(subscribers.get('1')?.fullName).toBe('Єва')
    },
  )

  test('is read with its side lists, in the order of the file', async () => {
    const { people } = await read({
      'subscribers.csv': 'id,state,city,street,house_number\n7,work,Київ,Соборна,12А\n8,pause,,,\n',
      'phones.csv': 'subscriber,number\n7,0671111111\n8,0671112222\n7,0441234567\n',
      'ips.csv': 'subscriber,ip,mac\n7,10.0.0.1,00:11:22:33:44:55\n',
    })
    expect(
      people.map(({ phones, ipMacs, stateId, address }) => ({
        phones,
        ipMacs,
        stateId,
        address: address?.houseId,
      })),
    ).toEqual([
      {
        phones: ['0671111111', '0441234567'],
        ipMacs: [{ ip: 167_772_161, mac: '001122334455' }],
        stateId: 'work',
        address: 'Київ|Соборна|12А',
      },
      { phones: ['0671112222'], ipMacs: [], stateId: 'pause', address: undefined },
    ])
  })

  test('that is missing is a list the billing does not have', async () => {
    const { billing } = open(folderOf({ 'subscribers.csv': 'id\n1\n' }))
    await billing.system()
    expect(await billing.tariffs()).toMatchObject({ state: 'unavailable', reason: 'unsupported' })
    const { billing: empty } = open(folderOf({ 'tariffs.csv': 'id,name\n1,x\n' }))
    await empty.system()
    expect((await failure(empty.subscribers())).message).toBe('There is no query "subscribers".')
  })

  test.each([
    ['is empty', '', 'The file subscribers.csv is empty.'],
    [
      'has a quote open at its end',
      'id,name\n1,Коваль\n2,"Моро',
      'It is cut: a quote is still open at its end.',
    ],
    [
      'ends in the middle of a row',
      'id,name,balance\n1,Коваль,5\n2,Мо',
      'fewer or more cells than the header in line 3',
    ],
    [
      'has more cells than its header',
      'id,name\n1,Коваль,5\n',
      'fewer or more cells than the header in line 2',
    ],
    ['has an id twice', 'id,name\n1,a\n1,b\n', 'two rows with the id "1"'],
    [
      'is in another encoding than it is said to be',
      Buffer.concat([Buffer.from('id,name\n1,Коваль\n2,'), Uint8Array.of(0xcc, 0xee, 0xf0, 0x0a)]),
      'It holds bytes that are no characters of its encoding (utf-8).',
    ],
    [
      'ends in the middle of a character',
      Buffer.from('id,name\n1,Коваль').subarray(0, -1),
      'It holds bytes that are no characters of its encoding (utf-8).',
    ],
    [
      'has a quote in a cell in quotes, so that the next row is part of the cell',
      'id,name,state\n5,"Жук"",work\n6,"Іван",pause\n7,x,work\n',
      'It has a cell that opens with a quote and goes on over other rows, up to line 3.',
    ],
    [
      'has the same in its last cells',
      'id,login,name\r\n1,a,x\r\n2,b,"Жук\r\n3,c,x\r\n4,d,"Коваль"\r\n',
      'goes on over other rows, up to line 5.',
    ],
    ['has a row without an id', 'id,name\n1,a\n,b\n', 'rows without an id'],
  ])('that %s is no list', async (_, text, message) => {
    const error = await failure(read({ 'subscribers.csv': text }))
    expect(error).toMatchObject({ kind: 'malformed' })
    expect(error.message).toContain(message)
  })

  test('that changes while it is read is no list', async () => {
    const path = join(folderOf({ 'subscribers.csv': 'id,name\n1,Коваль\n' }), 'subscribers.csv')
    const reading = readWatched(path, { maxAgeMinutes: undefined, now: () => new Date() })
    await reading.next()
    appendFileSync(path, '2,Мороз\n')
    const rest = async (): Promise<void> => {
      for await (const _ of reading);
    }
    await expect(rest()).rejects.toThrow('The file subscribers.csv was changed while it was read.')
  })

  test('that is older than it may be is no list', async () => {
    const folder = folderOf({ 'subscribers.csv': 'id\n1\n' })
    utimesSync(
      join(folder, 'subscribers.csv'),
      new Date('2026-11-23T10:00:00Z'),
      new Date('2026-11-23T10:00:00Z'),
    )
    const at = async (time: string): Promise<string> => {
      const { billing } = open(folder, { maxAgeMinutes: 60 }, () => new Date(time))
      await billing.system()
      return await billing.subscribers().then(
        () => 'read',
        (error: Error) => error.message,
      )
    }
    expect(await at('2026-11-23T11:00:00Z')).toBe('read')
    expect(await at('2026-11-23T11:02:00Z')).toContain(
      'The file subscribers.csv is 62 minutes old, more than 60.',
    )
  })

  test.each([
    [
      'an unknown column',
      { 'subscribers.csv': 'id,nmae\n1,x\n' },
      'unknown column "nmae"; did you mean "name"?',
    ],
    [
      'a file of nearly a known name',
      { 'subscribers.csv': 'id\n1\n', 'tarifs.csv': 'id,name\n' },
      'The file tarifs.csv in the folder of billingUrl is unknown; did you mean "tariffs"?',
    ],
  ])('is an error of the configuration with %s', async (_, files, message) => {
    const error = await failure(read(files))
    expect(error).toBeInstanceOf(ConfigError)
    expect(error.message).toContain(message)
  })

  test('leaves files of other names alone', async () => {
    const { people } = await read({
      'subscribers.csv': 'id\n1\n',
      'payments-2026.csv': 'x',
      'readme.txt': '',
    })
    expect(people).toHaveLength(1)
  })

  test('brings its subscribers into UserSide, a second run writes nothing', async () => {
    const folder = folderOf({
      'subscribers.csv':
        'id;login;name;balance;tariff;state;phone;ip;city;street;house_number;apartment\n' +
        '1;koval;Коваль Ірина;-12,50;10;work;+380671234567;10.0.0.1;Київ;Соборна;12А;45\n' +
        '2;moroz;Мороз Олег;100;10;nomoney;;;Київ;Соборна;12А;46\n' +
        '3;bondar;Бондар Яна;0;;disable;;;Біла Церква;Київська;7/2;\n',
      'tariffs.csv': 'id;name;fee;days;speed_down;speed_up\n10;Базовий;150;30;102400;51200\n',
    })
    const world = await startTableWorld({ name: 'files', url: `file:${folder}` })
    try {
      const { problems } = await world.run()
      expect(problems.list().filter(({ partial }) => partial)).toEqual([])
      await expectSettled(world)
      expect(world.userside.snapshot('name').subscribers['koval']).toMatchObject({
        name: 'Коваль Ірина',
        balance: '-12.50',
        tariffs: ['Базовий'],
        stateId: '2',
        phones: ['380671234567'],
        house: ' |  | Київ |  | Соборна | 12 | А',
        apartment: '45',
      })
      // One of them is gone from a file that is whole: that is somebody who is gone.
      writeFileSync(
        join(folder, 'subscribers.csv'),
        'id;login;name;balance;tariff;state\n1;koval;Коваль Ірина;5;10;work\n2;moroz;Мороз Олег;100;10;nomoney\n',
      )
      await world.run()
      expect(world.userside.snapshot('name').subscribers['bondar']).toMatchObject({ isInBilling: false })
      await expectSettled(world)
    } finally {
      await world.stop()
    }
  })

  test('that cannot be read stops the run: nothing is written, nobody is absent', async () => {
    const folder = folderOf({ 'subscribers.csv': 'id,name\n1,Коваль\n2,Мороз\n' })
    const world = await startTableWorld({ name: 'files', url: `file:${folder}` })
    try {
      await world.run()
      const before = world.userside.snapshot('id')
      const { writes } = world.userside.counts
      writeFileSync(join(folder, 'subscribers.csv'), 'id,name\n1,"Кова')
      expect((await failure(world.run())).message).toContain('It is cut')
      expect(world.userside.counts.writes).toBe(writes)
      expect(world.userside.snapshot('id')).toEqual(before)
    } finally {
      await world.stop()
    }
  })
})

describe('a folder of JSON', () => {
  const population = generatePopulation({ size: 25, seed: 5 })

  /** What the universal API answers, kept in files. */
  async function saved(): Promise<string> {
    const world = await startWorld({ population, dialect: 'generic' })
    const files: Record<string, string> = {}
    for (const method of METHODS) {
      const answer = await fetch(
        `${world.billing.url}&temp=${Math.floor(Date.now() / 1000)}&request=${method}`,
      )
      if (answer.status === 200) files[`${method}.json`] = await answer.text()
    }
    await world.stop()
    return folderOf(files)
  }

  test('brings the same as the API whose answers it holds', async () => {
    const folder = await saved()
    const api = await startWorld({ population, dialect: 'generic' })
    const world = await startTableWorld({ name: 'files', url: `file:${folder}`, ...clockOf(population) })
    try {
      await api.run()
      await world.run()
      await expectSettled(world)
      expect(world.userside.snapshot('id')).toEqual(api.userside.snapshot('id'))
    } finally {
      await Promise.all([api.stop(), world.stop()])
    }
  })

  test.each([
    ['is cut', '{"1":{"id":1,"login":"koval"', 'malformed'],
    ['is empty', '', 'malformed'],
    ['is no list', '"error"', 'malformed'],
  ])('whose list of subscribers %s is no list', async (_, text, kind) => {
    const { billing } = open(folderOf({ 'get_user_list.json': text }))
    await billing.system()
    expect(await failure(billing.subscribers())).toMatchObject({ kind })
  })

  test.each([
    ['UTF-8', Buffer.from('\ufeff{"1":{"id":1,"full_name":"Єва"}}')],
    ['UTF-16', Buffer.from('\ufeff{"1":{"id":1,"full_name":"Єва"}}', 'utf16le')],
  ])('that says by its mark that it is in %s is', async (_, bytes) => {
    const { people, problems } = await read({ 'get_user_list.json': bytes })
    expect(people[0]?.fullName).toBe('Єва')
    expect(problems.filter(({ code }) => code === 'garbage-before-json')).toEqual([])
  })

  test('that is cut is told as a file, not as the answer of a server', async () => {
    const { billing } = open(folderOf({ 'get_user_list.json': '{"1":{"id":1,"login":"koval"},"2":{"id":' }))
    await billing.system()
    expect(await failure(billing.subscribers())).toMatchObject({
      kind: 'malformed',
      message: expect.stringContaining('It is cut: a bracket is still open at its end.'),
      hint: 'Look at the program that writes the file.',
    })
  })

  test.each([
    ['a folder in its place', (path: string) => mkdirSync(path)],
    ['a link to nowhere', (path: string) => symlinkSync('/nowhere/at/all', path)],
  ])('with %s has a list that failed, not one it does not have', async (_, put) => {
    const folder = folderOf({ 'get_user_list.json': '{"1":{"id":1,"login":"koval"}}' })
    const { billing } = open(folder)
    await billing.system()
    expect(await billing.groups()).toMatchObject({ state: 'unavailable', reason: 'unsupported' })
    put(join(folder, 'get_user_group_list.json'))
    expect(await billing.groups()).toMatchObject({ state: 'unavailable', reason: 'failed' })
    put(join(folder, 'get_tariff_list.json'))
    expect((await failure(billing.tariffs())).message).toContain(
      'The file get_tariff_list.json cannot be read (',
    )
  })

  test('that is gone in the middle has no list that it does not have', async () => {
    const folder = folderOf({ 'get_user_list.json': '{"1":{"id":1,"login":"koval"}}' })
    const { billing } = open(folder)
    await billing.system()
    rmSync(folder, { recursive: true })
    expect((await failure(billing.tariffs())).message).toContain(`The folder ${folder} cannot be read.`)
  })

  test('that holds both kinds is an error', () => {
    const folder = folderOf({ 'get_user_list.json': '{}', 'subscribers.csv': 'id\n' })
    expect(() => open(folder)).toThrow('The folder holds both get_user_list.json and subscribers.csv.')
  })
})

const METHODS = [
  ...['get_system_information', 'get_tariff_list', 'get_services_list', 'get_user_state_list'],
  ...['get_user_group_list', 'get_user_tags', 'get_user_additional_data_type_list', 'get_user_list'],
  ...['get_city_list', 'get_city_district_list', 'get_street_list', 'get_house_list'],
]

test('a folder that is not there is said to be', async () => {
  const { billing } = open('/nowhere/at/all')
  expect(await failure(billing.system())).toMatchObject({
    kind: 'config',
    message: 'The folder /nowhere/at/all cannot be read.',
  })
})
