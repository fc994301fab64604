/** uBilling 1.6.4: PHP, ids that are logins and tariff names, one `additional_data` counter over all subscribers. */
import type {
  Population,
  PopulationHouse,
  PopulationState,
  PopulationSubscriber,
  PopulationTariff,
} from '../population.ts'
import { pageReply, type Reply, textReply } from '../reply.ts'
import { type SandboxDialect, tariffsById } from './dialect.ts'
import { phpArray, phpDirectory, phpKey, phpObject, phpText } from './php-json.ts'

const HTML = 'text/html; charset=UTF-8'

/** Bodies of the real product that are no answers (universal-billing-api.md §2.1), by the names of the samples. */
export const UBILLING_NON_ANSWERS = {
  wrong_key: textReply(200, HTML, 'ERROR:GET_WRONG_KEY'),
  no_action: textReply(200, HTML, 'ERROR:GET_NO_ACTION'),
  userside_disabled: textReply(200, HTML, 'ERROR:NO_USERSIDE_API_ENABLED'),
  remoteapi_disabled: textReply(200, HTML, 'ERROR:API_DISABLED'),
  maintenance: textReply(200, HTML, 'Ubilling maintance in progress'),
  db_down_php74mode: textReply(200, HTML, 'Connection error (2002) Connection refused'),
  no_request: textReply(400, HTML, 'Undefined request'),
  unknown_method: textReply(400, HTML, 'Unknown Action'),
  no_such_user: textReply(200, 'application/json', 'undefined'),
  charset_cp1251: textReply(200, 'application/json', ''),
  db_down_php82: textReply(500, HTML, ''),
  login_page: pageReply(200, 'Ubilling', true),
  access_page: pageReply(200, 'Доступ закритий', false),
} as const satisfies Record<string, Reply>

export const ubilling: SandboxDialect = {
  name: 'ubilling',
  methodParameter: 'request',
  operatorUrl: (origin, key) => `${origin}/?module=remoteapi&key=${encodeURIComponent(key)}&action=userside`,
  door(query, key) {
    const refuse = (name: keyof typeof UBILLING_NON_ANSWERS, why: string) => ({
      kind: 'refused' as const,
      reply: UBILLING_NON_ANSWERS[name],
      why,
    })
    if (query.get('module') !== 'remoteapi') return refuse('login_page', 'module is not remoteapi')
    if (!query.has('key')) return refuse('login_page', 'there is no key')
    if (query.get('key') !== key) return refuse('wrong_key', 'the key is wrong')
    if (!query.has('action')) return refuse('no_action', 'there is no action')
    if (query.get('action') !== 'userside') return refuse('login_page', 'action is not userside')
    const method = query.get('request')
    return method === undefined ? refuse('no_request', 'there is no request') : { kind: 'method', method }
  },
  headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  framing: 'close',
  unknownMethod: () => UBILLING_NON_ANSWERS.unknown_method,
  refusal: (text) => textReply(200, HTML, `ERROR:${text}`),
  subscriberId: (subscriber) => subscriber.login,
  tariffId: (tariff) => tariff.name,
  print(method, population) {
    const printer = METHODS[method]
    return printer?.(population)
  },
}

