/** Cities, streets and houses, both ways (userside-api.md §5). */
import { type Call, type CallDefinition, isRead, isWrite } from './call.ts'
import type { Erp } from './erp.ts'
import type { HouseFullName, HouseRow } from './erp-rows.ts'
import { numberText } from './house-number.ts'
import { counterCheck, flagCheck, hashCheck } from './value-rules.ts'

const MOST_HOUSES = 10_000

const LONG_NAMES = {
  province: 'province',
  district: 'district',
  city: 'city',
  area: 'area',
  street: 'street',
  number: 'number',
  block: 'block',
  postcode: 'postcode',
} as const
const SHORT_NAMES = {
  p: 'province',
  d: 'district',
  c: 'city',
  a: 'area',
  s: 'street',
  n: 'number',
  b: 'block',
  o: 'postcode',
} as const

type HouseName = Record<(typeof LONG_NAMES)[keyof typeof LONG_NAMES], string>

export const ADDRESS_CALLS: Readonly<Record<string, CallDefinition>> = {
  'address/compare_house': {
    method: 'POST',
    kind: (params) => (params.get('is_disable_create') === '1' ? 'read' : 'write'),
    required: ['billing_crc_id', 'data'],
    optional: ['is_disable_create'],
    handle: compareHouses,
  },
  'address/add_city': {
    method: 'POST',
    kind: isWrite,
    required: ['name'],
    handle: (call) => {
      const { erp, printer } = call.world
      judgeStepwise(call)
      const name = addressText(call, 'city', call.param('name'))
      if (name === '') call.forbid('A city is created without a name.')
      if (erp.isFound(erp.cityNamed(['', '', name])))
        call.forbid(`The city ${name} is created though it is there.`)
      const made = call.create(
        { kind: 'city', key: name },
        () => erp.addCity({ province: '', district: '', name }).erpId,
      )
      return () => printer.ok({ Id: printer.number(made.erpId) })
    },
  },
  'address/add_street': {
    method: 'POST',
    kind: isWrite,
    required: ['city_id', 'name'],
    handle: (call) => {
      const { erp, printer } = call.world
      judgeStepwise(call)
      const cityId = call.param('city_id')
      const name = addressText(call, 'street', call.param('name'))
      if (!erp.cities.has(cityId))
        call.forbid(`The street ${name} is created in the city ${cityId}, which is not there.`)
      if (erp.isFound(erp.streetNamed(cityId, name)))
        call.forbid(`The street ${name} is created though it is there.`)
      const key = [erp.cities.get(cityId)?.name, name].join(', ')
      const made = call.create({ kind: 'street', key }, () => erp.addStreet({ cityId, name }).erpId)
      return () => printer.ok({ Id: printer.number(made.erpId) })
    },
  },
  'address/add_house': {
    method: 'POST',
    kind: isWrite,
    required: [
      'city_id',
      'street_id',
      'number',
      'block',
      'floor',
      'level_count',
      'entrance',
      'entrance_count',
    ],
    handle: addHouse,
  },
  'address/edit_house': {
    method: 'POST',
    kind: isWrite,
    required: ['data'],
    optional: ['id', 'building_id', 'level_count', 'entrance_count'],
    handle: editHouse,
  },
  'address/get_house': {
    method: 'GET',
    kind: isRead,
    required: ['building_id'],
    handle: getHouses,
  },
}

function judgeStepwise(call: Call): void {
  if (call.settings.is_update_address !== 1) call.forbid(`${call.name} comes though is_update_address is 0.`)
  if (call.settings.is_new_house_billing_compare === 1)
    call.forbid(`${call.name} comes though is_new_house_billing_compare is 1.`)
}

function addressText(call: Call, what: string, value: unknown): string {
  return call.text(`The name of a ${what}`, value, 'text').replace(/\s+/g, ' ').trim()
}

