/** What is kept, taken back and told elsewhere, in the operator's language; programs are told as ever. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { questionOf } from '../../src/commands/undo.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { play } from './frame/console.ts'
import { type Operator, POPULATION, startOperator } from './operator.ts'

let operator: Operator
const told: Record<string, unknown>[] = []
let server: Bun.Server<undefined>
const [first, second, ...others] = POPULATION.subscribers
if (first === undefined || second === undefined) throw new Error('nobody lives here')
const petrenko = { ...first, login: 'petrenko', fullName: 'Петренко Олена', balance: '12.50' }
const population = (changes: object = {}) => ({
  ...POPULATION,
  subscribers: [{ ...petrenko, ...changes }, second, ...others],
})
const REFUSAL = 'Поле "Примітка" заповнене невірно'

/** 1 imports; a plan is kept of a new name and a balance; 2 carries it out, but not the balance; 3 is refused a name. */
beforeAll(async () => {
  server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request) => {
      told.push(Object(await request.json()))
      return new Response('OK')
    },
  })
  operator = await startOperator({ population: population() })
  expect((await operator.type('sync')).exitCode).toBe(0)
})

afterAll(async () => {
  operator.expectNoViolation()
  await operator[Symbol.asyncDispose]()
  server.stop(true)
})

const uk = { language: 'uk' }
const ru = { language: 'ru' }
const lines = (text: string): string[] => text.replaceAll('\u00a0', ' ').trimEnd().split('\n')

describe('a plan that is kept', () => {
  test('and does not hold any more is told so, in the log in English', async () => {
    operator.billing.setPopulation(population({ fullName: 'Петренко-Коваль Олена', balance: '-3.00' }))
    const file = join(operator.folder, 'plan.json')
    expect((await operator.type(`plan --out ${file}`, uk)).exitCode).toBe(2)
    operator.billing.setPopulation(population({ fullName: 'Петренко-Коваль Олена', balance: '7.00' }))
    const { stdout } = await operator.type(`apply ${file}`, uk)
    expect(lines(stdout)).toContain(
      'Не виконано: абонент petrenko · balance · 12.50 → −3.00 (тепер 12.50 → 7.00)',
    )
    expect(stdout).toContain(
      'Не зроблено (plan-outdated, 1): Частина збереженого плану вже не діє: одна зі сторін відтоді змінилася. Ці зміни не виконано; запуск вирішить наново. Наприклад: petrenko balance.',
    )
    expect(readFileSync(join(operator.folder, 'log', 'usm-billing.log'), 'utf8')).toContain(
      'Not carried out: subscriber petrenko · balance · 12.50 → −3.00 (now 12.50 → 7.00)',
    )
  })
})

describe('a run that goes wrong', () => {
  test('is told on the page and in the notification in the language of the configuration, in the log in English', async () => {
    operator.billing.setPopulation(population({ fullName: 'Олена' }))
    operator.userside.refusals.customers.set('petrenko', REFUSAL)
    const reportFile = join(operator.folder, 'report.html')
    const config = { ...uk, isSilence: true, reportFile, notify: [{ to: server.url.href }] }
    expect((await operator.type('sync', config)).exitCode).toBe(3)
    operator.userside.refusals.customers.clear()
    const page = readFileSync(reportFile, 'utf8')
    expect(page).toContain('<html lang="uk">')
    expect(page).toContain('не все зроблено')
    expect(told).toMatchObject([{ type: 'summary', outcome: 'partial', notification: { kind: 'bad' } }])
    const { title, text } = Object(told[0]?.['notification'])
    expect(title).toMatch(/^usm-billing, білінг 1 на \S+: частину записів не зроблено$/)
    expect(text).toContain('Не зроблено 1 запис.\n')
    const log = readFileSync(join(operator.folder, 'log', 'usm-billing.log'), 'utf8')
    expect(log).not.toMatch(/Готово|Не зроблено/)
  })

  test.each([
    [
      uk,
      ['Запуск 3, sync, ', 'не все зроблено', 'Відхилено UserSide, його словами: 1', 'абонент', 'відхилено'],
    ],
    [
      ru,
      ['Запуск 3, sync, ', 'не всё сделано', 'Отклонено UserSide, его словами: 1', 'абонент', 'отклонено'],
    ],
  ] as const)('is shown in %p', async (language, [run, outcome, heading, record, fate]) => {
    const shown = lines((await operator.type('history show 3', language)).stdout)
    expect(shown[0]).toStartWith(run)
    expect(shown[0]).toEndWith(`: ${outcome}`)
    expect(shown.slice(-3)).toEqual([
      heading,
      `  ${record} petrenko: ${REFUSAL}`,
      `${record} petrenko · name · Петренко-Коваль Олена → Олена (${fate})`,
    ])
    const one = lines((await operator.type('history --id petrenko --last 1', language)).stdout)
    expect(one.at(-1)).toBe(`  ${fate}: ${record} petrenko: ${REFUSAL}`)
  })
})

