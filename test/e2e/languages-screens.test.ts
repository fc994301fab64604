/** What an administrator sees on a terminal of 80 columns in Ukrainian and Russian; what is kept stays English. */
import { afterEach, describe, expect, setDefaultTimeout } from 'bun:test'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { testWith } from '../needs.ts'
import { startTerminal, type Terminal } from '../report/terminal.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { bareEnvironment, program } from './cli.ts'
import { Site } from './site.ts'

setDefaultTimeout(120_000)
const test = testWith('tmux')

const COLUMNS = 80
const LANGUAGES = ['uk', 'ru'] as const
const PEOPLE = generatePopulation({ size: 60, seed: 3, isHostile: false })
const [SOMEBODY = PEOPLE.subscribers[0], ...OTHERS] = PEOPLE.subscribers

interface Scene {
  readonly title: string
  readonly args: readonly string[]
  readonly exitCode: number
  /** What happens before. */
  prepare?(site: Site): void
  /** What has to be read on the screen, by language. */
  readonly shows: Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>>
}

/** What the brake on marking absent says. */
const HELD: Scene['shows'] = {
  uk: [
    'З білінгу зникло абонентів: 35 з 60 (58,3%), а це більше ніж 20 і більше ніж 10%.',
    'Якщо їх справді більше немає, запустіть один раз із --accept-absent;',
  ],
  ru: [
    'Из биллинга пропало абонентов: 35 из 60 (58,3 %), а это больше чем 20 и больше чем 10 %.',
    'Если их действительно больше нет, запустите один раз с --accept-absent;',
  ],
}

/** One after another, at the same site. */
const SCENES: readonly Scene[] = [
  {
    title: 'a first import',
    args: [],
    exitCode: 0,
    shows: {
      uk: ['✔ Читання абонентів білінгу · 60 · ', '✔ Створення абонентів · 60 · ', 'Абоненти: 60 створено'],
      ru: ['✔ Чтение абонентов биллинга · 60 · ', '✔ Создание абонентов · 60 · ', 'Абоненты: 60 создано'],
    },
  },
  {
    title: 'a look at everything, where two clocks are wrong',
    args: ['doctor'],
    exitCode: 0,
    shows: {
      uk: ['Де Перевірка Результат', '✔ добре', '2 попередження.'],
      ru: ['Где Проверка Результат', '✔ хорошо', '2 предупреждения.'],
    },
  },
  {
    title: 'an unchanged run',
    args: [],
    exitCode: 0,
    shows: {
      uk: ['Легкий запуск: що є в UserSide, відомо з повного порівняння (', '✔ Порівняння абонентів · '],
      ru: ['Лёгкий запуск: что есть в UserSide, известно из полного сравнения (', '✔ Сравнение абонентов · '],
    },
  },
  {
    title: 'a plan with a brake',
    args: ['plan'],
    exitCode: 7,
    prepare: (site) => site.populate({ ...PEOPLE, subscribers: PEOPLE.subscribers.slice(0, 25) }),
    shows: HELD,
  },
  { title: 'a run with a brake', args: [], exitCode: 7, shows: HELD },
  {
    title: 'a run in which a record is refused',
    args: [],
    exitCode: 3,
    prepare(site) {
      if (SOMEBODY === undefined) throw new Error('nobody lives here')
      site.userside.refusals.customers.set(SOMEBODY.login, 'Запис заблоковано')
      site.populate({ ...PEOPLE, subscribers: [{ ...SOMEBODY, fullName: 'Їжак Остап' }, ...OTHERS] })
    },
    shows: {
      uk: [
        'Не зроблено (refused, 1): UserSide відхилив записи; решта пройшла, ці спробує наступний запуск. Наприклад: ',
      ],
      ru: [
        'Не сделано (refused, 1): UserSide отклонил записи; остальные прошли, эти попробует следующий запуск. Например: ',
      ],
    },
  },
  {
    title: 'a run without a billing',
    args: [],
    exitCode: 5,
    prepare: (site) =>
      site.billing.faults.add({ kind: 'status', status: 502, times: Number.POSITIVE_INFINITY }),
    shows: { uk: ['✔ Читання довідників білінгу'], ru: ['✔ Чтение справочников биллинга'] },
  },
  {
    title: 'a look at what is wrong',
    args: ['doctor'],
    exitCode: 5,
    shows: { uk: ['✘ ПОМИЛКА', 'не пройш'], ru: ['✘ ОШИБКА', 'не прош'] },
  },
]

