/** Additional fields: matched by field id only, the policy applied to each on its own (§11.11). */
import type { Policy } from '../../model/policy.ts'
import { isSameText, linedText } from '../../model/text.ts'
import type { SyncContext } from './context.ts'
import { row } from './field.ts'

/** Texts by the ERP's field id. */
type Values = { readonly [erpFieldId: string]: string }

export const additionalDataField = row<Values>({
  title: 'Additional fields',
  exportedAs: 'additionalData',
  isAsked: ({ additionalFieldNames, options }) =>
    additionalFieldNames !== undefined && options.additionalFields.size > 0,
  isPolicyPerItem: true,
  want: ({ additionalData }, { options, exported, additionalFieldNames }) => {
    // The list of the fields could not be had: what needs it is left alone (universal-billing-api.md §2).
    if (additionalFieldNames === undefined) return undefined
    const mapped = [...options.additionalFields].filter(([id]) => exported.additionalFields.has(id))
    if (mapped.length === 0) return undefined
    return Object.fromEntries(mapped.map(([id, erpId]) => [erpId, linedText(additionalData.get(id) ?? '')]))
  },
  have: ({ additionalData }, { options }) =>
    Object.fromEntries(
      [...options.additionalFields.values()].map((erpId) => [
        erpId,
        linedText(additionalData.get(erpId) ?? ''),
      ]),
    ),
  isEmpty: (values) => Object.values(values).every((value) => value === ''),
  reach: (want, have, _, policy) =>
    Object.fromEntries(
      Object.entries(have).map(([erpId, held]) => {
        const wanted = want[erpId]
        return [erpId, wanted === undefined ? held : reachOne(wanted, held, policy)]
      }),
    ),
  patch: (after, before) => ({
    additional_data: Object.fromEntries(
      Object.entries(after).filter(([erpId, value]) => value !== before[erpId]),
    ),
  }),
  show: showValues,
})

function reachOne(wanted: string, held: string, policy: Policy): string {
  if (isSameText(wanted, held)) return held
  if (policy === 'mirror') return wanted
  return policy === 'fill' ? held || wanted : wanted || held
}

function showValues(values: Values, { additionalFieldNames }: SyncContext): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([erpId, value]) => `${additionalFieldNames?.get(erpId) || erpId}: ${value}`)
    .join(', ')
}
