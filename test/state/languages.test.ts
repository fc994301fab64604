/** What the lock and the journal say, told in the operator's language: whole, with nothing left in English. */
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountName, thisAccount } from '../../src/host/account.ts'
import { UsmError } from '../../src/model/errors.ts'
import { SILENT } from '../../src/model/logger.ts'
import { createRedactor } from '../../src/model/redaction.ts'
import { journalPath, openJournal } from '../../src/state/journal.ts'
import { acquireLock } from '../../src/state/lock.ts'
import { openPastJournal } from '../../src/state/past-journal.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { leftInEnglish } from '../text/left-in-english.ts'

const SPEAKERS = [await speakerOf('uk'), await speakerOf('ru')] as const
const root = mkdtempSync(join(tmpdir(), 'usm-billing-told-'))
const NOON = new Date(2026, 10, 22, 17, 32, 3)

afterAll(() => rmSync(root, { recursive: true, force: true }))

function failureOf(attempt: () => unknown): UsmError {
  try {
    attempt()
  } catch (error) {
    if (error instanceof UsmError) return error
    throw error
  }
  throw new Error('It went well.')
}

/** What a journal warns of when it is opened. */
function warningsOf(folder: string): string[] {
  const warnings: string[] = []
  const logger = { ...SILENT, warn: (text: string) => warnings.push(text) }
  const { journal } = openJournal({
    folder,
    billingId: 1,
    logger,
    redact: createRedactor([]),
    now: () => NOON,
    skipFields: [],
  })
  journal.close()
  return warnings
}

/** In both languages, without the folder of the test. */
function told(english: string, folder: string): string[] {
  return SPEAKERS.map((speaker) => {
    const text = speaker
      .retell(english)
      .replaceAll(folder, '/var/lib/usm-billing')
      .replaceAll(hostname(), 'host')
      .replaceAll(`(${accountName(thisAccount())})`, '(usm)')
    expect(leftInEnglish(text), text).toEqual([])
    return text.replace(/\b\d+(?= на host)/, '42')
  })
}

