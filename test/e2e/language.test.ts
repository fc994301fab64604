/** Which language the program speaks, as an operator sets it: and that what machines read stays English, byte for byte. */
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEnvironment, run } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'usm-billing-language-'))
const VALID = {
  billingUrl: 'http://billing.test/?key=1',
  billingId: 3,
  usersideUrl: 'https://userside.test/',
  usersideApiKey: 'k',
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A configuration that says nothing of the language, unless it is given. */
function configuration(name: string, keys: Readonly<Record<string, unknown>>): string {
  const file = join(folder, `${name}.jsonc`)
  writeFileSync(file, JSON.stringify(keys, undefined, 1), { mode: 0o600 })
  return file
}

const valid = configuration('valid', VALID)
const broken = configuration('broken', { ...VALID, billingId: 'x', billngName: 'utm5' })

const say = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  run(args, { env: { ...bareEnvironment, ...env } })

const WORDS = {
  en: 'The configuration is valid',
  uk: 'Конфігурація правильна',
  ru: 'Конфигурация верна',
} as const
const UK = 'uk_UA.UTF-8'
const RU = 'ru_RU.UTF-8'

describe('the language', () => {
  test.each<[string, keyof typeof WORDS, Record<string, string>, string | undefined]>([
    ['English, as cron says nothing', 'en', {}, undefined],
    ['that of LANG', 'uk', { LANG: UK }, undefined],
    ['that of LC_MESSAGES rather than of LANG', 'ru', { LANG: UK, LC_MESSAGES: RU }, undefined],
    ['that of LC_ALL rather than of both', 'uk', { LANG: RU, LC_MESSAGES: RU, LC_ALL: UK }, undefined],
    ['English where LC_ALL says C', 'en', { LANG: UK, LC_MESSAGES: UK, LC_ALL: 'C' }, undefined],
    [
      'that of the variable rather than of the locale',
      'ru',
      { USM_BILLING_LANGUAGE: 'ru', LC_ALL: UK },
      undefined,
    ],
    ['English when the variable says so', 'en', { USM_BILLING_LANGUAGE: 'en', LC_ALL: UK }, undefined],
    ['that of the file rather than of the variable', 'uk', { USM_BILLING_LANGUAGE: 'ru', LC_ALL: RU }, 'uk'],
    [
      'that of the locale when the file says "auto"',
      'ru',
      { USM_BILLING_LANGUAGE: 'uk', LC_ALL: RU },
      'auto',
    ],
  ])('is %s', async (_what, language, env, key) => {
    const file = key === undefined ? valid : configuration(`valid-${key}`, { ...VALID, language: key })
    const { stdout, exitCode } = await say(env, '--check-config', '--config', file)
    expect(stdout).toStartWith(`${WORDS[language]}: ${file}\n`)
    expect(exitCode).toBe(0)
  })
})

describe.each([
  [
    'uk',
    'Виклик: ',
    'Коди виходу:',
    'Опція "--dry-rum" невідома; може, "--dry-run"?\nДив. "usm-billing --help".\n',
    'очікується ціле число від 1 до 2147483647, а вказано текст "x"',
    'невідомий параметр; може, "billingName"?',
    'У конфігурації 2 помилки.',
  ],
  [
    'ru',
    'Вызов: ',
    'Коды выхода:',
    'Опция "--dry-rum" неизвестна; может быть, "--dry-run"?\nСм. "usm-billing --help".\n',
    'ожидается целое число от 1 до 2147483647, а указано: текст "x"',
    'неизвестный параметр; может быть, "billingName"?',
    'В конфигурации 2 ошибки.',
  ],
])('in %s', (language, usage, codes, option, number, unknown, count) => {
  const env = { USM_BILLING_LANGUAGE: language }

  test('the help is told', async () => {
    const { stdout, exitCode } = await say(env, '--help')
    expect(stdout).toContain(usage)
    expect(stdout).toContain(codes)
    expect(stdout).not.toContain('Usage')
    expect(exitCode).toBe(0)
  })

  test('a bad option is told', async () => {
    expect(await say(env, '--dry-rum')).toEqual({ exitCode: 64, stdout: '', stderr: option })
  })

  test('every error of a configuration is told, at its place', async () => {
    const { stdout, stderr, exitCode } = await say(env, '--check-config', '--config', broken)
    expect(stderr).toBe(
      `${broken}:3:2 billingId: ${number}\n${broken}:6:2 billngName: ${unknown}\n${count}\n`,
    )
    expect(stdout).toBe('')
    expect(exitCode).toBe(4)
    const said = await say(env, 'doctor', '--quiet', '--config', broken)
    expect(said.stderr).toBe(stderr)
  })

  test.each([
    ['a valid configuration', ['--check-config', '--config', valid]],
    ['a broken one', ['--check-config', '--config', broken]],
    ['none', ['--check-config', '--config', join(folder, 'gone.jsonc')]],
    ['a bad option', ['--dry-rum']],
  ])('--json says in English what it says: of %s', async (_what, args) => {
    const [told, english] = [await say(env, ...args, '--json'), await say({}, ...args, '--json')]
    const timeless = (text: string) =>
      text.replace(/"(startedAt|finishedAt)":"[^"]*"|"durationMs":\d+/g, '"$1"')
    expect(english.stdout).toStartWith('{')
    expect(timeless(told.stdout)).toBe(timeless(english.stdout))
    expect(told.exitCode).toBe(english.exitCode)
    expect(told.stderr === '' || told.stderr !== english.stderr).toBe(true)
  })
})
