/** What the checks say that no sandbox brings about, told in both languages whole. */
import { describe, expect, test } from 'bun:test'
import { DIALECTS } from '../../../src/billing/universal/dialects/dialects.ts'
import { subscribersCheck } from '../../../src/commands/doctor/billing-answers.ts'
import { checkBothSides } from '../../../src/commands/doctor/both-sides.ts'
import type { Check } from '../../../src/commands/doctor/check.ts'
import { checkCertificate, type Server } from '../../../src/commands/doctor/connection.ts'
import { checkFolder, type Disk } from '../../../src/commands/doctor/folders.ts'
import { checkHost } from '../../../src/commands/doctor/host.ts'
import { absentCheck, columnsCheck, pageCheck } from '../../../src/commands/doctor/tables/queries.ts'
import { encodingCheck, sampleChecks } from '../../../src/commands/doctor/tables/sample.ts'
import {
  accountCheck,
  addressCheck,
  hintWithAccount,
  openedChecks,
  snapshotCheck,
  unknownCheck,
} from '../../../src/commands/doctor/tables/server.ts'
import { BillingError } from '../../../src/model/errors.ts'
import type { Subscriber, SubscriberList } from '../../../src/model/subscriber.ts'
import { parseTableAddress, type TableAddress } from '../../../src/model/table-address.ts'
import { TABLE_QUERIES } from '../../../src/model/table-queries.ts'
import { speakerOf } from '../../../src/text/speaker.ts'
import { leftInEnglish } from '../../text/left-in-english.ts'

const uk = await speakerOf('uk')
const ru = await speakerOf('ru')
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

function expectTold(checks: readonly Check[]): void {
  expect(checks).not.toEqual([])
  for (const { text, hint } of checks)
    for (const speaker of [uk, ru])
      for (const english of [text, hint]) {
        const told = speaker.retell(english)
        expect(leftInEnglish(told), told).toEqual([])
        if (leftInEnglish(english).length > 0) expect(told).toMatch(/\p{Script=Cyrillic}/u)
      }
}

function list(count: number, changes: Partial<SubscriberList> = {}): SubscriberList {
  return {
    subscribers: new Map(Array.from({ length: count }, (_, id) => [String(id), {} as Subscriber])),
    setAside: new Set(),
    unusable: 0,
    exported: { parts: new Set(), additionalFields: new Set() },
    ...changes,
  }
}

test('of subscribers, with names as people have them', () => {
  const checks = [
    subscribersCheck(list(0), DIALECTS.ubilling.advice),
    subscribersCheck(list(3), DIALECTS.ubilling.advice),
    subscribersCheck(list(5, { unusable: 2 }), DIALECTS.ubilling.advice),
    subscribersCheck(
      list(1, { unusable: 1, setAside: new Set(['ТОВ "Світ", Київ', 'a: b; c']) }),
      DIALECTS.ubilling.advice,
    ),
  ]
  expectTold(checks)
  expect(uk.retell(checks[3]?.text ?? '')).toBe(
    '1 абонент; не годяться: 1 запис (ТОВ "Світ", Київ, a: b; c).',
  )
  const cut = subscribersCheck(list(10_000, { isSuspectedCut: true }), DIALECTS.generic.advice).text
  expect(plain(uk.retell(cut))).toBe('Рівно 10000 абонентів: схоже, список обрізано.')
})

