/** What is odd about the billing's address before anything is asked (`contracts/universal-billing-api.md` §2, §10). */
import { isAddressOfAnother } from '../../billing/universal/dialects/dialects.ts'
import type { Config } from '../../config/schema.ts'
import { isTableBilling } from '../../model/table-address.ts'
import { type Check, checksOf } from './check.ts'

type Addressed = Pick<Config, 'billingUrl' | 'billingName' | 'billingDialect'>

interface Oddity {
  readonly isOdd: (config: Addressed) => boolean
  readonly text: string
  readonly hint: string
}

/** Parameters that are added to every request: in the address they would come twice. */
const OURS = ['request', 'method1', 'temp'] as const

const ODDITIES: readonly Oddity[] = [
  {
    isOdd: ({ billingUrl }) => withoutFragment(billingUrl).split('?').length > 2,
    text: 'There is a second "?" in the address: uBilling then answers with its login page.',
    hint: 'billingUrl: write "&" for every "?" but the first',
  },
  {
    isOdd: ({ billingUrl }) =>
      /\/api\.php(?:\?|$)|[?&]get_index=us_api(?:&|$)/.test(withoutFragment(billingUrl)) &&
      !hasParameter(billingUrl, 'cat', 'module'),
    text: 'UserSide and ABillS want cat=module in the address.',
    hint: 'add &cat=module to billingUrl',
  },
  {
    isOdd: ({ billingUrl }) => OURS.some((name) => hasParameter(billingUrl, name)),
    text: 'The address names a method already; usm-billing adds it to every request.',
    hint: `take ${OURS.map((name) => `${name}=…`).join(', ')} out of billingUrl`,
  },
  {
    isOdd: ({ billingUrl, billingName, billingDialect }) =>
      !isTableBilling(billingName) && isAddressOfAnother(billingUrl, billingName, billingDialect),
    text: 'The address looks like another product than billingDialect says.',
    hint: 'billingDialect: "auto"',
  },
]

/** One check for each oddity; a single good one when there is none. */
export function checkBillingUrl(config: Addressed): Check[] {
  const billing = checksOf('billing')
  // Where tables are is looked at by whoever connects to them.
  if (isTableBilling(config.billingName)) return []
  const odd = ODDITIES.filter(({ isOdd }) => isOdd(config))
  if (odd.length > 0) return odd.map(({ text, hint }) => billing.warn('address', text, hint))
  const { origin, pathname } = new URL(config.billingUrl)
  return [billing.ok('address', `${origin}${pathname}`)]
}

function hasParameter(url: string, name: string, value?: string): boolean {
  const query = withoutFragment(url).split('?').slice(1).join('&')
  return new URLSearchParams(query).getAll(name).some((found) => value === undefined || found === value)
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '')
}
