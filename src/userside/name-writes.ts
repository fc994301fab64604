/** Creating what is matched by name: groups, tags, services (§7). */
import type { Caller } from './caller.ts'
import { encodeText } from './entity.ts'
import type { Userside } from './userside.ts'

type NameWrites = Pick<Userside, 'addGroup' | 'addTag' | 'addService' | 'editService'>

export function createNameWrites(caller: Caller, billingId: number): NameWrites {
  return {
    addGroup: (name) => caller.create('customer', 'add_group', { name: encodeText('groupName', name) }),
    addTag: (name) => caller.create('customer', 'add_tag', { name: encodeText('text', name) }),
    addService: (name) =>
      caller.create('service', 'add', { billing_id: billingId, name: encodeText('text', name) }),
    editService: (erpId, cost) => caller.change('service', 'edit', { id: erpId, cost }),
  }
}
