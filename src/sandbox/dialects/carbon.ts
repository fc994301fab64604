/** Carbon Billing (universal-billing-api.md §6): the method under another name, only eight of them. */
import { textReply } from '../reply.ts'
import type { SandboxDialect } from './dialect.ts'
import { PLAIN_JSON } from './tree.ts'
import { printUniversal, SPECIFIED, type Wording } from './universal.ts'

const wording: Wording = {
  ...SPECIFIED,
  printer: PLAIN_JSON,
  system: (population) => ({
    date: population.now,
    os: 'Linux',
    billing: { name: 'Carbon Billing', version: '5.15.06' },
  }),
  subscriber: (record) => ({ ...record, tag: undefined, service: undefined, account: undefined }),
  methods: new Set(),
}

const PREFIX = 'userside_manager.'
const JSON_TYPE = 'application/json'

export const carbon: SandboxDialect = {
  name: 'carbon',
  methodParameter: 'method1',
  operatorUrl: (origin, key) => `${origin}/rest_api/v2/?key=${encodeURIComponent(key)}`,
  door(query, key) {
    const refuse = (text: string, why: string) => ({
      kind: 'refused' as const,
      reply: textReply(200, JSON_TYPE, `{"status":"error","message":"${text}"}`),
      why,
    })
    if (query.get('key') !== key) return refuse('access denied', 'the key is wrong')
    const method = query.get('method1') ?? ''
    return method.startsWith(PREFIX)
      ? { kind: 'method', method: method.slice(PREFIX.length) }
      : refuse('no method', `method1 does not begin with ${PREFIX}`)
  },
  complaints(query) {
    const isGroups = query.get('method1') === `${PREFIX}get_user_group_list`
    return [
      ...(query.has('request') ? ['Carbon Billing was given request=, it takes method1=.'] : []),
      ...(isGroups && query.get('context') !== 'userside'
        ? ['get_user_group_list came without context=userside.']
        : []),
    ]
  },
  headers: { 'Content-Type': 'application/json' },
  framing: 'length',
  unknownMethod: (method) => textReply(200, JSON_TYPE, `{"status":"error","message":"unknown ${method}"}`),
  refusal: (text) => textReply(200, JSON_TYPE, JSON.stringify({ status: 'error', message: text })),
  subscriberId: (subscriber) => String(subscriber.uid),
  tariffId: (tariff) => String(tariff.id),
  print: (method, population, window) => printUniversal(method, population, wording, window),
}
