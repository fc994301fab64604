/** Past runs, every change of one of them, and what happened to one subscriber. Reads the journal and nothing else. */
import { localDateTime } from '../model/date.ts'
import { runHeadline, runTable } from '../report/history-text.ts'
import { changeLine } from '../report/plan-text.ts'
import { refusalLine, summaryText } from '../report/summary-text.ts'
import type { PastJournal } from '../state/past-journal.ts'
import type { PastRecordChange, PastRefusal, PastRun } from '../state/run-journal.ts'
import type { Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'
import type { CommandContext, Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { type JournalReader, namedRun, openJournalReader, subscriberIds } from './frame/journal-reader.ts'
import { selectedBy } from './frame/selected.ts'

/** More than any journal holds. */
const ALL = 1_000_000

/**
 * `usm-billing history`: the newest run last, as a shell's history has it; `history 17` shows that run, `--id` what
 * happened to subscribers. @throws ConfigError, UsageError
 */
export const history: Run<'history'> = async (context) => {
  const { flags } = context
  const chosen = runFilter(flags)
  if (flags.run !== undefined) refuseFilter(flags)
  const names = selectedBy(flags.id)
  const past = await openJournalReader(context)
  try {
    if (flags.run !== undefined) return showRun(past, flags.run, names)
    const runs = chosen(past.journal?.listRuns(ALL) ?? []).reverse()
    if (names !== undefined) return tellSubscribers(past, names, runs)
    for (const run of runs) past.console.printJson({ type: 'run', ...run })
    const isAny = flags.failed || flags.since !== undefined
    const nothing = isAny ? 'There was no such run.' : 'There was no run yet.'
    const { width, speaker } = past.console
    past.console.print(runs.length === 0 ? speaker.say(nothing) : runTable(runs, width, speaker))
    return EXIT.done
  } finally {
    past.close()
  }
}

/** `usm-billing history show RUN`. @throws ConfigError, UsageError for a run the journal does not know */
export const historyShow: Run<'history show'> = async (context) => {
  const names = selectedBy(context.flags.id)
  const past = await openJournalReader(context)
  try {
    return showRun(past, context.flags.run, names)
  } finally {
    past.close()
  }
}

/** @param names of the only subscribers that are wanted */
function showRun(
  { console, journal }: JournalReader,
  name: string,
  names: readonly string[] | undefined,
): number {
  const run = namedRun(journal, name)
  const ids = names && new Set(subscriberIds(journal, names))
  const isWanted = ({ entity, id }: Pick<PastRefusal, 'entity' | 'id'>): boolean =>
    ids === undefined || (entity === 'subscriber' && ids.has(id))
  const { speaker } = console
  console.print(runHeadline(run, speaker))
  if (run.summary !== undefined && ids === undefined) console.print(`${summaryText(run.summary, speaker)}\n`)
  const refusals = [...(journal?.refusals(run.id) ?? [])].filter(isWanted)
  const more = ids === undefined ? (journal?.moreRefusalsOf(run.id) ?? 0) : 0
  if (refusals.length > 0)
    console.print(speaker.say('Refused by UserSide, in its own words: {1}', String(refusals.length + more)))
  for (const refusal of refusals) {
    console.print(`  ${refusalLine(refusal, speaker)}`)
    console.printJson({ type: 'refusal', ...refusal })
  }
  if (more > 0) {
    const refused = speaker.count(more, '{1} refusal', '{1} refusals')
    console.print(`  ${speaker.say('… and {1} more, not kept one by one', refused)}`)
  }
  // One after another: a first import has millions.
  for (const change of journal?.changesOf(run.id) ?? []) {
    if (!isWanted(change)) continue
    for (const line of changeLines(change, speaker)) console.print(line)
    for (const value of jsonLines(run.id, change)) console.printJson(value)
  }
  for (const [field, count] of (ids === undefined && journal?.unkeptOf(run.id)) || []) {
    const changed = speaker.count(count, '{1} change', '{1} changes')
    console.print(
      `${speaker.say('subscriber')} · ${field} · ${speaker.say('{1}, not kept one by one', changed)}`,
    )
    console.printJson({ type: 'unkept', run: run.id, entity: 'subscriber', field, count })
  }
  console.printJson({ type: 'run', ...run })
  return EXIT.done
}

/** What happened to some subscribers in all runs, the oldest first. @throws UsageError for somebody nobody knows */
function tellSubscribers(
  { console, journal }: JournalReader,
  names: readonly string[],
  runs: readonly PastRun[],
): number {
  const known = new Map(runs.map((run) => [run.id, run]))
  for (const id of subscriberIds(journal, names)) {
    let last = 0
    const tell = (run: number, lines: readonly string[]): void => {
      const past = known.get(run)
      if (past === undefined) return
      if (run !== last) console.print(runHeadline(past, console.speaker))
      last = run
      for (const line of lines) console.print(`  ${line}`)
    }
    const events = journal === undefined ? [] : eventsOf(journal, id, console.speaker)
    for (const { run, lines, values } of events) {
      tell(run, lines)
      if (known.has(run)) for (const value of values) console.printJson(value)
    }
    if (last === 0) console.print(console.speaker.say('The journal has no change of {1}.', id))
  }
  return EXIT.done
}

interface PastEvent {
  readonly run: number
  readonly lines: readonly string[]
  readonly values: readonly object[]
}

/** Changes and refusals of one subscriber by run; within a run the changes first. */
function eventsOf(journal: PastJournal, id: string, speaker: Speaker): PastEvent[] {
  const changes = Array.from(journal.changesOfSubscriber(id), (change): PastEvent => {
    return { run: change.run, lines: changeLines(change, speaker), values: jsonLines(change.run, change) }
  })
  const refusals = [...journal.refusals()]
    .filter((refusal) => refusal.entity === 'subscriber' && refusal.id === id)
    .map((refusal): PastEvent => {
      const lines = [`${speaker.say(FATES.refused)}: ${refusalLine(refusal, speaker)}`]
      return { run: refusal.run, lines, values: [{ type: 'refusal', ...refusal }] }
    })
  return [...changes, ...refusals].sort((one, other) => one.run - other.run)
}

/** Of a run that is named nothing is left to choose. @throws UsageError */
function refuseFilter({ last, failed, since }: RunFilterFlags): void {
  const [given] = [last && '--last', failed && '--failed', since && '--since'].filter(Boolean)
  if (given)
    throw new UsageError(`${given} chooses among the runs, and RUN names one: leave one of them out.`)
}

type RunFilterFlags = Pick<CommandContext<'history'>['flags'], 'last' | 'failed' | 'since'>

/** Which of the runs, newest first, are listed. @throws UsageError for a number or a date that is none */
function runFilter({ last, failed, since }: RunFilterFlags): (runs: PastRun[]) => PastRun[] {
  if (last !== undefined && !/^[1-9]\d{0,8}$/.test(last))
    throw new UsageError(`--last wants a number of runs, not "${last}".`)
  const from = since === undefined ? undefined : timeOf(since)
  return (runs) => {
    const chosen = runs.filter(
      ({ exitCode, startedAt }) =>
        (!failed || exitCode !== EXIT.done) && (from === undefined || Date.parse(startedAt) >= from),
    )
    return last === undefined ? chosen : chosen.slice(0, Number(last))
  }
}

/** A date, or a date with a time, of this host. @throws UsageError */
function timeOf(text: string): number {
  const [, day, time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?$/.exec(text) ?? []
  const date = new Date(`${day}T${time}`)
  // A date no calendar has becomes another one.
  if (day !== undefined && !Number.isNaN(date.getTime()) && localDateTime(date).startsWith(`${day} ${time}`))
    return date.getTime()
  throw new UsageError(`--since wants a date, not "${text}".`, {
    hint: 'For instance --since 2026-11-22, or --since "2026-11-22 17:30".',
  })
}

/** A word of its own: `refused` is also the code of a problem, which is the same in every language. */
const FATES = {
  refused: 'refused ‹change›',
  lost: 'lost ‹change›',
  unsettled: 'unsettled ‹change›',
} as const satisfies Readonly<Record<Exclude<PastRecordChange['settlement'], 'done'>, Phrase>>

/** In a damaged journal stands something else, too. */
function fateText(settlement: keyof typeof FATES, speaker: Speaker): string {
  return Object.hasOwn(FATES, settlement) ? speaker.say(FATES[settlement]) : String(settlement)
}

function changeLines(
  { entity, id, action, fields, settlement }: PastRecordChange,
  speaker: Speaker,
): string[] {
  const fate = settlement === 'done' ? '' : ` (${fateText(settlement, speaker)})`
  if (fields.length === 0) return [`${speaker.say(entity)} ${id} · ${speaker.say(action)}${fate}`]
  return fields.map(({ field, from, to }) => changeLine({ entity, id, field, from, to }, speaker) + fate)
}

function jsonLines(
  run: number,
  { entity, id, erpId, action, fields, settlement }: PastRecordChange,
): object[] {
  const record = { type: 'change', run, entity, id, erpId, action, settlement }
  return fields.length === 0
    ? [record]
    : fields.map(({ field, from, to }) => ({ ...record, field, from, to }))
}
