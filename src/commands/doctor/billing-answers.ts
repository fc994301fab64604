/** What the billing's answers say to an operator (`contracts/universal-billing-api.md` §2, §10). Pure. */
import type { BillingSystem } from '../../billing/billing.ts'
import type { DialectName } from '../../billing/universal/dialects/dialect.ts'
import { type Method, ruleOf } from '../../billing/universal/methods.ts'
import type { Directory } from '../../model/directory.ts'
import { BillingError, type UsersideError } from '../../model/errors.ts'
import type { SubscriberList } from '../../model/subscriber.ts'
import { counted } from '../../report/quantity.ts'
import { type Check, checksOf } from './check.ts'

const { ok, warn, fail, skip } = checksOf('billing')

/** Lists of ABillS are cut at this many rows unless it is told otherwise (T30). */
const ROUND_ROWS = 10_000

/** Key and API, as far as the first answer tells. */
export function doorChecks(refusal: BillingError | UsersideError | undefined): Check[] {
  if (refusal === undefined) return [ok('key', 'accepted'), ok('API', 'switched on')]
  const { kind, message, hint } = refusal
  const unknown = 'Not known, because get_system_information failed.'
  return [
    kind === 'auth' ? fail('key', message, hint) : skip('key', unknown),
    kind === 'config' ? fail('API', message, hint) : skip('API', unknown),
  ]
}

const OTHER_PROTOCOL: Partial<Record<DialectName, string>> = {
  generic: 'billingName: "carbon5", if this is Carbon Billing',
  carbon: 'billingName: "standart", unless this is Carbon Billing',
}
/** Products whose ways to say no nobody has seen. */
const UNSEEN: readonly DialectName[] = ['generic', 'carbon', 'mikbill', 'platex']

/** What to try besides, where little is known of the product: it may speak the other protocol. */
export function advice(refusal: unknown, product: DialectName): string {
  if (!(refusal instanceof BillingError) || refusal.kind === 'temporary' || !UNSEEN.includes(product))
    return ''
  const expected = 'expected was JSON such as {"date":"2026-01-31 12:00:00","billing":{"name":"…"}}'
  return [OTHER_PROTOCOL[product] ?? '', expected].filter((part) => part !== '').join('; ')
}

export function systemCheck({ name, version, dialect }: BillingSystem): Check {
  const product = [name, version].filter((part) => part !== '').join(' ') || 'a billing without a name'
  return ok('get_system_information', `${product}, read as ${dialect}`)
}

/** A list of the billing; one it does not have is nothing bad, save where tariffs or addresses depend on it. */
export function listCheck(method: Method, directory: Directory<unknown>): Check {
  if (directory.state === 'available') return ok(method, counted(directory.items.size, 'row'))
  const { message, hint, reason } = directory
  if (reason === 'failed') return fail(method, message, hint)
  const { affects, failed } = ruleOf(method)
  const text = `The billing does not have it; left alone: ${affects}.`
  return failed === 'stop' ? warn(method, text, hint) : skip(method, text)
}

/** Shown, never decided upon: what billings say of their own API is seldom true (T36). */
export function descriptionCheck(method: Method, directory: Directory<string>): Check {
  if (directory.state === 'unavailable') return skip(method, directory.message)
  const { items } = directory
  const isShort = method === 'get_api_information'
  return ok(
    method,
    `the billing says: ${isShort ? [...items.values()].join(', ') : counted(items.size, 'method')}`,
  )
}

export function subscribersCheck(list: SubscriberList, dialect: string): Check {
  const method: Method = 'get_user_list'
  const count = list.subscribers.size
  if (count === 0) {
    const text =
      'The billing has no subscriber. Nobody is marked absent by an empty list, and nobody is imported.'
    return warn(method, text, 'what the billing exports, and whether billingUrl is that of the right billing')
  }
  const isCut = list.isSuspectedCut || (dialect === 'abills' && count % ROUND_ROWS === 0)
  if (isCut) {
    const pages = 'US_API_MAX_PAGE_ROWS in config.pl of ABillS: raise it'
    const text = `Exactly ${count} subscribers: the list looks as if it had been cut.`
    return warn(
      method,
      text,
      dialect === 'abills' ? pages : `billingDialect: the product of the billing; ${pages}`,
    )
  }
  if (list.unusable === 0) return ok(method, counted(count, 'subscriber'))
  const some = [...list.setAside].slice(0, 5).join(', ')
  const text = `${counted(count, 'subscriber')}, and ${counted(list.unusable, 'record')} that cannot be used${some === '' ? '' : `: ${some}`}.`
  return warn(method, text, 'these records in the billing')
}