let terminal: Terminal | undefined
afterEach(() => terminal?.close())

/** What a command writes on a terminal, line by line as it was written. */
async function written(
  args: readonly string[],
  language: string,
): Promise<{ lines: string[]; exitCode: number }> {
  const env = { ...bareEnvironment, USM_BILLING_LANGUAGE: language }
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  terminal = startTerminal(['env', ...settings, ...program, ...args], { rows: 150, columns: COLUMNS })
  const exitCode = await terminal.ended()
  const lines = terminal.written()
  terminal.close()
  return { lines, exitCode }
}

/** A text as it would stand on one line. */
function flat(lines: readonly string[]): string {
  return lines.join('\n').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
}

function expectFits(lines: readonly string[]): void {
  expect(lines.filter((line) => Bun.stringWidth(line) > COLUMNS)).toEqual([])
}

/** A text without what is another one at every site and in every run: times, ports, folders. */
function comparable(site: Site, text: string): string {
  return text
    .replaceAll(site.folder, 'FOLDER')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?/g, 'TIME')
    .replaceAll(/\b\d+(?:\.\d+)? s\b|"(?:durationMs|ms|pid|took)":\d+|process \d+/g, 'N')
}

function logsOf(site: Site): string {
  return comparable(site, site.read('log/usm-billing.log') + site.read('log/usm-billing.jsonl'))
}

/** What a command answers to a program. */
async function jsonOf(site: Site, args: readonly string[], language: string): Promise<string> {
  const env = { ...bareEnvironment, USM_BILLING_LANGUAGE: language }
  return comparable(site, (await site.run([...args, '--json'], { env })).stdout)
}

async function openSite(): Promise<Site> {
  const config = { billingHttp: { retries: 0 }, usersideHttp: { concurrency: 1 } }
  return Site.open({ billing: { population: PEOPLE }, config })
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('every screen fits, and is told whole; logs and JSON are those of an English site', async () => {
    await using site = await openSite()
    await using english = await openSite()
    for (const { title, args, exitCode, prepare, shows } of SCENES) {
      for (const one of [site, english]) {
        prepare?.(one)
        one.billing.forgetRun()
      }
      const screen = await written([...args, '--config', site.configFile], language)
      expect(screen.exitCode, title).toBe(exitCode)
      expectFits(screen.lines)
      for (const text of shows[language]) expect(flat(screen.lines)).toContain(text)
      expect(leftInEnglish(screen.lines.join('\n')), title).toEqual([])
      const same = await english.run(args, { env: { ...bareEnvironment, USM_BILLING_LANGUAGE: 'en' } })
      expect(same.exitCode).toBe(exitCode)
    }
    expect(logsOf(site)).toBe(logsOf(english))
    expect(logsOf(site)).toContain('Reading the subscribers of the billing')
    expect(logsOf(site)).toContain('are gone from the billing, more than 20 and more than 10 %')
    for (const one of [site, english]) one.billing.faults.clear()
    for (const args of [['plan'], ['verify'], ['history'], ['history', 'show', 'last'], []])
      expect(await jsonOf(site, args, language), args.join(' ')).toBe(await jsonOf(english, args, 'en'))
  })

  test('the demo', async () => {
    const { lines, exitCode } = await written(['demo'], language)
    expect(exitCode).toBe(0)
    expectFits(lines)
    expect(leftInEnglish(lines.join('\n'))).toEqual([])
    expect(lines.filter((line) => /^[123]\. /.test(line))).toHaveLength(3)
  })
})
