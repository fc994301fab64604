/** The frame of every command that reads both sides and writes nothing: one exit path. */
import { toldSummary } from '../../model/summary.ts'
import { describeFailure } from './failure.ts'
import type { Session } from './session.ts'
import { type Ending, type Result, summarize } from './summary.ts'

/** Lets the command happen, tells how it ended, and gives its exit code. Never throws. */
export async function runPreview(session: Session, body: () => Promise<Result>): Promise<number> {
  const { console, isVerbose } = session
  try {
    const ending: Ending = await body().catch((error: unknown) => ({ error }))
    const summary = summarize(session, ending)
    if ('error' in ending) console.error(describeFailure(ending.error, { isVerbose }).trimEnd())
    console.printJson(toldSummary(summary))
    return summary.exitCode
  } finally {
    session.close()
  }
}