describe('of both sides', () => {
  const clock = { local: '2026-11-22 17:32:03', offsetMinutes: 120, toldAt: 1_795_361_523_000 }
  const later = (seconds: number, offsetMinutes = 120) => ({
    ...clock,
    offsetMinutes,
    toldAt: clock.toldAt - seconds * 1000,
  })
  const options = {
    billingId: 1,
    additionalFields: new Map([['1', '62']]),
    safety: { maxAbsentPercent: 5, maxAbsentCount: 10 },
    acceptAbsent: false,
  } as unknown as Parameters<typeof checkBothSides>[2]
  const settings = { rowLimit: 1000 } as NonNullable<Parameters<typeof checkBothSides>[1]['settings']>
  const known = (...ids: string[]) => new Map(ids.map((id) => [id, id]))
  const fields = (...ids: string[]) => ({ state: 'available', items: known(...ids) }) as const

  test('clocks, counts, the licence and the fields', () => {
    const customers = { records: 90, present: 90, active: 99 }
    const checks = [0, 5, -5, 600, -600].flatMap((seconds) =>
      checkBothSides(
        { checks: [], clock: later(seconds), subscribers: list(30), additionalFields: fields('1') },
        { checks: [], clock, customers, settings, additionalFields: known('62') },
        options,
      ),
    )
    const others = [
      ...checkBothSides({ checks: [] }, { checks: [] }, options),
      ...checkBothSides(
        { checks: [], clock: later(0, 180), subscribers: list(2000), additionalFields: fields('2') },
        { checks: [], clock, customers, settings, additionalFields: known('63') },
        options,
      ),
      ...checkBothSides({ checks: [], additionalFields: fields('1') }, { checks: [] }, options),
      ...checkBothSides({ checks: [] }, { checks: [], additionalFields: known('62') }, options),
      ...checkBothSides(
        { checks: [] },
        { checks: [], customers, settings: { ...settings, rowLimit: 0 } },
        options,
      ),
    ]
    expectTold([...checks, ...others])
    const told = [...checks, ...others].map(({ text }) => plain(uk.retell(text)))
    expect(told).toContain(
      'у білінгу 30, в UserSide від білінгу 1 — 90: зникло стільки, що запобіжник не дасть позначити їх «немає в білінгу».',
    )
    expect(told).toContain(
      'активних абонентів 99 з 1000 можливих, потрібно 2000: нові понад обмеження не створюються.',
    )
    expect(told).toContain('1 поле, є в білінгу та в UserSide')
    expect(told).toContain('У білінгу немає додаткового поля 1. В UserSide немає додаткового поля 62.')
    expect(told.some((text) => text.includes('випереджає білінг: 10 хв'))).toBe(true)
  })
})

