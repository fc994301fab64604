/** What was just created is called in the journal as it was called in the plan. */
import type { SyncContext } from '../fields/context.ts'
import { Creations, reference, shownId } from '../fields/reference.ts'

/** Creations whose names the context learns as they get their ids. */
export function namedCreations({ houseNames, groups, tags, services }: SyncContext): Creations {
  const links = { group: groups, tag: tags, service: services }
  return new Creations((kind, key, erpId) => {
    if (kind === 'house') houseNames.learn(erpId, houseNames.of(reference(kind, key)) ?? shownId(erpId))
    // The key of all that is linked by name is its name.
    else if (kind !== 'subscriber') links[kind]?.learn(erpId, key)
  })
}
