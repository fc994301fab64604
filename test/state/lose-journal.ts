/** A process of its own that opens the journal as a run does, as another account where one is named, and says what it lost. */
import { SILENT } from '../../src/model/logger.ts'
import { openJournal } from '../../src/state/journal.ts'

const [folder = '', account] = process.argv.slice(2)
if (account !== undefined) {
  process.setgroups?.([])
  process.setgid?.(Number(account))
  process.setuid?.(Number(account))
}
openJournal({
  folder,
  billingId: 1,
  logger: SILENT,
  onLoss: (_, sentence) => console.log(sentence),
}).journal.close()
