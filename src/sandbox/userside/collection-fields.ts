/** The fields of a subscriber that add to, change or take from a collection (userside-api.md §6, §7). */
import type { FieldJudge } from './field-judge.ts'
import type { FieldRule } from './scalar-fields.ts'
import { costCheck, dateCheck, dayCheck, ipCheck, macCheck, scalar } from './value-rules.ts'
import { hasEntity } from './wire-text.ts'

const addTariffs: FieldRule = (judge, value) => {
  const ids = judge.ids(value)
  const deleted = judge.patch['delete_tariff_id']
  for (const id of ids) {
    if (!isKnownTariff(judge, id)) return
    if (Array.isArray(deleted) && deleted.some((other) => scalar(other) === id))
      judge.forbid(`adds the tariff ${id}, which delete_tariff_id takes away again`)
  }
  judge.change((row) => {
    row.tariffs = [...row.tariffs, ...ids]
  })
}

const deleteTariffs: FieldRule = (judge, value) => {
  const ids = judge.ids(value)
  const left = [...judge.row.tariffs]
  for (const id of ids) {
    const position = left.indexOf(id)
    if (position < 0) return judge.redundant(`the subscriber does not hold the tariff ${id}`)
    left.splice(position, 1)
  }
  judge.change((row) => {
    for (const id of ids) row.tariffs.splice(row.tariffs.indexOf(id), 1)
  })
}

function isKnownTariff(judge: FieldJudge, id: string): boolean {
  if (judge.context.erp.tariffOf(id) !== undefined) return true
  judge.forbid(
    hasEntity(id) ? `names the id ${id} with entities` : `names the tariff ${id}, which is not there`,
  )
  return false
}

const nextTariff: FieldRule = (judge, value) => {
  const text = judge.scalar(value) ?? ''
  const bar = text.lastIndexOf('|')
  if (bar < 0) return judge.forbid(`is ${JSON.stringify(value)}, not <tariff id>|<start date>`)
  const id = text.slice(0, bar)
  const date = text.slice(bar + 1)
  const held = judge.row.nextTariff
  if (id === '') {
    if (date !== '1970-01-01') return judge.forbid('clears the next tariff with a date other than 1970-01-01')
    if (held === undefined) return judge.redundant('there is no next tariff to clear')
  } else {
    const fault = dayCheck(date)
    if (fault !== undefined) return judge.forbid(`has a start date that ${fault}`)
    if (!isKnownTariff(judge, id)) return
    if (held?.id.toUpperCase() === id.toUpperCase() && held.date === date)
      return judge.redundant(`UserSide already holds ${text}`)
  }
  judge.change((row) => {
    row.nextTariff = id === '' ? undefined : { id, date }
  })
}

function numbered(judge: FieldJudge): boolean {
  const [, name = '', number = ''] = /^(\D+)(\d+)$/.exec(judge.field) ?? []
  const previous = Number(number) - 1
  if (Number(number) >= 1 && (previous === 0 || `${name}${previous}` in judge.patch)) return true
  judge.forbid('is not numbered from 1 on without gaps')
  return false
}

function pair(judge: FieldJudge, value: unknown): { readonly ip: string; readonly mac: string } | undefined {
  const text = judge.scalar(value)
  const comma = text?.indexOf(',') ?? -1
  if (text !== undefined && comma > 0) return { ip: text.slice(0, comma), mac: text.slice(comma + 1) }
  judge.forbid(`is ${JSON.stringify(value)}, not ip,mac`)
  return undefined
}

const addIp: FieldRule = (judge, value) => {
  const device = pair(judge, value)
  if (device === undefined || !numbered(judge)) return
  const { ip, mac } = device
  const fault = (ip === '-1' ? undefined : ipCheck(ip)) ?? (mac === '' ? undefined : macCheck(mac))
  if (fault !== undefined) return judge.forbid(fault)
  if (ip === '-1' && mac === '') return judge.forbid('has neither IP nor MAC')
  const isHeld = judge.row.devices.some((held) => held.ip === Number(ip) && (ip !== '-1' || held.mac === mac))
  if (isHeld) return judge.redundant(`the subscriber already has ${value}`)
  const isTwice = Object.entries(judge.patch).some(
    ([field, other]) =>
      /^add_ip\d+$/.test(field) &&
      field < judge.field &&
      (ip === '-1' ? other === value : String(other).startsWith(`${ip},`)),
  )
  if (isTwice) return judge.forbid(`adds ${ip} twice in one request`)
  judge.change((row) => row.devices.push({ ip: Number(ip), mac }))
}

