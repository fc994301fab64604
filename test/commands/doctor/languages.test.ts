/** `doctor` as people read it in their languages, against the sandboxes; what machines read stays English. */
import { describe, expect, test } from 'bun:test'
import { type CheckLine, doctorText } from '../../../src/report/doctor-text.ts'
import { HOME_QUERIES, homeTables } from '../../../src/sandbox/tables/home.ts'
import { speakerOf } from '../../../src/text/speaker.ts'
import { sayable } from '../../tables/stand-ins.ts'
import { SqliteFile } from '../../tables/table-world.ts'
import { leftInEnglish } from '../../text/left-in-english.ts'
import { now, type Operator, startOperator, type Typed } from '../operator.ts'

const LANGUAGES = ['uk', 'ru'] as const
const ALWAYS = { times: Number.POSITIVE_INFINITY }
type Changes = Readonly<Record<string, unknown>>
type Look = (operator: Operator, changes: Changes) => Promise<void>

const UNKNOWN = { kind: 'body', status: 400, text: 'Unknown Action', ...ALWAYS } as const

/** The universal API, in order and with what can be odd of both sides. */
async function withUniversal(look: Look): Promise<void> {
  await using operator = await startOperator()
  await look(operator, {})
}

async function withOddUniversal(look: Look): Promise<void> {
  await using operator = await startOperator(
    {},
    { now: () => new Date(now().getTime() + 10 * 60_000), additionalFields: ['62'] },
  )
  for (const call of ['get_tariff_list', 'get_user_tags', 'get_city_list'])
    operator.billing.faults.add({ ...UNKNOWN, call })
  operator.billing.faults.add({ kind: 'body', call: 'get_user_list', text: '{}', ...ALWAYS })
  const text = '{"Result":"OK","Data":{"7":{"id":7,"name":"Main"},"8":{"id":8,"name":""}}}'
  operator.userside.faults.add({ kind: 'body', call: 'billing/get', text, ...ALWAYS })
  await look(operator, { additionalDataMerge: { 1: '62', 99: '63' } })
}

/** Tables: in order, with what can be wrong of queries and rows, and a file that is none. */
async function withTables(look: Look): Promise<void> {
  await using operator = await startOperator()
  using file = new SqliteFile(homeTables(sayable()()))
  await look(operator, tablesAt(file.url, HOME_QUERIES))
}

async function withOddTables(look: Look): Promise<void> {
  await using operator = await startOperator()
  using file = new SqliteFile(homeTables(sayable()()))
  file.run([
    "UPDATE abonenty SET pidklyucheno = 'вчора', kredyt = 'багато', firma = 'юр', stan = 'active', fio = '??????? ????'",
    "UPDATE adresy_ip SET ip = '10.0.'",
    'UPDATE abon_taryfy SET taryf = 999',
  ])
  const { tariffs: _tariffs, groups: _groups, ...others } = HOME_QUERIES
  const odd = {
    ...others,
    phones: 'SELECT abon AS subscriber FROM telefony',
    cities: 'SELECT id AS id, nazva AS name FROM nemae',
    streets: 'SELECT 1 AS id, 2 AS nname, 3 AS ccity, 4 AS zzzzzzzzz',
    services: "SELECT 'same' AS id, nazva AS name FROM poslugy",
  }
  await look(operator, tablesAt(file.url, odd))
}

async function withoutTables(look: Look): Promise<void> {
  await using operator = await startOperator()
  await look(operator, { ...tablesAt(`sqlite:${operator.folder}/none.db`, {}), billingName: 'abills' })
}

function tablesAt(billingUrl: string, queries: Readonly<Record<string, string>>): Changes {
  return { billingName: 'sql', billingUrl, billingDatabase: { queries } }
}

/** What the systems have answered, in their own words. */
const QUOTED = ['no such table: nemae', 'no such table: poslugy', 'unable to open database file']

const SITES = [
  ['the universal API in order', withUniversal],
  ['the universal API and many faults', withOddUniversal],
  ['tables in order', withTables],
  ['tables and many faults', withOddTables],
  ['tables that are not there', withoutTables],
] as const

