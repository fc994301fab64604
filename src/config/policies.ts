/** The policy of every field, from the flags and the `fields` section. */
import { FIELD_NAMES, POLICY_RULES, type Policies, type PolicyRule } from '../model/policy.ts'
import type { Config } from './schema.ts'

/**
 * The policy of every field: the explicit one, else the one a set flag means, else the default. That flag and
 * explicit policy agree was checked when the configuration was loaded.
 */
export function resolvePolicies(config: Config): Policies {
  const flags: Readonly<Record<string, unknown>> = config
  const policyOf = (field: (typeof FIELD_NAMES)[number]) => {
    const rule: PolicyRule = POLICY_RULES[field]
    const flagged = rule.flag !== undefined && flags[rule.flag.key] === true ? rule.flag.means : undefined
    return config.fields[field] ?? flagged ?? rule.default
  }
  return Object.fromEntries(FIELD_NAMES.map((field) => [field, policyOf(field)])) as Policies
}
