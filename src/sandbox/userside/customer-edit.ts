/** `customer/group_edit`: what a whole request must be, then field by field (userside-api.md §6). */
import { collectionField } from './collection-fields.ts'
import type { CustomerRow } from './erp-rows.ts'
import { type EditContext, FieldJudge } from './field-judge.ts'
import { SCALAR_FIELDS } from './scalar-fields.ts'

const HOT: ReadonlySet<string> = new Set([
  'balance',
  'traffic_up',
  'traffic_down',
  'date_activity_inet',
  'date_activity_inet_unix',
])
const MOST_HOT = 4000
const MOST_FULL = 200

/** The patches of a request by ERP id, or the sentence that says why there are none. */
export function customerPatches(data: unknown): Map<string, Record<string, unknown>> | string {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return 'data is not an object keyed by ERP id.'
  const patches = new Map<string, Record<string, unknown>>()
  for (const [id, patch] of Object.entries(data)) {
    if (typeof patch !== 'object' || patch === null || Array.isArray(patch))
      return `The patch of the subscriber ${id} is not an object.`
    patches.set(id, patch)
  }
  return patches.size === 0 ? 'data names no subscriber.' : patches
}

/** Judges a request and notes its changes in the context's ruling. Gives the rows it touches. */
export function judgeCustomerEdit(
  patches: ReadonlyMap<string, Record<string, unknown>>,
  source: string | undefined,
  context: EditContext,
): CustomerRow[] {
  judgeShape(patches, source, context)
  const rows: CustomerRow[] = []
  for (const [erpId, patch] of patches) {
    const row = context.erp.customer(erpId)
    if (row === undefined) {
      context.ruling.forbid(`The subscriber ${erpId} is not there.`)
      continue
    }
    if (row.isLead) context.ruling.forbid(`The lead ${row.billingId || row.erpId} is edited.`)
    rows.push(row)
    for (const [field, value] of Object.entries(patch)) {
      const rule = Object.hasOwn(SCALAR_FIELDS, field) ? SCALAR_FIELDS[field] : collectionField(field)
      if (rule === undefined)
        context.ruling.forbid(`There is no field ${field} (subscriber ${row.billingId}).`)
      else rule(new FieldJudge(field, row, patch, context), value)
    }
  }
  return rows
}

function judgeShape(
  patches: ReadonlyMap<string, Record<string, unknown>>,
  source: string | undefined,
  { ruling }: EditContext,
): void {
  const fields = new Set([...patches.values()].flatMap(Object.keys))
  const hot = [...fields].filter((field) => HOT.has(field))
  const isHot = hot.length > 0
  if (source !== undefined && source !== 'billing') ruling.forbid(`src is ${source}, which means nothing.`)
  if (isHot && source === undefined) ruling.forbid(`The hot field ${hot[0]} comes without src=billing.`)
  if (!isHot && source !== undefined) ruling.forbid('src=billing comes with fields that are not hot.')
  if (hot.length > 1) ruling.forbid(`Two hot fields come in one request: ${hot.join(', ')}.`)
  if (isHot && fields.size > hot.length)
    ruling.forbid(
      `The hot field ${hot[0]} comes together with ${[...fields].find((each) => !HOT.has(each))}.`,
    )
  const most = isHot ? MOST_HOT : MOST_FULL
  if (patches.size > most) ruling.forbid(`A lot of ${patches.size} subscribers is more than ${most}.`)
  for (const [erpId, patch] of patches) judgePatch(erpId, patch, isHot, ruling)
}

function judgePatch(
  erpId: string,
  patch: Readonly<Record<string, unknown>>,
  isHot: boolean,
  ruling: EditContext['ruling'],
): void {
  const fields = Object.keys(patch)
  const crc = patch['crc_billing']
  if (fields.length === 0) ruling.forbid(`The patch of the subscriber ${erpId} is empty.`)
  if (isHot || fields.length === 0) return
  if (fields.length === 1 && crc !== undefined)
    ruling.forbid(`crc_billing comes alone (subscriber ${erpId}).`)
  if (crc === undefined) ruling.forbid(`crc_billing is missing in a full edit (subscriber ${erpId}).`)
  const isGone = String(patch['is_in_billing']) === '0'
  if ((crc === 'n-a') !== isGone)
    ruling.forbid(`crc_billing is n-a exactly when is_in_billing is 0 (subscriber ${erpId}).`)
}
