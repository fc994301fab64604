/** How a run ends, as an exit code; a bug is thrown as it is, and a run that does not end is one. */
import { exitCodeOf } from '../../src/commands/frame/exit-codes.ts'

const LONGEST_RUN_MS = 20_000

export async function exitCode(run: Promise<unknown>): Promise<number> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const never = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the run does not end')), LONGEST_RUN_MS)
  })
  try {
    await Promise.race([run, never])
    return 0
  } catch (error) {
    const code = exitCodeOf(error)
    if (code === 1) throw error
    return code
  } finally {
    clearTimeout(timer)
  }
}
