/** A home-made billing that follows the specification to the letter. */
import { textReply } from '../reply.ts'
import type { SandboxDialect } from './dialect.ts'
import { PLAIN_JSON } from './tree.ts'
import { printUniversal, SPECIFIED, type Wording } from './universal.ts'

const wording: Wording = {
  ...SPECIFIED,
  printer: PLAIN_JSON,
  system: (population) => ({
    date: population.now,
    os: 'FreeBSD',
    billing: { name: 'HomeBilling', version: '3.1' },
  }),
}

const TEXT = 'text/plain; charset=utf-8'

export const generic: SandboxDialect = {
  name: 'generic',
  methodParameter: 'request',
  operatorUrl: (origin, key) => `${origin}/billing/api.php?key=${encodeURIComponent(key)}`,
  door(query, key) {
    if (query.get('key') !== key)
      return { kind: 'refused', reply: textReply(403, TEXT, 'Forbidden'), why: 'the key is wrong' }
    const method = query.get('request')
    return method === undefined
      ? { kind: 'refused', reply: textReply(404, TEXT, 'Not found'), why: 'there is no request' }
      : { kind: 'method', method }
  },
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  framing: 'length',
  unknownMethod: (method) => textReply(400, TEXT, `No such method: ${method}`),
  refusal: (text) => textReply(500, TEXT, text),
  subscriberId: (subscriber) => String(subscriber.uid),
  tariffId: (tariff) => String(tariff.id),
  print: (method, population, window) => printUniversal(method, population, wording, window),
}
