/** The fields of a subscriber that hold one value each (userside-api.md §6). */
import type { CustomerRow } from './erp.ts'
import type { FieldJudge } from './field-judge.ts'
import {
  counterCheck,
  crcCheck,
  dateCheck,
  dayCheck,
  discountCheck,
  emailCheck,
  entranceCheck,
  flagCheck,
  momentCheck,
  moneyCheck,
  phoneCheck,
  stateCheck,
  unixCheck,
} from './value-rules.ts'
import type { TextKind } from './wire-text.ts'

export type FieldRule = (judge: FieldJudge, value: unknown) => void

interface ScalarField {
  readonly held: (row: CustomerRow) => string
  readonly store: (row: CustomerRow, value: string) => void
  /** What is wrong with the value's form; a predicate. */
  readonly check?: (value: string) => string | undefined
  /** Texts are checked for encoding and decoded once. */
  readonly text?: TextKind
  /** Null and empty are one for this field: the value must never be emptied. */
  readonly isNeverEmptied?: boolean
  /** Compared as numbers. */
  readonly isNumber?: boolean
  /** Settings that must allow it; a predicate that says why not. */
  readonly bar?: (judge: FieldJudge) => string | undefined
  /** The same value again is no redundancy. */
  readonly isAlwaysSent?: boolean
}

/** A rule from its description. */
function one(field: ScalarField): FieldRule {
  return (judge, value) => {
    const bar = field.bar?.(judge)
    if (bar !== undefined) return judge.forbid(bar)
    const text = field.text === undefined ? judge.scalar(value) : judge.text(value, field.text)
    if (text === undefined) return
    if (text === '' && field.isNeverEmptied) return judge.forbid('is emptied, which must never be')
    const fault = text === '' && field.text !== undefined ? undefined : field.check?.(text)
    if (fault !== undefined) return judge.forbid(fault)
    const held = field.held(judge.row)
    const isSame = field.isNumber ? Number(held) === Number(text) : held === text
    if (isSame && !field.isAlwaysSent)
      return judge.redundant(`UserSide already holds ${JSON.stringify(held)}`)
    judge.change((row) => field.store(row, text))
  }
}

function text(
  held: (row: CustomerRow) => string,
  store: (row: CustomerRow, value: string) => void,
  more: Partial<ScalarField> = {},
): FieldRule {
  return one({ held, store, text: 'text', ...more })
}

function flag(
  held: (row: CustomerRow) => boolean,
  store: (row: CustomerRow, value: boolean) => void,
): FieldRule {
  return one({
    held: (row) => (held(row) ? '1' : '0'),
    store: (row, value) => store(row, value === '1'),
    check: flagCheck,
  })
}

const addressBar = (judge: FieldJudge): string | undefined =>
  judge.context.settings.is_update_address === 1 ? undefined : 'is written though is_update_address is 0'

function trafficBar(judge: FieldJudge): string | undefined {
  const { settings, now } = judge.context
  if (settings.is_update_traffic !== 1) return 'is written though is_update_traffic is 0'
  const interval = settings.date_traffic_update_interval * 60
  return now - settings.date_traffic_update > interval
    ? undefined
    : 'is written though the interval since date_traffic_update has not passed'
}

function activityBar(isUnix: boolean): (judge: FieldJudge) => string | undefined {
  return ({ context }) =>
    (context.settings.is_customer_activity_timestamp === 1) === isUnix
      ? undefined
      : `does not suit is_customer_activity_timestamp ${context.settings.is_customer_activity_timestamp}`
}

function nameFault(value: string): string | undefined {
  if (value.includes('\\')) return 'holds a backslash'
  return value === value.replace(/\s+/g, ' ').trim() ? undefined : 'has white space that is not folded'
}

const phone = (slot: number): FieldRule => {
  const rule = one({
    held: (row) => row.phones[slot] ?? '',
    store: (row, value) => {
      while (row.phones.length < slot) row.phones.push('')
      row.phones[slot] = value
    },
    check: phoneCheck,
  })
  return (judge, value) => {
    const held = judge.row.phones.indexOf(String(value))
    if (value !== '' && held >= 0 && held !== slot)
      return judge.redundant(`the subscriber already has this number in slot ${held}`)
    for (const other of ['phone0', 'phone1', 'phone2', 'phone3', 'phone4'])
      if (value !== '' && other < judge.field && judge.patch[other] === value)
        judge.forbid(`is the number of ${other} again`)
    rule(judge, value)
  }
}

const house: FieldRule = (judge, value) => {
  const bar = addressBar(judge)
  if (bar !== undefined) return judge.forbid(bar)
  const id = judge.scalar(value)
  if (id === undefined) return
  if (id !== '0' && !judge.context.erp.houses.has(id))
    return judge.forbid(`names the house ${id}, which is not there`)
  const held = judge.row.houseId === '' ? '0' : judge.row.houseId
  if (held === id) return judge.redundant(`UserSide already holds house ${id}`)
  judge.change((row) => {
    row.houseId = id === '0' ? '' : id
    if (id === '0') Object.assign(row, { apartment: '', floor: '', entrance: '' })
  })
}

