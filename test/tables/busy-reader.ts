/** Readers that are busy with what they have while more of it comes: nothing else is done in this process meanwhile. */
import { Session } from '../../src/billing/tables/servers/session.ts'
import { type Logger, SILENT } from '../../src/model/logger.ts'
import { parseTableAddress } from '../../src/model/table-address.ts'

/** A logger for readers whose work with the first page keeps this program busy: nothing else is done meanwhile. */
export function slowWork(milliseconds: number): { logger: Logger; endedAt: () => number } {
  let endedAt: number | undefined
  return {
    logger: {
      ...SILENT,
      advance() {
        if (endedAt !== undefined) return
        Bun.sleepSync(milliseconds)
        endedAt = Date.now() / 1000
      },
    },
    /** In unix seconds. */
    endedAt: () => endedAt ?? Number.NaN,
  }
}

/** A connection of its own to a database. */
export function sessionOf(url: string, timeoutSec: number): Session {
  const address = parseTableAddress(url)
  if (typeof address === 'string' || 'path' in address) throw new Error(`${url} is no server.`)
  return new Session({ address, database: { timeoutSec, encoding: 'auto' }, logger: SILENT })
}

export const SIZE = 6_000_000

/** Asks for more than fits between the two, so that the server cannot have sent all of it when the work is done. */
export async function sizesAfterWork(session: Session, milliseconds: number): Promise<unknown[]> {
  const row = `SELECT REPEAT('x', ${SIZE})`
  const answer = session.ask(`${row} UNION ALL ${row} UNION ALL ${row}`)
  await new Promise(setImmediate)
  Bun.sleepSync(milliseconds)
  return (await answer).map(([cell]) => cell?.length)
}
