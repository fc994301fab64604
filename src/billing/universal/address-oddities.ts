/** What is odd about the billing's address before anything is asked (`contracts/universal-billing-api.md` §2, §10). */
import { isAddressOfAnother } from './dialects/dialects.ts'
import type { BillingOptions } from './options.ts'

export type Addressed = Pick<BillingOptions, 'url' | 'protocol' | 'dialect'>

export interface Oddity {
  readonly text: string
  /** What to write instead. */
  readonly hint: string
  /** Nothing else need be thought of before this is mended. */
  readonly isDecisive?: boolean
}

interface Row extends Oddity {
  readonly isOdd: (address: Addressed) => boolean
}

/** Parameters that are added to every request: in the address they would come twice. */
const OURS = ['request', 'method1', 'temp'] as const

const ROWS: readonly Row[] = [
  {
    // T43. An entity is no part of any billing's address.
    isOdd: ({ url }) => /&(?:amp|quot|apos|lt|gt|#0*\d{2,3}|#x0*[0-9a-f]{2});/i.test(url),
    text: 'The address was copied out of a web page: it holds "&amp;", or the like, for "&".',
    hint: 'billingUrl: write "&" for every "&amp;"',
    isDecisive: true,
  },
  {
    isOdd: ({ url }) => withoutFragment(url).split('?').length > 2,
    text: 'There is a second "?" in the address: uBilling then answers with its login page.',
    hint: 'billingUrl: write "&" for every "?" but the first',
    isDecisive: true,
  },
  {
    isOdd: ({ url }) =>
      /\/api\.php(?:\?|$)|[?&]get_index=us_api(?:&|$)/.test(withoutFragment(url)) &&
      !hasParameter(url, 'cat', 'module'),
    text: 'UserSide and ABillS want cat=module in the address.',
    hint: 'billingUrl: add &cat=module',
  },
  {
    isOdd: ({ url }) => OURS.some((name) => hasParameter(url, name)),
    text: 'The address names a method already; usm-billing adds it to every request.',
    hint: `billingUrl: take ${OURS.map((name) => `${name}=…`).join(', ')} out`,
  },
  {
    isOdd: ({ url, protocol, dialect }) => isAddressOfAnother(url, protocol, dialect),
    text: 'The address looks like another product than billingDialect says.',
    hint: 'billingDialect: "auto"',
  },
]

/** Everything odd about an address; of one that needs nothing else to fail, only that. */
export function odditiesOf(address: Addressed): Oddity[] {
  const odd = ROWS.filter(({ isOdd }) => isOdd(address))
  const decisive = odd.filter(({ isDecisive }) => isDecisive)
  return (decisive.length > 0 ? decisive : odd).map(({ isOdd: _, ...oddity }) => oddity)
}

function hasParameter(url: string, name: string, value?: string): boolean {
  const query = withoutFragment(url).split('?').slice(1).join('&')
  return new URLSearchParams(query).getAll(name).some((found) => value === undefined || found === value)
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '')
}