const parent: FieldRule = (judge, value) => {
  const id = judge.scalar(value)
  if (id === undefined) return
  if (id !== '0' && judge.context.erp.customer(id) === undefined)
    return judge.forbid(`names the subscriber ${id}, who is not there`)
  if (id === judge.row.erpId) return judge.forbid('names the subscriber itself')
  const next = id === '0' ? '' : id
  if (judge.row.parentId === next) return judge.redundant(`UserSide already holds parent ${id}`)
  judge.change((row) => {
    row.parentId = next
  })
}

const password: FieldRule = text(
  (row) => row.password,
  (row, value) => {
    row.password = value
  },
  {
    check: (value) => (value === '' ? 'is emptied' : undefined),
    bar: (judge) =>
      judge.context.settings.is_encode_customer_password === 1 &&
      !/^[0-9a-f]{32,128}$/.test(String(judge.patch['password']))
        ? 'is plain though is_encode_customer_password is 1'
        : undefined,
  },
)

/** Fields with one value each, by their names on the wire. */
export const SCALAR_FIELDS: Readonly<Record<string, FieldRule>> = {
  name: text(
    (row) => row.name,
    (row, value) => {
      row.name = value
    },
    { check: nameFault },
  ),
  login: text(
    (row) => row.login,
    (row, value) => {
      row.login = value
    },
  ),
  account_number: text(
    (row) => row.accountNumber,
    (row, value) => {
      row.accountNumber = value
    },
  ),
  comment: text(
    (row) => row.comment,
    (row, value) => {
      row.comment = value
    },
    { text: 'comment' },
  ),
  balance: one({
    held: (row) => row.balance,
    store: (row, value) => {
      row.balance = value
    },
    check: moneyCheck,
  }),
  credit: one({
    held: (row) => row.credit,
    store: (row, value) => {
      row.credit = value
    },
    check: moneyCheck,
  }),
  discount: one({
    held: (row) => row.discount,
    store: (row, value) => {
      row.discount = value
    },
    check: discountCheck,
    isNumber: true,
  }),
  flag_corporate: flag(
    (row) => row.isCorporate,
    (row, value) => {
      row.isCorporate = value
    },
  ),
  is_disable: flag(
    (row) => row.isDisabled,
    (row, value) => {
      row.isDisabled = value
    },
  ),
  is_in_billing: flag(
    (row) => row.isInBilling,
    (row, value) => {
      row.isInBilling = value
    },
  ),
  parent_id: parent,
  password,
  date_connect: one({
    held: (row) => row.connectedOn,
    store: (row, value) => {
      row.connectedOn = value
    },
    check: dateCheck,
  }),
  agreement_number: text(
    (row) => row.agreementNumber,
    (row, value) => {
      row.agreementNumber = value
    },
    { isNeverEmptied: true },
  ),
  agreement_date: one({
    held: (row) => row.agreementDate,
    store: (row, value) => {
      row.agreementDate = value
    },
    check: dayCheck,
    isNeverEmptied: true,
  }),
  traffic_up: one({
    held: (row) => row.trafficUp,
    store: (row, value) => {
      row.trafficUp = value
    },
    check: counterCheck,
    bar: trafficBar,
  }),
  traffic_down: one({
    held: (row) => row.trafficDown,
    store: (row, value) => {
      row.trafficDown = value
    },
    check: counterCheck,
    bar: trafficBar,
  }),
  date_activity_inet: one({
    held: (row) => row.activity,
    store: (row, value) => {
      row.activity = value
    },
    check: momentCheck,
    bar: activityBar(false),
  }),
  date_activity_inet_unix: one({
    held: (row) => row.activity,
    store: (row, value) => {
      row.activity = value
    },
    check: unixCheck,
    bar: activityBar(true),
  }),
  phone0: phone(0),
  phone1: phone(1),
  phone2: phone(2),
  phone3: phone(3),
  phone4: phone(4),
  email: text(
    (row) => row.email,
    (row, value) => {
      row.email = value
    },
    { check: emailCheck, isNeverEmptied: true },
  ),
  house_id: house,
  apartment_number: text(
    (row) => row.apartment,
    (row, value) => {
      row.apartment = value
    },
    { bar: addressBar },
  ),
  floor: text(
    (row) => row.floor,
    (row, value) => {
      row.floor = value
    },
    { bar: addressBar },
  ),
  entrance: one({
    held: (row) => (row.entrance === '' ? '0' : row.entrance),
    store: (row, value) => {
      row.entrance = value === '0' ? '' : value
    },
    check: entranceCheck,
    bar: addressBar,
  }),
  state_id: one({
    held: (row) => row.stateId,
    store: (row, value) => {
      row.stateId = value
    },
    check: stateCheck,
  }),
  crc_billing: one({
    held: (row) => row.crc,
    store: (row, value) => {
      row.crc = value
    },
    check: crcCheck,
    isAlwaysSent: true,
  }),
}