describe.each(SITES)('%s', (_, withSite) => {
  test.each(LANGUAGES)('is told in %s, and no English is left', async (language) => {
    await withSite(async (operator, changes) => {
      const { stdout, stderr } = await operator.type('doctor', { ...changes, language })
      expect(stdout).toMatch(language === 'uk' ? /^Де +Перевірка/m : /^Где +Проверка/m)
      expect(leftInEnglish(stdout + stderr, QUOTED)).toEqual([])
    })
  })

  test.each(LANGUAGES)('fits 80 columns in %s, one column under the other', async (language) => {
    const speaker = await speakerOf(language)
    await withSite(async (operator, changes) => {
      const { lines } = await operator.type('doctor --json', changes)
      const checks = lines.filter(({ type }) => type === 'check')
      expect(checks.length).toBeGreaterThan(20)
      const [table = ''] = doctorText(checks as unknown as CheckLine[], 80, speaker).split('\n\n')
      expectAligned(table)
    })
  })

  test('says the same to machines, whatever people speak', async () => {
    await withSite(async (operator, changes) => {
      const english = await operator.type('doctor --json', { ...changes, language: 'en' })
      for (const language of LANGUAGES) {
        const typed = await operator.type('doctor --json', { ...changes, language })
        expect(steady(typed)).toBe(steady(english))
        expect(typed.stdout).not.toMatch(/перевір|провер/i)
      }
    })
  })
})

test.each([
  [
    'uk',
    [
      'Де        Перевірка          Результат    Знайдено',
      '────────  ─────────────────  ───────────  ──────────────────────────────────────',
      'цей хост  тека логів         ✔ добре      /var/log/usm, вільно 5,0 ГБ',
      'білінг    ключ               ✘ ПОМИЛКА    Невідомо, бо get_system_information не',
      '                                          відповів.',
      'білінг    запит subscribers  ! увага      3 стовпці; немає: login, account',
      'UserSide  запис              · пропущено  Не питали через помилку вище.',
      '',
      '✘ ПОМИЛКА · білінг · ключ: Невідомо, бо get_system_information не відповів.',
      '    → Перевірте хост у billingUrl.',
      '',
      '! увага · білінг · запит subscribers: 3 стовпці; немає: login, account',
      '',
      '1 перевірка не пройшла, 1 попередження.',
    ],
  ],
  [
    'ru',
    [
      'Где        Проверка            Результат    Найдено',
      '─────────  ──────────────────  ───────────  ────────────────────────────────────',
      'этот хост  папка логов         ✔ хорошо     /var/log/usm, свободно 5,0 ГБ',
      'биллинг    ключ                ✘ ОШИБКА     Неизвестно, потому что',
      '                                            get_system_information не ответил.',
      'биллинг    запрос subscribers  ! внимание   3 столбца; нет: login, account',
      'UserSide   запись              · пропущено  Не спрашивали из-за ошибки выше.',
      '',
      '✘ ОШИБКА · биллинг · ключ: Неизвестно, потому что get_system_information не ответил.',
      '    → Проверьте хост в billingUrl.',
      '',
      '! внимание · биллинг · запрос subscribers: 3 столбца; нет: login, account',
      '',
      '1 проверка не прошла, 1 предупреждение.',
    ],
  ],
] as const)('the whole text of an example in %s', async (language, expected) => {
  const speaker = await speakerOf(language)
  const check = { system: 'billing', ok: 'ok', hint: '' } as const
  const text = doctorText(
    [
      { ...check, system: 'host', name: 'log folder', text: '/var/log/usm, 5.0 GB free' },
      {
        ...check,
        name: 'key',
        ok: 'fail',
        text: 'Not known, because get_system_information failed.',
        hint: 'Check the host in billingUrl.',
      },
      { ...check, name: 'query subscribers', ok: 'warn', text: '3 columns; without login, account' },
      {
        ...check,
        system: 'userside',
        name: 'writing',
        ok: 'skip',
        text: 'Not asked, because of the failure above.',
      },
    ],
    80,
    speaker,
  )
  expect(text.replaceAll('\u00a0', ' ').split('\n')).toEqual([...expected])
})

/** Without what no two looks have in common: how long it took, the clock, room on the disk. */
function steady({ stdout }: Typed): string {
  return stdout
    .replace(/"(?:startedAt|finishedAt|durationMs|runId)":[^,}]+/g, '')
    .replace(/[\d.]+ [GT]B free/g, 'free')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'then')
}

/** No line is wider, and no cell reaches into the gap before the next column. */
function expectAligned(table: string): void {
  const [heads = '', rule = '', ...rows] = table.split('\n')
  const starts = [...rule.matchAll(/(?<=^| {2})─/g)].map(({ index }) => index)
  expect(starts).toHaveLength(4)
  for (const line of [heads, rule, ...rows]) {
    expect(Bun.stringWidth(line)).toBeLessThanOrEqual(80)
    const gaps = starts.slice(1).map((start) => Bun.sliceAnsi(line, start - 2, start).trim())
    expect(gaps, line).toEqual(['', '', ''])
  }
}
