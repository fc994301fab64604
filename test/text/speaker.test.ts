import { describe, expect, test } from 'bun:test'
import { formatBytes, formatDuration } from '../../src/text/quantity.ts'
import { ENGLISH, speakerOf } from '../../src/text/speaker.ts'
import { fill, wording } from '../../src/text/translation.ts'

const uk = await speakerOf('uk')
const ru = await speakerOf('ru')
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a count', () => {
  test.each<[number, string, string]>([
    [0, '0 абонентів', '0 абонентов'],
    [1, '1 абонент', '1 абонент'],
    [2, '2 абоненти', '2 абонента'],
    [4, '4 абоненти', '4 абонента'],
    [5, '5 абонентів', '5 абонентов'],
    [11, '11 абонентів', '11 абонентов'],
    [12, '12 абонентів', '12 абонентов'],
    [21, '21 абонент', '21 абонент'],
    [22, '22 абоненти', '22 абонента'],
    [111, '111 абонентів', '111 абонентов'],
    [1001, '1 001 абонент', '1 001 абонент'],
    [1_234_565, '1 234 565 абонентів', '1 234 565 абонентов'],
  ])('of %p stands with the form it wants', (count, ukrainian, russian) => {
    expect(plain(uk.count(count, '{1} subscriber', '{1} subscribers'))).toBe(ukrainian)
    expect(plain(ru.count(count, '{1} subscriber', '{1} subscribers'))).toBe(russian)
    const english = ENGLISH.count(count, '{1} subscriber', '{1} subscribers')
    expect(plain(uk.retell(english))).toBe(ukrainian)
    expect(plain(ru.retell(english))).toBe(russian)
  })

  test('that is broken takes the form of broken numbers', () => {
    const forms = { one: '{1} година', few: '{1} години', many: '{1} годин', other: '{1} години!' }
    const told = (value: string) => wording(forms, [value], new Intl.PluralRules('uk'))
    expect(['1.5', '1,5', '0.5', '21.0'].map(told)).toEqual([
      '{1} години!',
      '{1} години!',
      '{1} години!',
      '{1} година',
    ])
    const { other: _none, ...three } = forms
    expect(wording(three, ['1.5'], new Intl.PluralRules('ru'))).toBe('{1} години')
  })

  test('is the value the forms go by, which need not be the first', () => {
    const forms = { by: 2, one: 'в {1} {2} день', few: 'в {1} {2} дні', many: 'в {1} {2} днів' }
    expect(wording(forms, ['5', '1'], new Intl.PluralRules('uk'))).toBe(forms.one)
  })
})

describe('numbers and times', () => {
  test('are written as the language writes them', () => {
    expect(plain(uk.number(1_234_567))).toBe('1 234 567')
    expect(plain(uk.bytes(12_400_000))).toBe('12 МБ')
    expect(plain(uk.bytes(1_240_000))).toBe('1,2 МБ')
    expect(plain(ru.duration(245_000))).toBe('4 мин 05 с')
    expect(plain(ru.share(0.125))).toBe('12,5 %')
    const instant = new Date(2026, 10, 2, 7, 5, 3)
    expect(uk.dateTime(instant)).toBe('02.11.2026 07:05:03')
    expect(ru.dateTime(instant)).toBe('02.11.2026 07:05:03')
    expect(ENGLISH.dateTime(instant)).toBe('2026-11-02 07:05:03')
  })

  test('in a sentence are retold too', () => {
    const english = `/var/log, ${formatBytes(1_240_000)} free`
    expect(plain(uk.retell(english))).toBe('/var/log, вільно 1,2 МБ')
    expect(plain(ru.retell(`It took ${formatDuration(3200)}.`))).toBe('Заняло 3,2 с.')
  })
})

