/**
 * Every field of a subscriber by example: what the billing prints, what UserSide then holds, and what an empty value
 * means. Read it as documentation; `fields.test.ts` carries it out under every policy.
 */
import type { FieldName } from '../../../src/model/policy.ts'
import type { Erp } from '../../../src/sandbox/userside/erp.ts'
import type { CustomerRow } from '../../../src/sandbox/userside/erp-rows.ts'
import type { Wire } from '../plain-billing.ts'

export interface FieldExample {
  /** The part of a record the field comes in. */
  readonly billing: {
    readonly value: Wire
    readonly other: Wire
    readonly empty: Wire
    readonly missing: Wire
  }
  /** The same values as UserSide holds them. */
  readonly userside: { readonly value: string; readonly other: string; readonly empty: string }
  /** How they are read from the ERP's row. */
  held(row: CustomerRow, erp: Erp): string
  /** Columns of the row that belong to the field. */
  readonly columns: readonly (keyof CustomerRow)[]
  /** Members of a patch that may carry the field. */
  readonly sends: RegExp
  /** What is there and cannot be read; none where there is nothing of the kind. */
  readonly unreadable?: Wire
  /** What UserSide ends with under `mirror` when the billing's value is empty; `"empty"` when left out. */
  readonly emptied?: 'kept' | { readonly becomes: string }
  /** A yes or no has no other value than the empty one. */
  readonly isFlag?: boolean
  /** The subscriber is a child account of another. */
  readonly isOfChild?: boolean
}

const address = (parts: Wire): Wire => ({
  address: [
    {
      type: 'connect',
      house_id: 41,
      apartment: { full_name: '7' },
      floor: '3',
      entrance: '2',
      ...parts,
    },
  ],
})
const agreement = (number: string | undefined, date: string | undefined): Wire => ({
  agreement: [{ number, date }],
})
const tariff = (current: readonly unknown[], next: readonly unknown[] | undefined): Wire => ({
  tariff: { current, new: next },
})
const NEXT = [{ id: 11, date_start: '2026-12-01 00:00:00' }]

