/** What was learned of the ways of this UserSide, kept from run to run (`userside/userside.ts`, `UsersideWays`). */
import type { RunJournal } from '../../state/run-journal.ts'
import type { Userside } from '../../userside/userside.ts'
import { readWays } from '../../userside/ways.ts'

const NOTE = 'userside-ways'

type Notes = Pick<RunJournal, 'readNote' | 'keepNote'>

/** Tells the client what earlier runs learned; what cannot be read is learned anew. */
export function recallWays({ ways }: Userside, journal: Pick<Notes, 'readNote'> | undefined): void {
  const kept = journal?.readNote(NOTE)
  if (kept !== undefined) Object.assign(ways, readWays(parsed(kept)))
}

export function keepWays({ ways }: Userside, journal: Notes): void {
  const text = JSON.stringify(ways)
  if (journal.readNote(NOTE) !== text) journal.keepNote(NOTE, text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
