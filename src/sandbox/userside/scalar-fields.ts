/** The fields of a subscriber that hold one value each (userside-api.md §6). */
import type { CustomerRow } from './erp-rows.ts'
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
  /** It is shown as something else than it is: the value may be tried again, as one that is not kept. */
  readonly isShownWrong?: (judge: FieldJudge) => boolean
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
    const isShownWrong = field.isShownWrong?.(judge) === true
    if (isSame && !field.isAlwaysSent && !isShownWrong)
      return judge.redundant(`UserSide already holds ${JSON.stringify(held)}`)
    judge.change((row) => {
      if (isShownWrong) judge.noteInVain(text)
      field.store(row, text)
    })
  }
}

/** Members of a row that hold one text, whatever it means. */
type Column = Exclude<
  { [Key in keyof CustomerRow]: CustomerRow[Key] extends string ? Key : never }[keyof CustomerRow],
  'erpId' | 'billingId'
>

/** A field that is one member of the row. */
function column(name: Column, more: Omit<ScalarField, 'held' | 'store'>): FieldRule {
  return one({
    held: (row) => row[name],
    store: (row, value) => {
      row[name] = value
    },
    ...more,
  })
}

function flag(name: 'isCorporate' | 'isDisabled' | 'isInBilling'): FieldRule {
  return one({
    held: (row) => (row[name] ? '1' : '0'),
    store: (row, value) => {
      row[name] = value === '1'
    },
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
    // Who takes a number's slot for another one has to put it elsewhere.
    const isDisplaced = judge.patch[`phone${held}`] !== undefined
    if (value !== '' && held >= 0 && held !== slot && !isDisplaced)
      return judge.redundant(`the subscriber already has this number in slot ${held}`)
    for (const other of ['phone0', 'phone1', 'phone2', 'phone3', 'phone4'])
      if (value !== '' && other < judge.field && judge.patch[other] === value)
        judge.forbid(`is the number of ${other} again`)
    rule(judge, value)
  }
}

const NO_FLAT = { apartment: '', floor: '', entrance: '' }

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
    if (id === '0' && judge.context.isFlatCleared) Object.assign(row, NO_FLAT)
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

function passwordBar({ context, patch }: FieldJudge): string | undefined {
  const isHashWanted = context.settings.is_encode_customer_password === 1
  return isHashWanted && !/^[0-9a-f]{32,128}$/.test(String(patch['password']))
    ? 'is plain though is_encode_customer_password is 1'
    : undefined
}

/** Fields with one value each, by their names on the wire. */
export const SCALAR_FIELDS: Readonly<Record<string, FieldRule>> = {
  name: column('name', { text: 'text', check: nameFault }),
  login: column('login', { text: 'text' }),
  account_number: column('accountNumber', { text: 'text' }),
  comment: column('comment', { text: 'comment' }),
  balance: column('balance', { check: moneyCheck }),
  credit: column('credit', { check: moneyCheck }),
  discount: column('discount', { check: discountCheck, isNumber: true }),
  flag_corporate: flag('isCorporate'),
  is_disable: flag('isDisabled'),
  is_in_billing: flag('isInBilling'),
  parent_id: parent,
  password: column('password', { isNeverEmptied: true, bar: passwordBar }),
  date_connect: column('connectedOn', { check: dateCheck }),
  agreement_number: column('agreementNumber', { text: 'text', isNeverEmptied: true }),
  agreement_date: column('agreementDate', { check: dayCheck, isNeverEmptied: true }),
  traffic_up: column('trafficUp', { check: counterCheck, bar: trafficBar }),
  traffic_down: column('trafficDown', { check: counterCheck, bar: trafficBar }),
  date_activity_inet: column('activity', { check: momentCheck, bar: activityBar(false) }),
  date_activity_inet_unix: column('activity', {
    check: unixCheck,
    bar: activityBar(true),
    isShownWrong: ({ row, context }) => context.oddities.microseconds?.includes(row.billingId) === true,
  }),
  phone0: phone(0),
  phone1: phone(1),
  phone2: phone(2),
  phone3: phone(3),
  phone4: phone(4),
  email: column('email', { text: 'text', check: emailCheck, isNeverEmptied: true }),
  house_id: house,
  apartment_number: column('apartment', { text: 'text', bar: addressBar }),
  floor: column('floor', { text: 'text', bar: addressBar }),
  entrance: one({
    held: (row) => (row.entrance === '' ? '0' : row.entrance),
    store: (row, value) => {
      row.entrance = value === '0' ? '' : value
    },
    check: entranceCheck,
    bar: addressBar,
  }),
  state_id: column('stateId', { check: stateCheck }),
  crc_billing: column('crc', { check: crcCheck, isAlwaysSent: true }),
}
