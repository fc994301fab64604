/** Somebody who writes to a billing's database all the time, as a billing does: how long he has to wait. */
import type { DatabaseServer } from '../test/tables/database-processes.ts'

export interface Writer {
  stop(): Promise<void>
  /** Milliseconds his slowest write took. */
  longestMs(): number
}

const PAUSE_MS = 5

/** @param statement `{n}` in it is a number that changes */
export async function startWriter(server: DatabaseServer, statement: string): Promise<Writer> {
  let isOver = false
  let longest = 0
  const client = server.connect('bench')
  await client.unsafe('SELECT 1').simple()
  const working = (async () => {
    for (let n = 0; !isOver; n++) {
      const startedAt = performance.now()
      await client.unsafe(statement.replaceAll('{n}', String(n))).simple()
      longest = Math.max(longest, performance.now() - startedAt)
      await Bun.sleep(PAUSE_MS)
    }
  })()
  return {
    longestMs: () => longest,
    async stop() {
      isOver = true
      await working
      await client.close({ timeout: 0 })
    },
  }
}
