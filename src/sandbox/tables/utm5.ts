/** UTM5's tables, as far as they are read (docs/billings/utm5.md). */
import { houseParts, type Population, type PopulationSubscriber } from '../population.ts'
import { type Table, tableOf, unixOf } from './table-set.ts'

export interface Utm5Options {
  /** 5.2 tells by bits of an account who has blocked it, 5.3 by rows of their own. */
  readonly release?: '5.2' | '5.3'
}

/** An account's number is not its user's. */
const accountOf = ({ uid }: PopulationSubscriber): number => uid + 50_000
/** What UTM5 has for "no end". */
const NEVER = 2_000_000_000

export function utm5Tables(population: Population, { release = '5.3' }: Utm5Options = {}): Table[] {
  const { subscribers, offsetMinutes } = population
  const unix = (local: string): number => unixOf(local, offsetMinutes)
  const now = unix(population.now)
  const blocked = subscribers.filter((subscriber) => stateOf(subscriber) !== 'work')
  const linked = subscribers.flatMap((subscriber) =>
    subscriber.tariffs.map((tariff) => ({ subscriber, tariff })),
  )
  const devices = subscribers.flatMap((subscriber) =>
    subscriber.devices.map((device) => ({ subscriber, device })),
  )
  const flag = 'int'
  return [
    tableOf(
      'users',
      {
        id: 'int',
        login: 'text',
        password: 'text',
        full_name: 'text',
        basic_account: 'int',
        is_juridical: 'int',
        is_deleted: flag,
        house_id: 'int',
        flat_number: 'text',
        entrance: 'text',
        floor: 'text',
        mobile_telephone: 'text',
        home_telephone: 'text',
        work_telephone: 'text',
        email: 'text',
        comments: 'long',
        connect_date: 'int',
      },
      ['id'],
      [
        ...subscribers.map((subscriber) => ({
          id: subscriber.uid,
          login: subscriber.login,
          password: subscriber.password,
          full_name: subscriber.fullName,
          basic_account: accountOf(subscriber),
          is_juridical: subscriber.isCorporate ? 1 : 0,
          is_deleted: 0,
          house_id: subscriber.address?.houseId ?? 0,
          flat_number: subscriber.address?.apartment ?? '',
          entrance: subscriber.address?.entrance ?? '',
          floor: subscriber.address?.floor ?? '',
          mobile_telephone: subscriber.phones.at(-1) ?? '',
          home_telephone: subscriber.phones.length > 1 ? (subscriber.phones[0] ?? '') : '',
          work_telephone: '',
          email: subscriber.emails.join(', '),
          comments: subscriber.comment,
          connect_date: unix(subscriber.connectedAt),
        })),
        { id: 1, login: 'deleted', full_name: 'Видалений', basic_account: 1, is_deleted: 1 },
      ],
    ),
    tableOf(
      'users_accounts',
      { id: 'int', uid: 'int', account_id: 'int', is_deleted: flag },
      ['id', 'uid'],
      subscribers.flatMap((subscriber) => [
        { id: subscriber.uid * 2, uid: subscriber.uid, account_id: accountOf(subscriber), is_deleted: 0 },
        // One that was taken away, with a smaller number than the one that lives.
        { id: subscriber.uid * 2 + 1, uid: subscriber.uid, account_id: 2, is_deleted: 1 },
      ]),
    ),
    tableOf(
      'accounts',
      {
        id: 'int',
        balance: 'double',
        credit: 'double',
        int_status: 'int',
        ...(release === '5.2' ? { is_blocked: 'int' as const } : { block_id: 'int' as const }),
        is_deleted: flag,
      },
      ['id'],
      [
        ...subscribers.map((subscriber) => ({
          id: accountOf(subscriber),
          balance: Number(subscriber.balance),
          credit: Number(subscriber.credit),
          int_status: 1,
          is_blocked: { work: 0, pause: 16, disable: 1792, nomoney: 1 }[stateOf(subscriber)],
          block_id: stateOf(subscriber) === 'work' ? 0 : subscriber.uid,
          is_deleted: 0,
        })),
        { id: 2, balance: 1_000_000, credit: 0, int_status: 1, is_blocked: 0, block_id: 0, is_deleted: 0 },
      ],
    ),
    tableOf(
      'blocks_info',
      {
        id: 'int',
        account_id: 'int',
        block_type: 'int',
        start_date: 'int',
        expire_date: 'int',
        is_deleted: flag,
      },
      ['id', 'account_id'],
      release === '5.2'
        ? []
        : blocked.map((subscriber) => ({
            id: subscriber.uid,
            account_id: accountOf(subscriber),
            block_type: { work: 0, nomoney: 1, disable: 2, pause: 3 }[stateOf(subscriber)],
            start_date: now - 86_400,
            expire_date: NEVER,
            is_deleted: 0,
          })),
    ),
    tableOf(
      'account_tariff_link',
      {
        id: 'int',
        account_id: 'int',
        tariff_id: 'int',
        next_tariff_id: 'int',
        discount_period_id: 'int',
        is_deleted: flag,
      },
      ['id', 'account_id'],
      linked.map(({ subscriber, tariff }, index) => ({
        id: index + 1,
        account_id: accountOf(subscriber),
        tariff_id: tariff,
        next_tariff_id: subscriber.nextTariff?.tariffId ?? tariff,
        discount_period_id: 1,
        is_deleted: 0,
      })),
    ),
    tableOf(
      'discount_periods',
      { id: 'int', start_date: 'int', end_date: 'int' },
      ['id'],
      [{ id: 1, start_date: unix('2026-11-01'), end_date: unix('2026-12-01') }],
    ),
    tableOf(
      'tariffs',
      { id: 'int', name: 'text', is_deleted: flag },
      ['id'],
      population.tariffs.map(({ id, name }) => ({ id, name, is_deleted: 0 })),
    ),
    tableOf(
      'tariffs_services_link',
      { id: 'int', tariff_id: 'int', service_id: 'int', is_deleted: flag },
      ['id', 'tariff_id'],
      population.tariffs.map(({ id }) => ({ id, tariff_id: id, service_id: id + 100, is_deleted: 0 })),
    ),
    tableOf(
      'services_data',
      { id: 'int', tariff_id: 'int', service_name: 'text', is_deleted: flag },
      ['id', 'tariff_id'],
      population.tariffs.map(({ id }) => ({
        id: id + 100,
        tariff_id: id,
        service_name: 'Інтернет',
        is_deleted: 0,
      })),
    ),
    tableOf(
      'periodic_services_data',
      { id: 'int', cost: 'double', is_deleted: flag },
      ['id'],
      population.tariffs.map(({ id, fee }) => ({ id: id + 100, cost: Number(fee), is_deleted: 0 })),
    ),
    tableOf(
      'service_links',
      { id: 'int', account_id: 'int', user_id: 'int', service_id: 'int', is_deleted: flag },
      ['id', 'user_id'],
      devices.map(({ subscriber }, index) => ({
        id: index + 1,
        account_id: accountOf(subscriber),
        user_id: subscriber.uid,
        service_id: 1,
        is_deleted: 0,
      })),
    ),
    tableOf(
      'iptraffic_service_links',
      { id: 'int', ip_group_id: 'int', is_deleted: flag },
      ['id'],
      devices.map((_, index) => ({ id: index + 1, ip_group_id: index + 1, is_deleted: 0 })),
    ),
    tableOf(
      'ip_groups',
      { id: 'int', ip_group_id: 'int', ip: 'int', mask: 'int', mac: 'text', is_deleted: flag },
      ['id', 'ip_group_id'],
      devices.map(({ device }, index) => ({
        id: index + 1,
        ip_group_id: index + 1,
        // Signed: half of all addresses are below zero.
        ip: device.ip | 0,
        mask: -1,
        mac: device.mac,
        is_deleted: 0,
      })),
    ),
    tableOf(
      'houses',
      {
        id: 'int',
        country: 'text',
        region: 'text',
        city: 'text',
        street: 'text',
        number: 'text',
        building: 'text',
        post_code: 'text',
      },
      ['id'],
      population.houses.map((house) => {
        const street = population.streets.find(({ id }) => id === house.streetId)
        const { number, block } = houseParts(house.typed)
        return {
          id: house.id,
          country: '',
          region: '',
          city: population.cities.find(({ id }) => id === street?.cityId)?.name ?? '',
          street: street?.name ?? '',
          number,
          building: block,
          post_code: house.postcode,
        }
      }),
    ),
    tableOf(
      'groups',
      { id: 'int', group_name: 'text' },
      ['id'],
      population.groups.map(({ id, name }) => ({ id, group_name: name })),
    ),
    tableOf(
      'users_groups_link',
      { user_id: 'int', group_id: 'int' },
      [],
      subscribers.flatMap(({ uid, groups }) => groups.map((group) => ({ user_id: uid, group_id: group }))),
    ),
    tableOf(
      'uaddparams_desc',
      { paramid: 'int', name: 'text' },
      ['paramid'],
      population.fields.map(({ id, name }) => ({ paramid: id, name })),
    ),
    tableOf(
      'user_additional_params',
      { id: 'int', userid: 'int', paramid: 'int', value: 'text' },
      ['id', 'userid'],
      subscribers
        .flatMap(({ uid, fields }) => fields.map((field) => ({ uid, ...field })))
        .map(({ uid, id, value }, index) => ({ id: index + 1, userid: uid, paramid: id, value })),
    ),
  ]
}

/** Somebody without a tariff was blocked by an administrator. */
function stateOf({ state, tariffs }: PopulationSubscriber): 'work' | 'nomoney' | 'pause' | 'disable' {
  return tariffs.length === 0 || state === 'new' ? 'disable' : state
}
