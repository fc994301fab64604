/**
 * A home-made billing, and the queries its operator has written: the example of the docs, and what `demo` shows of
 * `billingName: "sql"`. Addresses are texts.
 */
import { houseParts, type Population, type PopulationSubscriber } from '../population.ts'
import { type Table, tableOf } from './table-set.ts'

export function homeTables(population: Population): Table[] {
  const everybody = population.subscribers.flatMap((subscriber) => [
    { subscriber, parent: null as number | null },
    ...subscriber.children.map((child) => ({ subscriber: child, parent: subscriber.uid })),
  ])
  const rows = <R>(of: (subscriber: PopulationSubscriber) => readonly R[]) =>
    everybody.flatMap(({ subscriber }) => of(subscriber).map((row) => ({ abon: subscriber.uid, ...row })))
  return [
    tableOf(
      'abonenty',
      {
        num: 'int',
        login: 'text',
        fio: 'text',
        rahunok: 'text',
        dogovir: 'text',
        vid: 'text',
        balans: 'decimal',
        kredyt: 'decimal',
        znyzhka: 'decimal',
        firma: 'text',
        kolyshniy: 'text',
        pidklyucheno: 'text',
        aktyvnist: 'text',
        nastupnyi: 'text',
        vidkoly: 'text',
        vyhidnyi: 'big',
        vhidnyi: 'big',
        stan: 'text',
        misto: 'text',
        vulytsya: 'text',
        budynok: 'text',
        korpus: 'text',
        kvartyra: 'text',
        poverh: 'text',
        pidyizd: 'text',
        prymitka: 'long',
        osnovnyi: 'int',
        parol: 'text',
      },
      ['num', 'login'],
      everybody.map(({ subscriber, parent }) => ({
        num: subscriber.uid,
        login: subscriber.login,
        fio: subscriber.fullName,
        rahunok: subscriber.accountNumber,
        dogovir: subscriber.agreementNumber,
        vid: subscriber.agreementDate,
        balans: subscriber.balance,
        kredyt: subscriber.credit,
        znyzhka: subscriber.discount,
        firma: subscriber.isCorporate ? 't' : 'f',
        kolyshniy: subscriber.isFormer ? 'yes' : 'no',
        pidklyucheno: subscriber.connectedAt,
        aktyvnist: subscriber.activeAt,
        nastupnyi: String(subscriber.nextTariff?.tariffId ?? ''),
        vidkoly: subscriber.nextTariff?.startDate ?? '',
        vyhidnyi: Number(subscriber.trafficUp),
        vhidnyi: Number(subscriber.trafficDown),
        stan: subscriber.tariffs.length === 0 ? 'new' : subscriber.state,
        ...placeOf(subscriber, population),
        kvartyra: subscriber.address?.apartment ?? '',
        poverh: subscriber.address?.floor ?? '',
        pidyizd: subscriber.address?.entrance ?? '',
        prymitka: subscriber.comment,
        osnovnyi: parent,
        parol: subscriber.password,
      })),
    ),
    tableOf(
      'telefony',
      { id: 'int', abon: 'int', nomer: 'text', osnovnyi: 'int' },
      ['id', 'abon'],
      rows(({ phones }) =>
        phones.map((nomer, index) => ({ nomer, osnovnyi: index === phones.length - 1 ? 1 : 0 })),
      ).map((row, index) => ({ id: index + 1, ...row })),
    ),
    tableOf(
      'poshta',
      { abon: 'int', adresa: 'text' },
      [],
      rows(({ emails }) => emails.map((adresa) => ({ adresa }))),
    ),
    tableOf(
      'adresy_ip',
      { abon: 'int', ip: 'text', mac: 'text' },
      [],
      rows(({ devices }) => devices.map(({ ip, mac }) => ({ ip: dotted(ip), mac }))),
    ),
    tableOf(
      'abon_taryfy',
      { abon: 'int', taryf: 'int' },
      [],
      rows(({ tariffs }) => tariffs.map((taryf) => ({ taryf }))),
    ),
    tableOf(
      'abon_grupy',
      { abon: 'int', grupa: 'int' },
      [],
      rows(({ groups }) => groups.map((grupa) => ({ grupa }))),
    ),
    tableOf(
      'abon_poslugy',
      { abon: 'int', posluga: 'int', cina: 'decimal', prymitka: 'text' },
      [],
      rows(({ services }) =>
        services.map(({ id, cost, comment }) => ({ posluga: id, cina: cost, prymitka: comment })),
      ),
    ),
    tableOf(
      'abon_polya',
      { abon: 'int', pole: 'int', znachennya: 'text' },
      [],
      rows(({ fields }) => fields.map(({ id, value }) => ({ pole: id, znachennya: value }))),
    ),
    tableOf(
      'taryfy',
      {
        id: 'int',
        nazva: 'text',
        cina: 'decimal',
        dniv: 'int',
        shvydkist: 'int',
        vidviddacha: 'int',
        trafik: 'int',
      },
      ['id'],
      population.tariffs.map((tariff) => ({
        id: tariff.id,
        nazva: tariff.name,
        cina: tariff.fee,
        dniv: tariff.intervalDays,
        shvydkist: tariff.speedDown,
        vidviddacha: tariff.speedUp,
        trafik: tariff.includedTraffic,
      })),
    ),
    names('grupy', population.groups),
    names('polya', population.fields),
    tableOf(
      'poslugy',
      { id: 'int', nazva: 'text', cina: 'decimal' },
      ['id'],
      population.services.map(({ id, name, cost }) => ({ id, nazva: name, cina: cost })),
    ),
    tableOf(
      'zvernennya',
      { id: 'int', abon: 'int', koly: 'text', tema: 'text', tekst: 'long' },
      ['id'],
      population.messages.map(({ id, uid, date, subject, text }) => ({
        id,
        abon: uid,
        koly: date,
        tema: subject,
        tekst: text,
      })),
    ),
  ]
}

