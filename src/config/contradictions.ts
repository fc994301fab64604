/** Flags of the original that are shorthands for policies, against the policies that are set. */
import { FIELD_NAMES, type FieldName, POLICY_RULES, type PolicyRule } from '../model/policy.ts'

export interface Contradiction {
  readonly field: FieldName
  readonly message: string
}

/**
 * Each explicit policy that a set flag denies.
 * @param configuration of which nothing is sure to be typed: other keys may be wrong too, and all errors come at once
 */
export function contradictionsIn(configuration: unknown): Contradiction[] {
  const values: Readonly<Record<string, unknown>> = Object(configuration)
  const policies: Readonly<Record<string, unknown>> = Object(values['fields'])
  return FIELD_NAMES.flatMap((field) => {
    const { flag }: PolicyRule = POLICY_RULES[field]
    const chosen = policies[field]
    if (flag === undefined || values[flag.key] !== true || chosen === undefined || chosen === flag.means)
      return []
    const message = `is "${String(chosen)}", but ${flag.key} is set, which means "${flag.means}": take one of them out`
    return [{ field, message }]
  })
}
