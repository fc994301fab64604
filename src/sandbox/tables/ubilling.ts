/** The tables of uBilling and Stargazer, as far as they are read (docs/billings/ubilling.md). */
import type { Population, PopulationSubscriber } from '../population.ts'
import { type Table, tableOf, unixOf, type Value } from './table-set.ts'

export function ubillingTables(population: Population): Table[] {
  const { subscribers, tariffs, offsetMinutes } = population
  const nameOf = (tariffId: number | undefined): string =>
    tariffs.find(({ id }) => id === tariffId)?.name ?? '*_NO_TARIFF_*'
  /** A table of one text a subscriber. */
  const texts = (name: string, column: string, text: (subscriber: PopulationSubscriber) => string): Table =>
    tableOf(
      name,
      { id: 'int', login: 'text', [column]: 'text' },
      ['id', 'login'],
      numbered(
        subscribers
          .filter((subscriber) => text(subscriber) !== '')
          .map((subscriber) => ({ login: subscriber.login, [column]: text(subscriber) })),
      ),
    )
  const housed = subscribers.filter(({ address }) => address !== undefined)
  return [
    tableOf(
      'users',
      {
        login: 'text',
        Password: 'text',
        Passive: 'int',
        Down: 'int',
        AlwaysOnline: 'int',
        Tariff: 'text',
        TariffChange: 'text',
        IP: 'text',
        Cash: 'double',
        Credit: 'double',
        LastActivityTime: 'int',
        U0: 'int',
        D0: 'int',
      },
      ['login'],
      subscribers.map((subscriber) => ({
        login: subscriber.login,
        Password: subscriber.password,
        Passive: subscriber.state === 'pause' ? 1 : 0,
        Down: subscriber.state === 'disable' ? 1 : 0,
        AlwaysOnline: 1,
        Tariff: nameOf(subscriber.tariffs[0]),
        TariffChange: subscriber.nextTariff === undefined ? '' : nameOf(subscriber.nextTariff.tariffId),
        IP: dotted(subscriber.devices[0]?.ip ?? 0),
        Cash: Number(subscriber.balance),
        Credit: Number(subscriber.credit),
        LastActivityTime: unixOf(subscriber.activeAt, offsetMinutes),
        U0: Number(subscriber.trafficUp),
        D0: Number(subscriber.trafficDown),
      })),
    ),
    tableOf(
      'tariffs',
      { name: 'text', Fee: 'double', Free: 'double', period: 'text' },
      ['name'],
      tariffs.map(({ name, fee, intervalDays, includedTraffic }) => ({
        name,
        Fee: Number(fee),
        Free: includedTraffic === -1 ? 0 : includedTraffic,
        period: intervalDays === 1 ? 'day' : 'month',
      })),
    ),
    tableOf(
      'speeds',
      { id: 'int', tariff: 'text', speeddown: 'text', speedup: 'text' },
      ['id', 'tariff'],
      numbered(
        tariffs.map(({ name, speedDown, speedUp }) => ({
          tariff: name,
          speeddown: String(speedDown),
          speedup: String(speedUp),
        })),
      ),
    ),
    texts('realname', 'realname', ({ fullName }) => fullName),
    texts('contracts', 'contract', ({ agreementNumber }) => agreementNumber),
    tableOf(
      'contractdates',
      { id: 'int', contract: 'text', date: 'zeroDate' },
      ['id'],
      numbered(
        subscribers
          .filter(({ agreementNumber, agreementDate }) => agreementNumber !== '' && agreementDate !== '')
          .map(({ agreementNumber, agreementDate }) => ({ contract: agreementNumber, date: agreementDate })),
      ),
    ),
    tableOf(
      'phones',
      { id: 'int', login: 'text', phone: 'text', mobile: 'text' },
      ['id', 'login'],
      numbered(
        subscribers.map(({ login, phones }) => ({
          login,
          phone: phones.length > 1 ? (phones[0] ?? '') : '',
          mobile: phones.at(-1) ?? '',
        })),
      ),
    ),
    texts('emails', 'email', ({ emails }) => emails.join(', ')),
    texts('notes', 'note', ({ comment }) => comment),
    tableOf(
      'userreg',
      { id: 'int', login: 'text', date: 'dateTime' },
      ['id', 'login'],
      numbered(
        subscribers
          .filter(({ connectedAt }) => connectedAt !== '')
          .map(({ login, connectedAt }) => ({ login, date: connectedAt })),
      ),
    ),
    tableOf(
      'nethosts',
      { id: 'int', netid: 'int', ip: 'text', mac: 'text' },
      ['id', 'ip'],
      numbered(
        subscribers
          .flatMap(({ devices }) => devices.slice(0, 1))
          .map(({ ip, mac }) => ({ netid: 1, ip: dotted(ip), mac: colons(mac) })),
      ),
    ),
    tableOf(
      'address',
      { id: 'int', login: 'text', aptid: 'int' },
      ['id', 'login'],
      numbered(housed.map(({ login, uid }) => ({ login, aptid: uid }))),
    ),
    tableOf(
      'apt',
      { id: 'int', buildid: 'int', entrance: 'text', floor: 'text', apt: 'text' },
      ['id'],
      housed.map(({ uid, address }) => ({
        id: uid,
        buildid: address?.houseId ?? 0,
        entrance: address?.entrance ?? '',
        floor: address?.floor ?? '',
        apt: address?.apartment ?? '',
      })),
    ),
    tableOf(
      'build',
      { id: 'int', streetid: 'int', buildnum: 'text' },
      ['id'],
      population.houses.map(({ id, streetId, typed }) => ({ id, streetid: streetId, buildnum: typed })),
    ),
    tableOf(
      'buildpassport',
      { id: 'int', buildid: 'int', floors: 'text', entrances: 'text' },
      ['id', 'buildid'],
      numbered(population.houses.map(({ id, floors, entrances }) => ({ buildid: id, floors, entrances }))),
    ),
    tableOf(
      'street',
      { id: 'int', cityid: 'int', streetname: 'text' },
      ['id'],
      population.streets.map(({ id, cityId, name }) => ({ id, cityid: cityId, streetname: name })),
    ),
    tableOf(
      'city',
      { id: 'int', cityname: 'text' },
      ['id'],
      population.cities.map(({ id, name }) => ({ id, cityname: name })),
    ),
    tableOf(
      'tagtypes',
      { id: 'int', tagname: 'text' },
      ['id'],
      population.tags.map(({ id, name }) => ({ id, tagname: name })),
    ),
    tableOf(
      'tags',
      { id: 'int', login: 'text', tagid: 'int' },
      ['id'],
      numbered(subscribers.flatMap(({ login, tags }) => tags.map((tag) => ({ login, tagid: tag })))),
    ),
    // A service is a tag with a price, and called what the tag is called.
    tableOf(
      'vservices',
      { id: 'int', tagid: 'int', price: 'double' },
      ['id'],
      population.services.map(({ id, name, cost }) => ({
        id,
        tagid: population.tags.find((tag) => tag.name === name)?.id ?? 0,
        price: Number(cost),
      })),
    ),
    tableOf(
      'cftypes',
      { id: 'int', type: 'text', name: 'text' },
      ['id'],
      population.fields.map(({ id, name }) => ({ id, type: 'VARCHAR', name })),
    ),
    tableOf(
      'cfitems',
      { id: 'int', typeid: 'int', login: 'text', content: 'long' },
      ['id', 'login'],
      numbered(
        subscribers.flatMap(({ login, fields }) =>
          fields.map(({ id, value }) => ({ typeid: id, login, content: value })),
        ),
      ),
    ),
    tableOf(
      'ticketing',
      { id: 'int', date: 'dateTime', replyid: 'int', from: 'text', text: 'long' },
      ['id'],
      population.messages.map(({ id, date, uid, text }) => ({
        id,
        date,
        replyid: null,
        from: subscribers.find((subscriber) => subscriber.uid === uid)?.login ?? '',
        text,
      })),
    ),
  ]
}

/** Rows with a number of their own. */
function numbered<R extends Readonly<Record<string, Value>>>(rows: readonly R[]): (R & { id: number })[] {
  return rows.map((row, index) => ({ ...row, id: index + 1 }))
}

function dotted(ip: number): string {
  return ip === 0 ? '*' : [ip >>> 24, (ip >>> 16) & 255, (ip >>> 8) & 255, ip & 255].join('.')
}

function colons(mac: string): string {
  return mac.match(/../g)?.join(':') ?? ''
}
