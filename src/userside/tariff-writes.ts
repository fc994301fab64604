/** Writing tariffs (§4). */
import type { Caller } from './caller.ts'
import { encodeText } from './entity.ts'
import { cutIntoLots } from './lots.ts'
import { jsonOf } from './map-json.ts'
import { LOT_SIZES, type TariffPatch, type Userside, type WriteResult } from './userside.ts'

type TariffWrites = Pick<Userside, 'addTariff' | 'editTariffs' | 'editTariff'>
type Settle = (erpId: string, result: WriteResult) => void

export function createTariffWrites(caller: Caller, billingId: number): TariffWrites {
  async function editTariff(erpId: string, patch: TariffPatch): Promise<WriteResult> {
    // The single edit knows no type of service.
    const { service_type: _, ...fields } = tariffFields(patch)
    if (Object.keys(fields).length === 0) return { kind: 'done', value: undefined }
    return await caller.change('tariff', 'edit', { id: erpId, ...fields })
  }

  async function editLot(lot: ReadonlyMap<string, TariffPatch>, settle: Settle): Promise<void> {
    const together = await caller.change('tariff', 'group_edit', { data: jsonOf(lot, tariffFields) })
    if (together.kind === 'refused' && together.parts !== undefined && lot.size > 1) {
      const parts = cutIntoLots([...lot], Math.ceil(lot.size / together.parts))
      for (const part of parts) await editLot(new Map(part), settle)
      return
    }
    for (const [erpId, patch] of lot)
      settle(erpId, together.kind === 'refused' ? await editTariff(erpId, patch) : together)
  }

  async function editTariffs(
    patches: ReadonlyMap<string, TariffPatch>,
    onSettled?: Settle,
  ): Promise<WriteResult> {
    const failures: (WriteResult & { kind: 'refused' | 'lost' })[] = []
    const settle: Settle = (erpId, result) => {
      onSettled?.(erpId, result)
      if (result.kind !== 'done') failures.push(result)
    }
    for (const lot of cutIntoLots([...patches], LOT_SIZES.tariffs)) await editLot(new Map(lot), settle)
    return failures.find(({ kind }) => kind === 'lost') ?? failures[0] ?? { kind: 'done', value: undefined }
  }

  return {
    editTariff,
    editTariffs,
    addTariff: (billingTariffId, name) =>
      caller.create('tariff', 'add', {
        billing_id: billingId,
        billing_tariff_id: billingTariffId,
        name: encodeText('tariffName', name),
      }),
  }
}

function tariffFields({ name, service_type, ...numbers }: TariffPatch): Record<string, string | number> {
  return {
    ...(name !== undefined && { name: encodeText('tariffName', name) }),
    ...numbers,
    ...(service_type !== undefined && { service_type: encodeText('text', service_type) }),
  }
}
