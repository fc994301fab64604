/** What UserSide answers a write with, and how an error looks where none is wrapped (§1). */
import * as v from 'valibot'
import { isRecord, textOf } from '../json/shapes.ts'
import { erpReference } from './values.ts'

/** The envelope of an answer, its keys folded to one spelling. */
export interface Envelope {
  /** `none`: the answer has no readable result at all. */
  readonly result: 'ok' | 'error' | 'none'
  /** As the ERP wrote it: hostile, encoded, perhaps with the key in it. */
  readonly errorText: string
  /** The ERP's id; `""` when the answer names none. */
  readonly id: string
  readonly data: unknown
  /** Every member under its folded name: `moduleminallowversion`. */
  readonly members: ReadonlyMap<string, unknown>
}

// The case of keys is not stable, nor is the underscore in `error_text`.
const Members = v.pipe(
  v.custom<Readonly<Record<string, unknown>>>(isRecord),
  v.transform((answer) => {
    const members = new Map<string, unknown>()
    for (const [key, value] of Object.entries(answer)) {
      const name = foldedName(key)
      if (!members.has(name)) members.set(name, value)
    }
    return members
  }),
)

const EnvelopeSchema = v.pipe(
  Members,
  v.transform((members): Envelope => {
    const error = members.get('error')
    const errorText = textOf(members.get('errortext')) || (typeof error === 'string' ? error : '')
    const result = resultOf(members.get('result'))
    return {
      result: result === 'none' && errorText !== '' ? 'error' : result,
      errorText,
      id: erpReference(members.get('id')),
      data: members.get('data'),
      members,
    }
  }),
)

const NO_ENVELOPE: Envelope = { result: 'none', errorText: '', id: '', data: undefined, members: new Map() }

/** Reads an envelope whatever the case of its keys; what is no object has no result. */
export function readEnvelope(answer: unknown): Envelope {
  const parsed = v.safeParse(EnvelopeSchema, answer)
  return parsed.success ? parsed.output : NO_ENVELOPE
}

/**
 * The error in the answer of a module's read, `undefined` when there is none. Such answers are bare maps whose keys
 * are data: only a text tells an error, or a result that is not OK; a subscriber of that name is no text.
 */
export function moduleError(answer: unknown): string | undefined {
  if (!isRecord(answer)) return undefined
  for (const [key, value] of Object.entries(answer)) {
    if (memberError(key, value) !== undefined) return readEnvelope(answer).errorText
  }
  return undefined
}

/** The same for one member: `""` is an error whose words stand elsewhere. */
export function memberError(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = foldedName(key)
  if (name === 'error' || name === 'errortext') return value || undefined
  return name === 'result' && resultOf(value) !== 'ok' ? '' : undefined
}

/** True for the member that says that a list stands in an envelope. */
export function isEnvelopeMember(key: string, value: unknown): boolean {
  return foldedName(key) === 'result' && typeof value === 'string'
}

function foldedName(key: string): string {
  return key.replaceAll('_', '').toLowerCase()
}

function resultOf(value: unknown): Envelope['result'] {
  const word = textOf(value).trim().toLowerCase()
  return word === 'ok' || word === 'error' ? word : 'none'
}
