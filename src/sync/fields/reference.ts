/**
 * Ids of things that do not exist in the ERP yet. A plan is made before anything is written, so a house, group, tag,
 * service or parent account about to be created stands in it as a reference; `apply` replaces it by the ERP's id. Comparing with a
 * reference always shows a difference, which is right: nobody can hold what does not exist.
 */

export type ReferenceKind = 'house' | 'group' | 'tag' | 'service' | 'subscriber'

/** No ERP id begins with a plus sign. */
const MARK = '+'

export function reference(kind: ReferenceKind, key: string): string {
  return `${MARK}${kind}:${key}`
}

export function isReference(id: string): boolean {
  return id.startsWith(MARK)
}

/** An id for people, where no name is known: of what is about to be created its id in the billing. */
export function shownId(id: string): string {
  if (id === '') return ''
  return isReference(id) ? `new ${id.slice(MARK.length).replace(':', ' ')}` : `id ${id}`
}

/** What a run has created so far, and the tariffs it could not create. */
export class Creations {
  readonly #onCreated: (kind: ReferenceKind, key: string, erpId: string) => void
  readonly #erpIds = new Map<string, string>()
  readonly #missingTariffs = new Set<string>()

  /** @param onCreated told of everything that gets its id */
  constructor(onCreated: (kind: ReferenceKind, key: string, erpId: string) => void = () => {}) {
    this.#onCreated = onCreated
  }

  add(kind: ReferenceKind, key: string, erpId: string): void {
    this.#erpIds.set(reference(kind, key), erpId)
    this.#onCreated(kind, key, erpId)
  }

  /** A tariff the ERP does not have, by its canonical id: nobody can be given it in this run. */
  addMissingTariff(id: string): void {
    this.#missingTariffs.add(id)
  }

  /** The ERP's id behind a reference; an ERP id is itself; `undefined` when the creation failed. */
  erpIdOf(id: string): string | undefined {
    return isReference(id) ? this.#erpIds.get(id) : id
  }

  hasTariff(id: string): boolean {
    return !this.#missingTariffs.has(id)
  }
}