const changeMac: FieldRule = (judge, value) => {
  const device = pair(judge, value)
  if (device === undefined || !numbered(judge)) return
  if (judge.context.settings.is_update_mac !== 1) return judge.forbid('is written though is_update_mac is 0')
  const fault = ipCheck(device.ip) ?? macCheck(device.mac)
  if (fault !== undefined) return judge.forbid(fault)
  const held = judge.row.devices.find((each) => each.ip === Number(device.ip))
  if (held === undefined)
    return judge.forbid(`changes the MAC of ${device.ip}, which the subscriber does not have`)
  if (held.mac === device.mac) return judge.redundant(`this address already has the MAC ${held.mac}`)
  judge.change(() => {
    held.mac = device.mac
  })
}

const deleteIp: FieldRule = (judge, value) => {
  const ip = judge.scalar(value) ?? ''
  if (!numbered(judge)) return
  const fault = ipCheck(ip)
  if (fault !== undefined) return judge.forbid(fault)
  if (!judge.row.devices.some((held) => held.ip === Number(ip)))
    return judge.redundant(`the subscriber does not have ${ip}`)
  judge.change((row) => {
    row.devices = row.devices.filter((held) => held.ip !== Number(ip))
  })
}

/** The names of additional fields on the wire; under which of them a field is shown, under that it comes back. */
type AdditionalName = 'additional_data' | 'additional_customer_data'

const additionalUnder =
  (name: AdditionalName): FieldRule =>
  (judge, value) => {
    const { customerData } = judge.context.oddities
    for (const [id] of judge.entries(value)) {
      const isOwn = customerData?.ids === 'all' || customerData?.ids.includes(id) === true
      const right: AdditionalName = isOwn ? 'additional_customer_data' : 'additional_data'
      if (name !== right && (judge.row.additionalData.has(id) || name === 'additional_customer_data'))
        return judge.forbid(`holds the field ${id}, which is shown under ${right}`)
      // It says yes, and keeps nothing.
      if (name !== right && customerData?.isTakenOnlyThere === true) return
    }
    additionalData(judge, value)
  }

const additionalData: FieldRule = (judge, value) => {
  const known = judge.context.additionalFields
  for (const [id, raw] of judge.entries(value)) {
    if (!/^[1-9]\d*$/.test(id) || (known !== undefined && !known.has(id)))
      return judge.forbid(`names the additional field ${id}, which UserSide does not have`)
    const text = judge.text(raw, 'lines')
    if (text === undefined) return
    if ((judge.row.additionalData.get(id) ?? '') === text)
      return judge.redundant(`additional field ${id} already holds ${JSON.stringify(text)}`)
    judge.change((row) => {
      if (text === '') row.additionalData.delete(id)
      else row.additionalData.set(id, text)
    })
  }
}

const addGroups: FieldRule = (judge, value) => {
  for (const [id, again] of judge.entries(value)) {
    if (scalar(again) !== id)
      return judge.forbid(`holds ${JSON.stringify(again)} under ${id} instead of the id again`)
    if (!judge.context.erp.groups.has(id)) return judge.forbid(`names the group ${id}, which is not there`)
    if (judge.row.groups.has(id)) return judge.redundant(`the subscriber already is in group ${id}`)
    if (!agreesWithOldForm(judge, id, '1')) return
    judge.change((row) => row.groups.add(id))
  }
}

const deleteGroups: FieldRule = (judge, value) => {
  for (const [id, again] of judge.entries(value)) {
    if (scalar(again) !== id)
      return judge.forbid(`holds ${JSON.stringify(again)} under ${id} instead of the id again`)
    if (!judge.row.groups.has(id)) return judge.redundant(`the subscriber is not in group ${id}`)
    if (!agreesWithOldForm(judge, id, '-1')) return
    judge.change((row) => row.groups.delete(id))
  }
}

function agreesWithOldForm(judge: FieldJudge, id: string, mark: string): boolean {
  const old = judge.patch['group']
  const said = typeof old === 'object' && old !== null ? scalar(Reflect.get(old, id)) : undefined
  if (said === mark) return true
  judge.forbid(`is not accompanied by group: {${id}: ${mark}}`)
  return false
}

/** The old form changes nothing by itself; it must say what the new one says. */
const oldGroups: FieldRule = (judge, value) => {
  for (const [id, mark] of judge.entries(value)) {
    const field = scalar(mark) === '1' ? 'add_group_id' : 'delete_group_id'
    const fresh = judge.patch[field]
    const isThere = typeof fresh === 'object' && fresh !== null && Object.hasOwn(fresh, id)
    if (!/^-?1$/.test(scalar(mark) ?? '') || !isThere)
      judge.forbid(`says ${id}: ${mark}, which ${field} does not`)
  }
}

