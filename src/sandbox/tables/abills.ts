/** The tables of ABillS, as far as they are read (docs/billings/abills.md). */
import { houseParts, type Population } from '../population.ts'
import { type Table, tableOf, unixOf, wholeOf } from './table-set.ts'

export interface AbillsOptions {
  /** Releases before the Internet module keep services in other tables. */
  readonly module?: 'internet' | 'dv'
}

const NO_DATE = '0000-00-00'
const DISABLED = { work: 0, disable: 1, new: 2, pause: 3, nomoney: 4 } as const
const LOW = 2 ** 32

export function abillsTables(population: Population, { module = 'internet' }: AbillsOptions = {}): Table[] {
  const { subscribers, tariffs, offsetMinutes } = population
  // Not equal to the number people see: who joins by that gets another tariff.
  const numberOf = (tariffId: number): number => 1000 - tariffId
  const isDv = module === 'dv'
  // Before the Internet module a service names its tariff, and an order the next one, by the number people see.
  const keyOf = (tariffId: number): number => (isDv && tariffId !== 0 ? numberOf(tariffId) : tariffId)
  const services = subscribers.flatMap((subscriber) => {
    const count = Math.max(subscriber.tariffs.length, subscriber.devices.length, 1)
    return Array.from({ length: count }, (_, index) => ({
      subscriber,
      tariff: subscriber.tariffs[index] ?? 0,
      device: subscriber.devices[index],
    }))
  })
  const contacts = subscribers.flatMap(({ uid, phones, emails }) => [
    ...phones.map((value, index) => ({ uid, type_id: index === phones.length - 1 ? 1 : 2, value })),
    ...emails.map((value) => ({ uid, type_id: 9, value })),
  ])
  const ordered = subscribers.filter(({ nextTariff }) => nextTariff !== undefined)
  const online = subscribers.filter(({ activeAt }) => activeAt !== '')
  return [
    tableOf(
      'users',
      {
        uid: 'int',
        id: 'text',
        password: 'text',
        bill_id: 'int',
        company_id: 'int',
        credit: 'double',
        reduction: 'double',
        registration: 'zeroDate',
        gid: 'int',
        disable: 'int',
        deleted: 'int',
        domain_id: 'int',
      },
      ['uid', 'id'],
      [
        ...subscribers.map((subscriber) => ({
          uid: subscriber.uid,
          id: subscriber.login,
          password: subscriber.password,
          bill_id: subscriber.uid,
          company_id: subscriber.isCorporate ? 1 : 0,
          credit: Number(subscriber.credit),
          reduction: Number(subscriber.discount),
          registration: subscriber.connectedAt.slice(0, 10) || NO_DATE,
          gid: subscriber.groups[0] ?? 0,
          disable: 0,
          deleted: 0,
          domain_id: 0,
        })),
        { uid: 1, id: 'deleted', company_id: 0, credit: 0, gid: 0, disable: 0, deleted: 1, domain_id: 0 },
      ],
    ),
    tableOf(
      'users_pi',
      {
        uid: 'int',
        fio: 'text',
        fio2: 'text',
        fio3: 'text',
        phone: 'text',
        email: 'text',
        comments: 'long',
        contract_id: 'text',
        contract_sufix: 'text',
        contract_date: 'zeroDate',
        location_id: 'int',
        address_flat: 'text',
        floor: 'int',
        entrance: 'int',
      },
      ['uid'],
      subscribers.map((subscriber) => ({
        uid: subscriber.uid,
        fio: subscriber.fullName,
        // What once was, before contacts had a table.
        phone: '0001',
        email: 'once@was.example',
        fio2: '',
        fio3: '',
        comments: subscriber.comment,
        contract_id: subscriber.agreementNumber,
        contract_sufix: '',
        contract_date: subscriber.agreementDate || NO_DATE,
        location_id: subscriber.address?.houseId ?? 0,
        address_flat: subscriber.address?.apartment ?? '',
        floor: wholeOf(subscriber.address?.floor),
        entrance: wholeOf(subscriber.address?.entrance),
      })),
    ),
    tableOf(
      'bills',
      { id: 'int', deposit: 'decimal', uid: 'int', company_id: 'int' },
      ['id', 'uid'],
      subscribers.map(({ uid, balance }) => ({ id: uid, deposit: balance, uid, company_id: 0 })),
    ),
    tableOf(
      'companies',
      { id: 'int', name: 'text', bill_id: 'int', credit: 'double' },
      ['id'],
      // Its bill is nobody's: the balance is the subscriber's own.
      [{ id: 1, name: 'ТОВ «Ромашка»', bill_id: 0, credit: 0 }],
    ),
    tableOf(
      isDv ? 'dv_main' : 'internet_main',
      {
        ...(isDv ? {} : { id: 'int' as const }),
        uid: 'int',
        tp_id: 'int',
        ip: 'int',
        cid: 'text',
        cpe_mac: 'text',
        disable: 'int',
        speed: 'int',
      },
      isDv ? ['uid'] : ['id' as never, 'uid'],
      services.map(({ subscriber, tariff, device }, index) => ({
        id: index + 1,
        uid: subscriber.uid,
        tp_id: keyOf(tariff),
        ip: device?.ip ?? 0,
        cid: device?.mac ?? '',
        cpe_mac: '',
        disable: DISABLED[subscriber.tariffs.length === 0 ? 'new' : subscriber.state],
        speed: 0,
      })),
    ),
    tableOf(
      isDv ? 'dv_log' : 'internet_log',
      {
        id: 'int',
        start: 'dateTime',
        uid: 'int',
        sent: 'int',
        recv: 'int',
        acct_input_gigawords: 'int',
        acct_output_gigawords: 'int',
      },
      ['id', 'uid'],
      subscribers.flatMap(({ uid, trafficUp, trafficDown }, index) => {
        const [up, down] = [Number(trafficUp), Number(trafficDown)]
        const session = {
          uid,
          sent: down % LOW,
          recv: up % LOW,
          acct_input_gigawords: Math.floor(up / LOW),
          acct_output_gigawords: Math.floor(down / LOW),
        }
        const month = population.now.slice(0, 7)
        return [
          { id: index * 2 + 1, start: `${month}-02 10:00:00`, ...session },
          { id: index * 2 + 2, start: '2020-01-02 10:00:00', ...session },
        ]
      }),
    ),
    tableOf(
      isDv ? 'dv_calls' : 'internet_online',
      { uid: 'int', lupdated: 'int' },
      [],
      online.map(({ uid, activeAt }) => ({ uid, lupdated: unixOf(activeAt, offsetMinutes) })),
    ),
    tableOf(
      'tarif_plans',
      {
        id: 'int',
        tp_id: 'int',
        name: 'text',
        month_fee: 'double',
        day_fee: 'double',
        module: 'text',
        domain_id: 'int',
      },
      ['tp_id', 'id'],
      [
        ...tariffs.map(({ id, name, fee, intervalDays }) => ({
          id: numberOf(id),
          tp_id: id,
          name,
          month_fee: intervalDays === 1 ? 0 : Number(fee),
          day_fee: intervalDays === 1 ? Number(fee) : 0,
          module: isDv ? 'Dv' : 'Internet',
          domain_id: 0,
        })),
        { id: 7, tp_id: 900, name: 'Телебачення', month_fee: 99, day_fee: 0, module: 'Iptv', domain_id: 0 },
        // Numbers are told once a module, and once a provider.
        ...tariffs.flatMap(({ id }) => [
          { id: numberOf(id), tp_id: 2000 + id, name: `ТБ ${id}`, module: 'Iptv', domain_id: 0 },
          { id: numberOf(id), tp_id: 3000 + id, name: `Інший ${id}`, module: 'Voip', domain_id: 5 },
        ]),
      ],
    ),
    tableOf(
      'intervals',
      { id: 'int', tp_id: 'int' },
      ['id', 'tp_id'],
      tariffs.map(({ id }) => ({ id: id + 500, tp_id: id })),
    ),
    tableOf(
      'trafic_tarifs',
      { id: 'int', interval_id: 'int', in_speed: 'int', out_speed: 'int' },
      [],
      tariffs.flatMap(({ id, speedDown, speedUp }) => [
        { id: 0, interval_id: id + 500, in_speed: speedUp, out_speed: speedDown },
        { id: 1, interval_id: id + 500, in_speed: 7, out_speed: 7 },
      ]),
    ),
    tableOf(
      'shedule',
      {
        id: 'int',
        uid: 'int',
        type: 'text',
        module: 'text',
        action: 'text',
        y: 'text',
        m: 'text',
        d: 'text',
      },
      ['id', 'uid'],
      ordered.map(({ uid, nextTariff }, index) => {
        const [y = '', m = '', d = ''] = nextTariff?.startDate.split('-') ?? []
        const action = `${isDv ? '' : `${index + 1}:`}${keyOf(nextTariff?.tariffId ?? 0)}`
        return { id: index + 1, uid, type: 'tp', module: isDv ? 'Dv' : 'Internet', action, y, m, d }
      }),
    ),
    tableOf(
      'users_contacts',
      {
        id: 'int',
        uid: 'int',
        type_id: 'int',
        value: 'text',
        priority: 'int',
        ...(isDv ? {} : { date: 'zeroDate' as const }),
      },
      ['id', 'uid'],
      contacts.map((contact, index) => ({ id: index + 1, ...contact, priority: 0, date: NO_DATE })),
    ),
    tableOf(
      'groups',
      { gid: 'int', name: 'text' },
      ['gid'],
      population.groups.map(({ id, name }) => ({ gid: id, name })),
    ),
    tableOf(
      'tags',
      { id: 'int', name: 'text' },
      ['id'],
      population.tags.map(({ id, name }) => ({ id, name })),
    ),
    tableOf(
      'tags_users',
      { uid: 'int', tag_id: 'int', date: 'zeroDate', end_date: 'zeroDate' },
      [],
      subscribers.flatMap(({ uid, tags }) => [
        ...tags.map((tag) => ({ uid, tag_id: tag, date: NO_DATE, end_date: NO_DATE })),
        // One that has ended, of a kind the subscriber does not have.
        { uid, tag_id: tags[0] === 1 ? 2 : 1, date: '2019-01-01', end_date: '2020-01-01' },
      ]),
    ),
    tableOf(
      'districts',
      { id: 'int', name: 'text' },
      ['id'],
      // The level streets hang on: the city, once for each of its parts.
      population.districts.map(({ id, cityId }) => ({
        id,
        name: population.cities.find((city) => city.id === cityId)?.name ?? '',
      })),
    ),
    tableOf(
      'streets',
      { id: 'int', name: 'text', district_id: 'int' },
      ['id'],
      population.streets.map(({ id, name, districtId }) => ({ id, name, district_id: districtId })),
    ),
    tableOf(
      'builds',
      {
        id: 'int',
        street_id: 'int',
        number: 'text',
        block: 'text',
        zip: 'text',
        flors: 'int',
        entrances: 'int',
      },
      ['id'],
      population.houses.map((house) => ({
        id: house.id,
        street_id: house.streetId,
        ...houseParts(house.typed),
        zip: house.postcode,
        flors: Number(house.floors || 0),
        entrances: Number(house.entrances || 0),
      })),
    ),
    tableOf(
      'msgs_messages',
      { id: 'int', uid: 'int', date: 'dateTime', subject: 'text', message: 'long' },
      ['id'],
      population.messages.map(({ text, ...message }) => ({ ...message, message: text })),
    ),
  ]
}