describe('in Ukrainian and Russian', () => {
  test('a lock that is held names who holds it', () => {
    const folder = mkdtempSync(join(root, 'held-'))
    const place = { folder, billingId: 1, logger: SILENT, now: () => NOON }
    const lock = acquireLock(place)
    const { message, hint = '' } = failureOf(() => acquireLock(place))
    lock.release()
    expect(told(message, folder)).toEqual([
      'Працює інший запуск цього білінгу: процес 42 на host, з 22.11.2026 17:32:03.',
      'Работает другой запуск этого биллинга: процесс 42 на host, с 22.11.2026 17:32:03.',
    ])
    expect(told(hint, folder)).toEqual([
      'Нічого не зроблено. Запустіть ще раз, коли той завершиться.',
      'Ничего не сделано. Запустите ещё раз, когда тот завершится.',
    ])
  })

  test('a lock that is none says what to do', () => {
    const folder = mkdtempSync(join(root, 'no-file-'))
    mkdirSync(join(folder, 'usm-billing-1.lock'))
    const { message, hint = '' } = failureOf(() => acquireLock({ folder, billingId: 1, logger: SILENT }))
    expect(told(message, folder)).toEqual([
      'Блокування /var/lib/usm-billing/usm-billing-1.lock не вдалося використати: це не файл. Нічого не зроблено.',
      'Блокировку /var/lib/usm-billing/usm-billing-1.lock не удалось использовать: это не файл. Ничего не сделано.',
    ])
    expect(told(hint, folder)).toEqual([
      'Якщо жоден запуск цього білінгу не працює: rm /var/lib/usm-billing/usm-billing-1.lock',
      'Если ни один запуск этого биллинга не работает: rm /var/lib/usm-billing/usm-billing-1.lock',
    ])
  })

  test('a lock that has no place goes elsewhere, or nowhere', () => {
    const folder = mkdtempSync(join(root, 'no-place-'))
    const inTheWay = join(folder, 'file')
    writeFileSync(inTheWay, '')
    const warnings: string[] = []
    const logger = { ...SILENT, warn: (text: string) => warnings.push(text) }
    const options = { folder: join(inTheWay, 'state'), billingId: 1, logger }
    acquireLock({ ...options, fallbackFolder: folder }).release()
    expect(
      warnings
        .map((text) => text.replace(/\/usm-billing-\d+-[0-9a-f]+ /, '/elsewhere '))
        .flatMap((text) => told(text, folder)),
    ).toEqual([
      "У теці /var/lib/usm-billing/file/state (statePath) не вдалося тримати блокування: ENOTDIR: це не тека, mkdir '/var/lib/usm-billing/file/state'. На цей запуск блокування тримається в /var/lib/usm-billing/elsewhere.",
      "В папке /var/lib/usm-billing/file/state (statePath) не удалось держать блокировку: ENOTDIR: это не папка, mkdir '/var/lib/usm-billing/file/state'. На этот запуск блокировка держится в /var/lib/usm-billing/elsewhere.",
    ])
    const { message, hint = '' } = failureOf(() => acquireLock({ ...options, fallbackFolder: inTheWay }))
    expect(told(message, folder)).toEqual([
      "У теці /var/lib/usm-billing/file/state (statePath) не вдалося тримати блокування: ENOTDIR: це не тека, mkdir '/var/lib/usm-billing/file/state'.",
      "В папке /var/lib/usm-billing/file/state (statePath) не удалось держать блокировку: ENOTDIR: это не папка, mkdir '/var/lib/usm-billing/file/state'.",
    ])
    expect(told(hint, folder)).toEqual([
      'Вкажіть у statePath теку, в яку може писати цей обліковий запис (usm).',
      'Укажите в statePath папку, в которую может писать эта учётная запись (usm).',
    ])
  })

  test('a damaged journal was set aside', () => {
    const folder = mkdtempSync(join(root, 'damaged-'))
    writeFileSync(journalPath(folder, 1), 'no database at all, but a text. '.repeat(50))
    const { message, hint = '' } = failureOf(() => openPastJournal({ folder, billingId: 1, logger: SILENT }))
    expect(told(message, folder)).toEqual([
      'Журнал /var/lib/usm-billing/usm-billing-1.sqlite не вдалося прочитати: файл не є базою даних.',
      'Журнал /var/lib/usm-billing/usm-billing-1.sqlite не удалось прочитать: файл не является базой данных.',
    ])
    expect(told(hint, folder)).toEqual([
      'У ньому нічого не змінено. Наступний запуск відкладе його й розпочне новий.',
      'В нём ничего не изменено. Следующий запуск отложит его и начнёт новый.',
    ])
    expect(
      warningsOf(folder).flatMap((text) =>
        told(text.replace(/sqlite\.damaged-[\d-]+/, 'sqlite.damaged-T'), folder),
      ),
    ).toEqual([
      'Журнал непридатний (файл не є базою даних). Його відкладено як /var/lib/usm-billing/usm-billing-1.sqlite.damaged-T і розпочато новий.',
      'Журнал непригоден (файл не является базой данных). Он отложен как /var/lib/usm-billing/usm-billing-1.sqlite.damaged-T, начат новый.',
    ])
  })

  test('a journal that is not kept says so', () => {
    const folder = mkdtempSync(join(root, 'lost-'))
    writeFileSync(join(folder, 'file'), '')
    expect(warningsOf(join(folder, 'file', 'state')).flatMap((text) => told(text, folder))).toEqual([
      "Журнал /var/lib/usm-billing/file/state/usm-billing-1.sqlite не вдалося вести (ENOTDIR: це не тека, mkdir '/var/lib/usm-billing/file/state'). Запуск іде далі, але його зміни не запам’ятовуються: history і undo їх не знатимуть.",
      "Журнал /var/lib/usm-billing/file/state/usm-billing-1.sqlite не удалось вести (ENOTDIR: это не папка, mkdir '/var/lib/usm-billing/file/state'). Запуск идёт дальше, но его изменения не запоминаются: history и undo их не узнают.",
    ])
  })

  test.each([
    '/var/lib/usm-billing/usm-billing-1.lock belongs to root, and this account (usm-billing) may not write to it',
    "/root/it's: a, folder belongs to root, and this account (1001) may not look into it",
    "/var/lib/usm-billing is this account's (usm-billing), but its mode does not let it look into it",
    "/var/lib/usm-billing/usm-billing-1.sqlite is this account's (usm), but its mode does not let it write to it",
    'Run it as root (sudo -u root). Or, for good. As root: chown usm-billing: /var/lib/usm-billing/usm-billing-1.*',
    'As root: chown 1001 /var/lib/usm-billing/usm-billing-1.sqlite*',
    'Use a folder that usm-billing may look into.',
    'The journal /a/b.sqlite cannot be kept (/a/b.sqlite belongs to root, and this account (usm) may not write to it. Run it as root (sudo -u root). Or, for good. As root: chown usm: /a/b.sqlite*). The run goes on, but its changes are not remembered: history and undo will not know them.',
    'The journal cannot be read: /a/b.sqlite belongs to root, and this account (usm) may not read it.',
    'The journal cannot be used (it was written by a newer version, 12). It was set aside as /a/b.sqlite.damaged-2026-11-22-173203, and a new one is begun.',
    'The journal /a/b.sqlite cannot be read: a run is writing it just now.',
    'Rows of the journal are damaged. They are left out; check the disk and the memory of this host.',
    'Another run of this billing is at work: it holds /tmp/usm-billing-0-abc/usm-billing-1.lock.',
    'Another run of this billing is at work: process 12 on host.example.',
    'Another run of this billing is at work.',
  ])('is told whole: %s', (english) => {
    for (const speaker of SPEAKERS) {
      const text = speaker.retell(english)
      expect(leftInEnglish(text, [/\bchown\b/])).toEqual([])
      expect(text).toMatch(/[а-яіїєґ]/)
    }
  })
})
