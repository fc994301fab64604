/** A process of its own that takes the lock, says so, and keeps it until it is killed or its input ends. */
import { SILENT } from '../../src/model/logger.ts'
import { acquireLock } from '../../src/state/lock.ts'

const [folder = ''] = process.argv.slice(2)
try {
  const lock = acquireLock({ folder, billingId: 1, logger: SILENT })
  console.log('held')
  await Bun.stdin.text()
  lock.release()
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : 'nothing sensible')
  process.exitCode = 11
}
