/** A process of its own that journals one change as a run that is at work does, says so, and stays until it is killed. */
import { SILENT } from '../../src/model/logger.ts'
import { openJournal } from '../../src/state/journal.ts'

const [folder = ''] = process.argv.slice(2)
const { journal } = openJournal({ folder, billingId: 1, logger: SILENT })
const run = journal.beginRun('sync')
const fields = [{ field: 'balance', before: 1, after: 2, from: '1', to: '2' }]
journal.settle(
  journal.open([{ entity: 'subscriber', id: 's0', erpId: '1', action: 'update', fields }]),
  'done',
)
console.log(run)
await Bun.stdin.text()
