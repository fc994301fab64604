/** What the frame of the commands says, in the operator's language. */
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DECLARATIONS } from '../../../src/commands/frame/declarations.ts'
import { describeFailure } from '../../../src/commands/frame/failure.ts'
import { lineOfUndone } from '../../../src/commands/frame/left-undone.ts'
import { checkPlan, readPlanFile } from '../../../src/commands/frame/plan-file.ts'
import { refuseDebugger } from '../../../src/commands/frame/runtime.ts'
import { selectedBy } from '../../../src/commands/frame/selected.ts'
import { tellProblems } from '../../../src/commands/frame/told-problems.ts'
import { Interrupted } from '../../../src/model/errors.ts'
import { Problems } from '../../../src/model/problem.ts'
import { speakerOf } from '../../../src/text/speaker.ts'
import { leftInEnglish } from '../../text/left-in-english.ts'
import { play } from './console.ts'

const SPEAKERS = [await speakerOf('uk'), await speakerOf('ru')] as const
const [uk, ru] = SPEAKERS
const folder = mkdtempSync(join(tmpdir(), 'usm-billing-languages-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inLanguage = (language: string) => ({ env: { USM_BILLING_LANGUAGE: language } })

function failureOf(attempt: () => unknown): unknown {
  try {
    attempt()
  } catch (error) {
    return error
  }
  throw new Error('It went well.')
}

/** The lines that are printed, first in Ukrainian, then in Russian, without the folder of the test. */
function told(error: unknown): string[] {
  return SPEAKERS.flatMap((speaker) => {
    const text = describeFailure(error, { isVerbose: false, speaker }).replaceAll(folder, '/root')
    return text.trimEnd().split('\n')
  })
}

describe('a command line that is not understood', () => {
  test.each<[string, string, string]>([
    [
      'sync --dry-rum',
      'Опція "--dry-rum" невідома; може, "--dry-run"?',
      'Опция "--dry-rum" неизвестна; может быть, "--dry-run"?',
    ],
    ['--zzzzzzzzz', 'Опція "--zzzzzzzzz" невідома.', 'Опция "--zzzzzzzzz" неизвестна.'],
    ['plam', 'Команда "plam" невідома; може, "plan"?', 'Команда "plam" неизвестна; может быть, "plan"?'],
    ['xxxxxxxxx', 'Команда "xxxxxxxxx" невідома.', 'Команда "xxxxxxxxx" неизвестна.'],
    ['help xxxxxxxxx', 'COMMAND не може бути "xxxxxxxxx".', 'COMMAND не может быть "xxxxxxxxx".'],
    ['sync --dry-run=1', '--dry-run не приймає значення.', '--dry-run не принимает значения.'],
    ['plan --id', '--id потребує значення.', '--id требует значения.'],
    ['verify --config a --config b', '--config вказано двічі.', '--config указано дважды.'],
    ['undo', 'RUN не вказано.', 'RUN не указано.'],
    ['undo 1 2', '"2" — зайве слово.', '"2" — лишнее слово.'],
    [
      'completion xxxxxxxx',
      'SHELL не може бути "xxxxxxxx"; можливі значення: bash, zsh, fish, runs, logins.',
      'SHELL не может быть "xxxxxxxx"; возможные значения: bash, zsh, fish, runs, logins.',
    ],
    [
      'completion tish',
      'SHELL не може бути "tish"; може, "fish"?',
      'SHELL не может быть "tish"; может быть, "fish"?',
    ],
  ])('is told: %s', async (line, ukrainian, russian) => {
    const inUkrainian = await play(line.split(' '), inLanguage('uk'))
    expect(inUkrainian.stderr).toStartWith(`${ukrainian}\nДив. "usm-billing `)
    const inRussian = await play(line.split(' '), inLanguage('ru'))
    expect(inRussian.stderr).toStartWith(`${russian}\nСм. "usm-billing `)
  })
})

describe('the help', () => {
  test.each(Object.keys(DECLARATIONS))('of %s is in the language, whole', async (command) => {
    for (const language of ['uk', 'ru']) {
      const { stdout, exitCode } = await play([...command.split(' '), '--help'], inLanguage(language))
      expect(exitCode).toBe(0)
      const lines = stdout.split('\n').filter((line) => !/^(?:Виклик|Вызов): /.test(line))
      expect(
        lines.flatMap((line) =>
          leftInEnglish(line, [
            'history show',
            'bash, zsh',
            'fish; runs',
            /^usm-billing [a-z ]+:/,
            /^ {2}[a-z]+ [a-z]+/,
          ]),
        ),
      ).toEqual([])
    }
  })

  test.each(['plan --help', 'help plan'])('is one value with --json: %s', async (line) => {
    const words = line.split(' ')
    const plain = await play(words)
    const { stdout } = await play([...words, '--json'])
    expect(JSON.parse(stdout)).toEqual({ type: 'help', exitCode: 0, text: plain.stdout })
  })

  test('of the program tells the exit codes', async () => {
    const { stdout } = await play(['--help'], inLanguage('ru'))
    expect(stdout).toContain('остановлено сигналом SIGTERM')
    const unpacked = await play(['--help'], inLanguage('uk'))
    expect(unpacked.stdout).toMatch(/\nДокументація: .*\n$/)
  })
})

describe('--check-config', () => {
  const file = join(folder, 'usm-billing.jsonc')

  test('says in the language that all is well', async () => {
    const valid = {
      billingUrl: 'http://b.test/?key=1',
      billingId: 3,
      usersideUrl: 'https://us.test/x',
      usersideApiKey: 'k',
    }
    writeFileSync(file, JSON.stringify(valid), { mode: 0o600 })
    const { stdout } = await play(['--check-config', '--config', file], inLanguage('uk'))
    expect(stdout).toBe(`Конфігурація правильна: ${file}\nБілінг 3 переноситься в us.test.\n`)
    const env = {
      BILLING_URL: 'http://b.test',
      BILLING_ID: '3',
      USERSIDE_API_URL: 'http://us.test',
      USERSIDE_API_KEY: 'k',
    }
    const variables = await play(['--check-config'], { env: { ...env, USM_BILLING_LANGUAGE: 'ru' } })
    expect(variables.stdout).toBe(
      'Конфигурация верна: из переменных окружения\nБиллинг 3 переносится в us.test.\n',
    )
  })

  test('tells the errors in the language of the environment, or of the file that has them', async () => {
    writeFileSync(file, '{\n  "billngUrl": "",\n}', { mode: 0o600 })
    const { stderr } = await play(['--check-config', '--config', file], inLanguage('uk'))
    expect(stderr.split('\n').slice(-3)).toEqual([
      `${file}:2:3 billngUrl: невідомий параметр; може, "billingUrl"?`,
      'У конфігурації 5 помилок.',
      '',
    ])
    writeFileSync(file, '{\n  "billngUrl": "", "language": "ru"\n}', { mode: 0o600 })
    const ofFile = await play(['--check-config', '--config', file], inLanguage('uk'))
    expect(ofFile.stderr).toEndWith('В конфигурации 5 ошибок.\n')
    writeFileSync(file, '{\n  "billngUrl": "", "language": "de"\n}', { mode: 0o600 })
    const wrong = await play(['--check-config', '--config', file], inLanguage('uk'))
    expect(wrong.stderr).toEndWith('У конфігурації 6 помилок.\n')
  })

  test('tells its warnings in the language', async () => {
    const keys = {
      billingUrl: 'http://b.test/?key=1',
      billingId: 3,
      usersideUrl: 'https://us.test/x',
      usersideApiKey: 'k',
      language: 'ru',
    }
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
    const { stderr } = await play(['--check-config', '--config', file], { env: { BILLING_ID: '5' } })
    expect(stderr).toBe(
      'Внимание: Переменная окружения BILLING_ID не действует: в файле конфигурации billingId имеет другое значение.\n',
    )
  })
})

describe('what ends a command', () => {
  test('is told when it is a bug, the error itself as it is', () => {
    expect(told(new Error('Cannot read properties of undefined'))).toEqual([
      'Несподівана помилка: Cannot read properties of undefined',
      'Це дефект програми: повідомте про нього, додавши те, що виводить --verbose.',
      'Неожиданная ошибка: Cannot read properties of undefined',
      'Это дефект программы: сообщите о нём, приложив то, что выводит --verbose.',
    ])
    expect(told('boom').slice(0, 1)).toEqual(['Несподівана помилка: boom'])
  })

  test('is told when it was a signal', () => {
    expect(told(new Interrupted('SIGTERM'))).toEqual([
      'Зупинено сигналом SIGTERM.',
      'Остановлено сигналом SIGTERM.',
    ])
  })

  test('is told of a debugger', () => {
    expect(told(failureOf(() => refuseDebugger({ BUN_INSPECT: 'x' })))).toEqual([
      'Змінна оточення BUN_INSPECT відкриває програму для налагоджувача, а той міг би прочитати всі ключі.',
      'Приберіть змінну BUN_INSPECT.',
      'Переменная окружения BUN_INSPECT открывает программу для отладчика, а тот мог бы прочитать все ключи.',
      'Уберите переменную BUN_INSPECT.',
    ])
  })

  test('is told of a file of names', () => {
    writeFileSync(join(folder, 'nobody'), '# x\n')
    expect(told(failureOf(() => selectedBy([`@${folder}/nobody`])))).toEqual([
      '/root/nobody нікого не називає, тож нічого не зроблено.',
      'Має бути по одному в рядку: логін, id, номер договору або особового рахунку.',
      '/root/nobody никого не называет, поэтому ничего не сделано.',
      'Должно быть по одному в строке: логин, id, номер договора или лицевого счёта.',
    ])
    expect(told(failureOf(() => selectedBy(['@'])))).toEqual([
      '"@" не називає файлу.',
      'Наприклад, --id @five.txt.',
      '"@" не называет файла.',
      'Например, --id @five.txt.',
    ])
    expect(told(failureOf(() => selectedBy([`@${folder}/gone`])))).toEqual([
      '/root/gone не вдалося прочитати: немає такого файлу чи теки.',
      '/root/gone не удалось прочитать: нет такого файла или папки.',
    ])
  })

  test('is told of a plan that cannot be carried out', () => {
    const plan = join(folder, 'plan')
    const head = {
      type: 'plan',
      format: 1,
      version: '1',
      billingId: 2,
      configuration: 'x',
      madeAt: '2026-11-22T15:32:03Z',
      accepted: { absent: false, creates: false, changes: false },
      changes: 3,
    }
    mkdirSync(join(folder, 'folder'))
    writeFileSync(plan, `${JSON.stringify(head)}\n`)
    expect(told(failureOf(() => readPlanFile(plan)))).toEqual([
      '/root/plan неповний: змін у ньому 0 з 3.',
      'Нічого не записано. Збережіть новий план: usm-billing plan --out FILE.',
      '/root/plan неполный: изменений в нём 0 из 3.',
      'Ничего не записано. Сохраните новый план: usm-billing plan --out FILE.',
    ])
    writeFileSync(plan, 'x')
    expect(told(failureOf(() => readPlanFile(plan)))).toEqual([
      '/root/plan — не план, збережений цією програмою.',
      'Нічого не записано. Збережіть новий план: usm-billing plan --out FILE.',
      '/root/plan — не план, сохранённый этой программой.',
      'Ничего не записано. Сохраните новый план: usm-billing plan --out FILE.',
    ])
    expect(told(failureOf(() => readPlanFile(join(folder, 'folder'))))).toEqual([
      '/root/folder не вдалося прочитати: це тека, а не файл.',
      '/root/folder не удалось прочитать: это папка, а не файл.',
    ])
    const session = { options: { billingId: 1 }, now: () => new Date() } as unknown as Parameters<
      typeof checkPlan
    >[2]
    expect(
      told(
        failureOf(() =>
          checkPlan(
            '/root/plan',
            { ...head, kept: [] } as unknown as Parameters<typeof checkPlan>[1],
            session,
          ),
        ),
      ),
    ).toEqual([
      '/root/plan не виконано: це план білінгу 2, а тут білінг 1.',
      'Нічого не записано. Збережіть новий план: usm-billing plan --out FILE.',
      '/root/plan не выполнен: это план биллинга 2, а здесь биллинг 1.',
      'Ничего не записано. Сохраните новый план: usm-billing plan --out FILE.',
    ])
  })

  test.each([
    'it was made with another configuration',
    'it is older than 24 hours (2026-11-22T15:32:03.000Z)',
    'it is of a time to come (2026-11-22T15:32:03.000Z): the clock of this host was set back',
  ])('is told of a plan: %s', (why) => {
    const text = `/root/plan was not carried out: ${why}.`
    for (const speaker of SPEAKERS) expect(leftInEnglish(speaker.retell(text))).toEqual([])
  })

  test.each([
    'The journal knows no such run.',
    'The journal knows no run 17.',
    '"x y" is not the number of a run.',
    '"usm-billing history" lists the runs it knows.',
    'The journal knows no subscriber "Іваненко"; did you mean "ivanenko"?',
    'The journal knows no subscriber "no such file".',
    'Several subscribers were called "ivanenko": 12, 17.',
    'Name the one that is meant by its id in the billing.',
    'This runs as root, and /var/log/usm-billing belongs to usm-billing: what is made there is given to usm-billing. Better: sudo -u usm-billing usm-billing',
    'metricsFile could not be written: permission denied (/var/lib/node_exporter/usm.prom).',
    'SIGTERM: ending after the request in flight.',
    'The plan was written to /root/plan. "usm-billing apply /root/plan" carries it out within 24 hours.',
    '/root/plan cannot be written: no space left on device.',
  ])('is told whole: %s', (english) => {
    for (const speaker of SPEAKERS) {
      const text = speaker.retell(english)
      expect(leftInEnglish(text, ['usm-billing', 'sudo -u'])).toEqual([])
      expect(text).toMatch(/[а-яіїєґ]/)
    }
  })
})

describe('the line of a quiet run', () => {
  const note = (sentence?: string): string => {
    const problems = new Problems()
    for (const id of ['12', '17', '20', '31'])
      problems.report({
        code: 'refused',
        example: `${id}: The name is taken, done`,
        text: 'x',
        partial: true,
      })
    for (let code = 0; code < 30; code++)
      problems.report({ code: 'house-refused', example: `h${code}`, text: 'x', partial: true })
    if (sentence !== undefined)
      problems.report({ code: 'log-lost', example: '/var/log', text: sentence, partial: true })
    const journal = { readNote: () => undefined, keepNote() {} } as unknown as Parameters<
      typeof lineOfUndone
    >[0]
    return lineOfUndone(journal, problems, { now: new Date(), isQuiet: true }) ?? ''
  }

  test('is told whole', () => {
    expect([uk.retell(note())]).toEqual([
      'Не зроблено, разом 34: refused 4 (12, 17, 20, …); house-refused 30 (h0, h1, h2, …). Докладніше — "usm-billing history" і лог.',
    ])
    expect([
      ru.retell(
        note(
          'Rows of the journal are damaged. They are left out; check the disk and the memory of this host.',
        ),
      ),
    ]).toEqual([
      'Не сделано, всего 35: refused 4 (12, 17, 20, …); house-refused 30 (h0, h1, h2, …); log-lost 1 (/var/log). Строки журнала повреждены. Они пропущены; проверьте диск и память этого хоста.',
    ])
    expect(uk.retell(note().replace('Left', 'Still left'))).toStartWith('Досі не зроблено, разом 34: ')
  })
})

test('warnings about others are counted in the language', () => {
  const problems = new Problems()
  problems.report({ code: 'house-dangling', example: '12', text: 'x' })
  const printed: string[] = []
  const console = {
    speaker: ru,
    printLines: (lines: readonly { text: string }[]) => printed.push(...lines.map(({ text }) => text)),
  }
  const session = { problems, console, logs: { warn() {} } } as unknown as Parameters<typeof tellProblems>[0]
  tellProblems(session, { isQuiet: false, about: new Set(['17']) })
  expect(printed).toEqual([' Предупреждений о других: 1. Их показывает "usm-billing plan".'])
})