export const FIELD_TABLE: Readonly<Record<FieldName, FieldExample>> = {
  name: {
    billing: {
      value: { full_name: "Дем'янчук  О." },
      other: { full_name: 'Шлях C:\\\\А &amp; Б' },
      empty: { full_name: null },
      missing: {},
    },
    unreadable: { full_name: { text: 'x' } },
    userside: { value: "Дем'янчук О.", other: 'Шлях C: А & Б', empty: '' },
    held: (row) => row.name,
    columns: ['name'],
    sends: /^name$/,
    emptied: { becomes: 'user/1' },
  },
  login: {
    billing: { value: { login: 'user/1' }, other: { login: "o'brien" }, empty: { login: '' }, missing: {} },
    unreadable: { login: ['x'] },
    userside: { value: 'user/1', other: "o'brien", empty: '' },
    held: (row) => row.login,
    columns: ['login'],
    sends: /^login$/,
  },
  accountNumber: {
    billing: {
      value: { account_number: '007' },
      other: { account_number: 3232235521 },
      empty: { account_number: null },
      missing: {},
    },
    unreadable: { account_number: [7] },
    userside: { value: '007', other: '3232235521', empty: '' },
    held: (row) => row.accountNumber,
    columns: ['accountNumber'],
    sends: /^account_number$/,
  },
  comment: {
    billing: {
      value: { comment: "кут / 'вхід'\r\nдвері" },
      other: { comment: '\\\\server\\share' },
      empty: { comment: '' },
      missing: {},
    },
    unreadable: { comment: { text: 'x' } },
    userside: { value: "кут / 'вхід' двері", other: '\\\\server\\share', empty: '' },
    held: (row) => row.comment,
    columns: ['comment'],
    sends: /^comment$/,
  },
  balance: {
    billing: {
      value: { balance: '-19.23766198458582' },
      other: { balance: 7 },
      empty: { balance: '' },
      missing: {},
    },
    unreadable: { balance: 'NaN' },
    userside: { value: '-19.24', other: '7.00', empty: '0.00' },
    held: (row) => row.balance,
    columns: ['balance'],
    sends: /^balance$/,
  },
  credit: {
    billing: { value: { credit: '50' }, other: { credit: '12,5' }, empty: { credit: null }, missing: {} },
    unreadable: { credit: 'н/д' },
    userside: { value: '50.00', other: '12.50', empty: '0.00' },
    held: (row) => row.credit,
    columns: ['credit'],
    sends: /^credit$/,
  },
  discount: {
    billing: { value: { discount: '5' }, other: { discount: 12.5 }, empty: { discount: 0 }, missing: {} },
    unreadable: { discount: '5 %' },
    userside: { value: '5', other: '12.5', empty: '0' },
    held: (row) => String(Number(row.discount)),
    columns: ['discount'],
    sends: /^discount$/,
  },
  corporate: {
    billing: {
      value: { flag_corporate: 17 },
      other: { flag_corporate: 17 },
      empty: { flag_corporate: '0' },
      missing: {},
    },
    unreadable: { flag_corporate: 'так' },
    userside: { value: 'true', other: 'true', empty: 'false' },
    held: (row) => String(row.isCorporate),
    columns: ['isCorporate'],
    sends: /^flag_corporate$/,
    isFlag: true,
  },
  former: {
    billing: {
      value: { is_disable: 1 },
      other: { is_disable: '1' },
      empty: { is_disable: 0 },
      missing: {},
    },
    unreadable: { is_disable: 'ні' },
    userside: { value: 'true', other: 'true', empty: 'false' },
    held: (row) => String(row.isDisabled),
    columns: ['isDisabled'],
    sends: /^is_disable$/,
    isFlag: true,
  },
  password: {
    billing: {
      value: { password: "s'e/cret" },
      other: { password: 'other' },
      empty: { password: '' },
      missing: {},
    },
    userside: { value: "s'e/cret", other: 'other', empty: '' },
    held: (row) => row.password,
    columns: ['password'],
    sends: /^password$/,
    emptied: 'kept',
  },
  dateConnect: {
    billing: {
      value: { date_connect: '2020-01-31 10:20:30' },
      other: { date_connect: '06.05.2019' },
      empty: { date_connect: '1970-01-01 03:00:00' },
      missing: { date_create: '2018-01-01 00:00:00' },
    },
    unreadable: { date_connect: '2020-02-31' },
    userside: { value: '2020-01-31', other: '2019-05-06', empty: '' },
    held: (row) => row.connectedOn.slice(0, 10),
    columns: ['connectedOn'],
    sends: /^date_connect$/,
    emptied: 'kept',
  },
  agreementNumber: {
    billing: {
      value: agreement('2019/1042', '2021-02-03'),
      other: agreement('Д-7', '2021-02-03'),
      empty: agreement('', '2021-02-03'),
      missing: agreement(undefined, '2021-02-03'),
    },
    unreadable: { agreement: [{ number: ['A'], date: '2021-02-03' }] },
    userside: { value: '2019/1042', other: 'Д-7', empty: '' },
    held: (row) => row.agreementNumber,
    columns: ['agreementNumber'],
    sends: /^agreement_number$/,
    emptied: 'kept',
  },
  agreementDate: {
    billing: {
      value: agreement('2019/1042', '2021-02-03'),
      other: agreement('2019/1042', '04.03.2020'),
      empty: agreement('2019/1042', '0000-00-00'),
      missing: agreement('2019/1042', undefined),
    },
    unreadable: agreement('2019/1042', '03/02/2021'),
    userside: { value: '2021-02-03', other: '2020-03-04', empty: '' },
    held: (row) => row.agreementDate,
    columns: ['agreementDate'],
    sends: /^agreement_date$/,
    emptied: 'kept',
  },
  tariffs: {
    billing: {
      value: tariff([{ id: '10' }], NEXT),
      other: tariff([{ id: 11 }, { id: 11 }], NEXT),
      empty: tariff([], NEXT),
      missing: {},
    },
    unreadable: { tariff: 'Базовий-50' },
    userside: { value: '10', other: '11 11', empty: '' },
    held: (row) => row.tariffs.join(' '),
    columns: ['tariffs'],
    sends: /^(?:add|delete)_tariff_id$/,
  },
  nextTariff: {
    billing: {
      value: tariff([{ id: '10' }], NEXT),
      other: tariff([{ id: '10' }], [{ id: 10, date_start: '2026-12-15' }]),
      empty: tariff([{ id: '10' }], undefined),
      missing: {},
    },
    unreadable: tariff([{ id: '10' }], [{ id: 11, date_start: 'скоро' }]),
    userside: { value: '11|2026-12-01', other: '10|2026-12-15', empty: '' },
    held: ({ nextTariff }) => (nextTariff === undefined ? '' : `${nextTariff.id}|${nextTariff.date}`),
    columns: ['nextTariff'],
    sends: /^tariff_new_id$/,
  },
  traffic: {
    billing: {
      value: { traffic: { month: { up: 12345678901, down: '98765432109' } } },
      other: { traffic: { month: { up: 1, down: 98765432109 } } },
      empty: { traffic: { month: { up: 0 } } },
      missing: {},
    },
    unreadable: { traffic: { month: { up: '-5', down: 98765432109 } } },
    userside: { value: '12345678901 98765432109', other: '1 98765432109', empty: '0 0' },
    held: (row) => `${row.trafficUp} ${row.trafficDown}`,
    columns: ['trafficUp', 'trafficDown'],
    sends: /^traffic_(?:up|down)$/,
  },
  activity: {
    billing: {
      value: { date_activity: '2026-11-20 10:11:12' },
      other: { date_activity: '2026-11-19 00:00:01' },
      empty: { date_activity: '1970-01-01 03:00:00' },
      missing: {},
    },
    unreadable: { date_activity: 'now' },
    userside: { value: '2026-11-20 10:11:12', other: '2026-11-19 00:00:01', empty: '' },
    held: (row) => row.activity,
    columns: ['activity'],
    sends: /^date_activity_inet$/,
    emptied: 'kept',
  },
  phones: {
    billing: {
      value: { phone: [{ number: '+38 (067) 111-22-33', flag_main: 1 }] },
      other: { phone: [{ number: '044-222-33-44', flag_main: 1 }] },
      empty: { phone: [{ number: '', flag_main: 1 }] },
      missing: {},
    },
    unreadable: { phone: [{ number: '380671112233380671112244', flag_main: 1 }] },
    userside: { value: '380671112233', other: '0442223344', empty: '' },
    held: (row) => row.phones.filter((number) => number !== '').join(' '),
    columns: ['phones'],
    sends: /^phone[0-4]$/,
  },
  email: {
    billing: {
      value: { email: [{ address: 'one@example.net, two@example.net', flag_main: 1 }] },
      other: { email: [{ address: 'three@example.net' }] },
      empty: { email: [{ address: 'немає', flag_main: 1 }] },
      missing: {},
    },
    unreadable: { email: [{ address: ['one@example.net'] }] },
    userside: { value: 'one@example.net, two@example.net', other: 'three@example.net', empty: '' },
    held: (row) => row.email,
    columns: ['email'],
    sends: /^email$/,
    emptied: 'kept',
  },
  house: {
    billing: {
      value: address({}),
      other: address({ house_id: '42', apartment: { full_name: '9' }, floor: 1, entrance: 4 }),
      empty: { address: [] },
      missing: {},
    },
    unreadable: { address: 'вул. Соборна 12' },
    userside: {
      value: 'Соборна 12 А, 7, 3, 2',
      other: 'Київська 7 , 9, 1, 4',
      empty: ', , , ',
    },
    held: (row, erp) => {
      const house = erp.houses.get(row.houseId)
      const name = house && `${erp.streets.get(house.streetId)?.name} ${house.number} ${house.block}`
      return [name ?? '', row.apartment, row.floor, row.entrance].join(', ')
    },
    // Without a house the rest of an address says nothing: it comes and goes with it.
    columns: ['houseId', 'apartment', 'floor', 'entrance'],
    sends: /^(?:house_id|apartment_number|floor|entrance)$/,
  },
  apartment: {
    billing: {
      value: address({}),
      other: address({ apartment: { full_name: 'оф.3', number: 3 } }),
      empty: address({ apartment: { full_name: '0' } }),
      missing: address({ apartment: undefined }),
    },
    unreadable: address({ apartment: { full_name: ['7'] } }),
    userside: { value: '7', other: 'оф.3', empty: '' },
    held: (row) => row.apartment,
    columns: ['apartment'],
    sends: /^apartment_number$/,
  },
  floor: {
    billing: {
      value: address({}),
      other: address({ floor: 'цоколь' }),
      empty: address({ floor: '' }),
      missing: address({ floor: undefined }),
    },
    unreadable: address({ floor: { number: 3 } }),
    userside: { value: '3', other: 'цоколь', empty: '' },
    held: (row) => row.floor,
    columns: ['floor'],
    sends: /^floor$/,
  },
  entrance: {
    billing: {
      value: address({}),
      other: address({ entrance: '05' }),
      empty: address({ entrance: 0 }),
      missing: address({ entrance: undefined }),
    },
    unreadable: address({ entrance: [2] }),
    userside: { value: '2', other: '5', empty: '' },
    held: (row) => row.entrance,
    columns: ['entrance'],
    sends: /^entrance$/,
  },
  ipMac: {
    billing: {
      value: { ip_mac: { 167772161: { ip: 167772161, mac: '02:AA:BB:CC:DD:EE' } } },
      other: { ip_mac: [{ ip: '10.0.0.2' }, { ip: 167772163, mac: '' }] },
      empty: { ip_mac: [{ ip: 0 }] },
      missing: {},
    },
    unreadable: { ip_mac: [{ ip: '10.0.0.0/24', mac: '02aabbccddee' }] },
    userside: { value: '167772161,02aabbccddee', other: '167772162, 167772163,', empty: '' },
    held: (row) => row.devices.map(({ ip, mac }) => `${ip},${mac}`).join(' '),
    columns: ['devices'],
    sends: /^(?:add_ip|delete_ip|ip_change_mac)\d+$/,
  },
  state: {
    billing: { value: { state_id: 5 }, other: { state_id: '2' }, empty: { state_id: '' }, missing: {} },
    unreadable: { state_id: [5] },
    userside: { value: '2', other: '1', empty: '0' },
    held: (row) => row.stateId,
    columns: ['stateId'],
    sends: /^state_id$/,
    // Nobody says what no state would be.
    emptied: 'kept',
  },
  additionalData: {
    billing: {
      value: { additional_data: { 57: { id: '1', value: "СТ 12'34" } } },
      other: { additional_data: [{ id: 1, value: 'АА 5' }] },
      empty: { additional_data: [{ id: 1, value: '' }] },
      missing: { additional_data: [{ id: 3, value: 'not mapped' }] },
    },
    unreadable: { additional_data: [{ id: 1, value: ['x'] }] },
    userside: { value: "61: СТ 12'34", other: '61: АА 5', empty: '' },
    held: (row) => [...row.additionalData].map(([id, value]) => `${id}: ${value}`).join(' '),
    columns: ['additionalData'],
    sends: /^additional_data$/,
  },
  groups: {
    billing: {
      value: { group: { 3: '3' } },
      other: { group: [{ id: 6 }] },
      empty: { group: {} },
      missing: {},
    },
    userside: { value: 'VIP', other: "A+B / об'єднані", empty: '' },
    held: (row, erp) => [...row.groups].map((id) => erp.groups.get(id)?.name).join(' '),
    columns: ['groups'],
    sends: /^(?:add_group_id|delete_group_id|group)$/,
  },
  tags: {
    billing: {
      value: { tag: { 3: { id: 3, date_add: '2024-01-02 03:04:05' } } },
      other: { tag: [{ id: 8, date_add: '' }] },
      empty: { tag: [] },
      missing: {},
    },
    unreadable: { tag: [{ id: 3, date_add: 'вчора' }] },
    userside: { value: 'Боржник', other: 'Оптика', empty: '' },
    held: (row, erp) => [...row.tags.keys()].map((id) => erp.tags.get(id)?.name).join(' '),
    columns: ['tags'],
    sends: /^tag$/,
  },
  services: {
    billing: {
      value: { service: { 4: [{ cost: '89.9', comment: "п'ять" }, { cost: '1' }] } },
      other: { service: { 5: { cost: 30 } } },
      empty: { service: [] },
      missing: {},
    },
    unreadable: { service: { 4: [{ cost: 'безкоштовно' }] } },
    userside: { value: "TV 89.9 п'ять", other: 'Антивірус 30 ', empty: '' },
    held: (row, erp) =>
      [...row.services]
        .map(([id, { cost, comment }]) => `${erp.services.get(id)?.name} ${Number(cost)} ${comment}`)
        .join(' '),
    columns: ['services'],
    sends: /^service(?:_cost|_comment)?$/,
  },
  parent: {
    // Whose child it is stands outside the record.
    billing: { value: {}, other: {}, empty: {}, missing: {} },
    userside: { value: 'parent-1', other: 'parent-2', empty: '' },
    held: (row, erp) => erp.customer(row.parentId)?.billingId ?? '',
    columns: ['parentId'],
    sends: /^parent_id$/,
    emptied: 'kept',
    isOfChild: true,
  },
}
