/** A process of its own that journals lot after lot until it is killed; says when the first is settled. */
import { SILENT } from '../../src/model/logger.ts'
import { openJournal } from '../../src/state/journal.ts'

const [folder = ''] = process.argv.slice(2)
const { journal } = openJournal({ folder, billingId: 1, logger: SILENT })
const run = journal.beginRun('sync')
for (let lot = 0; ; lot++) {
  const fields = [{ field: 'balance', before: lot, after: lot + 1, from: '', to: '' }]
  const changes = Array.from({ length: 50 }, (_, at) => ({
    entity: 'subscriber' as const,
    id: `s${at}`,
    erpId: '1',
    action: 'update' as const,
    fields,
  }))
  journal.settle(journal.open(changes), 'done')
  if (lot === 0) console.log(run)
}
