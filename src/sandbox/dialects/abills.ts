/**
 * ABillS with its Userside module: Perl's own JSON (any text of digits prints bare, zeros and all: invalid JSON on
 * purpose), one "city" per district, numeric ids, and lists that end at 10 000 rows without a word.
 */
import type { Population, PopulationState, PopulationSubscriber } from '../population.ts'
import { pageReply, textReply } from '../reply.ts'
import type { Query, SandboxDialect } from './dialect.ts'
import type { Tree, TreePrinter } from './tree.ts'
import { printUniversal, type Record, SPECIFIED, type Wording } from './universal.ts'

/** Marks a text of digits that the module quotes; the mark itself is never printed. */
const QUOTED = '\u0001'

const PERL_JSON: TreePrinter = {
  text(text) {
    if (text.startsWith(QUOTED)) return ` "${text.slice(1)}" `
    if (/^\d+$/.test(text)) return text
    const escaped = text
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll(NEWLINE, '\\\\n')
      .replace(/[\u0000-\u001f]/g, '')
    return ` "${escaped}" `
  },
  number: String,
  // Keys are not escaped: none of the keys printed here needs it.
  key: (key) => ` "${key}" : `,
  object: (members) => `{${members.join(' , ')} }`,
  list: (items) => `[${items.join(' , ')}]`,
  areMapsFlipped: false,
}

/** Stands for a line break of a comment, which the module spells `\` `n`. */
const NEWLINE = '\u0002'

const quoted = (text: string): string => `${QUOTED}${text}`

const STATES: readonly (readonly [number, string, PopulationState])[] = [
  [0, 'Активний', 'work'],
  [4, 'Мало коштів', 'nomoney'],
  [3, 'Призупинення', 'pause'],
  [1, 'Відключено', 'disable'],
  [2, 'Не активований', 'new'],
]

const wording: Wording = {
  ...SPECIFIED,
  printer: PERL_JSON,
  states: STATES,
  system: (population) => ({
    date: population.now,
    os: 'Linux',
    billing: { name: 'ABillS', version: '0.83.21' },
  }),
  money: (amount) => twoPlaces(amount),
  date: (text) => text,
  ip: (ip) => quoted(String(ip)),
  tariff: (record) => ({ ...record, traffic: 0 }),
  house: (record, house, population) => {
    const street = population.streets.find((each) => each.id === house.streetId)
    const district = population.districts.find((each) => each.id === street?.districtId)
    const city = population.cities.find((each) => each.id === street?.cityId)
    return {
      id: house.id,
      street_id: house.streetId,
      city_district_id: street?.districtId ?? 0,
      number: house.typed,
      full_name: [city?.name, district?.name, street?.name, house.typed].join(', '),
      postcode: house.postcode === '' ? 0 : house.postcode,
      floor: Number(record['floor'] ?? 0),
      entrance: Number(record['entrance'] ?? 0),
      coordinates: ['50.4501', '30.5234'],
    }
  },
  subscriber: (record, subscriber, population) => abillsRecord(record, subscriber, population),
  methods: new Set(['get_services_list', 'get_user_tags', 'get_city_district_list', 'get_user_messages']),
}

