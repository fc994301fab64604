/** A configuration file as text, with every key explained: the example and what `init` writes. */
import { type KeyOutline, OUTLINE } from './outline.ts'

export interface RenderedConfig {
  /** Lines at the top of the file. */
  readonly header: readonly string[]
  /** What is set, by key. */
  readonly values: Readonly<Record<string, unknown>>
  /** The operator's own comments, by the key they belong to. */
  readonly comments?: ReadonlyMap<string, readonly string[]>
  /** Lines at the end of the file. */
  readonly footer?: readonly string[]
  /** Tells what keys mean in another language. */
  readonly tell?: (english: string) => string
  /** True: keys that are not set stand there with their default. False: they stand there as comments. */
  readonly showsDefaults: boolean
}

/** The text of a configuration file. */
export function renderConfig(config: RenderedConfig): string {
  const { header, values, comments, footer = [], showsDefaults, tell = (english) => english } = config
  const manner: Manner = { showsDefaults, tell }
  const keys = OUTLINE.map((outline) => {
    const own = (comments?.get(outline.key) ?? []).map(comment)
    const line = keyLines(outline, values[outline.key], manner)
    return [...own, ...line].map((text) => `  ${text}`.trimEnd()).join('\n')
  })
  const end = footer.length === 0 ? [] : ['', ...footer.map((line) => `  ${comment(line)}`)]
  return [...header.map(comment), '{', keys.join('\n\n'), ...end, '}', ''].join('\n')
}

type Manner = Required<Pick<RenderedConfig, 'showsDefaults' | 'tell'>>

function keyLines(outline: KeyOutline, value: unknown, manner: Manner): string[] {
  const { key, env, example } = outline
  const { showsDefaults, tell } = manner
  const meaning = sentence(tell(outline.meaning))
  const about = comment(env === undefined ? meaning : `${meaning} (${tell('environment')}: ${env})`)
  if (value !== undefined) return [about, ...memberText(key, value)]
  const shown = example === undefined ? [] : memberText(key, example)
  const usual = defaultLines(outline, manner)
  if (showsDefaults) return [about, ...shown.map(comment), ...usual]
  return [about, ...(shown.length > 0 ? shown : usual).map(comment)]
}

function defaultLines(outline: KeyOutline, manner: Manner): string[] {
  const { key, members } = outline
  if (outline.default === undefined) return []
  if (!isSpelledOut(outline)) return memberText(key, outline.default)
  const inner = members.flatMap((member) => {
    const showsDefaults = manner.showsDefaults || member.default !== undefined
    return keyLines(member, undefined, { ...manner, showsDefaults }).map((line) => `  ${line}`)
  })
  return [`"${key}": {`, ...inner, '},']
}

/** A section whose keys are few is shown with all of them, else an example says more. */
function isSpelledOut({ kind, example }: KeyOutline): boolean {
  return kind === 'section' && example === undefined
}

function comment(text: string): string {
  return text === '' ? '//' : `// ${text}`
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function memberText(key: string, value: unknown): string[] {
  return `${JSON.stringify(key)}: ${valueText(value)},`.split('\n')
}

/** JSON on one line where it fits, else a line for each element. */
function valueText(value: unknown, indent = ''): string {
  const isList = Array.isArray(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = isList
    ? value.map((element) => valueText(element, `${indent}  `))
    : Object.entries(value).map(
        ([key, member]) => `${JSON.stringify(key)}: ${valueText(member, `${indent}  `)}`,
      )
  const [open, close, blank] = isList ? ['[', ']', ''] : ['{', '}', parts.length === 0 ? '' : ' ']
  const short = `${open}${blank}${parts.join(', ')}${blank}${close}`
  if (short.length <= 80) return short
  return [open, ...parts.map((part) => `${indent}  ${part},`), `${indent}${close}`].join('\n')
}
