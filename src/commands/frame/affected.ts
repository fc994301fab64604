/** Subscribers of the last days that were refused, marked or found again, for the HTML page. */
import type { PastChange } from '../../model/journal.ts'
import type { Affected, AffectedSubscribers } from '../../report/html/report-data.ts'
import type { PastRecordChange, PastRun, RunJournal } from '../../state/run-journal.ts'

const DAYS = 7
const DAY_MS = 86_400_000
const MOST = 200
/** Changes looked at: a page is made after every run. */
const MOST_CHANGES = 20_000

/** @param runs newest first */
export function affectedSubscribers(
  journal: Pick<RunJournal, 'changesOf' | 'refusals' | 'pastWritesOf'>,
  runs: readonly PastRun[],
  now: Date,
): AffectedSubscribers {
  const found = new Map<string, Omit<Affected, 'name'>>()
  let looked = 0
  let isWhole = true
  for (const run of runs) {
    if (Date.parse(run.startedAt) < now.getTime() - DAYS * DAY_MS) break
    if (!isWorthALook(run)) continue
    for (const { entity, id, message } of journal.refusals(run.id)) {
      const key = `${id}\nrefused`
      if (entity === 'subscriber' && !found.has(key))
        found.set(key, { id, what: 'refused', why: message, run: run.id, at: run.startedAt })
    }
    for (const change of journal.changesOf(run.id, { entity: 'subscriber' })) {
      looked += 1
      const what = fateOf(change)
      // Of what happens to somebody in every run the last time tells enough.
      const key = `${change.id}\n${what}`
      if (what !== undefined && !found.has(key)) {
        found.set(key, { id: change.id, what, why: undefined, run: run.id, at: run.startedAt })
      }
      if (looked >= MOST_CHANGES) break
    }
    isWhole = looked < MOST_CHANGES && found.size <= MOST
    if (!isWhole) break
  }
  const subscribers = [...found.values()].slice(0, MOST)
  const names = namesOf(
    journal,
    subscribers.map(({ id }) => id),
  )
  return { subscribers: subscribers.map((one) => ({ ...one, name: names.get(one.id) })), isWhole }
}

/** By its summary: a run that changed nothing but balances need not be read. */
function isWorthALook({ summary }: PastRun): boolean {
  if (summary === undefined) return true
  const { absent, returned, failed } = summary.subscribers
  return !summary.firstRun && absent + returned + failed > 0
}

function fateOf({ action, settlement }: PastRecordChange): Affected['what'] | undefined {
  if (settlement === 'refused') return 'refused'
  if (settlement === 'lost') return 'lost'
  if (settlement !== 'done') return undefined
  return action === 'absent' ? 'marked' : action === 'return' ? 'returned' : undefined
}

/** As far as a run has written them. */
function namesOf(journal: Pick<RunJournal, 'pastWritesOf'>, ids: readonly string[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const [id, past] of journal.pastWritesOf('subscriber', ids)) {
    const [last]: readonly PastChange[] = past.find(([write]) => write?.field === 'name') ?? []
    if (typeof last?.after === 'string') names.set(id, last.after)
  }
  return names
}
