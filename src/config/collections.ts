/** The schemas of lists, maps and filters: what stands inside a key. */
import * as v from 'valibot'
import { parseIpRange } from '../model/ip-range.ts'
import { names, section } from './kinds.ts'

/** A range of addresses, however it is written. */
export const protectedIp = v.pipe(
  v.union([v.string(), v.array(v.union([v.string(), v.number()]))]),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const range = parseIpRange(dataset.value)
    if (typeof range !== 'string') return range
    addIssue({ message: range })
    return NEVER
  }),
)

/** UserSide field ids by billing field ids; two of the billing cannot go to one of UserSide. */
export const additionalDataMerge = v.pipe(
  v.record(
    v.pipe(v.string(), v.nonEmpty()),
    v.pipe(v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(v.number(), v.integer())]), v.transform(String)),
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const takenBy = new Map<string, string>()
    const merge: Readonly<Record<string, unknown>> = Object(dataset.value)
    for (const [billingField, usersideField] of Object.entries(merge)) {
      if (typeof usersideField !== 'string') continue
      const other = takenBy.get(usersideField)
      takenBy.set(usersideField, other ?? billingField)
      if (other === undefined) continue
      addIssue({
        message: `goes to the UserSide field ${usersideField}, to which the billing field ${other} already goes`,
        path: [{ type: 'object', origin: 'value', input: merge, key: billingField, value: usersideField }],
      })
    }
  }),
)

const filterRule = {
  groups: names('groups of the billing'),
  tags: names('tags of the billing'),
  tariffs: names('current tariffs of the billing'),
  states: names('states of the billing'),
  logins: names('logins, * for any letters'),
}

/** A rule without a name would manage everybody or nobody, and no reader could tell which. */
export const filterSection = (meaning: string) =>
  v.exactOptional(
    v.pipe(
      section(filterRule, meaning),
      v.check(
        (rule) => Object.values(rule).some((list) => list.length > 0),
        'names nothing: fill it or leave it out',
      ),
    ),
  )
