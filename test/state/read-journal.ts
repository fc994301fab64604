/**
 * A process of its own that looks into a journal and says what it found. Arguments: the folder; the account to be, as
 * root may; the folder for copies.
 */
import { SILENT } from '../../src/model/logger.ts'
import { openPastJournal } from '../../src/state/past-journal.ts'

const [folder = '', account = '', temporaryFolder = folder] = process.argv.slice(2)
if (account !== '') {
  process.setgroups?.([])
  process.setgid?.(Number(account))
  process.setuid?.(Number(account))
}
try {
  const journal = openPastJournal({
    folder,
    billingId: 1,
    logger: SILENT,
    isPastAsked: true,
    temporaryFolder,
  })
  const runs = journal?.listRuns(1000).length ?? 'none'
  console.log(`${runs} runs, ${journal?.pastWrites('subscriber', 's0').length} past writes`)
  journal?.close()
} catch (error) {
  const hint = error instanceof Error && 'hint' in error ? `\n${error.hint}` : ''
  console.log(error instanceof Error ? `${error.name}: ${error.message}${hint}` : 'nothing sensible')
}
