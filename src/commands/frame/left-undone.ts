/**
 * What a quiet run says of records that were left undone. Cron sends a mail for every line: one that comes every ten
 * minutes is filtered away, and none at all is never read. So it is said when it is new, and once a day while it lasts.
 */
import { createHash } from 'node:crypto'
import type { Problems } from '../../model/problem.ts'
import type { RunJournal } from '../../state/run-journal.ts'

const NOTE = 'left-undone'
const DAY_MS = 86_400_000
const OF_THE_HOST: ReadonlySet<string> = new Set(['journal-lost', 'log-lost'])
/** Ids named for each code. */
const EXAMPLES = 3

interface Told {
  /** Stands for the codes and ids of the last run. */
  readonly mark: string
  /** When it was last said, ISO 8601; empty when it never was. */
  readonly toldAt: string
}

/**
 * Compares what this run left undone with what the last one did, and keeps it for the next. Gives the line to say, if
 * there is one to say.
 * @param isQuiet whether it would be said here; where it is not, a terminal or a log has said it already
 */
export function lineOfUndone(
  journal: RunJournal,
  problems: Pick<Problems, 'undone' | 'list'>,
  { now, isQuiet }: { readonly now: Date; readonly isQuiet: boolean },
): string | undefined {
  const { undone } = problems
  const before = readNote(journal)
  const mark = markOf(undone)
  const isNew = mark !== before.mark
  const isDue = !(now.getTime() - Date.parse(before.toldAt) < DAY_MS)
  const isSaid = undone.size > 0 && isQuiet && (isNew || isDue)
  const toldAt = isSaid ? now.toISOString() : undone.size === 0 ? '' : before.toldAt
  journal.keepNote(NOTE, JSON.stringify({ mark, toldAt } satisfies Told))
  return isSaid ? lineOf({ undone, list: () => problems.list() }, isNew) : undefined
}

type Undone = Problems['undone']

function lineOf({ undone, list }: Pick<Problems, 'undone' | 'list'>, isNew: boolean): string {
  const counts = new Map(list().map(({ code, count }) => [code, count]))
  const codes = [...undone].map(([code, examples]) => {
    const ids = idsOf(examples)
    const more = ids.length > EXAMPLES ? ', …' : ''
    return `${code} ${counts.get(code) ?? ids.length} (${ids.slice(0, EXAMPLES).join(', ')}${more})`
  })
  const count = [...undone.keys()].reduce((sum, code) => sum + (counts.get(code) ?? 0), 0)
  // Of what happened to the log and the journal they cannot tell more.
  const sentences = list().flatMap(({ code, text }) => (OF_THE_HOST.has(code) ? [text] : []))
  const more = sentences.length > 0 ? sentences : ['"usm-billing history" and the log tell more.']
  const what = codes.join('; ')
  const said = isNew
    ? `Left undone, ${count} in all: ${what}.`
    : `Still left undone, ${count} in all: ${what}.`
  return [said, ...more].join(' ')
}

/** The codes and ids, in an order of their own: answers come in any. */
function markOf(undone: Undone): string {
  if (undone.size === 0) return ''
  const all = [...undone].map(([code, examples]) => [code, idsOf(examples).sort()] as const)
  const sorted = all.sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64')
}

/** What UserSide says of a record stands behind its id, and may be another text each time. */
function idsOf(examples: ReadonlySet<string>): string[] {
  return [...new Set([...examples].map((example) => example.split(': ', 1)[0] ?? ''))]
}

/** What cannot be read counts as nothing said: to say it once more does no harm. */
function readNote(journal: RunJournal): Told {
  const nothing = { mark: '', toldAt: '' }
  try {
    const { mark, toldAt } = JSON.parse(journal.readNote(NOTE) ?? '{}') as Partial<
      Record<keyof Told, unknown>
    >
    return typeof mark === 'string' && typeof toldAt === 'string' ? { mark, toldAt } : nothing
  } catch {
    return nothing
  }
}
