/** A process of its own that journals more than it is allowed to write. */

import { openJournal } from '../../src/state/journal.ts'
import { anySummary } from '../report/any-summary.ts'
import { recordingLogger } from '../report/recording-logger.ts'

const [folder = ''] = process.argv.slice(2)
const logger = recordingLogger()
const { journal } = openJournal({ folder, billingId: 1, logger })
const wasKept = journal.isKept
journal.beginRun('sync')
const text = 'x'.repeat(1000)
for (let lot = 0; lot < 20; lot++) {
  const changes = Array.from({ length: 100 }, (_, at) => ({
    entity: 'subscriber' as const,
    id: `s${lot * 100 + at}`,
    erpId: '1',
    action: 'update' as const,
    fields: [{ field: 'comment', before: '', after: text, from: '', to: text }],
  }))
  journal.settle(journal.open(changes), 'done')
}
journal.finishRun(anySummary())
console.log(
  JSON.stringify({
    wasKept,
    isKept: journal.isKept,
    warnings: logger.lines,
    runs: journal.listRuns(5).map((run) => run.id),
  }),
)
journal.close()