const tags: FieldRule = (judge, value) => {
  for (const [id, raw] of judge.entries(value)) {
    const mark = scalar(raw) ?? ''
    if (!judge.context.erp.tags.has(id)) return judge.forbid(`names the tag ${id}, which is not there`)
    const isHeld = judge.row.tags.has(id)
    if (mark === '-1') {
      if (!isHeld) return judge.redundant(`the subscriber does not have tag ${id}`)
      judge.change((row) => row.tags.delete(id))
      continue
    }
    const fault = mark === '1' ? undefined : dateCheck(mark)
    if (fault !== undefined) return judge.forbid(`gives tag ${id} a mark that ${fault}`)
    if (isHeld) return judge.redundant(`the subscriber already has tag ${id}`)
    judge.change((row) => row.tags.set(id, mark === '1' ? '' : mark))
  }
}

const services: FieldRule = (judge, value) => {
  for (const [id, raw] of judge.entries(value)) {
    const mark = scalar(raw) ?? ''
    if (!judge.context.erp.services.has(id))
      return judge.forbid(`names the service ${id}, which is not there`)
    const isHeld = judge.row.services.has(id)
    if (mark === '1') {
      if (isHeld) return judge.redundant(`the subscriber already has service ${id}`)
      judge.change((row) => {
        if (!row.services.has(id)) row.services.set(id, { cost: '0', comment: '' })
      })
    } else if (mark === '-1') {
      if (!isHeld) return judge.redundant(`the subscriber does not have service ${id}`)
      judge.change((row) => row.services.delete(id))
    } else return judge.forbid(`marks service ${id} with ${JSON.stringify(raw)} instead of 1 or -1`)
  }
}

function isServiceThere(judge: FieldJudge, id: string): boolean {
  const wanted = judge.patch['service']
  const mark = typeof wanted === 'object' && wanted !== null ? scalar(Reflect.get(wanted, id)) : undefined
  if (mark === '1' || (mark === undefined && judge.row.services.has(id))) return true
  judge.forbid(`describes service ${id}, which the subscriber does not have`)
  return false
}

const serviceCosts: FieldRule = (judge, value) => {
  for (const [id, raw] of judge.entries(value)) {
    const cost = scalar(raw) ?? ''
    const fault = costCheck(cost)
    if (fault !== undefined) return judge.forbid(fault)
    if (!isServiceThere(judge, id)) return
    const held = judge.row.services.get(id)
    if (held !== undefined && Number(held.cost) === Number(cost))
      return judge.redundant(`service ${id} already costs ${held.cost}`)
    judge.change((row) => {
      row.services.set(id, { cost, comment: row.services.get(id)?.comment ?? '' })
    })
  }
}

const serviceComments: FieldRule = (judge, value) => {
  for (const [id, raw] of judge.entries(value)) {
    const comment = judge.text(raw, 'text')
    if (comment === undefined || !isServiceThere(judge, id)) return
    if (judge.row.services.get(id)?.comment === comment)
      return judge.redundant(`service ${id} already has this comment`)
    judge.change((row) => {
      row.services.set(id, { cost: row.services.get(id)?.cost ?? '0', comment })
    })
  }
}

const NAMED: Readonly<Record<string, FieldRule>> = {
  add_tariff_id: addTariffs,
  delete_tariff_id: deleteTariffs,
  tariff_new_id: nextTariff,
  additional_data: additionalUnder('additional_data'),
  additional_customer_data: additionalUnder('additional_customer_data'),
  add_group_id: addGroups,
  delete_group_id: deleteGroups,
  group: oldGroups,
  tag: tags,
  service: services,
  service_cost: serviceCosts,
  service_comment: serviceComments,
}

const NUMBERED: Readonly<Record<string, FieldRule>> = {
  add_ip: addIp,
  ip_change_mac: changeMac,
  delete_ip: deleteIp,
}

/** The rule of a collection field; `undefined` when there is no such field. */
export function collectionField(field: string): FieldRule | undefined {
  if (Object.hasOwn(NAMED, field)) return NAMED[field]
  const name = /^([a-z_]+)\d+$/.exec(field)?.[1] ?? ''
  return Object.hasOwn(NUMBERED, name) ? NUMBERED[name] : undefined
}
