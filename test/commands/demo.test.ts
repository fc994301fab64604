/** `demo`: three runs that end well, whatever kind of billing is shown, and nothing left behind. */
import { describe, expect, test } from 'bun:test'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoRun, type DemoSource, explainIn } from '../../src/commands/demo/explanation.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { play } from './frame/console.ts'

describe('the demo', () => {
  test('says where no temporary files can be made', async () => {
    const usual = process.env['TMPDIR']
    process.env['TMPDIR'] = '/nowhere'
    try {
      const { exitCode, stderr } = await play(['demo', '--billing', 'sql'])
      expect(stderr).toStartWith(
        'No temporary files can be made in /nowhere.\nSet the environment variable TMPDIR',
      )
      expect(exitCode).toBe(4)
    } finally {
      if (usual === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = usual
    }
  })

  test('shows one billing, not two', async () => {
    expect((await play(['demo', '--billing', 'sql', '--bundle', 'x.tar.gz'])).exitCode).toBe(64)
  })

  test.each(['', 'utm5', 'abills', 'sql'])('of the billing "%s" fills, rests, and follows', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'usm-billing-demo-test-'))
    const usual = process.env['TMPDIR']
    process.env['TMPDIR'] = folder
    try {
      const option = name === '' ? [] : ['--billing', name]
      const { exitCode, stdout } = await play(['demo', '--json', ...option])
      const runs = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(runs.map(({ step }) => step)).toEqual(['first', 'unchanged', 'changed'])
      expect(runs[0]).toMatchObject({ done: { subscribers: { created: 400 }, addresses: { failed: 0 } } })
      expect(runs[1]).toMatchObject({ writes: 0, done: { subscribers: { unchanged: 400 } } })
      expect(runs[2].done.subscribers.updated).toBeGreaterThan(100)
      expect(runs.every(({ billingRequests }) => billingRequests > 5)).toBe(true)
      expect(exitCode).toBe(0)
      expect(readdirSync(folder)).toEqual([])
    } finally {
      if (usual === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = usual
      rmSync(folder, { recursive: true })
    }
  })

  test('says where the tables are, and as what they are read', async () => {
    const { stdout } = await play(['demo', '--billing', 'utm5'])
    expect(stdout).toContain('the tables of UTM5')
    expect(stdout).toContain('"billingName": "utm5"')
    expect(stdout).toContain('found nothing wrong')
  })

  test('shows no billing it has no tables of', async () => {
    expect(await play(['demo', '--billing', 'lanbilling'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('it is one of utm5, abills, sql'),
    })
  })
})

