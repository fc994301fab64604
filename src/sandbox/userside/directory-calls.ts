/** Groups, tags and services, matched by name (userside-api.md §7). */
import { type Call, type CallDefinition, isWrite } from './call.ts'
import type { NameRow } from './erp-rows.ts'
import { shownName } from './shown-name.ts'
import { costCheck } from './value-rules.ts'
import { isFolded, type TextKind } from './wire-text.ts'

export const DIRECTORY_CALLS: Readonly<Record<string, CallDefinition>> = {
  'customer/add_group': {
    method: 'POST',
    kind: isWrite,
    required: ['name'],
    handle: (call) => addNamed(call, 'group', 'group name', call.world.erp.groups),
  },
  'customer/add_tag': {
    method: 'POST',
    kind: isWrite,
    required: ['name'],
    handle: (call) => addNamed(call, 'tag', 'text', call.world.erp.tags),
  },
  'service/add': {
    method: 'POST',
    kind: isWrite,
    required: ['billing_id', 'name'],
    handle: (call) => {
      const { services } = call.world.erp
      return addNamed(call, 'service', 'text', {
        values: () => services.values(),
        set: (id, row) => services.set(id, { ...row, cost: '0' }),
      })
    },
  },
  'service/edit': {
    method: 'POST',
    kind: isWrite,
    required: ['id', 'cost'],
    handle: (call) => {
      const row = call.world.erp.services.get(call.param('id'))
      const cost = call.param('cost')
      call.check('cost of a service', costCheck(cost))
      if (row === undefined) call.forbid(`The service ${call.param('id')} is not there.`)
      else if (Number(row.cost) === Number(cost))
        call.forbid(
          `The cost of the service ${row.name} is a redundant write: UserSide already holds ${row.cost}.`,
        )
      call.ruling.change(() => {
        if (row !== undefined) row.cost = cost
      })
      return () => call.world.printer.ok()
    },
  },
}

interface NamedRows {
  values(): Iterable<NameRow>
  set(id: string, row: { erpId: string; name: string }): unknown
}

function addNamed(
  call: Call,
  what: 'group' | 'tag' | 'service',
  kind: TextKind,
  rows: NamedRows,
): ReturnType<CallDefinition['handle']> {
  const { erp, printer } = call.world
  const name = call.text(`The name of a ${what}`, call.param('name'), kind)
  if (name === '') call.forbid(`A ${what} is created without a name.`)
  if (!isFolded(name))
    call.forbid(`The ${what} name ${JSON.stringify(name)} has white space that is not folded.`)
  for (const row of rows.values())
    if (erp.isFound(row) && shownName(call.world, what, row) === name)
      call.forbid(`The ${what} ${name} is created though it is there.`)
  const made = call.create({ kind: what, key: name }, () => {
    const erpId = erp.nextId()
    rows.set(erpId, { erpId, name })
    return erpId
  })
  return () => printer.ok({ Id: printer.number(made.erpId) })
}