function addHouse(call: Call): ReturnType<CallDefinition['handle']> {
  const { erp, printer } = call.world
  judgeStepwise(call)
  const part = (name: string): string => addressText(call, name, call.param(name))
  const [cityId, streetId] = [call.param('city_id'), call.param('street_id')]
  const [number, block, floor, entrance] = [part('number'), part('block'), part('floor'), part('entrance')]
  if (part('level_count') !== floor || part('entrance_count') !== entrance)
    call.forbid(`The house ${number} is created with counts that say two things in their two spellings.`)
  const street = erp.streets.get(streetId)
  if (street === undefined || street.cityId !== cityId)
    call.forbid(
      `The house ${number} is created in the street ${streetId} of the city ${cityId}, which is not there.`,
    )
  if (number === '' && block === '' && street?.name === '')
    call.forbid('A house is created with neither street nor number.')
  for (const count of [floor, entrance])
    if (count !== '') call.check(`A count of floors or entrances of the house ${number}`, counterCheck(count))
  const { blockIgnored, areHousesHashedOtherwise } = call.world.oddities
  const known = erp.houseOfStreet(streetId, number, blockIgnored === undefined ? block : '')
  const isAnother = blockIgnored === 'another' && block !== ''
  if (!isAnother && areHousesHashedOtherwise !== true && blockIgnored !== 'same' && erp.isFound(known))
    call.forbid(`The house ${number} ${block} is created though it is there.`)
  const kept = blockIgnored === undefined ? block : ''
  const row = { cityId, streetId, area: '', number, block: kept, postcode: '', floor, entrance }
  const key = [erp.cities.get(cityId)?.name, street?.name, numberText({ number, block })].join(', ')
  const made = call.create({ kind: 'house', key }, () =>
    blockIgnored === 'same' && known !== undefined ? known.erpId : erp.addHouse(row).erpId,
  )
  return () => printer.ok({ Id: printer.number(made.erpId) })
}

function editHouse(call: Call): ReturnType<CallDefinition['handle']> {
  const { printer } = call.world
  judgeStepwise(call)
  const row = editedHouse(call)
  const data = call.json('data')
  if (row !== undefined) {
    if (typeof data !== 'object' || data === null || Array.isArray(data) || Object.keys(data).length === 0)
      call.forbid('data of address/edit_house is not an object with fields.')
    else judgeHouseEdit(call, row, new Map(Object.entries(data)))
  }
  return () => printer.ok()
}

/** By the id of the unit or by the id of the building, whichever it is called: never both, never one for the other. */
function editedHouse(call: Call): HouseRow | undefined {
  const { erp } = call.world
  const [unitId, buildingId] = [call.params.get('id'), call.params.get('building_id')]
  if ((unitId === undefined) === (buildingId === undefined)) {
    call.forbid('address/edit_house comes with neither or both of id and building_id.')
    return undefined
  }
  const row = unitId === undefined ? erp.houses.get(buildingId ?? '') : erp.houseOfUnit(unitId)
  if (row !== undefined) return row
  const isOtherKind = unitId === undefined ? erp.houseOfUnit(buildingId ?? '') : erp.houses.get(unitId)
  call.forbid(
    isOtherKind === undefined
      ? `The house ${unitId ?? buildingId} is not there.`
      : `address/edit_house takes ${unitId ?? buildingId} for the id of ${unitId === undefined ? 'a building' : 'an address unit'}, which it is not.`,
  )
  return undefined
}

const DIRECT = { floor: 'level_count', entrance: 'entrance_count' } as const

function judgeHouseEdit(call: Call, row: HouseRow, data: ReadonlyMap<string, unknown>): void {
  for (const [field, value] of data) {
    if (field !== 'postcode' && field !== 'entrance' && field !== 'floor') {
      call.forbid(`There is no house field ${field}.`)
      continue
    }
    const text = addressText(call, field, value)
    if (text === '') call.forbid(`${field} of the house ${row.erpId} is emptied.`)
    if (row[field] === text) call.forbid(`${field} of the house ${row.erpId} is a redundant write.`)
    call.ruling.change(() => {
      if (call.world.oddities.isEditHouseIgnored !== true) row[field] = text
      else if (call.world.ignored.note(`house ${row.erpId} ${field}`, text) > 2)
        call.forbid(
          `${field} of the house ${row.erpId} is sent for the third time though UserSide does not keep it.`,
        )
    })
  }
  for (const [field, direct] of Object.entries(DIRECT)) {
    const expected = call.params.has('building_id') ? data.get(field) : undefined
    if (call.params.get(direct) !== expected)
      call.forbid(
        `${direct} of the house ${row.erpId} is not what data says of ${field}, or does not belong.`,
      )
  }
}

function getHouses(call: Call): ReturnType<CallDefinition['handle']> {
  const { erp, printer } = call.world
  return () => {
    const rows = call
      .param('building_id')
      .split(',')
      .flatMap((id) => erp.houses.get(id) ?? [])
    const units = rows.map((row): [string, string] => [
      `"${row.unitId}"`,
      `{"id":${printer.number(row.unitId)},"building_id":${printer.number(row.erpId)},` +
        `"name":${printer.text(erp.fullName(row).slice(4).join(' ').trim())},` +
        `"floor":${printer.text(row.floor)},"entrance":${printer.text(row.entrance)}}`,
    ])
    return printer.ok({ Data: printer.map(units) })
  }
}

