/** MikBill, known second-hand: PHP arrays, numbers as texts, one address as a bare object. */
import { textReply } from '../reply.ts'
import type { SandboxDialect } from './dialect.ts'
import { phpText } from './php-json.ts'
import { isList, PLAIN_JSON, type Tree, type TreePrinter } from './tree.ts'
import { printUniversal, type Record, SPECIFIED, type Wording } from './universal.ts'

/** PHP's serializer over rows of a database: numbers are texts, maps flip to lists. */
const PHP_JSON: TreePrinter = {
  ...PLAIN_JSON,
  text: phpText,
  number: (value) => `"${value}"`,
  key: (key) => `${phpText(key)}:`,
  areMapsFlipped: true,
}

const wording: Wording = {
  ...SPECIFIED,
  printer: PHP_JSON,
  system: (population) => ({
    date: population.now,
    os: 'Linux',
    billing: { name: 'MikBill', version: '2.12.7' },
  }),
  subscriber: (record) => ({ ...record, address: first(record['address']), group: ids(record) }),
  // API 1.4: neither messages nor districts.
  methods: new Set([
    'get_api_information',
    'get_services_list',
    'get_user_tags',
    'get_user_additional_data_type_list',
  ]),
  emptyList: '[]',
}

function first(list: Tree | undefined): Tree | undefined {
  return isList(list) ? list[0] : list
}

/** Groups as a plain list of ids. */
function ids(record: Record): Tree | undefined {
  const groups = record['group']
  return groups instanceof Map ? [...groups.keys()] : groups
}

const TEXT = 'text/html; charset=utf-8'

export const mikbill: SandboxDialect = {
  name: 'mikbill',
  methodParameter: 'request',
  operatorUrl: (origin, key) => `${origin}/api/index/userside?key=${encodeURIComponent(key)}&cat=module`,
  door(query, key) {
    if (query.get('key') !== key)
      return { kind: 'refused', reply: textReply(401, TEXT, 'Unauthorized'), why: 'the key is wrong' }
    const method = query.get('request')
    return method === undefined
      ? { kind: 'refused', reply: textReply(404, TEXT, 'Not found'), why: 'there is no request' }
      : { kind: 'method', method }
  },
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  framing: 'length',
  unknownMethod: () => textReply(400, TEXT, 'Unknown request'),
  refusal: (text) => textReply(500, TEXT, text),
  subscriberId: (subscriber) => String(subscriber.uid),
  tariffId: (tariff) => String(tariff.id),
  print: (method, population, window) => printUniversal(method, population, wording, window),
}
