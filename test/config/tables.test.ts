/** The keys of a billing that is read as tables (interface.md, databases.md §1). */
import { describe, expect, test } from 'bun:test'
import { QUERY_NAMES } from '../../src/model/table-queries.ts'
import { issuesOf, load, loadKeys, REQUIRED } from './machine.ts'

const MYSQL = { billingName: 'sql', billingUrl: 'mysql://usm@db.test/billing' }
const SUBSCRIBERS = { subscribers: 'SELECT num AS id FROM abonenty' }

const flaws = (keys: Readonly<Record<string, unknown>>): string[] =>
  issuesOf(() => loadKeys(keys)).map(({ key, message }) => `${key}: ${message}`)

describe('the address of a billing', () => {
  test.each([
    ['utm5', 'mysql://u@h/db'],
    ['utm5', 'postgres://u@h:5433/db'],
    ['utm5', 'postgresql://u@h/db'],
    ['abills', 'mysql://u@h:3306/abills'],
    ['abills', 'mariadb://u@h/abills'],
    ['ubilling', 'mysql://u@localhost/stg?socket=/run/mysqld/mysqld.sock'],
    ['mikbill', 'mysql://u:p%40ss@h/mikbill'],
    ['nodeny', 'mysql://u@[::1]/nodeny'],
    ['utm5', 'sqlite:copy.db'],
    ['files', 'file:///srv/export/'],
    ['files', 'file:export'],
  ])('goes with billingName "%s": %s', (billingName, billingUrl) => {
    expect(flaws({ billingName, billingUrl })).toEqual([])
  })

  test.each([
    [
      'standart',
      'mysql://u@h/db',
      'mysql: does not go with billingName "standart", which speaks HTTP; tables are read by "utm5", "abills", "ubilling", "mikbill", "nodeny" or "sql"',
    ],
    [
      'carbon5',
      'sqlite:x.db',
      'sqlite: does not go with billingName "carbon5", which speaks HTTP; tables are read by "utm5", "abills", "ubilling", "mikbill", "nodeny" or "sql"',
    ],
    [
      'utm5',
      'https://billing.test/',
      'https: does not go with billingName "utm5", which is read from "mysql:", "postgres:" or "sqlite:"',
    ],
    [
      'abills',
      'postgres://u@h/db',
      'postgres: does not go with billingName "abills", which is read from "mysql:" or "sqlite:"',
    ],
    ['utm5', 'file:export', 'the file /etc/usm/export cannot be read: no such file or directory'],
    ['files', 'mysql://u@h/db', 'mysql: does not go with billingName "files", which is read from "file:"'],
    ['utm5', 'mysql://u@h', 'must name a database behind the host'],
    ['utm5', 'mysql://u@h/db?ssl=1', 'has an unknown parameter "ssl" (only "socket" is known)'],
    ['utm5', 'sqlite:', 'names no file'],
  ])('is an error that names both: "%s" and %s', (billingName, billingUrl, message) => {
    expect(flaws({ billingName, billingUrl })).toEqual([`billingUrl: ${message}`])
  })

  test('has its path from the folder of the configuration', () => {
    const of = (billingName: string, billingUrl: string): string =>
      loadKeys({ billingName, billingUrl }).config.billingUrl
    expect(of('files', 'file:export/today')).toBe('file:/etc/usm/export/today')
    expect(of('files', 'file:///srv/my%20export')).toBe('file:/srv/my export')
    expect(of('utm5', 'sqlite:copy.db')).toBe('sqlite:/etc/usm/copy.db')
    expect(of('utm5', 'mysql://u@h/db')).toBe('mysql://u@h/db')
  })

  test('may stand in a file, save that of a folder, which is a folder', () => {
    const text = JSON.stringify({ ...REQUIRED, billingName: 'utm5', billingUrl: 'file:address' })
    const { config } = load(text, { files: { '/etc/usm/address': 'mysql://u@h/db\n' } })
    expect(config.billingUrl).toBe('mysql://u@h/db')
  })
})