describe('the explanation in other languages', () => {
  const done = {
    tariffs: { created: 6, updated: 0, retired: 0, unchanged: 0 },
    addresses: { matched: 0, created: 20, failed: 0 },
    subscribers: {
      seen: 400,
      created: 400,
      updated: 176,
      unchanged: 1400,
      absent: 12,
      returned: 0,
      unmanaged: 0,
      failed: 0,
    },
    fields: { balance: 1068, ipMac: 34, apartment: 29, traffic: 28, house: 26, name: 2, email: 1 },
    messages: 0,
  }
  const run = (step: DemoRun['step'], writes: number): DemoRun => ({
    step,
    done,
    billingRequests: 12,
    reads: 15,
    writes,
    seconds: 0.664,
  })
  const SERVER: DemoSource = { place: 'http://127.0.0.1:40001', tables: undefined }
  const TABLES: DemoSource = { place: '/tmp/usm-billing-demo-x/billing.sqlite', tables: 'utm5' }

  async function wholeText(language: 'uk' | 'ru'): Promise<string> {
    const explain = explainIn(await speakerOf(language))
    return [
      explain.beginning(SERVER, 'http://127.0.0.1:40002'),
      explain.beginning(TABLES, 'http://127.0.0.1:40002'),
      explain.run(run('first', 36)),
      explain.run(run('unchanged', 0)),
      explain.run(run('unchanged', 3)),
      explain.run(run('changed', 6)),
      explain.end([]),
      explain.end(['?']),
    ]
      .join('\n')
      .replaceAll('\u00a0', ' ')
  }

  test('is whole in Ukrainian', async () => {
    const text = await wholeText('uk')
    expect(leftInEnglish(text)).toEqual([])
    expect(
      text,
    ).toBe(`Демонстрація запускає на цій машині два невеликі сервери: білінг із вигаданими абонентами (400), що відповідає як uBilling, — http://127.0.0.1:40001, і порожній UserSide — http://127.0.0.1:40002.
Далі вона робить три запуски, як робив би cron. Поза цією машиною нічого не змінюється.
Демонстрація заповнює файл SQLite (/tmp/usm-billing-demo-x/billing.sqlite) таблицями UTM5 з вигаданими абонентами (400) і запускає на цій машині невеликий сервер: порожній UserSide — http://127.0.0.1:40002.
Файл читається так само, як база даних: "billingName": "utm5".
Далі вона робить три запуски, як робив би cron. Поза цією машиною нічого не змінюється.

1. Перше перенесення: UserSide порожній
   Тарифи: створено 6, з ціною, швидкістю та трафіком.
   Будинки: створено 20, відхилено 0.
   Абоненти: створено 400, їхні id прочитано, і всіх заповнено в тому ж запуску.
   Запити: до білінгу 12; до UserSide читань 15, записів 36. 0,66 с.

2. Через десять хвилин: у білінгу нічого не змінилося
   Порівняно всіх абонентів (1 400), поле за полем.
   Розбіжностей немає, тож нічого не записано.
   Запити: до білінгу 12; до UserSide читань 15, записів 0. 0,66 с.

2. Через десять хвилин: у білінгу нічого не змінилося
   Порівняно всіх абонентів (1 400), поле за полем.
   Щось записали запити (3): це дефект програми.
   Запити: до білінгу 12; до UserSide читань 15, записів 3. 0,66 с.

3. Пізніше того ж дня: змін у білінгу — 300
   Абоненти: створено нових 400, змінено 176, зникло з білінгу 12 (їх позначено, не видалено).
   Записано лише те, що відрізнялося: balance 1 068, ipMac 34, apartment 29, traffic 28, house 26 та інші поля (2).
   Запити: до білінгу 12; до UserSide читань 15, записів 6. 0,66 с.

Обидва сервери звіряють кожен запит із контрактами й помилок не знайшли.
Для справжньої роботи: "usm-billing init" пише конфігурацію, "usm-billing doctor" перевіряє її, "usm-billing plan" показує, що змінив би запуск, а "usm-billing" запускає.

Сервери знайшли запити, що порушують контракти. Це дефект програми:
?`)
  })

  test('is whole in Russian', async () => {
    const text = await wholeText('ru')
    expect(leftInEnglish(text)).toEqual([])
    expect(
      text,
    ).toBe(`Демонстрация запускает на этой машине два небольших сервера: биллинг с выдуманными абонентами (400), отвечающий как uBilling, — http://127.0.0.1:40001, и пустой UserSide — http://127.0.0.1:40002.
Затем она делает три запуска, как делал бы cron. Вне этой машины ничего не меняется.
Демонстрация заполняет файл SQLite (/tmp/usm-billing-demo-x/billing.sqlite) таблицами UTM5 с выдуманными абонентами (400) и запускает на этой машине небольшой сервер: пустой UserSide — http://127.0.0.1:40002.
Файл читается так же, как база данных: "billingName": "utm5".
Затем она делает три запуска, как делал бы cron. Вне этой машины ничего не меняется.

1. Первый импорт: UserSide пуст
   Тарифы: создано 6, с ценой, скоростью и трафиком.
   Дома: создано 20, отклонено 0.
   Абоненты: создано 400, их id прочитаны, и все заполнены в том же запуске.
   Запросы: к биллингу 12; к UserSide чтений 15, записей 36. 0,66 с.

2. Через десять минут: в биллинге ничего не изменилось
   Сравнены все абоненты (1 400), поле за полем.
   Расхождений нет, поэтому ничего не записано.
   Запросы: к биллингу 12; к UserSide чтений 15, записей 0. 0,66 с.

2. Через десять минут: в биллинге ничего не изменилось
   Сравнены все абоненты (1 400), поле за полем.
   Что-то записали запросы (3): это дефект программы.
   Запросы: к биллингу 12; к UserSide чтений 15, записей 3. 0,66 с.

3. Позже в тот же день: изменений в биллинге — 300
   Абоненты: создано новых 400, изменено 176, пропало из биллинга 12 (они отмечены, не удалены).
   Записано только то, что отличалось: balance 1 068, ipMac 34, apartment 29, traffic 28, house 26 и другие поля (2).
   Запросы: к биллингу 12; к UserSide чтений 15, записей 6. 0,66 с.

Оба сервера сверяют каждый запрос с контрактами и ошибок не нашли.
Для настоящей работы: "usm-billing init" пишет конфигурацию, "usm-billing doctor" проверяет её, "usm-billing plan" показывает, что изменил бы запуск, а "usm-billing" запускает.

Серверы нашли запросы, нарушающие контракты. Это дефект программы:
?`)
  })

  test('is told on the console, and a file that is no bundle is refused in it', async () => {
    const env = { USM_BILLING_LANGUAGE: 'uk' }
    const { stdout } = await play(['demo'], { env })
    expect(stdout).toContain('1. Перше перенесення: UserSide порожній')
    expect(leftInEnglish(stdout)).toEqual([])
    const { stderr } = await play(['demo', '--bundle', '/dev/null'], { env })
    expect(stderr).toContain('/dev/null: відтворити не вдалося: це не файл команди bundle.')
  })
})
