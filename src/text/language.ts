/** The languages the program speaks to people, and which of them it is to speak. */
export const LANGUAGES = ['en', 'uk', 'ru'] as const

export type Language = (typeof LANGUAGES)[number]

/** The configuration's `language`. */
export const LANGUAGE_SETTINGS = ['auto', ...LANGUAGES] as const

export type LanguageSetting = (typeof LANGUAGE_SETTINGS)[number]

/** In the order in which POSIX lets one win over the other for messages. */
const LOCALE_VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/** The variable that fills the key, and is heard before there is a configuration: for `--help`, and for its errors. */
export const LANGUAGE_VARIABLE = 'USM_BILLING_LANGUAGE'

type Environment = Readonly<Record<string, string | undefined>>

/** What is spoken: the setting, and for `auto` what the first of the locale's variables that is set asks for; else English. */
export function languageOf(setting: LanguageSetting, env: Environment): Language {
  if (setting !== 'auto') return setting
  const locale = LOCALE_VARIABLES.map((name) => env[name] ?? '').find((value) => value !== '') ?? ''
  // `uk_UA.UTF-8`, `ru_UA@euro`, `uk`.
  const [code = ''] = locale.toLowerCase().split(/[_.@-]/)
  return LANGUAGES.find((language) => language === code) ?? 'en'
}

/** What is spoken as long as no configuration is read. */
export function languageOfEnvironment(env: Environment): Language {
  return languageAsked(env[LANGUAGE_VARIABLE]?.trim().toLowerCase(), env) ?? languageOf('auto', env)
}

/** What is spoken for a value that may be no setting at all; `undefined` when it is none. */
export function languageAsked(value: unknown, env: Environment): Language | undefined {
  const setting = LANGUAGE_SETTINGS.find((one) => one === value)
  return setting === undefined ? undefined : languageOf(setting, env)
}
