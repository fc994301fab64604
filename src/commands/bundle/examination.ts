/** What `doctor` says, as lines of JSON. */
import type { CommandContext, Run } from '../frame/context.ts'
import type { Sink } from '../frame/io.ts'

/** Never throws: a doctor that fails says so in its lines. */
export async function examined(context: CommandContext<'bundle'>, doctor: Run<'doctor'>): Promise<string> {
  const said: string[] = []
  const sink = (isKept: boolean): Sink => ({
    write: (text) => void (isKept && said.push(text)),
    isTerminal: false,
    columns: 80,
  })
  const io = { ...context.io, stdout: sink(true), stderr: sink(false) }
  try {
    await doctor({ ...context, io, flags: { ...context.flags, json: true, quiet: false } })
  } catch (error) {
    said.push(`${JSON.stringify({ type: 'error', text: String(error) })}\n`)
  }
  return said.join('')
}
