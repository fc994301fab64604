/** The account a child account belongs to. */
import { row } from './field.ts'
import { reference, shownId } from './reference.ts'

/** The parent's ERP id, or the reference of one about to be created. */
export const parentField = row<string>({
  title: 'Parent account',
  exportedAs: 'parent',
  // Who is no child in the billing may have been given a parent by hand.
  want: ({ parentId }, { erpIds, awaited }) => {
    if (parentId === '') return undefined
    return erpIds.get(parentId) ?? (awaited.has(parentId) ? reference('subscriber', parentId) : undefined)
  },
  have: ({ parentErpId }) => parentErpId,
  isEmpty: (parentErpId) => parentErpId === '',
  resolve: (parentErpId, creations) => creations.erpIdOf(parentErpId),
  patch: (parentErpId) => ({ parent_id: parentErpId }),
  show: shownId,
})
