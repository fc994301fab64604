/** The billing of a configuration: over the universal API, or as tables. */
import type { DescribedBilling } from '../../billing/billing.ts'
import type { TablesInspection } from '../../billing/tables/inspection/inspection.ts'
import { inspectTables, openTables } from '../../billing/tables/open.ts'
import type { BillingOptions } from '../../billing/universal/options.ts'
import { createBilling } from '../../billing/universal/universal-billing.ts'
import type { Config } from '../../config/schema.ts'
import { secretsOfUrl } from '../../model/redaction.ts'
import { isTableBilling, parseTableAddress } from '../../model/table-address.ts'

/** What a run adds to the configuration. */
export type BillingSurroundings = Pick<
  BillingOptions,
  'env' | 'fetch' | 'logger' | 'report' | 'signal' | 'withPasswords' | 'withMessages' | 'userAgent'
>

/** Nothing is sent before it is asked something. @throws BillingError when the address is none */
export function openBilling(config: Config, surroundings: BillingSurroundings): DescribedBilling {
  const { billingName: name, billingUrl: url } = config
  if (isTableBilling(name))
    return openTables({ ...surroundings, name, url, database: config.billingDatabase })
  return createBilling({
    ...surroundings,
    url,
    protocol: name,
    dialect: config.billingDialect,
    http: config.billingHttp,
  })
}

/** The same billing, to be looked at before it is read; `undefined` when it is no database and no folder of CSV files. */
export function inspectBilling(
  { billingName: name, billingUrl: url, billingDatabase: database }: Config,
  surroundings: BillingSurroundings,
): TablesInspection | undefined {
  return isTableBilling(name) ? inspectTables({ ...surroundings, name, url, database }) : undefined
}

/** What must never be shown of a billing's address, its account and its parameters. */
export function secretsOfBilling({ billingName, billingUrl, billingDatabase }: Config): string[] {
  if (!isTableBilling(billingName)) return secretsOfUrl(billingUrl)
  const address = parseTableAddress(billingUrl)
  const inAddress = typeof address === 'object' && 'password' in address ? address.password : ''
  const parameters = Object.entries(billingDatabase.parameters)
    .filter(([name]) => /key|secret|pass|token/i.test(name))
    .map(([, value]) => String(value))
  return [inAddress, billingDatabase.password ?? '', ...parameters]
}