const METHODS: Readonly<Record<string, (population: Population) => Iterable<string>>> = Object.assign(
  Object.create(null),
  {
    get_system_information: (population: Population) => [
      `{"date":${phpText(population.now)},"os":"Linux","billing":{"name":"Ubilling","version":"1.6.4 rev 9708"}}`,
    ],
    get_api_information: () => ['{"version":"1.5","date":"06.10.2017"}'],
    get_supported_method_list: () => [
      '{"get_user_list":{"comment":"\\u0410\\u0431\\u043e\\u043d\\u0435\\u043d\\u0442\\u0438"}}',
    ],
    get_tariff_list: (population: Population) =>
      phpDirectory(population.tariffs, (tariff) => tariff.name, printTariff),
    get_services_list: (population: Population) =>
      phpDirectory(
        population.services,
        (service) => String(service.id),
        (service) => `{"id":${service.id},"name":${phpText(service.name)},"cost":${phpText(service.cost)}}`,
      ),
    get_user_state_list: () => [
      phpArray(
        STATES.map(([id, name, functional]) => [
          String(id),
          `{"id":${id},"name":${phpText(name)},"functional":"${functional}"}`,
        ]),
      ),
    ],
    get_user_group_list: (population: Population) => namedDirectory(population.groups),
    get_user_tags: (population: Population) => namedDirectory(population.tags),
    get_user_additional_data_type_list: (population: Population) => namedDirectory(population.fields),
    get_user_list: printSubscribers,
    get_city_list: (population: Population) =>
      phpDirectory(
        population.cities,
        (city) => String(city.id),
        (city) => `{"id":${city.id},"name":${phpText(city.name)},"type_name":${phpText('м.')}}`,
      ),
    get_street_list: (population: Population) =>
      phpDirectory(
        population.streets,
        (street) => String(street.id),
        (street) =>
          `{"id":${street.id},"city_id":"${street.cityId}","name":${phpText(street.name)},` +
          `"type_name":${phpText(street.type)},"full_name":${phpText(`${street.type} ${street.name}`)}}`,
      ),
    get_house_list: (population: Population) => {
      const streets = new Map(population.streets.map((street) => [street.id, street.name]))
      return phpDirectory(
        population.houses,
        (house) => String(house.id),
        (house) => printHouse(house, streets.get(house.streetId) ?? ''),
      )
    },
    get_user_messages: (population: Population) => {
      const logins = new Map(population.subscribers.map((subscriber) => [subscriber.uid, subscriber.login]))
      return phpDirectory(
        population.messages,
        (message) => String(message.id),
        (message) =>
          `{"id":"${message.id}","user_id":${phpText(logins.get(message.uid) ?? '')},` +
          `"msg_date":"${message.date}","subject":${phpText(message.subject)},"text":${phpText(message.text)}}`,
      )
    },
  },
)

const STATES: readonly (readonly [number, string, PopulationState])[] = [
  [5, 'Активний', 'work'],
  [1, 'Борг', 'nomoney'],
  [2, 'Користувач заморожений', 'pause'],
  [3, 'Користувач відключений', 'disable'],
  [4, 'Нема тарифу', 'new'],
]
const STATE_IDS = new Map(STATES.map(([id, , functional]) => [functional, id]))

function namedDirectory(items: readonly { readonly id: number; readonly name: string }[]): Iterable<string> {
  return phpDirectory(
    items,
    (item) => String(item.id),
    (item) => `{"id":${item.id},"name":${phpText(item.name)}}`,
  )
}

function printTariff(tariff: PopulationTariff): string {
  const speed = (kbits: number): string => (kbits === 0 ? '0' : `"${kbits}"`)
  const traffic = tariff.includedTraffic === -1 ? '-1' : `"${tariff.includedTraffic}"`
  return (
    `{"id":${phpKey(tariff.name)},"name":${phpKey(tariff.name)},"payment":"${tariff.fee}",` +
    `"payment_interval":${tariff.intervalDays},"speed":{"up":${speed(tariff.speedUp)},"down":${speed(tariff.speedDown)}},` +
    `"traffic":${traffic},"service_type":0}`
  )
}

/** The number as the product derives it: lossy on purpose (§5.3). */
export function sentHouseNumber(typed: string): { readonly number: string; readonly block: string } {
  const [first = '', second] = typed.split('/')
  return { number: first.replace(/\D/g, ''), block: second ?? first.replace(/[^\p{L}]/gu, '') }
}

function printHouse(house: PopulationHouse, street: string): string {
  const sent = sentHouseNumber(house.typed)
  return (
    `{"id":${house.id},"city_district_id":"","street_id":"${house.streetId}",` +
    `"full_name":${phpText(`${street} ${house.typed}`)},"postcode":"","floor":"${house.floors}",` +
    `"entrance":"${house.entrances}","number":"${sent.number}","block":${phpText(sent.block)},"coordinates":null}`
  )
}

function* printSubscribers(population: Population): Generator<string> {
  if (population.subscribers.length === 0) return yield 'undefined'
  const tariffs = tariffsById(population)
  let counter = 0
  yield* phpDirectory(
    population.subscribers,
    (subscriber) => subscriber.login,
    (subscriber) => {
      const first = counter
      counter += subscriber.fields.length
      return printSubscriber(subscriber, tariffs, first)
    },
  )
}

