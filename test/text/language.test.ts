import { describe, expect, test } from 'bun:test'
import { languageAsked, languageOf, languageOfEnvironment } from '../../src/text/language.ts'

describe('the language of the environment', () => {
  test.each<[string, Record<string, string>, string]>([
    ['English where nothing is said', {}, 'en'],
    ['the locale', { LANG: 'uk_UA.UTF-8' }, 'uk'],
    ['a locale without a country', { LANG: 'ru' }, 'ru'],
    ['a locale with a modifier', { LANG: 'ru_UA@euro' }, 'ru'],
    ['a locale in capitals', { LANG: 'UK_UA' }, 'uk'],
    ['LC_MESSAGES over LANG', { LC_MESSAGES: 'ru_RU.UTF-8', LANG: 'uk_UA.UTF-8' }, 'ru'],
    ['LC_ALL over both', { LC_ALL: 'uk_UA.UTF-8', LC_MESSAGES: 'ru_RU', LANG: 'ru_RU' }, 'uk'],
    ['an empty one is none', { LC_ALL: '', LC_MESSAGES: '', LANG: 'uk_UA' }, 'uk'],
    ['C over LANG', { LC_ALL: 'C', LANG: 'uk_UA' }, 'en'],
    ['a language nobody speaks here', { LANG: 'de_DE.UTF-8' }, 'en'],
    ['a name that only begins like one', { LANG: 'ukraine' }, 'en'],
    ['the variable over the locale', { USM_BILLING_LANGUAGE: 'ru', LC_ALL: 'uk_UA' }, 'ru'],
    ['the variable in any letter case', { USM_BILLING_LANGUAGE: ' UK ', LC_ALL: 'ru_RU' }, 'uk'],
    ['English over the locale', { USM_BILLING_LANGUAGE: 'en', LC_ALL: 'ru_RU' }, 'en'],
    ['"auto" asks the locale', { USM_BILLING_LANGUAGE: 'auto', LC_ALL: 'ru_RU' }, 'ru'],
    [
      'a variable that is wrong is for the configuration to refuse',
      { USM_BILLING_LANGUAGE: 'x', LANG: 'uk' },
      'uk',
    ],
  ])('is %s', (_what, env, expected) => {
    expect(languageOfEnvironment(env)).toBe(expected as 'en')
  })

  test('is not asked by a setting that names one', () => {
    expect(languageOf('uk', { LC_ALL: 'ru_RU' })).toBe('uk')
    expect(languageOf('auto', { LC_ALL: 'ru_RU' })).toBe('ru')
  })

  test('does not count for what is no setting', () => {
    for (const value of [undefined, null, 5, '', 'de', ['uk']])
      expect(languageAsked(value, { LANG: 'uk' })).toBeUndefined()
    expect(languageAsked('auto', { LANG: 'uk' })).toBe('uk')
    expect(languageAsked('ru', { LANG: 'uk' })).toBe('ru')
  })
})
