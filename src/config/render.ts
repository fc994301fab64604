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
  /** True: keys that are not set stand there with their default. False: they stand there as comments. */
  readonly showsDefaults: boolean
}

/** The text of a configuration file. */
export function renderConfig(config: RenderedConfig): string {
  const { header, values, comments, footer = [], showsDefaults } = config
  const keys = OUTLINE.map((outline) => {
    const own = (comments?.get(outline.key) ?? []).map(comment)
    const line = keyLines(outline, values[outline.key], showsDefaults)
    return [...own, ...line].map((text) => `  ${text}`.trimEnd()).join('\n')
  })
  const end = footer.length === 0 ? [] : ['', ...footer.map((line) => `  ${comment(line)}`)]
  return [...header.map(comment), '{', keys.join('\n\n'), ...end, '}', ''].join('\n')
}

function keyLines(outline: KeyOutline, value: unknown, showsDefaults: boolean): string[] {
  const { key, env } = outline
  const about = comment(`${sentence(outline.meaning)}${env === undefined ? '' : ` (environment: ${env})`}`)
  if (value !== undefined) return [about, `"${key}": ${valueText(value)},`]
  const usual = outline.default
  if (usual === undefined) return [about, ...commentedOut(`"${key}": ${valueText(outline.example)},`)]
  const lines = isSpelledOut(outline)
    ? [`"${key}": {`, ...outline.members.flatMap((member) => memberLines(member, showsDefaults)), '},']
    : [`"${key}": ${valueText(usual)},`]
  const example =
    outline.example === undefined ? [] : commentedOut(`"${key}": ${valueText(outline.example)},`)
  return [
    about,
    ...(showsDefaults
      ? [...example, ...lines]
      : commentedOut((example[0] ? [`"${key}": ${valueText(outline.example)},`] : lines).join('\n'))),
  ]
}

/** A section whose keys are few is shown with all of them, else an example says more. */
function isSpelledOut({ kind, example }: KeyOutline): boolean {
  return kind === 'section' && example === undefined
}

function memberLines(member: KeyOutline, showsDefaults: boolean): string[] {
  return keyLines(member, undefined, showsDefaults || member.default !== undefined).map((line) => `  ${line}`)
}

function comment(text: string): string {
  return text === '' ? '//' : `// ${text}`
}

function commentedOut(text: string): string[] {
  return text.split('\n').map((line) => comment(line))
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** JSON on one line where it fits, else an element a line. */
function valueText(value: unknown): string {
  const short = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')
  if (typeof value !== 'object' || value === null || short.length <= 80)
    return short.replace(/^(\[) | (\])$/g, '$1$2')
  return JSON.stringify(value, null, 2)
}
