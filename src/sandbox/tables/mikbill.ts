/** MikBill's tables, as far as they are read (docs/billings/mikbill.md). */
import type { Population, PopulationState, PopulationSubscriber } from '../population.ts'
import { type Table, tableOf, wholeOf } from './table-set.ts'

export interface MikbillOptions {
  /** Newer releases keep everybody in one table, with a column for the state. */
  readonly isOneTable?: boolean
}

const NO_DATE = '0000-00-00'

const COLUMNS = {
  uid: 'int',
  user: 'text',
  password: 'text',
  gid: 'int',
  deposit: 'double',
  credit: 'double',
  fio: 'text',
  phone: 'text',
  mob_tel: 'text',
  sms_tel: 'text',
  email: 'text',
  prim: 'text',
  add_date: 'zeroDate',
  blocked: 'int',
  real_ip: 'int',
  framed_ip: 'text',
  local_ip: 'text',
  local_mac: 'text',
  numdogovor: 'text',
  houseid: 'int',
  app: 'text',
  porch: 'int',
  floor: 'int',
} as const

export function mikbillTables(population: Population, { isOneTable = false }: MikbillOptions = {}): Table[] {
  const { subscribers } = population
  const of = (states: readonly PopulationState[]) =>
    subscribers.filter((subscriber) => states.includes(stateOf(subscriber)))
  const users = isOneTable
    ? [
        tableOf(
          'users',
          { ...COLUMNS, state: 'int' },
          ['uid'],
          [
            ...subscribers.map((subscriber) => ({
              ...rowOf(subscriber),
              state: { work: 1, nomoney: 1, pause: 2, disable: 3, new: 3 }[stateOf(subscriber)],
            })),
            { uid: 1, user: 'deleted', state: 4, blocked: 0, gid: 0 },
          ],
        ),
      ]
    : [
        tableOf('users', COLUMNS, ['uid'], of(['work', 'nomoney']).map(rowOf)),
        tableOf('usersfreeze', COLUMNS, ['uid'], of(['pause']).map(rowOf)),
        tableOf('usersblok', COLUMNS, ['uid'], of(['disable', 'new']).map(rowOf)),
        tableOf('usersdel', COLUMNS, ['uid'], [{ uid: 1, user: 'deleted', blocked: 0, gid: 0 }]),
      ]
  return [
    ...users,
    tableOf(
      'packets',
      { gid: 'int', packet: 'text', fixed_cost: 'double', speed_rate: 'int', speed_burst: 'int' },
      ['gid'],
      population.tariffs.map(({ id, name, fee, speedDown, speedUp }) => ({
        gid: id,
        packet: name,
        fixed_cost: Number(fee),
        speed_rate: speedDown,
        speed_burst: speedUp,
      })),
    ),
    tableOf(
      'lanes_houses',
      { houseid: 'int', laneid: 'int', house: 'text' },
      ['houseid'],
      population.houses.map(({ id, streetId, typed }) => ({ houseid: id, laneid: streetId, house: typed })),
    ),
    tableOf(
      'lanes',
      { laneid: 'int', lane: 'text', settlementid: 'int' },
      ['laneid'],
      population.streets.map(({ id, name, cityId }) => ({ laneid: id, lane: name, settlementid: cityId })),
    ),
    tableOf(
      'lanes_settlements',
      { settlementid: 'int', settlementname: 'text' },
      ['settlementid'],
      population.cities.map(({ id, name }) => ({ settlementid: id, settlementname: name })),
    ),
  ]
}

function rowOf(subscriber: PopulationSubscriber) {
  const { address, phones, devices } = subscriber
  const ip = dotted(devices[0]?.ip ?? 0)
  return {
    uid: subscriber.uid,
    user: subscriber.login,
    password: subscriber.password,
    gid: subscriber.tariffs[0] ?? 0,
    deposit: Number(subscriber.balance),
    credit: Number(subscriber.credit),
    fio: subscriber.fullName,
    phone: phones.length > 1 ? (phones[0] ?? '') : '',
    mob_tel: phones.at(-1) ?? '',
    sms_tel: '',
    email: subscriber.emails.join(', '),
    prim: subscriber.comment,
    add_date: subscriber.connectedAt.slice(0, 10) || NO_DATE,
    blocked: stateOf(subscriber) === 'nomoney' ? 1 : 0,
    // Half of them have a public address, the others one of the provider's own network.
    real_ip: subscriber.uid % 2,
    framed_ip: subscriber.uid % 2 === 1 ? ip : '',
    local_ip: subscriber.uid % 2 === 1 ? '' : ip,
    local_mac: devices[0]?.mac ?? '',
    numdogovor: subscriber.agreementNumber,
    houseid: address?.houseId ?? 0,
    app: address?.apartment ?? '',
    porch: wholeOf(address?.entrance),
    floor: wholeOf(address?.floor),
  }
}

/** Somebody without a tariff is switched off. */
function stateOf({ state, tariffs }: PopulationSubscriber): PopulationState {
  return tariffs.length === 0 ? 'disable' : state
}

function dotted(ip: number): string {
  return ip === 0 ? '' : [ip >>> 24, (ip >>> 16) & 255, (ip >>> 8) & 255, ip & 255].join('.')
}