/** As the operator has written them into `billingDatabase.queries`. */
export const HOME_QUERIES: Readonly<Record<string, string>> = {
  subscribers: `SELECT num AS id, login AS login, fio AS name, rahunok AS account, dogovir AS agreement, vid AS agreement_date,
  balans AS balance, kredyt AS credit, znyzhka AS discount, firma AS corporate, kolyshniy AS former,
  pidklyucheno AS connected, aktyvnist AS active, nastupnyi AS next_tariff, vidkoly AS next_tariff_from,
  vyhidnyi AS traffic_up, vhidnyi AS traffic_down, stan AS state,
  misto AS city, vulytsya AS street, budynok AS house_number, korpus AS house_block,
  kvartyra AS apartment, poverh AS floor, pidyizd AS entrance, prymitka AS comment,
  osnovnyi AS parent, parol AS password
FROM abonenty WHERE {page:num}`,
  phones:
    'SELECT id AS id, abon AS subscriber, nomer AS number, osnovnyi AS main FROM telefony WHERE {page:id}',
  emails: 'SELECT abon AS subscriber, adresa AS address FROM poshta',
  ips: 'SELECT abon AS subscriber, ip AS ip, mac AS mac FROM adresy_ip',
  subscriber_tariffs: 'SELECT abon AS subscriber, taryf AS tariff FROM abon_taryfy',
  subscriber_groups: 'SELECT abon AS subscriber, grupa AS "group" FROM abon_grupy',
  subscriber_tags: 'SELECT abon AS subscriber, grupa AS tag FROM abon_grupy',
  subscriber_services:
    'SELECT abon AS subscriber, posluga AS service, cina AS cost, prymitka AS comment FROM abon_poslugy',
  additional_values: 'SELECT abon AS subscriber, pole AS field, znachennya AS value FROM abon_polya',
  tariffs: `SELECT id AS id, nazva AS name, cina AS fee, dniv AS days, shvydkist AS speed_down, vidviddacha AS speed_up, trafik AS traffic
FROM taryfy`,
  groups: 'SELECT id AS id, nazva AS name FROM grupy',
  tags: 'SELECT id AS id, nazva AS name FROM grupy',
  additional_fields: 'SELECT id AS id, nazva AS name FROM polya',
  services: 'SELECT id AS id, nazva AS name, cina AS cost FROM poslugy',
  messages:
    'SELECT id AS id, abon AS subscriber, koly AS date, tema AS subject, tekst AS text FROM zvernennya',
}

function placeOf({ address }: PopulationSubscriber, { houses, streets, cities }: Population) {
  const house = houses.find(({ id }) => id === address?.houseId)
  const street = streets.find(({ id }) => id === house?.streetId)
  const { number, block } = houseParts(house?.typed ?? '')
  return {
    misto: cities.find(({ id }) => id === street?.cityId)?.name ?? '',
    vulytsya: street?.name ?? '',
    budynok: number,
    korpus: block,
  }
}

function names(name: string, items: readonly { readonly id: number; readonly name: string }[]): Table {
  return tableOf(
    name,
    { id: 'int', nazva: 'text' },
    ['id'],
    items.map((item) => ({ id: item.id, nazva: item.name })),
  )
}

function dotted(ip: number): string {
  return [ip >>> 24, (ip >>> 16) & 255, (ip >>> 8) & 255, ip & 255].join('.')
}