function printSubscriber(
  subscriber: PopulationSubscriber,
  tariffs: ReadonlyMap<number, PopulationTariff>,
  firstField: number,
): string {
  const id = phpKey(subscriber.login)
  const parts = [
    `"id":${id},"login":${id}`,
    `"full_name":${subscriber.fullName === '' ? 'null' : phpText(subscriber.fullName)}`,
    '"flag_corporate":0',
    `"tariff":${printTariffs(subscriber, tariffs)}`,
  ]
  if (subscriber.agreementNumber !== '') {
    const date = subscriber.agreementDate === '' ? '' : `,"date":"${subscriber.agreementDate}"`
    parts.push(`"agreement":[{"number":${phpKey(subscriber.agreementNumber)}${date}}]`)
  }
  parts.push(
    `"account_number":${subscriber.accountNumber === '' ? 'null' : phpText(subscriber.accountNumber)}`,
  )
  if (subscriber.groups.length > 0)
    parts.push(`"group":${phpObject(subscriber.groups.map((group) => [String(group), `"${group}"`]))}`)
  if (subscriber.comment !== '') parts.push(`"comment":${phpText(subscriber.comment)}`)
  parts.push(
    `"balance":"${subscriber.balance}","credit":"${subscriber.credit}"`,
    `"state_id":${STATE_IDS.get(subscriber.tariffs.length === 0 ? 'new' : subscriber.state) ?? 5}`,
    `"date_create":"${subscriber.connectedAt}","date_connect":"${subscriber.connectedAt}"`,
    `"date_activity":"${subscriber.activeAt === '' ? '1970-01-01 03:00:00' : subscriber.activeAt}"`,
    `"traffic":{"month":{"up":"${subscriber.trafficUp}","down":"${subscriber.trafficDown}"}},"discount":0`,
  )
  if (subscriber.address !== undefined) parts.push(printAddress(subscriber.address, subscriber.uid))
  if (subscriber.phones.length > 0) parts.push(printPhones(subscriber.phones))
  if (subscriber.emails.length > 0)
    parts.push(`"email":[{"address":${phpText(subscriber.emails.join(', '))},"flag_main":1}]`)
  parts.push(printDevice(subscriber.devices[0]))
  if (subscriber.tags.length > 0)
    parts.push(
      `"tag":${phpObject(subscriber.tags.map((tag) => [String(tag), `{"id":"${tag}","date_add":""}`]))}`,
    )
  if (subscriber.services.length > 0) parts.push(printServices(subscriber.services))
  if (subscriber.fields.length > 0) {
    const rows = subscriber.fields.map((field, index) => {
      return [String(firstField + index), `{"id":"${field.id}","value":${phpText(field.value)}}`] as const
    })
    parts.push(`"additional_data":${phpArray(rows)}`)
  }
  return `{${parts.join(',')},"password":${phpText(subscriber.password)}}`
}

function printTariffs(
  subscriber: PopulationSubscriber,
  tariffs: ReadonlyMap<number, PopulationTariff>,
): string {
  const current = phpText(tariffs.get(subscriber.tariffs[0] ?? -1)?.name ?? '*_NO_TARIFF_*')
  const { nextTariff } = subscriber
  if (nextTariff === undefined) return `{"current":[{"id":${current}}]}`
  const next = phpText(tariffs.get(nextTariff.tariffId)?.name ?? '')
  const date = nextTariff.startDate
  return `{"current":[{"id":${current},"date_finish":"${date}"}],"new":[{"id":${next},"date_start":"${date}"}]}`
}

function printAddress(address: NonNullable<PopulationSubscriber['address']>, flat: number): string {
  const digits = address.apartment.replace(/\D/g, '')
  const entrance = address.entrance === '' ? '' : `,"entrance":${phpText(address.entrance)}`
  const floor = address.floor === '' ? '' : `,"floor":${phpText(address.floor)}`
  return (
    `"address":[{"type":"connect","house_id":"${address.houseId}",` +
    `"apartment":{"id":"${flat}","full_name":${phpText(address.apartment)},"number":"${digits}"}${entrance}${floor}}]`
  )
}

/** Row 0 is the home number, row 1 the mobile one, which is the main number. */
function printPhones(phones: readonly string[]): string {
  const mobile = phones.at(-1) ?? ''
  const home = phones.length > 1 ? (phones[0] ?? '') : ''
  return (
    `"phone":[{"number":${phpText(home)},"flag_main":0},` + `{"number":${phpText(mobile)},"flag_main":1}]`
  )
}

function printDevice(device: PopulationSubscriber['devices'][number] | undefined): string {
  if (device === undefined) return '"ip_mac":[{"ip":0}]'
  return `"ip_mac":[{"ip":${device.ip},"mac":"${device.mac}","ip_net":"PPPoE"}]`
}

function printServices(services: PopulationSubscriber['services']): string {
  const entries = services.map((service) => {
    const printed = `[{"cost":"${service.cost}","date_add":"","comment":${phpText(service.comment)}}]`
    return [String(service.id), printed] as const
  })
  return `"service":${phpObject(entries)}`
}
