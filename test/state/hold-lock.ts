/**
 * A process of its own that takes the lock, says so, and keeps it until it is killed or its input ends.
 * Arguments: the folder; the number of the account to be, as root may; where the lock goes when it cannot be in the folder.
 */
import { SILENT } from '../../src/model/logger.ts'
import { acquireLock } from '../../src/state/lock.ts'

const [folder = '', account = '', fallbackFolder] = process.argv.slice(2)
if (account !== '') {
  process.setgroups?.([])
  process.setgid?.(Number(account))
  process.setuid?.(Number(account))
}
try {
  const elsewhere = fallbackFolder === undefined ? {} : { fallbackFolder }
  const lock = acquireLock({ folder, billingId: 1, logger: SILENT, ...elsewhere })
  console.log('held')
  await Bun.stdin.text()
  lock.release()
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : 'nothing sensible')
  if (account !== '' && error instanceof Error && 'hint' in error) console.log(String(error.hint))
  process.exitCode = 11
}
