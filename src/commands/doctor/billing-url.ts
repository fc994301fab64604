/** What is odd about the billing's address, told before anything is asked. */
import { odditiesOf } from '../../billing/universal/address-oddities.ts'
import type { Config } from '../../config/schema.ts'
import { isTableBilling } from '../../model/table-address.ts'
import { type Check, checksOf } from './check.ts'

/** One check for each oddity; a single good one when there is none. */
export function checkBillingUrl({
  billingUrl,
  billingName,
  billingDialect,
}: Pick<Config, 'billingUrl' | 'billingName' | 'billingDialect'>): Check[] {
  const billing = checksOf('billing')
  // Where tables are is looked at by whoever connects to them.
  if (isTableBilling(billingName)) return []
  const odd = odditiesOf({ url: billingUrl, protocol: billingName, dialect: billingDialect })
  if (odd.length > 0) return odd.map(({ text, hint }) => billing.warn('address', text, hint))
  const { origin, pathname } = new URL(billingUrl)
  return [billing.ok('address', `${origin}${pathname}`)]
}
