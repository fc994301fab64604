/** `usm-billing init` in the operator's language: its questions, the file it writes, what it says at the end. */
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isYes } from '../../src/commands/init/ask-line.ts'
import { askRequired } from '../../src/commands/init/prompt.ts'
import { loadConfig } from '../../src/config/load.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { errorsOf } from '../config/machine.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { play } from './frame/console.ts'

const folder = mkdtempSync(join(tmpdir(), 'usm-billing-init-languages-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function init(language: string, php?: string) {
  const file = join(mkdtempSync(join(folder, 'case-')), 'usm-billing.jsonc')
  const from = join(folder, 'usm_billing.conf.php')
  if (php !== undefined) writeFileSync(from, php)
  const line = ['init', '--config', file, ...(php === undefined ? [] : ['--from', from])]
  const { stdout, stderr } = await play(line, { env: { USM_BILLING_LANGUAGE: language } })
  const shown = (stdout + stderr).replaceAll(folder, '').replace(/case-\w+/g, 'case')
  return { lines: shown.trimEnd().split('\n'), file, text: readFileSync(file, 'utf8') }
}

const PHP = `<?php
// our old billing
$billingUrl = 'http://b.test/?key=1';
$billingId = 2;
$usersideUrl = 'http://us.test';
// who knows
$memory = 1;
$isSilence = 'maybe';
`

describe('what is written and said', () => {
  test('of an old configuration, in Ukrainian', async () => {
    const { lines, file, text } = await init('uk', PHP)
    expect(lines).toEqual([
      'Записано: /case/usm-billing.jsonc',
      'Перенесено з /usm_billing.conf.php: billingUrl, billingId, usersideUrl',
      'Не перенесено:',
      '  рядок 7: $memory не має відповідника',
      '  рядок 8: $isSilence: очікується true або false, а вказано текст "maybe"',
      'Ще треба вказати в ньому: usersideApiKey',
      'Далі:',
      '  usm-billing --check-config --config /case/usm-billing.jsonc',
      '  usm-billing doctor --config /case/usm-billing.jsonc',
      '  usm-billing plan --config /case/usm-billing.jsonc',
    ])
    expect(text.split('\n').slice(0, 6)).toEqual([
      '// Конфігурація usm-billing. Закоментоване має те значення, яке показано, або жодного.',
      '// Замість секрету можна написати "env:ІМ’Я", "file:ШЛЯХ" або "credential:ІМ’Я".',
      '{',
      '  // Як читається білінг: "standart" (приймається й "standard") і "carbon5" говорять універсальним API, решта читаються як таблиці (змінна оточення: BILLING_NAME)',
      '  // "billingName": "standart",',
      '',
    ])
    expect(text.split('\n').slice(-7)).toEqual([
      '',
      '  // Не перенесено:',
      '  // who knows',
      '  // рядок 7: $memory не має відповідника',
      '  // рядок 8: $isSilence: очікується true або false, а вказано текст "maybe"',
      '}',
      '',
    ])
    expect(errorsOf(() => loadConfig({ file }))).toHaveLength(1)
  })

  test.each(['uk', 'ru'])('of the language: %s, for cron mostly has no locale', async (language) => {
    const { text } = await init(language)
    expect(text).toContain(`\n  "language": "${language}",\n`)
  })

  test('of the language: none in English, which is spoken unless set', async () => {
    const { text } = await init('en')
    expect(text).toContain('\n  // "language": "auto",\n')
  })

  test('of an old configuration, in Russian', async () => {
    const { lines, text } = await init('ru', PHP)
    expect(lines).toEqual([
      'Записано: /case/usm-billing.jsonc',
      'Перенесено из /usm_billing.conf.php: billingUrl, billingId, usersideUrl',
      'Не перенесено:',
      '  строка 7: $memory не имеет соответствия',
      '  строка 8: $isSilence: ожидается true или false, а указано: текст "maybe"',
      'Ещё надо указать в нём: usersideApiKey',
      'Дальше:',
      '  usm-billing --check-config --config /case/usm-billing.jsonc',
      '  usm-billing doctor --config /case/usm-billing.jsonc',
      '  usm-billing plan --config /case/usm-billing.jsonc',
    ])
    expect(text.split('\n').slice(0, 6)).toEqual([
      '// Конфигурация usm-billing. Закомментированное имеет то значение, которое показано, или никакого.',
      '// Вместо секрета можно написать "env:ИМЯ", "file:ПУТЬ" или "credential:ИМЯ".',
      '{',
      '  // Как читается биллинг: "standart" (принимается и "standard") и "carbon5" говорят универсальным API, остальные читаются как таблицы (переменная окружения: BILLING_NAME)',
      '  // "billingName": "standart",',
      '',
    ])
    expect(text.split('\n').slice(-7)).toEqual([
      '',
      '  // Не перенесено:',
      '  // who knows',
      '  // строка 7: $memory не имеет соответствия',
      '  // строка 8: $isSilence: ожидается true или false, а указано: текст "maybe"',
      '}',
      '',
    ])
  })

  test.each(['uk', 'ru'])('of none, in %s, with no word of English among the comments', async (language) => {
    const { lines, text } = await init(language)
    expect(lines.slice(1).flatMap((line) => leftInEnglish(line, [/usm-billing (?:doctor|plan)/]))).toEqual([])
    const comments = text.split('\n').filter((line) => /^\s*\/\/ (?!")/.test(line))
    expect(comments.length).toBeGreaterThan(50)
    expect(comments.flatMap((line) => leftInEnglish(line, ['facility daemon', '//']))).toEqual([])
  })

  test('nothing of an old configuration that has nothing', async () => {
    const { lines } = await init('uk', '<?php\n')
    expect(lines.slice(1, 2)).toEqual(['Перенесено з /usm_billing.conf.php: нічого'])
  })

  test('leaves JSON in English', async () => {
    const line = (language: string) =>
      play(
        [
          'init',
          '--json',
          '--config',
          join(folder, `${language}.jsonc`),
          '--from',
          join(folder, 'usm_billing.conf.php'),
        ],
        { env: { USM_BILLING_LANGUAGE: language } },
      )
    writeFileSync(join(folder, 'usm_billing.conf.php'), PHP)
    const [english, ukrainian] = [await line('en'), await line('uk')]
    expect(ukrainian.stdout.replace('uk.jsonc', 'en.jsonc')).toBe(english.stdout)
  })

  test('is told too that the file is there already', async () => {
    const { file } = await init('uk')
    const again = await play(['init', '--config', file], { env: { USM_BILLING_LANGUAGE: 'ru' } })
    expect(again.stderr).toBe(
      `${file} уже есть; ничего не записано.\nСначала уберите его или укажите другой файл через --config.\n`,
    )
  })
})

describe('the questions', () => {
  async function asked(
    language: 'uk' | 'ru',
    answers: readonly string[],
    keys: readonly string[],
  ): Promise<string[]> {
    const questions: string[] = []
    const left = [...answers]
    const askLine = async (question: string) => {
      questions.push(...question.split('\n').filter((line) => line !== '' && line !== '> '))
      return left.shift() ?? ''
    }
    const speaker = await speakerOf(language)
    const prove = async () => ({ isProved: false, lines: [speaker.say('There is no configuration.')] })
    const { confirmTest } = await askRequired(keys, { askLine, prove, speaker })
    await confirmTest()
    return questions
  }

  const ANSWERS = [
    'utm6',
    'utm5',
    'oracle',
    'postgres',
    'db.test',
    'UTM5',
    'reader',
    'secret',
    'y',
    '',
    '',
    '',
    '',
    '',
    'ні',
    'zero',
    '5',
    'н',
  ]

  test('are put in Ukrainian', async () => {
    expect(await asked('uk', ANSWERS, ['billingName', 'billingUrl', 'billingId'])).toEqual([
      'Який це білінг?',
      '  standart   такий, що має API для UserSide: uBilling, MikBill, ABillS, Platex та інші',
      '  carbon5    Carbon Billing 5, через його API',
      '  utm5       NetUP UTM5, з його бази даних',
      '  abills     ABillS, з його бази даних',
      '  ubilling   uBilling, з його бази даних',
      '  mikbill    MikBill, з його бази даних',
      '  nodeny     NoDeny+, з його бази даних',
      '  sql        будь-який інший із базою даних, за вашими запитами',
      '  files      будь-який інший, що пише файли CSV або JSON у теку',
      'billingName [standart]',
      '  Можливі значення: standart, carbon5, utm5, abills, ubilling, mikbill, nodeny, sql, files; може, "utm5"?',
      'Тип бази даних: mysql, postgres [mysql]',
      '  Можливі значення: mysql, postgres.',
      'Хост бази даних (ХОСТ:ПОРТ, якщо порт нестандартний) або шлях до сокета [localhost]',
      'Назва бази даних',
      'Обліковий запис, який може її читати',
      'Його пароль',
      '  Конфігурації немає.',
      'Відповісти ще раз? [Y/n] ',
      'Тип бази даних: mysql, postgres [postgres]',
      'Хост бази даних (ХОСТ:ПОРТ, якщо порт нестандартний) або шлях до сокета [db.test]',
      'Назва бази даних [UTM5]',
      'Обліковий запис, який може її читати [reader]',
      'Його пароль [той самий]',
      '  Конфігурації немає.',
      'Відповісти ще раз? [Y/n] ',
      'billingId: номер білінгу в UserSide (Налаштування - Білінги)',
      '  billingId: очікується ціле число від 1 до 2147483647, а вказано текст "zero"',
      'Перевірити з’єднання зараз? [Y/n] ',
    ])
  })

  test('are put in Russian', async () => {
    expect(await asked('ru', ANSWERS, ['billingName', 'billingUrl', 'billingId'])).toEqual([
      'Какой это биллинг?',
      '  standart   такой, у которого есть API для UserSide: uBilling, MikBill, ABillS, Platex и другие',
      '  carbon5    Carbon Billing 5, через его API',
      '  utm5       NetUP UTM5, из его базы данных',
      '  abills     ABillS, из его базы данных',
      '  ubilling   uBilling, из его базы данных',
      '  mikbill    MikBill, из его базы данных',
      '  nodeny     NoDeny+, из его базы данных',
      '  sql        любой другой с базой данных, по вашим запросам',
      '  files      любой другой, который пишет файлы CSV или JSON в папку',
      'billingName [standart]',
      '  Возможные значения: standart, carbon5, utm5, abills, ubilling, mikbill, nodeny, sql, files; может быть, "utm5"?',
      'Тип базы данных: mysql, postgres [mysql]',
      '  Возможные значения: mysql, postgres.',
      'Хост базы данных (ХОСТ:ПОРТ, если порт нестандартный) или путь к сокету [localhost]',
      'Имя базы данных',
      'Учётная запись, которая может её читать',
      'Её пароль',
      '  Конфигурации нет.',
      'Ответить ещё раз? [Y/n] ',
      'Тип базы данных: mysql, postgres [postgres]',
      'Хост базы данных (ХОСТ:ПОРТ, если порт нестандартный) или путь к сокету [db.test]',
      'Имя базы данных [UTM5]',
      'Учётная запись, которая может её читать [reader]',
      'Её пароль [тот же]',
      '  Конфигурации нет.',
      'Ответить ещё раз? [Y/n] ',
      'billingId: номер биллинга в UserSide (Настройка - Биллинги)',
      '  billingId: ожидается целое число от 1 до 2147483647, а указано: текст "zero"',
      'Проверить соединения сейчас? [Y/n] ',
    ])
  })

  test('are put of a file of SQLite, and of an API', async () => {
    expect(
      await asked('uk', ['sql', 'sqlite', '/var/b.sqlite', 'n', 'n'], ['billingName', 'billingUrl']),
    ).toContain('Файл SQLite білінгу')
    expect(
      (await asked('ru', ['', 'x', 'http://b.test/', 'n'], ['billingName', 'billingUrl'])).slice(-3),
    ).toEqual([
      'billingUrl: адрес API биллинга вместе с параметрами и ключом, в том же виде, что и для старого модуля; для таблиц — база данных или папка',
      '  billingUrl: ожидается URL http:// или https://; для таблиц mysql://…, postgres://…, sqlite:ПУТЬ или file:ПАПКА, а указано: текст, который не показывается',
      'Проверить соединения сейчас? [Y/n] ',
    ])
  })

  test.each<[string, boolean]>([
    ['', true],
    ['так', true],
    ['да', true],
    ['y', true],
    ['n', false],
    ['No', false],
    [' ні', false],
    ['Нет', false],
    ['нет', false],
  ])('take "%s" for %p', (answer, expected) => {
    expect(isYes(answer)).toBe(expected)
  })
})
