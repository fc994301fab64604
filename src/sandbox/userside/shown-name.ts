/** What the ERP's lists call a thing, which need not be what it was created as. */
import type { World } from './call.ts'
import type { RenamedKind } from './oddities.ts'

export function shownName(
  { erp, oddities }: Pick<World, 'erp' | 'oddities'>,
  kind: RenamedKind,
  row: { readonly erpId: string; readonly name: string },
): string {
  return erp.strangeName(row) ?? oddities.rename?.[kind]?.(row.name) ?? row.name
}