describe('what another room has said', () => {
  test.each<[string, string, string]>([
    ['one sentence', 'There is no configuration.', 'Конфігурації немає.'],
    [
      'a sentence with a sentence in it',
      'UserSide could not be read or refused to write: The billing could not be read.',
      'UserSide не вдалося прочитати, або він відмовився записувати: Білінг не вдалося прочитати.',
    ],
    [
      'several sentences',
      'There is no configuration. Check --config and $USM_BILLING_CONFIG.',
      'Конфігурації немає. Перевірте --config і $USM_BILLING_CONFIG.',
    ],
    [
      'a sentence whose last value would take the next sentence along',
      'Left undone, 3 in all: refused 3 (12, 17). "usm-billing history" and the log tell more.',
      'Не зроблено, разом 3: refused 3 (12, 17). Докладніше — "usm-billing history" і лог.',
    ],
    [
      'a sentence behind something that is none',
      '/etc/usm-billing/a.jsonc: there is no such file',
      '/etc/usm-billing/a.jsonc: такого файлу немає',
    ],
    [
      'parts behind a semicolon',
      'is unknown; did you mean "billingUrl"?',
      'невідомий параметр; може, "billingUrl"?',
    ],
    ['a full stop that is not the phrase’s own', 'The command "x" is unknown.', 'Команда "x" невідома.'],
    ['a phrase whose full stop is missing', 'There is no configuration', 'Конфігурації немає'],
    [
      'lines, each for itself',
      'There is no configuration.\n  done\n\nx',
      'Конфігурації немає.\n  готово\n\nx',
    ],
    ['blanks around it', '  done ', '  готово '],
    [
      'a list of words',
      'must be "a", "b" or "c", found a list',
      'очікується "a", "b" або "c", а вказано список',
    ],
  ])('is told: %s', (_what, english, expected) => {
    expect(uk.retell(english)).toBe(expected)
  })

  test('leaves what was filled in, where it is data', () => {
    // Words of the program as values: what stands in quotes, and single words in a list.
    expect(uk.retell('must be a path, found the text "a list"')).toBe(
      'очікується шлях, а вказано текст "a list"',
    )
    expect(uk.retell('SHELL cannot be "done": it is one of key, field, done.')).toBe(
      'SHELL не може бути "done"; можливі значення: key, field, done.',
    )
    expect(uk.retell('The command "$1 {1} [1] $& $`" is unknown.')).toBe(
      'Команда "$1 {1} [1] $& $`" невідома.',
    )
  })

  test.each([
    '',
    ' ',
    '\n',
    'Іваненко',
    'x',
    '{1}',
    '"',
    '. ',
    'a: b; c, d',
    '12',
    'HTTP 404',
    '__proto__',
    '→ x · y',
  ])('leaves "%s" as it is', (text) => {
    expect(uk.retell(text)).toBe(text)
    expect(ru.retell(text)).toBe(text)
  })

  test('is told in English as it is', () => {
    expect(ENGLISH.retell('There is no configuration.')).toBe('There is no configuration.')
  })

  test('is no count where no number stands', () => {
    expect(uk.retell('Nobody could be read')).toBe('Nobody could be read')
    expect(uk.retell('12 reads')).toBe('12 читань')
  })

  const LONG = 1_000_000
  test.each<[string, string]>([
    ['blanks', `a${' '.repeat(LONG)}b`],
    ['marks', 'a: '.repeat(LONG / 3)],
    ['sentences', 'Nobody knows. '.repeat(LONG / 14)],
    ['one word', 'x'.repeat(LONG)],
    ['beginnings of phrases', 'must be '.repeat(LONG / 8)],
    ['words that phrases part their values by', ' cannot be read: '.repeat(LONG / 17)],
    ['quotes', '"'.repeat(LONG)],
    ['what is one word of a value after the other', `${'a is not b, '.repeat(LONG / 12)}.`],
  ])('takes time by its length, and is left as it is, when it is long and made of %s', (_what, text) => {
    // Time that grows with a power of the length would not come to an end here.
    expect(uk.retell(text) === text).toBe(true)
  })

  test('takes time by its length when phrases stand in phrases', () => {
    const nested = `${'Unexpected error: '.repeat(10)}x`
    expect(uk.retell(nested)).toBe(`${'Несподівана помилка: '.repeat(10)}x`)
    const lines = 'There is no configuration.\n'.repeat(2000)
    expect(uk.retell(lines)).toBe('Конфігурації немає.\n'.repeat(2000))
  })
})

test('what is no phrase, out of a damaged journal, is said as it is', () => {
  for (const speaker of [ENGLISH, uk, ru])
    for (const odd of ['zzz', 'constructor', null, -1, 1.5, ''])
      expect(speaker.say(odd as never)).toBe(String(odd))
})

test('a value may be a word of the program', () => {
  const tell = (word: string) => (word === 'house' ? 'будинок' : word)
  expect(fill('[2] {1}', ['house', 'house'], tell)).toBe('будинок house')
  expect(fill('{1} {3}', ['a'])).toBe('a ')
})
