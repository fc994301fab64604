/** States of a billing without a list of them: the words of the protocol themselves (databases.md §1). */
import type { State, StateFunction } from '../../model/catalogue.ts'
import type { Directory } from '../../model/directory.ts'

const WORDS: readonly StateFunction[] = ['work', 'nomoney', 'pause', 'disable', 'new', 'stop']

export function wordStates(): Directory<State> {
  return {
    state: 'available',
    items: new Map(WORDS.map((word) => [word, { id: word, name: word, functional: word }])),
  }
}