function abillsRecord(record: Record, subscriber: PopulationSubscriber, population: Population): Tree {
  const { address, devices } = subscriber
  const connected = subscriber.connectedAt === '' ? '0000-00-00 00:00:00' : subscriber.connectedAt
  const group = subscriber.groups[0] ?? 0
  return {
    id: quoted(String(subscriber.uid)),
    login: subscriber.login,
    full_name: subscriber.fullName,
    flag_corporate: subscriber.isCorporate ? 17 : 0,
    state_id: record['state_id'],
    tariff:
      subscriber.tariffs.length === 0
        ? undefined
        : { current: new Map(subscriber.tariffs.map((id) => [String(id), { id }])) },
    agreement: [{ number: subscriber.agreementNumber, date: subscriber.agreementDate || '0000-00-00' }],
    account_number: subscriber.uid,
    group: new Map([[String(group), { id: group }]]),
    tag: subscriber.tags.map((id) => ({ id, date_add: population.now })),
    comment: subscriber.comment.replace(/\r?\n/g, NEWLINE),
    balance: record['balance'],
    credit: record['credit'],
    discount: record['discount'],
    date_create: connected,
    date_connect: connected,
    date_activity: subscriber.activeAt === '' ? undefined : subscriber.activeAt,
    traffic: { month: { up: subscriber.trafficUp, down: subscriber.trafficDown } },
    address: [
      {
        type: 'connect',
        house_id: address?.houseId ?? 0,
        entrance: Number(address?.entrance || 0),
        floor: address?.floor ?? '',
        apartment: { full_name: address?.apartment ?? '', number: address?.apartment ?? '' },
      },
    ],
    phone: [{ number: [...subscriber.phones].reverse().join(', '), flag_main: 1 }],
    email: [{ address: subscriber.emails.join(', '), flag_main: 1 }],
    ip_mac: new Map(
      devices.map(({ ip, mac }) => [
        ip === 0 ? '' : String(ip),
        { ip: ip === 0 ? '' : wording.ip(ip), mac, cpe_mac: '' },
      ]),
    ),
  }
}

function twoPlaces(amount: string): string {
  const rounded = Number(amount).toFixed(2)
  return rounded === '-0.00' ? '0.00' : rounded
}

const JSON_TYPE = 'application/json; charset=utf8'
const denied = (number: number): string =>
  `{"TYPE":"error","errstr":"Access Deny","sid":"","aid":"","errno":"${number}"}`

export const abills: SandboxDialect = {
  name: 'abills',
  methodParameter: 'request',
  operatorUrl: (origin, key) =>
    `${origin}/admin/index.cgi?get_index=us_api&key=${encodeURIComponent(key)}&cat=module`,
  door(query, key) {
    if (query.get('get_index') !== 'us_api')
      return { kind: 'refused', reply: pageReply(200, 'ABillS', true), why: 'get_index is not us_api' }
    if (query.get('key') !== key) {
      const reply = query.has('json') ? textReply(200, JSON_TYPE, denied(4)) : pageReply(200, 'ABillS', true)
      return { kind: 'refused', reply, why: 'the key is wrong' }
    }
    return { kind: 'method', method: query.get('request') ?? '' }
  },
  complaints: (query: Query) => [
    ...(query.get('json') === '1' ? [] : ['ABillS was not given json=1.']),
    ...(query.get('MAX_ROWS') === '1000000' ? [] : ['ABillS was not given MAX_ROWS=1000000.']),
    ...(query.has('UID') ? ['ABillS was asked for one subscriber by UID.'] : []),
    ...(query.has('DEBUG') ? ['ABillS was given DEBUG.'] : []),
  ],
  headers: { 'Content-Type': JSON_TYPE, 'Set-Cookie': 'sid=; path=/' },
  framing: 'length',
  isPaged: true,
  unknownMethod: (method) =>
    textReply(200, JSON_TYPE, `{  { "ERROR" : "Userside API function: ${method} not defined" } }`),
  refusal: () => textReply(200, JSON_TYPE, denied(1)),
  subscriberId: (subscriber) => String(subscriber.uid),
  tariffId: (tariff) => String(tariff.id),
  print(method, population, window) {
    const view = asAbillsSees(population)
    if (method === 'get_services_list') return ['{ "1" : { "id" : 1 , "name" :  "Договір"  } }']
    return printUniversal(method, view, wording, window)
  },
}

/** Every district is a city, and the order of rows is that of logins, not of ids. */
function asAbillsSees(population: Population): Population {
  const names = new Map(population.cities.map((city) => [city.id, city.name]))
  return {
    ...population,
    cities: population.districts.map(({ id, cityId }) => ({ id, name: names.get(cityId) ?? '' })),
    districts: [
      ...population.districts.map((district) => ({ ...district, cityId: district.id })),
      { id: -1, cityId: -1, name: '' },
    ],
    streets: population.streets.map((street) => ({ ...street, cityId: street.districtId })),
    subscribers: population.subscribers.toSorted((one, other) => (one.login < other.login ? -1 : 1)),
  }
}
