/**
 * The field table: one row for each field of a subscriber. `diff`, `apply`, `verify`, `plan`, the report and the
 * documentation all read it; adding a field is adding a row. A row's policy and flag are in `model/policy.ts`. A row that
 * is more than a few words stands in a file of its own nature.
 *
 * Values are canonical plain JSON: amounts in minor units, dates as text, collections ordered, so that the same
 * value is the same JSON on both sides and from run to run.
 */
import { formatDecimal } from '../../model/decimal.ts'
import { FIELD_NAMES, type FieldName } from '../../model/policy.ts'
import { additionalDataField } from './additional-data.ts'
import { entranceNumber } from './entrance.ts'
import type { Field, Row } from './field.ts'
import { groupsField } from './groups.ts'
import { ipMacField } from './ip-macs.ts'
import { addressPart, flag, houseField, money, text } from './kinds.ts'
import { subscriberName } from './name.ts'
import { parentField } from './parent.ts'
import { passwordField } from './password.ts'
import { phonesField } from './phones.ts'
import { servicesField } from './services.ts'
import { stateField } from './state.ts'
import { tagsField } from './tags.ts'
import { nextTariffField, tariffsField } from './tariffs.ts'
import { activityField, trafficField } from './usage.ts'

const TABLE = {
  name: text({
    title: 'Full name',
    exportedAs: 'fullName',
    // A subscriber without a name is called by its login, as it was when it was created (§11.4); the login is no
    // name that could win over one.
    want: subscriberName,
    have: (customer) => customer.fullName,
    policyFor: ({ fullName }, policy) => (fullName === '' && policy !== 'mirror' ? 'ignore' : policy),
    key: 'name',
  }),
  login: text({
    title: 'Login',
    exportedAs: 'login',
    want: (subscriber) => subscriber.login,
    have: (customer) => customer.login,
    key: 'login',
  }),
  accountNumber: text({
    title: 'Account number',
    exportedAs: 'accountNumber',
    want: (subscriber) => subscriber.accountNumber,
    have: (customer) => customer.accountNumber,
    key: 'account_number',
  }),
  comment: text({
    title: 'Notes',
    exportedAs: 'comment',
    want: (subscriber) => subscriber.comment,
    have: (customer) => customer.comment,
    key: 'comment',
  }),
  balance: money({
    title: 'Balance',
    exportedAs: 'balance',
    isHot: true,
    want: (subscriber) => subscriber.balance,
    have: (customer) => customer.balance,
    patch: (units) => ({ balance: formatDecimal(units, 2) }),
  }),
  credit: money({
    title: 'Credit',
    exportedAs: 'credit',
    want: (subscriber) => subscriber.credit,
    have: (customer) => customer.credit,
    patch: (units) => ({ credit: formatDecimal(units, 2) }),
  }),
  discount: money({
    title: 'Discount, %',
    exportedAs: 'discount',
    want: (subscriber) => subscriber.discount,
    have: (customer) => customer.discount,
    patch: (units) => ({ discount: units / 100 }),
  }),
  corporate: flag({
    title: 'Company',
    exportedAs: 'corporate',
    want: (subscriber) => subscriber.isCorporate,
    have: (customer) => customer.isCorporate,
    key: 'flag_corporate',
  }),
  former: flag({
    title: 'Former subscriber',
    exportedAs: 'former',
    want: (subscriber) => subscriber.isFormer,
    have: (customer) => customer.isFormer,
    key: 'is_disable',
  }),
  password: passwordField,
  dateConnect: text({
    title: 'Connected on',
    exportedAs: 'connectedOn',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.connectedOn,
    have: (customer) => customer.connectedOn,
    key: 'date_connect',
  }),
  agreementNumber: text({
    title: 'Agreement number',
    exportedAs: 'agreementNumber',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.agreementNumber,
    have: (customer) => customer.agreementNumber,
    key: 'agreement_number',
  }),
  agreementDate: text({
    title: 'Agreement date',
    exportedAs: 'agreementDate',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.agreementDate,
    have: (customer) => customer.agreementDate,
    key: 'agreement_date',
  }),
  tariffs: tariffsField,
  nextTariff: nextTariffField,
  traffic: trafficField,
  activity: activityField,
  phones: phonesField,
  email: text({
    title: 'E-mail',
    exportedAs: 'emails',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.emails.join(', '),
    have: (customer) => customer.emails.join(', '),
    key: 'email',
  }),
  house: houseField('House'),
  apartment: addressPart({
    title: 'Apartment',
    exportedAs: 'apartment',
    want: (address) => address.apartment,
    have: (address) => address.apartment,
    patch: (apartment) => ({ apartment_number: apartment }),
  }),
  floor: addressPart({
    title: 'Floor',
    exportedAs: 'floor',
    want: (address) => address.floor,
    have: (address) => address.floor,
    patch: (floor) => ({ floor }),
  }),
  entrance: addressPart({
    title: 'Entrance',
    exportedAs: 'entrance',
    // The ERP keeps a number: an entrance called "А" stays as it is there, and the run says so.
    want: ({ entrance }) => entranceNumber(entrance),
    have: ({ entrance }) => entrance.replace(/^0+/, ''),
    patch: (entrance) => ({ entrance: Number(entrance) }),
  }),
  ipMac: ipMacField,
  state: stateField,
  additionalData: additionalDataField,
  groups: groupsField,
  tags: tagsField,
  services: servicesField,
  parent: parentField,
} satisfies Record<FieldName, Row>

/** The table, ready for use, in the order of the documentation. */
export const FIELDS: readonly Field[] = FIELD_NAMES.map((name) => TABLE[name](name))

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]))

/** The row of a name, e.g. of one kept in the journal. */
export function fieldNamed(name: string): Field | undefined {
  return BY_NAME.get(name)
}
