/** What was learned of the ways of this UserSide, kept from run to run (`userside/userside.ts`, `UsersideWays`). */
import * as v from 'valibot'
import type { RunJournal } from '../../state/run-journal.ts'
import type { Userside } from '../../userside/userside.ts'

const NOTE = 'userside-ways'

const Ways = v.partial(
  v.object({
    additionalCustomerFields: v.array(v.string()),
    isBlockDropped: v.boolean(),
    formBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
)

type Notes = Pick<RunJournal, 'readNote' | 'keepNote'>

/** Tells the client what earlier runs learned; what cannot be read is learned anew. */
export function recallWays({ ways }: Userside, journal: Pick<Notes, 'readNote'> | undefined): void {
  const known = v.safeParse(v.pipe(v.string(), v.parseJson(), Ways), journal?.readNote(NOTE))
  if (known.success) Object.assign(ways, known.output)
}

export function keepWays({ ways }: Userside, journal: Notes): void {
  const text = JSON.stringify(ways)
  if (journal.readNote(NOTE) !== text) journal.keepNote(NOTE, text)
}
