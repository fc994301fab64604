/** What a list of one of the systems is worth: read whole, or not. An unread list is never an empty one. */

/** A list that was read whole, keyed by id. */
export interface Available<T> {
  readonly state: 'available'
  readonly items: ReadonlyMap<string, T>
}

/** A list that could not be had: what depends on it is left alone. */
export interface Unavailable {
  readonly state: 'unavailable'
  /** `unsupported`: the system does not have it. `failed`: it has, but the answer was none. */
  readonly reason: 'unsupported' | 'failed'
  readonly message: string
  /** The switch to flip, where one is known. */
  readonly hint?: string | undefined
}

export type Directory<T> = Available<T> | Unavailable

/** The list's items, or none when it could not be had. Only for places where both mean the same. */
export function itemsOf<T>(directory: Directory<T>): ReadonlyMap<string, T> {
  return directory.state === 'available' ? directory.items : new Map()
}