test('of a certificate', () => {
  const server: Server = {
    system: 'userside',
    urlKey: 'usersideUrl',
    httpKey: 'usersideHttp',
    url: 'https://erp.test/',
    http: { insecureTls: false },
    env: {},
    now: new Date('2026-11-22T12:00:00Z'),
  }
  const looked = (expiresAt: string, insecureTls: boolean, fault?: string) =>
    checkCertificate({ ...server, http: { insecureTls } }, {
      kind: 'open',
      certificate: { fault, expiresAt: new Date(expiresAt), names: ['erp.test'] },
    } as Parameters<typeof checkCertificate>[1])
  const soon = looked('2026-12-01T12:00:00Z', false)
  expectTold([
    looked('2027-06-01', false),
    soon,
    looked('2027-06-01', true),
    looked('2027-06-01', true, 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  ])
  expect(plain(ru.retell(soon.text))).toBe('Скоро истечёт, осталось 9 дней: действителен до 2026-12-01.')
})

test('of folders and of the configuration', () => {
  const log = { name: 'log folder', key: 'logPath', path: '/var/log/usm, old', files: ['usm-billing.log'] }
  const disk = (changes: Partial<Disk>): Disk => ({
    exists: () => true,
    isFolder: () => true,
    writable() {},
    freeBytes: () => 5e9,
    ...changes,
  })
  const refuse = (path: string): void => {
    if (path.endsWith('.log')) throw new Error('EACCES: 13')
  }
  const checks = [
    checkFolder(log, disk({})),
    checkFolder(log, disk({ exists: (path) => path === '/' })),
    checkFolder(log, disk({ isFolder: () => false })),
    checkFolder(log, disk({ writable: refuse })),
    checkFolder(log, disk({ freeBytes: () => 3e6 })),
    ...checkHost(
      {
        config: { logPath: '/l', statePath: '/l', billingId: 1 },
        source: 'environment',
        warnings: [],
      } as never,
      disk({}),
    ),
  ]
  expectTold(checks)
  expect(plain(uk.retell(checks[4]?.text ?? ''))).toBe('/var/log/usm, old: вільно лише 3,0 МБ.')
  expect(checks.map(({ text }) => uk.retell(text))).toContain('без помилок: зі змінних оточення')
})

describe('of tables', () => {
  const at = (url: string): TableAddress => {
    const address = parseTableAddress(url)
    if (typeof address === 'string') throw new Error(address)
    return address
  }
  const mysql = at('mysql://billing@db.test/abills')
  const finding = {
    query: 'subscribers',
    place: 'billingDatabase.queries.subscribers',
    columns: ['id', 'name', 'balance', 'state'],
    flaws: [],
    rows: [['1', 'Ð†Ð²Ð°Ð½ Ð†Ð²Ð°Ð½', 'no money, "none"', 'active']],
    milliseconds: 2500,
    isMarked: false,
  } as const

  test('the server, its account and what it locks', () => {
    const facts = { product: 'MariaDB', version: '10.11' } as Parameters<typeof openedChecks>[1]
    const opened = (isEncrypted: boolean, tls: string | undefined, url = 'mysql://a@db.test/b') =>
      openedChecks({ address: at(url), survey: { isEncrypted: () => isEncrypted } } as never, facts, {
        billingDatabase: { tls },
      } as never)
    const rights = (writing: string[]) => ({ name: 'billing@%', host: '10.0.0.5', writing })
    const refused = new BillingError(
      'auth',
      'connection',
      'The database refuses the account or its password.',
      {
        hint: 'Check the name in billingUrl and billingDatabase.password; "usm-billing doctor" shows the lines that make such an account.',
      },
    )
    const checks = [
      addressCheck(mysql),
      addressCheck(at('postgres://a@db.test/b')),
      ...opened(true, undefined),
      ...opened(true, 'require'),
      ...opened(false, 'off'),
      ...opened(false, undefined),
      ...opened(false, undefined, 'mysql://a@localhost/b'),
      accountCheck(mysql, rights([])),
      accountCheck(mysql, rights(['everything'])),
      accountCheck(at('sqlite:/a.db'), rights(['INSERT', 'UPDATE'])),
      snapshotCheck([]),
      snapshotCheck(['users', 'bills', 'fees', 'payments', 'admins', 'tags']),
      unknownCheck('account', refused),
    ]
    expectTold(checks)
    expectTold([{ ...(checks[0] as Check), text: hintWithAccount(mysql, refused) }])
    const told = checks.map(({ text }) => uk.retell(text))
    expect(told).toContain('MariaDB або MySQL, db.test:3306, база даних abills')
    expect(told.find((text) => text.includes('усе'))).toStartWith('billing@% може не лише читати: усе. usm')
    expect(told.at(-1)).toBe('Невідомо: База даних не приймає обліковий запис або його пароль.')
    expect(told.at(-2)).toStartWith(
      'без знімка 6 таблиць із запитів (MyISAM): users, bills, fees, payments, admins …;',
    )
  })

  test('queries, their pages and a sample', () => {
    const queries = new Set(['subscribers'] as const)
    const checks = [
      columnsCheck(finding, queries),
      columnsCheck({ ...finding, flaws: ['lacks the column "id"', 'known are id, name'] }, queries),
      ...Object.keys(TABLE_QUERIES).flatMap((query) => [
        absentCheck(query as 'tariffs', true),
        absentCheck(query as 'tariffs', false),
      ]),
      pageCheck(finding),
      pageCheck({ ...finding, isMarked: true }),
      pageCheck({ ...finding, milliseconds: 20 }),
      encodingCheck([finding], 'auto'),
      encodingCheck([], 'auto'),
      encodingCheck([{ ...finding, rows: [['1', 'Іван', '5', 'work']] }], 'auto'),
      encodingCheck([{ ...finding, rows: [['1', 'John', '5', 'work']] }], 'koi8-u'),
      encodingCheck([{ ...finding, rows: [['1', 'a\ufffd', '5', 'work']] }], 'auto'),
      encodingCheck([{ ...finding, rows: [['1', '???? ???', '5', 'work']] }], 'auto'),
      encodingCheck([{ ...finding, rows: [['1', 'І│ан', '5', 'work']] }], 'auto'),
      encodingCheck([{ ...finding, rows: [['1', 'Èâàí', '5', 'work']] }], 'auto'),
      ...sampleChecks([finding], { states: new Map() }, () => 120),
      ...sampleChecks([], {}, () => 120),
    ]
    // What stands in the rows is somebody else's, and stays.
    const own = checks.map((check) => ({ ...check, text: check.text.replace('no money, ', '') }))
    expectTold(own)
    const told = checks.map(({ text }) => plain(uk.retell(text)))
    expect(told).toContain(
      '1 рядок із "subscribers" за 2,5 с: стільки ж може чекати той, хто пише в ці таблиці.',
    )
    expect(told).toContain('Такого запиту немає; лишається як є: населені пункти: будинки лишаються без них.')
    expect(told).toContain(
      'subscribers.state: у списку «стани» немає "active". Таких рядків 1, переглянуто 1 рядок.',
    )
    expect(told.find((text) => text.startsWith('subscribers.balance'))).toBe(
      'subscribers.balance: значення — не число, наприклад "no money, \\"none\\"". Таких рядків 1, переглянуто 1 рядок.',
    )
  })
})
