/**
 * Ids of things that do not exist in the ERP yet. A plan is made before anything is written, so a house, group, tag
 * or service about to be created stands in it as a reference; `apply` replaces it by the ERP's id. Comparing with a
 * reference always shows a difference, which is right: nobody can hold what does not exist.
 */

export type ReferenceKind = 'house' | 'group' | 'tag' | 'service'

/** No ERP id begins with a plus sign. */
const MARK = '+'

export function reference(kind: ReferenceKind, key: string): string {
  return `${MARK}${kind}:${key}`
}

export function isReference(id: string): boolean {
  return id.startsWith(MARK)
}

/** ERP ids by reference, filled while things are created. */
export type Created = ReadonlyMap<string, string>

/** The ERP's id behind a reference; an ERP id is itself; `undefined` when the creation failed. */
export function resolveReference(id: string, created: Created): string | undefined {
  return isReference(id) ? created.get(id) : id
}
