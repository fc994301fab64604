/** The field table as rows of a table. */
import { POLICY_RULES, type PolicyRule } from '../../src/model/policy.ts'
import { FIELDS } from '../../src/sync/fields/table.ts'
import type { Translate } from './translate.ts'

/** Every field with its policy, the flag that changes it and what is particular about it. */
export function fieldRows(say: Translate): string[][] {
  return FIELDS.map(({ name, title, isNeverEmptied, isSecret }) => {
    const rule: PolicyRule = POLICY_RULES[name]
    const remarks = [
      ...(isNeverEmptied ? ['never emptied'] : []),
      ...(isSecret ? ['never shown, logged or stored'] : []),
    ]
    return [
      `\`${name}\``,
      say(title),
      `\`${rule.default}\``,
      rule.flag === undefined ? '' : `\`${rule.flag.key}\`: \`${rule.flag.means}\``,
      remarks.map(say).join('; '),
    ]
  })
}