describe('taking back', () => {
  test('tells what it would write, and what it was not told to', async () => {
    const { stdout } = await operator.type('undo 2 --dry-run', uk)
    expect(lines(stdout).slice(-7)).toEqual([
      'Відкат зробив би:',
      '  зміна         1 абонент',
      '  поля          name 1',
      '',
      'Змінено: 1',
      '  абонент petrenko · Петренко-Коваль Олена',
      '    name  Петренко-Коваль Олена → Петренко Олена',
    ])
    const refused = await operator.type('undo 2 --id petrenko', ru)
    expect(lines(refused.stderr)).toEqual([
      'Ничего не откачено: запуск 2 изменил 1 запись (1 абонент).',
      'Согласитесь или добавьте --yes.',
    ])
    expect(lines((await operator.type('undo 2', uk)).stderr)).toEqual([
      'Нічого не відкочено: запуск 2 змінив 1 запис.',
      'Погодьтеся або додайте --yes.',
    ])
  })

  test('asks in the language, with the time of a run that was not named', async () => {
    const target = { run: 17, startedAt: new Date(2026, 10, 22, 17, 32, 3).toISOString(), count: 1200 }
    const speaker = await speakerOf('ru')
    expect(questionOf({ ...target, isLast: false }, await speakerOf('uk'))).toBe(
      'Повернути те, що змінив запуск 17 (1\u00a0200 записів)?',
    )
    expect(questionOf({ ...target, isLast: true }, speaker)).toBe(
      'Вернуть то, что изменил запуск 17 от 22.11.2026 17:32:03 (1\u00a0200 записей)?',
    )
    expect(questionOf({ ...target, count: 1, isLast: true }, await speakerOf('en'))).toBe(
      'Write back what run 17 of 2026-11-22 17:32:03 changed (1 record)?',
    )
  })
})

describe('elsewhere', () => {
  test('the page is in the language that is asked for', async () => {
    expect((await operator.type('report', ru)).stdout).toContain('<html lang="ru">')
    const file = join(operator.folder, 'page.html')
    const { stdout } = await operator.type(`report --out ${file}`, uk)
    expect(stdout).toBe(` Звіт записано у ${file}.\n`)
  })

  test('a test of the notifications says who was told, and is itself in the language', async () => {
    told.length = 0
    const notify = [{ to: server.url.href }, { to: 'command:/nonexistent/tell' }]
    const { stdout, stderr, exitCode } = await operator.type('notify --test', { ...uk, notify })
    expect([stdout, exitCode]).toEqual([` ${server.url.href}…: сповіщено.\n`, 3])
    expect(stderr).toBe('Помилка: command:/nonexistent/tell: не сповіщено: не запускається (ENOENT).\n')
    expect(Object(told[0]?.['notification']).text).toBe(
      'Це перевірка: "usm-billing notify --test". Хто це читає, того сповістять, коли запуски підуть не так і коли знову все буде гаразд.',
    )
    const nobody = await operator.type('notify --test', ru)
    expect(lines(nobody.stderr)).toEqual([
      'Оповещать некого: "notify" в конфигурации пуст.',
      'Добавьте {"to": "mailto:…"}, {"to": "telegram:…"} с его "token", {"to": "https://…"} или {"to": "command:…"}.',
    ])
  })

  test('a wrong command line is told in the language of the environment', async () => {
    const env = { LANG: 'uk_UA.UTF-8' }
    expect(lines((await play(['history', '--since', 'вчора'], { env })).stderr)).toEqual([
      '--since: потрібна дата, а не "вчора".',
      'Наприклад, --since 2026-11-22 або --since "2026-11-22 17:30".',
    ])
    expect(lines((await play(['history', '--last', 'x'], { env })).stderr)).toEqual([
      '--last: потрібна кількість запусків, а не "x".',
    ])
    expect(lines((await play(['notify'], { env })).stderr)).toEqual([
      'Що має зробити "notify"?',
      '"usm-billing notify --test" надсилає пробне сповіщення всім, кого названо в "notify" конфігурації.',
    ])
  })

  test('a bundle is announced in the language, and holds a page in English for whoever helps', async () => {
    const file = join(operator.folder, 'bundle.tar.gz')
    const { stdout } = await operator.type(`bundle --out ${file}`, uk)
    expect(lines(stdout).at(-1)).toBe(
      ` Архів записано у ${file}. Перегляньте його, перш ніж надсилати: README.txt у ньому каже як.`,
    )
    const { unpackBundle } = await import('../../src/bundle/contents.ts')
    expect(unpackBundle(readFileSync(file)).texts.get('README.txt')).toStartWith(
      'This is a bundle of usm-billing',
    )
  })
})

test.each([
  'plan --json',
  'verify --json',
  'history --json',
  'history show 3 --json',
  'history --id petrenko --json',
  'undo 2 --dry-run --json',
])('%s is byte for byte the same in every language', async (command) => {
  const plain = (text: string): string => text.replaceAll(/"(?:durationMs|requests)":\d+/g, '')
  const english = await operator.type(command)
  for (const language of [uk, ru]) {
    const typed = await operator.type(command, language)
    expect(plain(typed.stdout)).toBe(plain(english.stdout))
    expect(typed.exitCode).toBe(english.exitCode)
  }
})
