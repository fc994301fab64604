/** What is wrong with a configuration, told in the operator's language: whole, with nothing left in English. */
import { describe, expect, test } from 'bun:test'
import { loadConfig, tellIssue } from '../../src/config/load.ts'
import { everyKey } from '../../src/config/outline.ts'
import { carryOver } from '../../src/config/php/carry-over.ts'
import { parseIpRange } from '../../src/model/ip-range.ts'
import { parseSql } from '../../src/model/sql-text.ts'
import { parseTableAddress } from '../../src/model/table-address.ts'
import { QUERY_NAMES } from '../../src/model/table-queries.ts'
import { type Speaker, speakerOf } from '../../src/text/speaker.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { FILE, issuesOf, load, loadKeys, machine, REQUIRED } from './machine.ts'

const SPEAKERS = [await speakerOf('uk'), await speakerOf('ru')] as const
const [uk, ru] = SPEAKERS

const told = (attempt: () => unknown, speaker: Speaker): string[] =>
  issuesOf(attempt).map((issue) => tellIssue(issue, (english) => speaker.retell(english)))

/** Told whole in both languages: no English left, and every value still there. */
function expectTold(english: string, ...names: readonly (string | RegExp)[]): void {
  for (const speaker of SPEAKERS) {
    const text = speaker.retell(english)
    expect(leftInEnglish(text, [...names]), `${english}\n→ ${text}`).toEqual([])
    expect(text, english).toMatch(/[а-яіїєґ]/)
  }
}

const MANY = `{
  "billingName": "carbon6",
  "billingUrl": "htp://x/?key=UB0123456789abcdef",
  "billingId": "1",
  "usersideUrl": "http://u/",
  "confIsImportLessPhone": true,
  "fields": { "phones": "fill", "blance": "mirror" },
  "safety": { "maxAbsentCount": -1, "maxAbsentPercent": 101 },
  "confSkipDeleteIp": ["10.0.0.5-10.0.0.1", 5],
  "filter": { "include": {}, "exclude": { "groups": [true] } },
  "logPath": null, "isSilence": 0, "isSilence": false
}`

