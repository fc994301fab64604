/** How the ERP words its answers: the same facts in the many forms that were seen (userside-api.md §1). */
import { type Reply, textReply } from '../reply.ts'
import { encodeReturned } from './wire-text.ts'

export interface WireForm {
  /** Letter case of envelope keys; `rotate` takes another one for every answer. */
  envelopeCase: 'rotate' | 'Result' | 'result' | 'RESULT'
  /** Under which name records carry the ERP's id. */
  idKey: 'userside_id' | 'erp_id'
  /** Texts come back with entities. */
  isEncoded: boolean
  /** The billing's ids come back with entities too. */
  areIdsEncoded: boolean
  /** Numbers come as texts. */
  areNumbersTexts: boolean
  /** What an empty list looks like. */
  emptyList: '{}' | '[]' | 'null'
  /** Empty fields of a subscriber are left out. */
  isSparse: boolean
  /** The start of an ordered tariff is told. */
  hasNextTariffDate: boolean
  /** The hash of a house's full name is over the encoded text. */
  areHousesHashedEncoded: boolean
  /** The answer to `set_stop_info` is empty. */
  isStopAnswerEmpty: boolean
  /** In the list of hashes the traffic that is "in" is what subscribers received. */
  isTrafficInReceived: boolean
}

export const DEFAULT_WIRE_FORM: WireForm = {
  envelopeCase: 'rotate',
  idKey: 'userside_id',
  isEncoded: true,
  areIdsEncoded: false,
  areNumbersTexts: false,
  emptyList: '[]',
  isSparse: false,
  hasNextTariffDate: true,
  areHousesHashedEncoded: false,
  isStopAnswerEmpty: true,
  isTrafficInReceived: true,
}

type EnvelopeKey = 'Result' | 'ErrorText' | 'Id' | 'Count' | 'Data'

const CASES: readonly ((key: EnvelopeKey) => string)[] = [
  (key) => key,
  (key) => key.toLowerCase(),
  (key) => (key === 'ErrorText' ? 'error_text' : key.toLowerCase()),
  (key) => key.toUpperCase(),
]
const CASE_OF = { Result: 0, result: 1, RESULT: 3 } as const

/** Prints JSON in the form that is set now. */
export class WirePrinter {
  #answers = 0

  constructor(readonly form: WireForm) {}

  /** An envelope with printed members. */
  envelope(members: Partial<Record<EnvelopeKey, string>>): Reply {
    const { envelopeCase } = this.form
    const turn = envelopeCase === 'rotate' ? this.#answers++ % CASES.length : CASE_OF[envelopeCase]
    const name = CASES[turn] ?? CASES[0]
    const printed = Object.entries(members).map(
      ([key, value]) => `"${name?.(key as EnvelopeKey) ?? key}":${value}`,
    )
    return json(`{${printed.join(',')}}`)
  }

  ok(members: Partial<Record<EnvelopeKey, string>> = {}): Reply {
    return this.envelope({ Result: '"OK"', ...members })
  }

  error(text: string): Reply {
    return this.envelope({ Result: '"ERROR"', ErrorText: JSON.stringify(text) })
  }

  text(text: string): string {
    return JSON.stringify(this.form.isEncoded ? encodeReturned(text) : text)
  }

  /** An id of the billing, as a value or a key. */
  id(id: string): string {
    return JSON.stringify(this.form.areIdsEncoded ? encodeReturned(id) : id)
  }

  number(value: string | number): string {
    return this.form.areNumbersTexts ? `"${value}"` : String(value)
  }

  flag(value: boolean): string {
    return this.number(value ? 1 : 0)
  }

  /** A list keyed by id: an object, a list when the keys are 0…n-1, empty as the form says. */
  map(entries: readonly (readonly [printedKey: string, printed: string])[]): string {
    if (entries.length === 0) return this.form.emptyList
    if (entries.every(([key], index) => key === `"${index}"`))
      return `[${entries.map(([, printed]) => printed).join(',')}]`
    return `{${entries.map(([key, printed]) => `${key}:${printed}`).join(',')}}`
  }
}

/** A JSON answer. */
export function json(text: string): Reply {
  return textReply(200, 'application/json; charset=utf-8', text)
}
