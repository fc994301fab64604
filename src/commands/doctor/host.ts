/** Checks of this host: the configuration and the folders a run writes to. */
import { formatIssue, type LoadedConfig } from '../../config/load.ts'
import type { Config } from '../../config/schema.ts'
import type { ConfigError } from '../../model/errors.ts'
import { type Check, checksOf } from './check.ts'
import { checkFolder, type Disk } from './folders.ts'

const { ok, warn, fail } = checksOf('host')

/** Every error of an invalid configuration. */
export function invalidChecks({ issues, message, hint }: ConfigError): Check[] {
  if (issues.length === 0) return [fail('configuration', message, hint)]
  return issues.map((issue) => fail('configuration', formatIssue(issue), issue.key || hint))
}

/** The checks of a valid configuration: the warnings of its loader, and its folders. */
export function checkHost({ config, source, warnings }: LoadedConfig, disk?: Disk): Check[] {
  const place = source === 'environment' ? 'from the environment' : source
  const remarks = warnings.map((text) => warn('configuration', text))
  return [
    ok('configuration', `valid: ${place}`),
    ...remarks,
    ...folders(config).map((one) => checkFolder(one, disk)),
  ]
}

function folders({ logPath, statePath, billingId }: Config) {
  const state = [`usm-billing-${billingId}.sqlite`, `usm-billing-${billingId}.lock`]
  return [
    { name: 'log folder', key: 'logPath', path: logPath, files: ['usm-billing.log', 'usm-billing.jsonl'] },
    { name: 'state folder', key: 'statePath', path: statePath, files: state },
  ]
}