function compareHouses(call: Call): ReturnType<CallDefinition['handle']> {
  const { erp, printer, refusals } = call.world
  const isShort = call.settings.address_compare_format === 1
  const isMatchOnly = call.param('is_disable_create') === '1'
  if (call.settings.is_update_address !== 1) call.forbid('compare_house comes though is_update_address is 0.')
  if (call.settings.is_new_house_billing_compare !== 1)
    call.forbid('compare_house comes though is_new_house_billing_compare is 0.')
  call.check('billing_crc_id', hashCheck(call.param('billing_crc_id')))
  if (call.params.has('is_disable_create'))
    call.check('is_disable_create', flagCheck(call.param('is_disable_create')))
  const data = call.json('data')
  const items =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : undefined
  if (items === undefined || items.length === 0) {
    call.forbid('data of compare_house is not an object keyed by house id.')
    return () => printer.ok()
  }
  if (items.length > MOST_HOUSES) call.forbid(`A lot of ${items.length} houses is more than 10 000.`)
  const named = items.map(([id, raw]) => [id, houseName(call, id, raw, isShort)] as const)
  const before = named.map(([, name]) => foundHouse(erp, name)?.erpId)
  if (!isMatchOnly)
    named.forEach(([id], index) => {
      if (before[index] !== undefined)
        call.forbid(`The house ${id} is sent for creation though UserSide has it: a redundant write.`)
    })
  const matches = new Map<string, string>()
  const created = { province: 0, district: 0, city: 0, area: 0, street: 0, house: 0 }
  const making = new Map<string, { readonly erpId: string }>()
  named.forEach(([id, name], index) => {
    const known = before[index]
    if (refusals.houses.has(id)) matches.set(id, '0')
    else if (known !== undefined || isMatchOnly) matches.set(id, known ?? '0')
    else {
      // Two houses of the billing with one name are one house.
      const key = [name.city, name.street, numberText(name)].join(', ')
      const made =
        making.get(key) ?? call.create({ kind: 'house', key }, () => createHouse(erp, name, created))
      making.set(key, made)
      call.ruling.change(() => {
        matches.set(id, made.erpId)
      })
    }
  })
  return () => {
    const printed = [...matches].map(([id, erpId]) => [printer.id(id), printer.number(erpId)] as const)
    const counters = Object.entries(created).map(([unit, count]) => `"${unit}":${printer.number(count)}`)
    return printer.ok({ Data: printer.map([...printed, ['"-1"', `{${counters.join(',')}}`]]) })
  }
}

function houseName(call: Call, id: string, raw: unknown, isShort: boolean): HouseName {
  const name: HouseName = {
    province: '',
    district: '',
    city: '',
    area: '',
    street: '',
    number: '',
    block: '',
    postcode: '',
  }
  if (typeof raw !== 'object' || raw === null) {
    call.forbid(`The house ${id} is not an object.`)
    return name
  }
  const names: Readonly<Record<string, keyof HouseName>> = isShort ? SHORT_NAMES : LONG_NAMES
  for (const [key, value] of Object.entries(raw)) {
    const part = Object.hasOwn(names, key) ? names[key] : undefined
    if (part === undefined) call.forbid(`The house ${id} has a part ${key}, which is no name of this format.`)
    else name[part] = addressText(call, `house (${id}, ${part})`, value)
    if (isShort && value === '')
      call.forbid(`The house ${id} has the empty part ${key}, which is to be left out.`)
  }
  if (!isShort)
    for (const key of Object.keys(LONG_NAMES))
      if (!Object.hasOwn(raw, key)) call.forbid(`The house ${id} has no part ${key}.`)
  if (name.street === '' && name.number === '') call.forbid(`The house ${id} has neither street nor number.`)
  return name
}

function fullName(name: HouseName): HouseFullName {
  return [name.province, name.district, name.city, name.area, name.street, name.number, name.block]
}

type Created = Record<'province' | 'district' | 'city' | 'area' | 'street' | 'house', number>

function foundHouse(erp: Erp, name: HouseName): HouseRow | undefined {
  const row = erp.houseNamed(fullName(name))
  return erp.isFound(row) ? row : undefined
}

function createHouse(erp: Erp, name: HouseName, created: Created): string {
  const { province, district, area, number, block, postcode } = name
  let city = erp.cityNamed([province, district, name.city])
  if (city === undefined) {
    city = erp.addCity({ province, district, name: name.city })
    created.city += 1
  }
  let street = erp.streetNamed(city.erpId, name.street)
  if (street === undefined) {
    street = erp.addStreet({ cityId: city.erpId, name: name.street })
    created.street += 1
  }
  created.house += 1
  const place = { cityId: city.erpId, streetId: street.erpId }
  return erp.addHouse({ ...place, area, number, block, postcode, floor: '', entrance: '' }).erpId
}
