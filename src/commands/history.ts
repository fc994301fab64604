/** Past runs, and every change of one of them. Reads the journal and nothing else. */
import { runHeadline, runTable } from '../report/history-text.ts'
import { changeLine } from '../report/plan-text.ts'
import { counted } from '../report/quantity.ts'
import { summaryText } from '../report/summary-text.ts'
import type { PastRecordChange } from '../state/run-journal.ts'
import type { Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
import { namedRun, openJournalReader } from './frame/journal-reader.ts'

/** More than any journal holds. */
const ALL = 1_000_000

/** `usm-billing history`: the newest run last, as a shell's history has it. @throws ConfigError */
export const history: Run<'history'> = async (context) => {
  const { console, journal, close } = await openJournalReader(context)
  try {
    const runs = (journal?.listRuns(ALL) ?? []).reverse()
    for (const run of runs) console.printJson({ type: 'run', ...run })
    console.print(runs.length === 0 ? 'There was no run yet.' : runTable(runs))
    return EXIT.done
  } finally {
    close()
  }
}

/** `usm-billing history show RUN`. @throws ConfigError, UsageError for a run the journal does not know */
export const historyShow: Run<'history show'> = async (context) => {
  const { console, journal, close } = await openJournalReader(context)
  try {
    const run = namedRun(journal, context.flags.run)
    console.print(runHeadline(run))
    if (run.summary !== undefined) console.print(`${summaryText(run.summary)}\n`)
    // One after another: a first import has millions.
    for (const change of journal?.changesOf(run.id) ?? []) {
      for (const line of changeLines(change)) console.print(line)
      for (const value of jsonLines(run.id, change)) console.printJson(value)
    }
    for (const [field, count] of journal?.unkeptOf(run.id) ?? []) {
      console.print(`subscriber · ${field} · ${counted(count, 'change')}, not kept one by one`)
      console.printJson({ type: 'unkept', run: run.id, entity: 'subscriber', field, count })
    }
    console.printJson({ type: 'run', ...run })
    return EXIT.done
  } finally {
    close()
  }
}

function changeLines({ entity, id, action, fields, settlement }: PastRecordChange): string[] {
  const fate = settlement === 'done' ? '' : ` (${settlement})`
  if (fields.length === 0) return [`${entity} ${id} · ${action}${fate}`]
  return fields.map(({ field, from, to }) => changeLine({ entity, id, field, from, to }) + fate)
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