describe('queries', () => {
  test('are texts, lists of lines, files, or null', () => {
    const queries = {
      subscribers: ['SELECT num AS id', 'FROM abonenty -- all of them'],
      tariffs: 'file:tariffs.sql',
      groups: null,
    }
    const text = JSON.stringify({ ...REQUIRED, ...MYSQL, billingDatabase: { queries } })
    const { config } = load(text, { files: { '/etc/usm/tariffs.sql': 'SELECT 1 AS id, 2 AS name\n' } })
    expect(config.billingDatabase.queries).toEqual({
      subscribers: 'SELECT num AS id\nFROM abonenty -- all of them',
      tariffs: 'SELECT 1 AS id, 2 AS name',
      groups: null,
    })
  })

  test('of an unknown name are told the nearest known one, all of them where none is near', () => {
    const queries = {
      ...SUBSCRIBERS,
      tarifs: 'SELECT 1 AS id',
      subscriber_tag: 'SELECT 1',
      xyzzy: 'SELECT 1',
    }
    expect(flaws({ ...MYSQL, billingDatabase: { queries } })).toEqual([
      'billingDatabase.queries.tarifs: is an unknown query; did you mean "tariffs"?',
      'billingDatabase.queries.subscriber_tag: is an unknown query; did you mean "subscriber_tags"?',
      `billingDatabase.queries.xyzzy: is an unknown query; known are ${QUERY_NAMES.join(', ')}`,
    ])
  })

  test.each([
    ['DELETE FROM a', 'begins with DELETE: only a single SELECT may be sent'],
    ['SELECT 1; DROP TABLE a', 'is more than one statement: only a single SELECT may be sent'],
    [' ', 'is empty'],
    ['-- to be written\n', 'is empty'],
    [
      'SELECT 1 AS id FROM a WHERE b OR c AND {page:id}',
      'has {page:…} beside OR: put the other conditions in brackets',
    ],
    ['SELECT 1 FROM a WHERE {page:}', 'has {page:}, which names no column'],
    [
      "SELECT 1 FROM a WHERE b = '{parameter:b}'",
      'has a mark inside quotes: leave the quotes away, the program sets its own',
    ],
    [
      'SELECT {parameter:secretkei} AS id',
      'uses {parameter:secretkei}, which billingDatabase.parameters does not have; did you mean "secretkey"?',
    ],
    ['SELECT {parameter:now} AS id, {parameter:today}, {parameter:month}', undefined],
  ])('are a single SELECT: %s', (text, message) => {
    const billingDatabase = { queries: { ...SUBSCRIBERS, tariffs: text }, parameters: { secretkey: 'x' } }
    expect(flaws({ ...MYSQL, billingDatabase })).toEqual(
      message === undefined ? [] : [`billingDatabase.queries.tariffs: ${message}`],
    )
  })

  test('are needed of subscribers, and of nothing else', () => {
    expect(flaws(MYSQL)).toEqual([
      'billingDatabase.queries: lacks "subscribers", the one query that has to be there',
    ])
    expect(flaws({ ...MYSQL, billingDatabase: { queries: SUBSCRIBERS } })).toEqual([])
    expect(flaws({ billingName: 'utm5', billingUrl: 'mysql://u@h/db' })).toEqual([])
    const queries = { subscribers: null, groups: null }
    expect(
      flaws({ billingName: 'utm5', billingUrl: 'mysql://u@h/db', billingDatabase: { queries } }),
    ).toEqual(['billingDatabase.queries.subscribers: cannot be taken away: there is nothing without it'])
    expect(
      flaws({ billingName: 'files', billingUrl: 'file:x', billingDatabase: { queries: SUBSCRIBERS } }),
    ).toEqual(['billingDatabase.queries: is for databases: a folder of files is read as it is'])
  })

  test('that are of another form are said to be', () => {
    const queries = { ...SUBSCRIBERS, tariffs: 5, groups: [], tags: '' }
    const found = flaws({ ...MYSQL, billingDatabase: { queries, parameters: { 'a b': 1, c: [] } } })
    expect(found).toEqual([
      'billingDatabase.queries.tariffs: must be a text, a list of lines, "file:NAME.sql", or null, found the number 5',
      'billingDatabase.queries.groups: must be a text, a list of lines, "file:NAME.sql", or null, found a list',
      'billingDatabase.queries.tags: must be a text, a list of lines, "file:NAME.sql", or null, found the text ""',
      'billingDatabase.parameters.a b: is no name for a parameter: letters, digits and "_" make one',
      'billingDatabase.parameters.c: must be a text or a number, found a list',
    ])
  })
})

describe('the database', () => {
  test.each([
    [{ encoding: 'windows-1251' }, undefined],
    [{ encoding: 'KOI8-U' }, undefined],
    [{ encoding: 'cp1251' }, undefined],
    [
      { encoding: 'klingon' },
      'encoding: must be "auto" or an encoding as "windows-1251", "koi8-u" or "utf-8", found the text "klingon"',
    ],
    [{ tls: 'yes' }, 'tls: must be "verify", "require" or "off", found the text "yes"'],
    [{ timeoutSec: 0 }, 'timeoutSec: must be a whole number between 1 and 86400, found the number 0'],
    [{ passwort: 'x' }, 'passwort: is unknown; did you mean "password"?'],
    [{ caFile: 'none.pem' }, 'caFile: the file /etc/usm/none.pem cannot be read: no such file or directory'],
  ])('%j', (billingDatabase, message) => {
    expect(flaws({ billingName: 'utm5', billingUrl: 'mysql://u@h/db', billingDatabase })).toEqual(
      message === undefined ? [] : [`billingDatabase.${message}`],
    )
  })

  test('has its password from BILLING_DB_PASSWORD unless the file sets it', () => {
    const keys = { ...REQUIRED, billingName: 'utm5', billingUrl: 'mysql://u@h/db' }
    const env = { BILLING_DB_PASSWORD: 'from-outside' }
    expect(load(JSON.stringify(keys), { env }).config.billingDatabase.password).toBe('from-outside')
    const set = { ...keys, billingDatabase: { password: 'from-file', encoding: 'koi8-u' } }
    const { config, warnings } = load(JSON.stringify(set), { env })
    expect(config.billingDatabase).toMatchObject({ password: 'from-file', encoding: 'koi8-u' })
    expect(warnings.join()).toContain('BILLING_DB_PASSWORD is not used')
    const wrong = load(JSON.stringify({ ...keys, billingDatabase: { tls: 'off' } }), { env })
    expect(wrong.config.billingDatabase).toMatchObject({ password: 'from-outside', tls: 'off' })
  })
})
