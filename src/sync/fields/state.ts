/** A billing's state in the ERP's terms, and in words (`contracts/userside-api.md` §6, `state_id`). */
import type { State, StateFunction } from '../../model/catalogue.ts'
import { row } from './field.ts'

const ERP_STATES: Readonly<Record<StateFunction, string>> = {
  work: '2',
  pause: '1',
  stop: '0',
  disable: '0',
  nomoney: '0',
  new: '0',
}

/** Longest state id of a billing that the ERP can hold. */
const LONGEST_ID = 5

/** The ERP's state: decided by function; for words outside the contract the billing's own id, 0 when too long. */
export function erpState(state: State): string {
  if (state.functional !== undefined) return ERP_STATES[state.functional]
  return state.id.length > LONGEST_ID ? '0' : state.id
}

/** What the ERP calls its states. */
const WORDS: Readonly<Record<string, string>> = { '0': 'stopped', '1': 'paused', '2': 'working' }

/** A state of the ERP for people: in the ERP's words, else in those of the billing whose state it is. */
export function stateName(erpId: string, states: ReadonlyMap<string, State> | undefined): string {
  return WORDS[erpId] ?? (states?.get(erpId)?.name || erpId)
}

/** The state: the ERP's id of it. */
export const stateField = row<string>({
  title: 'State in the billing',
  exportedAs: 'state',
  want: ({ stateId }, { states }) => {
    const state = states?.get(stateId)
    return state && erpState(state)
  },
  have: ({ stateId }) => stateId || '0',
  // State 0 is a state: only its absence is empty. A new record of the ERP has none, which reads as 0.
  isEmpty: (stateId) => stateId === '',
  isUnset: (stateId) => stateId === '0',
  patch: (stateId) => ({ state_id: stateId }),
  show: (stateId, { states }) => stateName(stateId, states),
})
