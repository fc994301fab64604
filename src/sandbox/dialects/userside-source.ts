/** A second UserSide as the billing: `erp` instead of `billing`, `DD.MM.YYYY` agreements, many fields of its own. */
import { pageReply, textReply } from '../reply.ts'
import type { SandboxDialect } from './dialect.ts'
import { PLAIN_JSON, type Tree } from './tree.ts'
import { printUniversal, SPECIFIED, type Wording } from './universal.ts'

const wording: Wording = {
  ...SPECIFIED,
  printer: { ...PLAIN_JSON, areMapsFlipped: true },
  system: (population) => ({ date: population.now, os: 'Linux', erp: { name: 'UserSide', version: '3.18' } }),
  tariff: (record, tariff) => ({
    ...record,
    is_in_billing: 1,
    userside_id: tariff.id + 7000,
    payment_full: tariff.fee,
    additional_comment: '',
  }),
  subscriber: (record, subscriber) => ({
    ...record,
    agreement: agreement(subscriber.agreementNumber, subscriber.agreementDate),
    date_connect: subscriber.connectedAt.slice(0, 10),
    userside_id: subscriber.uid + 9000,
    is_potential: 0,
    is_in_billing: 1,
    billing: 2,
    crc_billing: 'n-a',
    manager_id: 0,
    date_activity_inet: subscriber.activeAt,
  }),
  emptyList: '[]',
}

function agreement(number: string, date: string): Tree | undefined {
  if (number === '') return undefined
  const [year, month, day] = date.split('-')
  return [{ number, date: date === '' ? '' : `${day}.${month}.${year}` }]
}

const JSON_TYPE = 'application/json; charset=utf-8'
const UNKNOWN = textReply(200, JSON_TYPE, '{"error":"unknown_method"}')

export const usersideSource: SandboxDialect = {
  name: 'userside',
  methodParameter: 'request',
  operatorUrl: (origin, key) => `${origin}/api.php?key=${encodeURIComponent(key)}&cat=module`,
  door(query, key) {
    if (query.get('key') !== key)
      return { kind: 'refused', reply: pageReply(403, 'Access denied', false), why: 'the key is wrong' }
    const method = query.get('request')
    if (query.get('cat') !== 'module' || method === undefined)
      return { kind: 'refused', reply: UNKNOWN, why: 'cat=module or request is missing' }
    return { kind: 'method', method }
  },
  headers: { 'Content-Type': JSON_TYPE },
  framing: 'length',
  unknownMethod: () => UNKNOWN,
  refusal: (text) => textReply(200, JSON_TYPE, JSON.stringify({ error: text })),
  subscriberId: (subscriber) => String(subscriber.uid),
  tariffId: (tariff) => String(tariff.id),
  print: (method, population, window) => printUniversal(method, population, wording, window),
}
