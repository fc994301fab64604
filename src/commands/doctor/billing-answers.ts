/** Checks made of the billing's answers (`contracts/universal-billing-api.md` §2, §10). Pure. */
import type { BillingSystem, ProductAdvice } from '../../billing/billing.ts'
import { type Method, ruleOf } from '../../billing/universal/methods.ts'
import type { Directory } from '../../model/directory.ts'
import { BillingError, type UsersideError } from '../../model/errors.ts'
import type { SubscriberList } from '../../model/subscriber.ts'
import { ENGLISH } from '../../text/speaker.ts'
import { type Check, checksOf, rowsOf } from './check.ts'

const { ok, warn, fail, skip } = checksOf('billing')

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

/** What to try besides, where little is known of the product. */
export function advice(refusal: unknown, { onRefusal }: ProductAdvice): string {
  return refusal instanceof BillingError && refusal.kind !== 'temporary' ? onRefusal : ''
}

export function systemCheck({ name, version, dialect }: BillingSystem): Check {
  const product = [name, version].filter((part) => part !== '').join(' ') || 'a billing without a name'
  return ok('get_system_information', `${product}, read as ${dialect}`)
}

/** A list of the billing; one it does not have is nothing bad, save where tariffs or addresses depend on it. */
export function listCheck(method: Method, directory: Directory<unknown>): Check {
  if (directory.state === 'available') return ok(method, rowsOf(directory.items.size))
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
  const says = isShort
    ? [...items.values()].join(', ')
    : ENGLISH.count(items.size, '{1} method', '{1} methods')
  return ok(method, `the billing says: ${says}`)
}

export function subscribersCheck(list: SubscriberList, { onCutList, roundRows }: ProductAdvice): Check {
  const method: Method = 'get_user_list'
  const count = list.subscribers.size
  if (count === 0) {
    const text =
      'The billing has no subscriber. Nobody is marked absent by an empty list, and nobody is imported.'
    return warn(method, text, 'what the billing exports, and whether billingUrl is that of the right billing')
  }
  if (list.isSuspectedCut || (roundRows !== undefined && count % roundRows === 0)) {
    const text = `Exactly ${count} subscribers: the list looks as if it had been cut.`
    return warn(method, text, onCutList)
  }
  const subscribers = ENGLISH.count(count, '{1} subscriber', '{1} subscribers')
  if (list.unusable === 0) return ok(method, subscribers)
  const records = ENGLISH.count(list.unusable, '{1} record', '{1} records')
  return warn(
    method,
    unusableText(subscribers, records, [...list.setAside].slice(0, 5)),
    'these records in the billing',
  )
}

/** @param some of those that cannot be used, where they have a name */
export function unusableText(subscribers: string, unusable: string, some: readonly string[]): string {
  return some.length === 0
    ? `${subscribers}, and ${unusable} that cannot be used.`
    : `${subscribers}, and ${unusable} that cannot be used: ${some.join(', ')}.`
}