describe('the errors of a configuration', () => {
  test('are told in Ukrainian, each with its place', () => {
    expect(told(() => load(MANY), uk)).toEqual([
      '/etc/usm/usm-billing.jsonc:1:1 usersideApiKey: не вказано. Це ключ API UserSide (змінна оточення: USERSIDE_API_KEY)',
      '/etc/usm/usm-billing.jsonc:2:3 billingName: очікується "standart", "carbon5", "utm5", "abills", "ubilling", "mikbill", "nodeny", "sql" або "files", а вказано текст "carbon6"',
      '/etc/usm/usm-billing.jsonc:3:3 billingUrl: очікується URL http:// або https://; для таблиць mysql://…, postgres://…, sqlite:ШЛЯХ або file:ТЕКА, а вказано текст, який не показується',
      '/etc/usm/usm-billing.jsonc:4:3 billingId: очікується ціле число від 1 до 2147483647, а вказано текст "1"',
      '/etc/usm/usm-billing.jsonc:7:15 fields.phones: вказано "fill", але ввімкнено confIsImportLessPhone, а це означає "mirror": приберіть щось одне',
      '/etc/usm/usm-billing.jsonc:7:33 fields.blance: невідомий параметр; може, "balance"?',
      '/etc/usm/usm-billing.jsonc:8:15 safety.maxAbsentCount: очікується ціле число, не менше 0, а вказано число -1',
      '/etc/usm/usm-billing.jsonc:8:37 safety.maxAbsentPercent: очікується число від 0 до 100, а вказано число 101',
      '/etc/usm/usm-billing.jsonc:9:24 confSkipDeleteIp[0]: діапазон "10.0.0.5-10.0.0.1" закінчується раніше, ніж починається',
      '/etc/usm/usm-billing.jsonc:9:45 confSkipDeleteIp[1]: очікується "A-B", "мережа/довжина", "A" або пара [min, max], а вказано число 5',
      '/etc/usm/usm-billing.jsonc:10:15 filter.include: нічого не називає: заповніть або приберіть',
      '/etc/usm/usm-billing.jsonc:10:54 filter.exclude.groups[0]: очікується id або назва, а вказано true',
      '/etc/usm/usm-billing.jsonc:11:3 logPath: очікується шлях, а вказано null',
      '/etc/usm/usm-billing.jsonc:11:36 isSilence: вказано двічі; приберіть щось одне',
    ])
  })

  test('are told in Russian, each with its place', () => {
    expect(told(() => load(MANY), ru)).toEqual([
      '/etc/usm/usm-billing.jsonc:1:1 usersideApiKey: не указано. Это ключ API UserSide (переменная окружения: USERSIDE_API_KEY)',
      '/etc/usm/usm-billing.jsonc:2:3 billingName: ожидается "standart", "carbon5", "utm5", "abills", "ubilling", "mikbill", "nodeny", "sql" или "files", а указано: текст "carbon6"',
      '/etc/usm/usm-billing.jsonc:3:3 billingUrl: ожидается URL http:// или https://; для таблиц mysql://…, postgres://…, sqlite:ПУТЬ или file:ПАПКА, а указано: текст, который не показывается',
      '/etc/usm/usm-billing.jsonc:4:3 billingId: ожидается целое число от 1 до 2147483647, а указано: текст "1"',
      '/etc/usm/usm-billing.jsonc:7:15 fields.phones: указано "fill", но включён confIsImportLessPhone, а это значит "mirror": уберите что-то одно',
      '/etc/usm/usm-billing.jsonc:7:33 fields.blance: неизвестный параметр; может быть, "balance"?',
      '/etc/usm/usm-billing.jsonc:8:15 safety.maxAbsentCount: ожидается целое число, не меньше 0, а указано: число -1',
      '/etc/usm/usm-billing.jsonc:8:37 safety.maxAbsentPercent: ожидается число от 0 до 100, а указано: число 101',
      '/etc/usm/usm-billing.jsonc:9:24 confSkipDeleteIp[0]: диапазон "10.0.0.5-10.0.0.1" кончается раньше, чем начинается',
      '/etc/usm/usm-billing.jsonc:9:45 confSkipDeleteIp[1]: ожидается "A-B", "сеть/длина", "A" или пара [min, max], а указано: число 5',
      '/etc/usm/usm-billing.jsonc:10:15 filter.include: ничего не называет: заполните или уберите',
      '/etc/usm/usm-billing.jsonc:10:54 filter.exclude.groups[0]: ожидается id или название, а указано: true',
      '/etc/usm/usm-billing.jsonc:11:3 logPath: ожидается путь, а указано: null',
      '/etc/usm/usm-billing.jsonc:11:36 isSilence: указано дважды; уберите что-то одно',
    ])
  })

  test('are told of variables too', () => {
    const attempt = () =>
      loadConfig({
        host: machine({ env: { BILLING_ID: '0', USERSIDE_API_KEY: 'k', USERSIDE_API_URL: 'http://u' } }),
      })
    expect(told(attempt, uk)).toEqual([
      'змінна оточення BILLING_URL billingUrl: не вказано. Це адреса API білінгу разом із параметрами й ключем, у тому ж вигляді, що й для старого модуля; для таблиць — база даних або тека (змінна оточення: BILLING_URL)',
      'змінна оточення BILLING_ID billingId: очікується ціле число від 1 до 2147483647, а вказано число 0',
    ])
    expect(told(attempt, ru)).toEqual([
      'переменная окружения BILLING_URL billingUrl: не указано. Это адрес API биллинга вместе с параметрами и ключом, в том же виде, что и для старого модуля; для таблиц — база данных или папка (переменная окружения: BILLING_URL)',
      'переменная окружения BILLING_ID billingId: ожидается целое число от 1 до 2147483647, а указано: число 0',
    ])
  })

  test.each<[string, string]>([
    ['an empty file', ''],
    ['nothing but a comment', '// x'],
    ['a list', '[1]'],
    ['a missing comma', '{ "billingId": 1\n "isSilence": true }'],
    ['a missing brace', '{ "billingId": 1'],
    ['a missing bracket', '{ "notify": [1'],
    ['a text without its end', '{ "billingUrl": "http://x,\n }'],
    ['single quotes', "{ 'billingId': 1 }"],
    ['a key without quotes', '{ billingId: 1 }'],
    ['no colon', '{ "billingId" 1 }'],
    ['no value', '{ "billingId": }'],
    ['more behind the end', '{} {}'],
    ['an endless comment', '{ /* x'],
    ['a number that is none', '{ "billingId": 1. }'],
    ['a number of another kind', '{ "billingId": 01 }'],
    ['a wrong unicode escape', '{ "billingUrl": "\\u12" }'],
    ['a wrong escape', '{ "billingUrl": "\\q" }'],
    ['a control character', '{ "billingUrl": "a\tb" }'],
  ])('are told where the text is broken: %s', (_what, text) => {
    expect(issuesOf(() => load(text))).not.toEqual([])
    for (const { message } of issuesOf(() => load(text))) expectTold(message)
  })

  test.each(everyKey().map((outline) => [outline.path.join('.'), outline] as const))(
    'are told of %s, whatever stands there',
    (_name, { path, kind }) => {
      const wrong = [{ x: [] }, [{}], -1.5, true, 'мар’яна, "a list"', null]
      for (const value of wrong) {
        const keys = path.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value)
        const listed =
          path[0] === 'notify' && path.length > 1
            ? { notify: [{ to: 'mailto:a@b.c', [path[1] ?? '']: value }] }
            : keys
        const issues = issuesOf(() => loadKeys(listed as Record<string, unknown>))
        if (kind === 'number' || kind === 'choice') expect(issues.length).toBeGreaterThan(0)
        for (const { message } of issues) expectTold(message)
      }
    },
  )

  test.each(everyKey().map((outline) => [outline.path.join('.'), outline] as const))(
    'tell what %s means',
    (_name, { meaning, env, isRequired }) => {
      expectTold(meaning, 'facility daemon')
      if (isRequired) expectTold(`is missing: ${meaning}`)
      if (isRequired && env !== undefined) expectTold(`is missing: ${meaning} (environment: ${env})`)
    },
  )

  test.each<[string, Record<string, unknown>]>([
    ['an address of the other kind', { billingUrl: 'mysql://u@h/db' }],
    ['an address of the wrong server', { billingName: 'abills', billingUrl: 'postgres://u@h/db' }],
    ['an address of a web server', { billingName: 'utm5', billingUrl: 'https://b.test/' }],
    ['no database in the address', { billingName: 'utm5', billingUrl: 'mysql://u@h' }],
    ['a parameter in the address', { billingName: 'utm5', billingUrl: 'mysql://u@h/db?ssl=1' }],
    ['no file', { billingName: 'utm5', billingUrl: 'sqlite:' }],
    ['no folder', { billingName: 'files', billingUrl: 'file:' }],
    [
      'queries for a folder',
      { billingName: 'files', billingUrl: 'file:/x', billingDatabase: { queries: { groups: 'SELECT 1' } } },
    ],
    ['no query', { billingName: 'sql', billingUrl: 'mysql://u@h/db' }],
    [
      'a mistyped query',
      {
        billingName: 'utm5',
        billingUrl: 'mysql://u@h/db',
        billingDatabase: { queries: { subscribrs: 'SELECT 1' } },
      },
    ],
    [
      'an unknown query',
      {
        billingName: 'utm5',
        billingUrl: 'mysql://u@h/db',
        billingDatabase: { queries: { xyz: 'SELECT 1' } },
      },
    ],
    [
      'no query left',
      {
        billingName: 'utm5',
        billingUrl: 'mysql://u@h/db',
        billingDatabase: { queries: { subscribers: null } },
      },
    ],
    [
      'an unknown parameter',
      {
        billingName: 'utm5',
        billingUrl: 'mysql://u@h/db',
        billingDatabase: { queries: { groups: 'SELECT {parameter:zonk}' } },
      },
    ],
    ['a parameter without a name', { billingDatabase: { parameters: { '1x': 'y' } } }],
    ['a file that is not there', { billingHttp: { caFile: 'ca, of: us.pem' } }],
    ['a file that is something else', { billingHttp: { caFile: 'wrong.pem' } }],
    ['a secret from a file that is not there', { usersideApiKey: 'file:/none' }],
    ['a secret from an empty file', { usersideApiKey: 'file:/etc/usm/empty' }],
    ['a secret from a variable that is not set', { usersideApiKey: 'env:NONE' }],
    ['a secret from nowhere', { usersideApiKey: 'env:' }],
    ['a secret of systemd, without it', { usersideApiKey: 'credential:key' }],
    ['Telegram without a token', { notify: [{ to: 'telegram:1' }] }],
    ['an unknown key in a section', { billingHttp: { timoutSec: 1 } }],
    ['a key that is nobody’s', { zzzzzzzz: 1 }],
  ])('are told of what does not go together: %s', (_what, keys) => {
    const files = { '/etc/usm/empty': '\n', '/etc/usm/wrong.pem': 'x' }
    const issues = issuesOf(() => loadKeys(keys, { files }))
    expect(issues).not.toEqual([])
    for (const { message } of issues) expectTold(message, 'ca, of: us.pem', QUERY_NAMES.join(', '))
  })

  test('are told of addresses, of networks and of queries', () => {
    const flaws = [
      ...['mysql://', 'mysql://h/', 'mysql:///db', 'x', 'sqlite:', 'file:'].map(parseTableAddress),
      ...[[1], 'a-b-c', '10.0.0.1-x', '10.0.0.0/99', 'x/1', true, [9, 1]].map(parseIpRange),
      ...[
        '',
        'SELECT (',
        'SELECT )',
        "SELECT '",
        'SELECT /*',
        'SELECT /*! 1 */',
        'SELECT 1; SELECT 2',
        'DELETE FROM x',
        'SELECT 1 INTO x',
        'SELECT {page:1}',
        'SELECT {page:a} {page:b}',
        'SELECT {parameter:1}',
        'SELECT {x}',
        "SELECT '{page:a}'",
      ].map((sql) => parseSql(sql, 'mysql')),
    ].filter((flaw) => typeof flaw === 'string')
    expect(flaws.length).toBeGreaterThan(24)
    for (const flaw of flaws) expectTold(flaw)
  })
})

