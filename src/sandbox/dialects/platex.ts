/**
 * Platex, of which nothing is known: here it is everything a reader must cope with and no other product does. Dates
 * are `DD.MM.YYYY`, decimals have a comma, addresses of the network are written for people, lists are maps.
 */
import { textReply } from '../reply.ts'
import type { SandboxDialect } from './dialect.ts'
import { isList, isMap, PLAIN_JSON, type Tree } from './tree.ts'
import { printUniversal, SPECIFIED, type Wording } from './universal.ts'

const wording: Wording = {
  ...SPECIFIED,
  printer: PLAIN_JSON,
  system: (population) => ({ date: population.now, billing: { name: 'Platex', version: '7.4' } }),
  money: (amount) => amount.replace('.', ','),
  date: (text) => {
    if (text === '') return ''
    const [year, month, day] = text.slice(0, 10).split('-')
    return `${day}.${month}.${year}${text.slice(10)}`
  },
  ip: (ip) => [ip >>> 24, (ip >>> 16) & 255, (ip >>> 8) & 255, ip & 255].join('.'),
  mac: (mac) => (mac.toUpperCase().match(/../g) ?? []).join(':'),
  subscriber: (record) => ({
    ...record,
    address: asMap(record['address']),
    phone: asMap(record['phone']),
    email: asMap(record['email']) ?? null,
    ip_mac: asList(record['ip_mac']),
    additional_data: asMap(record['additional_data']) ?? '',
    service: record['service'] ?? null,
    unheard_of: { nested: [1, { deep: 'yes' }] },
  }),
}

/** A list as a map of counters from 1. */
function asMap(list: Tree | undefined): Tree | undefined {
  return isList(list) ? new Map(list.map((item, index) => [String(index + 1), item])) : list
}

function asList(map: Tree | undefined): Tree | undefined {
  return isMap(map) ? [...map.values()] : map
}

const TEXT = 'text/plain'

export const platex: SandboxDialect = {
  name: 'platex',
  methodParameter: 'request',
  operatorUrl: (origin, key) => `${origin}/userside/?key=${encodeURIComponent(key)}`,
  door(query, key) {
    if (query.get('key') !== key)
      return { kind: 'refused', reply: textReply(403, TEXT, 'denied'), why: 'the key is wrong' }
    const method = query.get('request')
    return method === undefined
      ? { kind: 'refused', reply: textReply(404, TEXT, 'nothing here'), why: 'there is no request' }
      : { kind: 'method', method }
  },
  headers: { 'Content-Type': 'application/octet-stream' },
  framing: 'close',
  unknownMethod: () => textReply(400, TEXT, 'bad request'),
  refusal: (text) => textReply(500, TEXT, text),
  subscriberId: (subscriber) => String(subscriber.uid),
  tariffId: (tariff) => String(tariff.id),
  print: (method, population, window) => printUniversal(method, population, wording, window),
}
