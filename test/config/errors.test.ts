import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { parseJsonc } from '../../src/config/jsonc.ts'
import { loadConfig } from '../../src/config/load.ts'
import { errorsOf, FILE, issuesOf, load, loadKeys, machine, REQUIRED } from './machine.ts'

const SECRET = 'UB0123456789abcdef'
/** The keys that have to be there, to put others behind. */
const REQUIRED_TEXT = JSON.stringify(REQUIRED).slice(1, -1)

describe('a configuration that is not valid', () => {
  test('lists all its errors at once, each with file, line, column, key and cause', () => {
    const text = `{
  // comments and trailing commas are fine
  "billingName": "carbon6",
  "billingUrl": "htp://x/?key=${SECRET}",
  "billingId": "1",
  "usersideUrl": "http://u/",
  "confIsImportLessPhone": true,
  "fields": { "phones": "fill", "blance": "mirror", "email": "never" },
  "safety": { "maxAbsent": 3, "maxAbsentCount": -1 },
  "confSkipDeleteIp": ["10.0.0.5-10.0.0.1", true, [1, 2], 5, "10.0.0.0/33"],
  "additionalDataMerge": { "1": 62, "2": "62", "3": {} },
  "filter": { "include": {}, "exclude": { "groups": [true, 3] } },
  "keepDays": 3, "log": [],
  "isSilence": 0, /* and so on */ "isSilence": false,
}`
    expect(errorsOf(() => load(text))).toEqual([
      `${FILE}:1:1 usersideApiKey: is missing: API key of the ERP (environment: USERSIDE_API_KEY)`,
      `${FILE}:3:3 billingName: must be "standart", "carbon5", "utm5", "abills", "ubilling", "mikbill", "nodeny", "sql" or "files", found the text "carbon6"`,
      `${FILE}:4:3 billingUrl: must be an http:// or https:// URL; for tables mysql://…, postgres://…, sqlite:PATH or file:FOLDER, found a text that is not shown`,
      `${FILE}:5:3 billingId: must be a whole number between 1 and 2147483647, found the text "1"`,
      `${FILE}:8:15 fields.phones: is "fill", but confIsImportLessPhone is set, which means "mirror": take one of them out`,
      `${FILE}:8:33 fields.blance: is unknown; did you mean "balance"?`,
      `${FILE}:8:53 fields.email: must be "mirror", "update", "fill" or "ignore", found the text "never"`,
      `${FILE}:9:15 safety.maxAbsent: is unknown; did you mean "maxAbsentCount"?`,
      `${FILE}:9:31 safety.maxAbsentCount: must be a whole number, 0 or more, found the number -1`,
      `${FILE}:10:24 confSkipDeleteIp[0]: the range "10.0.0.5-10.0.0.1" ends before it begins`,
      `${FILE}:10:45 confSkipDeleteIp[1]: must be "A-B", "net/len", "A" or a pair [min, max], found true`,
      `${FILE}:10:59 confSkipDeleteIp[3]: must be "A-B", "net/len", "A" or a pair [min, max], found the number 5`,
      `${FILE}:10:62 confSkipDeleteIp[4]: "/33" is not a prefix length between 0 and 32`,
      `${FILE}:11:37 additionalDataMerge.2: goes to the UserSide field 62, to which the billing field 1 already goes`,
      `${FILE}:11:48 additionalDataMerge.3: must be the id of a UserSide field, found an object`,
      `${FILE}:12:15 filter.include: names nothing: fill it or leave it out`,
      `${FILE}:12:54 filter.exclude.groups[0]: must be an id or a name, found true`,
      `${FILE}:13:3 keepDays: is unknown; did you mean "log.keepDays"?`,
      `${FILE}:13:18 log: must be an object { … }, found a list`,
      `${FILE}:14:35 isSilence: is given twice; take one of them out`,
    ])
  })

  test('says each error once, however many rules it breaks', () => {
    const numbers = '"safety": { "maxAbsentCount": -1.5 }, "billingHttp": { "retries": 1e400 }'
    expect(errorsOf(() => load(`{ ${REQUIRED_TEXT}, ${numbers} }`))).toEqual([
      expect.stringContaining(
        'safety.maxAbsentCount: must be a whole number, 0 or more, found the number -1.5',
      ),
      expect.stringContaining('billingHttp.retries: must be a whole number between 0 and 20'),
    ])
  })

  test('does not call a rule empty whose only key is misspelt', () => {
    expect(errorsOf(() => load(`{ ${REQUIRED_TEXT}, "filter": { "include": { "goups": ["a"] } } }`))).toEqual(
      [expect.stringContaining('filter.include.goups: is unknown; did you mean "groups"?')],
    )
  })

  test('shows what an entry of "notify" looks like, and guesses at no key without a name', () => {
    const errors = errorsOf(() => load(`{ ${REQUIRED_TEXT}, "notify": ["a@b.c"], "": 1 }`))
    expect(errors).toEqual([
      expect.stringContaining('an object { "to": …, "token": …, "on": …, "repeatHours": … }'),
      expect.stringMatching(/ is unknown$/),
    ])
  })

  test.each([
    ['an empty file', '', [`${FILE}:1:1 the file is empty`]],
    ['a list', '[1]', [`${FILE}:1:1 an object { … } is expected, found a list`]],
    [
      'a missing comma',
      `{ "billingId": 1\n "isSilence": true }`,
      [`${FILE}:2:2 a comma is missing before this`],
    ],
    ['a missing brace', `{ "billingId": 1`, [`${FILE}:1:17 a closing } is missing`]],
    [
      'a text without its end, before a key that is unknown',
      `{ "billingUrl": "http://x,\n  "logpaht": "x" }`,
      [
        `${FILE}:1:17 this text has no closing double quote on its line`,
        `${FILE}:2:3 a comma is missing before this`,
        `${FILE}:2:3 logpaht: is unknown; did you mean "logPath"?`,
      ],
    ],
    [
      'single quotes',
      `{ 'billingId': 1 }`,
      [`${FILE}:1:3 this is neither a text in double quotes, a number, true, false nor null`],
    ],
  ])('says where the syntax is broken: %s', (_what, text, errors) => {
    const found = errorsOf(() => load(text))
    expect(found.filter((line) => !line.includes('is missing: '))).toEqual(errors)
  })

  test('does not call keys missing that a broken text may have hidden', () => {
    expect(errorsOf(() => load('{ "billingId": 1, "isSilence" true }')).join()).not.toContain('is missing: ')
  })

  test('counts columns from 1 behind a byte order mark and after every kind of line end', () => {
    const text = '\uFEFF{\r\n\r\n "a": 1,\n "b": 2,\r "c": 3 }'
    const places = issuesOf(() => load(text)).map(({ line, column, key }) => [key, line, column])
    expect(places.filter(([key]) => ['a', 'b', 'c'].includes(String(key)))).toEqual([
      ['a', 3, 2],
      ['b', 4, 2],
      ['c', 5, 2],
    ])
  })

  test('never shows what may be a secret', () => {
    const keys = {
      billingUrl: SECRET,
      pingUrl: `x${SECRET}`,
      usersidePasswordSalt: [SECRET],
      usersideApiKey: { a: SECRET },
    }
    const lines = errorsOf(() => loadKeys({ ...keys, billingHttp: { proxy: SECRET } }))
    expect(lines).toHaveLength(5)
    expect(lines.join('\n')).not.toContain(SECRET)
  })

  test('takes keys such as __proto__ and constructor for the unknown keys they are', () => {
    const text = `{ "__proto__": { "billingId": 1 }, "constructor": 2, "toString": 3 }`
    const lines = errorsOf(() => load(text)).filter((line) => line.includes('is unknown'))
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['__proto__:', 'constructor:', 'toString:'])
  })

  test.each(['billingHttp', 'usersideHttp'])(
    'names a certificate file of %s that is of no use',
    (section) => {
      const files = { '/etc/usm/key.pem': '-----BEGIN PRIVATE KEY-----' }
      const errorsWith = (caFile: string) =>
        errorsOf(() =>
          load(
            `{ "billingUrl": "http://b/", "usersideUrl": "http://u/", "usersideApiKey": "K",\n  "${section}": { "caFile": "${caFile}" } }`,
            { files, env: { CA: 'gone.pem' } },
          ),
        )
      const place = `${FILE}:2:${section.length + 9} ${section}.caFile:`
      const missing = `${FILE}:1:1 billingId: is missing: number of the billing in UserSide (Settings - Billings) (environment: BILLING_ID)`
      expect(errorsWith('tls/gone.pem')).toEqual([
        missing,
        `${place} the file /etc/usm/tls/gone.pem cannot be read: no such file or directory`,
      ])
      expect(errorsWith('/etc/usm/key.pem')).toEqual([
        missing,
        `${place} the file /etc/usm/key.pem holds no certificate in PEM form`,
      ])
      expect(errorsWith('env:CA')).toEqual([
        missing,
        `${place} the file cannot be read: no such file or directory`,
      ])
    },
  )

  test('is one sentence when the file is not there or cannot be read', () => {
    const gone = machine({})
    expect(issuesOf(() => loadConfig({ file: FILE, host: gone })).map(({ message }) => message)).toEqual([
      'there is no such file',
    ])
    const closed = {
      ...machine({ files: { [FILE]: '' } }),
      readText: () => {
        throw new Error("EACCES: permission denied, open 'x'")
      },
    }
    expect(errorsOf(() => loadConfig({ file: FILE, host: closed }))).toEqual([
      `${FILE}: cannot be read: permission denied`,
    ])
  })

  test.each([
    [
      'additionalDataMerge',
      { additionalDataMerge: [] },
      'must be an object { "billing field id": "UserSide field id" }, found a list',
    ],
    ['billingId', { billingId: 0 }, 'must be a whole number between 1 and 2147483647, found the number 0'],
    [
      'billingId',
      { billingId: 1.5 },
      'must be a whole number between 1 and 2147483647, found the number 1.5',
    ],
    [
      'billingUrl',
      { billingUrl: '' },
      "is missing: the billing's API address with its own query string and key, as the original takes it; of tables the database or the folder (environment: BILLING_URL)",
    ],
    [
      'usersideUrl',
      { usersideUrl: 'userside.test' },
      'must be an http:// or https:// URL, found the text "userside.test"',
    ],
    [
      'usersideUrl',
      { usersideUrl: 'ftp://userside.test' },
      'must be an http:// or https:// URL, found the text "ftp://userside.test"',
    ],
    ['usersideUrl', { usersideUrl: null }, 'must be an http:// or https:// URL, found null'],
    ['isSilence', { isSilence: 'yes' }, 'must be true or false, found the text "yes"'],
    [
      'confSkipDeleteIp',
      { confSkipDeleteIp: '10.0.0.1' },
      'must be a list of addresses: "A-B", "net/len", "A" or [min, max], found the text "10.0.0.1"',
    ],
    [
      'safety.maxAbsentPercent',
      { safety: { maxAbsentPercent: 101 } },
      'must be a number between 0 and 100, found the number 101',
    ],
    [
      'usersideHttp.concurrency',
      { usersideHttp: { concurrency: 0 } },
      'must be a whole number between 1 and 16, found the number 0',
    ],
    [
      'billingHttp.concurrency',
      { billingHttp: { concurrency: 2 } },
      'is unknown; did you mean "usersideHttp.concurrency"?',
    ],
    [
      'usersideModuleRevision',
      { usersideModuleRevision: '2' },
      'must be a whole number, 0 or more, found the text "2"',
    ],
    [
      'billingDialect',
      { billingDialect: 'Ubilling' },
      'must be "auto", "ubilling", "mikbill", "abills", "platex", "carbon" or "generic", found the text "Ubilling"',
    ],
    ...[
      ['billingHttp', 'timeoutSec', 86_400],
      ['usersideHttp', 'timeoutSec', 86_400],
      ['log', 'keepDays', 3650],
    ].map(([section, key, most]): [string, Record<string, unknown>, string] => [
      `${section}.${key}`,
      { [String(section)]: { [String(key)]: Number(most) + 1 } },
      `must be a whole number between 1 and ${most}, found the number ${Number(most) + 1}`,
    ]),
    [
      'safety.fullEvery',
      { safety: { fullEvery: 10_081 } },
      'must be a whole number between 0 and 10080, found the number 10081',
    ],
    [
      'billingId',
      { billingId: 2_147_483_648 },
      'must be a whole number between 1 and 2147483647, found the number 2147483648',
    ],
  ])('says of %s what is wrong', (key, keys, message) => {
    expect(issuesOf(() => loadKeys(keys)).map((issue) => [issue.key, issue.message])).toEqual([
      [key, message],
    ])
  })

  test('takes the largest numbers that work', () => {
    const { config } = loadKeys({
      billingId: 2_147_483_647,
      billingHttp: { timeoutSec: 86_400 },
      usersideHttp: { timeoutSec: 86_400 },
      log: { keepDays: 3650 },
      safety: { fullEvery: 10_080 },
    })
    expect([config.billingId, config.safety.fullEvery]).toEqual([2_147_483_647, 10_080])
    // A timer of that many milliseconds does not run out at once.
    expect(config.billingHttp.timeoutSec * 1000).toBeLessThan(2 ** 31)
  })
})

describe('reading the text', () => {
  test('never throws, and every place lies inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '//', '/*', '*/', '\n', '\\u', 'true', '1e'),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const lines = text.split(/\r\n|\r|\n/)
          for (const { line, column } of parseJsonc(text, 'f').issues) {
            expect(line).toBeGreaterThan(0)
            expect(column).toBeLessThanOrEqual((lines[(line ?? 0) - 1] ?? '').length + 2)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('gives back any JSON unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(parseJsonc(text, 'f').value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })
})

test('a valid configuration has no errors', () => {
  expect(errorsOf(() => loadKeys({}))).toEqual([])
  expect(Object.keys(REQUIRED)).toHaveLength(4)
})
