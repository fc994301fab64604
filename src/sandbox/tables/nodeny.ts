/** NoDeny+'s tables, as far as they are read (docs/billings/nodeny.md). */
import type { Population, PopulationSubscriber } from '../population.ts'
import { type Table, tableOf, unixOf } from './table-set.ts'

const MONTH = 30 * 24 * 3600

export function nodenyTables(population: Population): Table[] {
  const { subscribers, offsetMinutes } = population
  const unix = (local: string): number => unixOf(local, offsetMinutes)
  const now = unix(population.now)
  const held = subscribers.flatMap((subscriber) =>
    subscriber.tariffs.map((tariff) => ({ subscriber, tariff })),
  )
  const devices = subscribers.flatMap(({ uid, devices: own }) => own.map((device) => ({ uid, ...device })))
  return [
    tableOf(
      'users',
      {
        id: 'int',
        name: 'text',
        passwd: 'text',
        grp: 'int',
        contract: 'text',
        contract_date: 'int',
        state: 'text',
        balance: 'double',
        limit_balance: 'double',
        fio: 'text',
        discount: 'int',
        cstate: 'int',
        comment: 'long',
      },
      ['id'],
      subscribers.map((subscriber) => ({
        id: subscriber.uid,
        name: subscriber.login,
        passwd: subscriber.password,
        grp: subscriber.groups[0] ?? 0,
        contract: subscriber.agreementNumber,
        contract_date: unix(subscriber.agreementDate),
        state: isOn(subscriber) ? 'on' : 'off',
        balance: Number(subscriber.balance),
        limit_balance: 0,
        fio: subscriber.fullName,
        discount: Number(subscriber.discount),
        cstate: 0,
        comment: subscriber.comment,
      })),
    ),
    tableOf(
      'users_services',
      {
        id: 'int',
        uid: 'int',
        service_id: 'int',
        tm_start: 'int',
        tm_end: 'int',
        next_service_id: 'int',
        tags: 'text',
      },
      ['id', 'uid'],
      [
        ...held.map(({ subscriber, tariff }, index) => ({
          id: index + 1,
          uid: subscriber.uid,
          service_id: tariff,
          tm_start: now - MONTH,
          tm_end: unix('2026-12-01'),
          next_service_id: subscriber.nextTariff?.tariffId ?? 0,
          tags: ',inet,speed,',
        })),
        // One that has ended.
        ...subscribers.map(({ uid }, index) => ({
          id: held.length + index + 1,
          uid,
          service_id: 11,
          tm_start: now - 3 * MONTH,
          tm_end: now - 2 * MONTH,
          next_service_id: 0,
          tags: ',inet,speed,',
        })),
        // Another one, which runs and is to be followed by a third.
        ...subscribers.map(({ uid }, index) => ({
          id: held.length + subscribers.length + index + 1,
          uid,
          service_id: 900,
          tm_start: now - MONTH,
          tm_end: 0,
          next_service_id: 901,
          tags: ',,',
        })),
      ],
    ),
    tableOf(
      'services',
      { service_id: 'int', module: 'text', title: 'text', price: 'double' },
      ['service_id'],
      [
        ...population.tariffs.map(({ id, name, fee }) => ({
          service_id: id,
          module: 'inet_unlim',
          title: name,
          price: Number(fee),
        })),
        { service_id: 900, module: 'basic', title: 'Телебачення', price: 99 },
        { service_id: 901, module: 'basic', title: 'Телебачення+', price: 199 },
      ],
    ),
    tableOf(
      'ip_pool',
      { id: 'int', ip: 'int', type: 'text', uid: 'int' },
      ['id', 'uid'],
      devices.map(({ uid, ip }, index) => ({ id: index + 1, ip, type: 'static', uid })),
    ),
    tableOf(
      'ip_mac',
      { ip: 'int', mac: 'text' },
      ['ip'],
      devices.filter(({ mac }) => mac !== '').map(({ ip, mac }) => ({ ip, mac })),
    ),
    tableOf(
      'users_trf',
      { uid: 'int', in1: 'int', out1: 'int' },
      ['uid'],
      subscribers.map(({ uid, trafficUp, trafficDown }) => ({
        uid,
        in1: Number(trafficDown),
        out1: Number(trafficUp),
      })),
    ),
    tableOf(
      'user_grp',
      { grp_id: 'int', grp_name: 'text' },
      ['grp_id'],
      population.groups.map(({ id, name }) => ({ grp_id: id, grp_name: name })),
    ),
  ]
}

function isOn({ state, tariffs }: PopulationSubscriber): boolean {
  return state === 'work' && tariffs.length > 0
}