test('the warnings of a configuration are told', () => {
  const file = '/etc/usm/usm-billing.jsonc'
  const { warnings } = loadConfig({
    file,
    host: machine({
      files: { [file]: JSON.stringify({ ...REQUIRED, logPth: 'x' }) },
      modes: { [file]: 0o100644 },
      env: { BILLING_ID: '7' },
    }),
    renamed: [{ from: 'logPth', to: 'logPath', since: '1.2.0' }],
  })
  expect(warnings.map((text) => uk.retell(text))).toEqual([
    'З версії 1.2.0 параметр "logPth" називається "logPath". Стара назва діє до версії 2.0.0: перейменуйте його.',
    'У /etc/usm/usm-billing.jsonc зберігається ключ (billingUrl), і прочитати його може кожен на цій машині: виконайте "chmod 600 /etc/usm/usm-billing.jsonc" або тримайте ключ деінде ("file:ШЛЯХ", "env:ІМ’Я", "credential:ІМ’Я").',
    'Змінна оточення BILLING_ID не діє: у файлі конфігурації billingId має інше значення.',
  ])
  expect(warnings.map((text) => ru.retell(text))).toEqual([
    'С версии 1.2.0 параметр "logPth" называется "logPath". Старое название действует до версии 2.0.0: переименуйте его.',
    'В /etc/usm/usm-billing.jsonc хранится ключ (billingUrl), и прочитать его может любой на этой машине: выполните "chmod 600 /etc/usm/usm-billing.jsonc" или держите ключ в другом месте ("file:ПУТЬ", "env:ИМЯ", "credential:ИМЯ").',
    'Переменная окружения BILLING_ID не действует: в файле конфигурации billingId имеет другое значение.',
  ])
})

