/**
 * Additional fields are named by hand in the configuration. One that UserSide does not have makes it refuse the whole
 * request: it must not hold up everything else, and must not be looked for record by record.
 */
import { sendInLots } from '../../userside/lots.ts'
import type { CustomerPatch, WriteResult } from '../../userside/userside.ts'
import type { OutgoingChange } from './patch.ts'

type Lot = ReadonlyMap<OutgoingChange, CustomerPatch>

/** Sends one lot. `part` tells which of its fields it carries. */
export type SendLot = (lot: Lot, part: 'all' | 'rest' | 'additional') => Promise<WriteResult>

/** Told of what was not written though the lot went through. */
export interface FieldRefusal {
  /** UserSide refuses the field itself, whoever has it. */
  onField(erpFieldId: string, message: string): void
  /** It refuses this one's value of it. */
  onRecord(change: OutgoingChange, message: string): void
}

/** Remembers for one run which additional fields UserSide does not have. */
export class AdditionalFields {
  readonly #unknown = new Set<string>()

  /** Sends a lot; when UserSide refuses it, the additional fields go apart from the rest. */
  async send(lot: Lot, send: SendLot, refusal: FieldRefusal): Promise<WriteResult> {
    const known = this.#unknown.size === 0 ? lot : withoutFields(lot, (id) => this.#unknown.has(id))
    if (known.size === 0) return DONE
    const result = await send(known, 'all')
    // What was too big says nothing of the fields: it comes again in parts.
    if (result.kind !== 'refused' || result.parts !== undefined) return result
    const ids = new Set([...known.values()].flatMap(fieldIds))
    if (ids.size === 0) return result
    const rest = withoutFields(known, () => true)
    const others = rest.size === 0 ? DONE : await send(rest, 'rest')
    // Refused all the same: it is not for the additional fields.
    if (others.kind !== 'done') return others
    for (const id of ids) {
      const fate = await this.#sendField(id, onlyField(known, id), send, refusal)
      if (fate.kind === 'lost') return fate
    }
    return DONE
  }

  async #sendField(id: string, lot: Lot, send: SendLot, refusal: FieldRefusal): Promise<WriteResult> {
    const whole = await send(lot, 'additional')
    if (whole.kind !== 'refused') return whole
    // Two subscribers refused for nothing but this field: it is the field.
    const entries = [...lot]
    const probes = await sendInLots(entries.slice(0, 2), {
      size: 1,
      send: (single) => send(new Map(single), 'additional'),
    })
    if (probes.size === 2 && [...probes.values()].every(({ kind }) => kind === 'refused')) {
      // Another lot may have found out meanwhile.
      if (!this.#unknown.has(id)) refusal.onField(id, whole.message)
      this.#unknown.add(id)
      return DONE
    }
    const others = await sendInLots(entries.slice(2), {
      size: Math.max(1, entries.length - 2),
      send: (half) => send(new Map(half), 'additional'),
    })
    for (const [[change], failure] of [...probes, ...others]) {
      if (failure.kind === 'lost') return failure
      refusal.onRecord(change, failure.message)
    }
    return DONE
  }
}

const DONE: WriteResult = { kind: 'done', value: undefined }

function fieldIds({ additional_data: values = {} }: CustomerPatch): string[] {
  return Object.keys(values)
}

/** The lot less some fields; a record of which nothing but its hash is left drops out. */
function withoutFields(lot: Lot, isLeftOut: (id: string) => boolean): Lot {
  const kept = new Map<OutgoingChange, CustomerPatch>()
  for (const [change, { additional_data: values, ...rest }] of lot) {
    const entries = Object.entries(values ?? {}).filter(([id]) => !isLeftOut(id))
    const patch = entries.length === 0 ? rest : { ...rest, additional_data: Object.fromEntries(entries) }
    if (Object.keys(patch).some((member) => member !== 'crc_billing')) kept.set(change, patch)
  }
  return kept
}

function onlyField(lot: Lot, id: string): Lot {
  const only = new Map<OutgoingChange, CustomerPatch>()
  for (const [change, { additional_data: values, crc_billing }] of lot) {
    const value = values?.[id]
    if (value === undefined) continue
    only.set(change, { additional_data: { [id]: value }, ...(crc_billing !== undefined && { crc_billing }) })
  }
  return only
}
