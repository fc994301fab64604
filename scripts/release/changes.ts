/** The changelog as a function of its fragments: one small file a change, so that two changes never meet on a line. */

const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const

export interface Change {
  readonly kind: (typeof kinds)[number]
  readonly sentence: string
  /** Paragraphs after the sentence; often `''`. */
  readonly details: string
}

export interface Release {
  readonly version: string
  /** `undefined`: not released yet. */
  readonly date: string | undefined
  readonly changes: readonly Change[]
}

/**
 * Reads one fragment.
 * @param name of the file, for the message
 * @throws Error when it does not begin with a kind and a sentence
 */
export function parseChange(name: string, content: string): Change {
  const [, word, sentence, details = ''] = /^(\w+): (.+)\n([\s\S]*)$/.exec(content) ?? []
  const kind = kinds.find((known) => known === word)
  if (kind === undefined || sentence === undefined) {
    throw new Error(`${name} must begin with one of ${kinds.join(', ')}, a colon and one sentence.`)
  }
  return { kind, sentence, details: details.trim() }
}

/** Writes the whole file, newest release first; a release without changes is left out. */
export function renderChangelog(releases: readonly Release[]): string {
  const newestFirst = releases.toSorted((a, b) => Bun.semver.order(b.version, a.version))
  const sections = newestFirst.filter(({ changes }) => changes.length > 0).map(renderRelease)
  return ['# Changelog\n\nMade from `changes/` by `bun run changelog`.\n', ...sections].join('\n')
}

function renderRelease({ version, date, changes }: Release): string {
  let text = `## ${version} (${date ?? 'not released'})\n`
  for (const kind of kinds) {
    const entries = changes.filter((change) => change.kind === kind)
    if (entries.length > 0) text += `\n### ${kind}\n\n${entries.map(renderChange).join('')}`
  }
  return text
}

function renderChange({ sentence, details }: Change): string {
  const indented = details.replace(/^(?=.)/gm, '  ')
  return details === '' ? `- ${sentence}\n` : `- ${sentence}\n\n${indented}\n`
}