test('what the old PHP configuration had and this one has not is told', () => {
  const { leftOut } = carryOver(
    `<?php
$billingName = 'lanbilling';
$billingUrl = getenv('URL');
$confIsImportMesage = 1;
define('DEBUG', 1);
if ($debug) { $isSilence = false; $safety['maxAbsentCount'] = 3; }
$confSkipDeleteIp = ['10.0.0.9-10.0.0.1'];
$usersideApiKey = ['SECRET'];
ini_set('memory_limit', 'SECRET');
$a = 60 * 60;
$b = $nobody;
$c = [1] . 'x';
$d = [[1] => 2];
$e = -'x';
$f = "a{$billingName[0]}";
$g = 'x' 'y';
$h = [1; 
`,
    '/var/www/usm',
    machine({}),
  )
  expect(leftOut.length).toBeGreaterThan(13)
  for (const { sentence } of leftOut) expectTold(sentence, /\$\w+|ini_set|getenv/)
  expect(leftOut.slice(0, 3).map(({ sentence }) => uk.retell(sentence))).toEqual([
    'рядок 2: $billingName: очікується "standart", "carbon5", "utm5", "abills", "ubilling", "mikbill", "nodeny", "sql" або "files", а вказано текст "lanbilling"',
    'рядок 3: $billingUrl не прочитано: функція getenv() не виконується',
    'рядок 4: $confIsImportMesage не має відповідника; може, "confIsImportMessage"?',
  ])
  expect(leftOut.slice(0, 3).map(({ sentence }) => ru.retell(sentence))).toEqual([
    'строка 2: $billingName: ожидается "standart", "carbon5", "utm5", "abills", "ubilling", "mikbill", "nodeny", "sql" или "files", а указано: текст "lanbilling"',
    'строка 3: $billingUrl не прочитано: функция getenv() не выполняется',
    'строка 4: $confIsImportMesage не имеет соответствия; может быть, "confIsImportMessage"?',
  ])
})

test('a file that is not there or cannot be read is told', () => {
  expect(told(() => loadConfig({ file: FILE, host: machine({}) }), uk)).toEqual([
    `${FILE}: такого файлу немає`,
  ])
  const hidden = {
    ...machine({ files: { [FILE]: '{}' } }),
    readText: () => {
      throw Object.assign(new Error('EACCES: x'), { code: 'EACCES' })
    },
  }
  expect(told(() => loadConfig({ file: FILE, host: hidden }), ru)).toEqual([
    `${FILE}: не удалось прочитать: нет прав доступа`,
  ])
})
