import { describe, expect, test } from 'bun:test'
import { everyKey, OUTLINE } from '../../src/config/outline.ts'
import { resolvePolicies } from '../../src/config/policies.ts'
import type { Config } from '../../src/config/schema.ts'
import type { IpRange } from '../../src/model/ip-range.ts'
import {
  FIELD_NAMES,
  type FieldName,
  POLICIES,
  POLICY_RULES,
  type Policy,
  type PolicyRule,
} from '../../src/model/policy.ts'
import type { TableBillingName } from '../../src/model/table-address.ts'
import { issuesOf, loadKeys } from './machine.ts'

/** True when two types are the same, optionality and `readonly` included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const proven = <T extends true>(proof: T): boolean => proof

describe('the type of a configuration', () => {
  test('says what is always there, what may be missing, and that nothing can be changed', () => {
    const proofs = [
      proven<Same<Config['billingName'], 'standart' | 'carbon5' | TableBillingName>>(true),
      proven<Same<Config['billingDatabase']['queries'], { readonly [name: string]: string | null }>>(true),
      proven<Same<Config['billingId'], number>>(true),
      proven<Same<Config['billingUrl'], string>>(true),
      proven<Same<Config['statePath'], string>>(true),
      proven<Same<Config['metricsFile'], string | undefined>>(true),
      proven<Same<Config['confSkipDeleteIp'], readonly IpRange[]>>(true),
      proven<Same<Config['confIsImportMessage'], boolean>>(true),
      proven<Same<Config['safety']['fullEvery'], number>>(true),
      proven<Same<Config['usersideHttp']['concurrency'], number>>(true),
      proven<Same<Config['billingHttp']['caFile'], string | undefined>>(true),
      proven<Same<Config['fields']['phones'], Policy | undefined>>(true),
      proven<Same<keyof Config['fields'], FieldName>>(true),
      proven<Same<Pick<Config, 'billingId'>, { readonly billingId: number }>>(true),
      proven<Same<Config['log'], { readonly keepDays: number; readonly syslog: boolean }>>(true),
      proven<Same<Config['journal']['skipFields'], readonly FieldName[]>>(true),
    ]
    expect(proofs).not.toContain(false)
  })
})

describe('the keys', () => {
  test('are those that were promised, with their defaults and environment names', () => {
    const found = Object.fromEntries(
      OUTLINE.map(({ key, isRequired, default: usual, env }) => [
        key,
        [isRequired ? 'required' : usual, env],
      ]),
    )
    expect(found).toEqual({
      billingName: ['standart', 'BILLING_NAME'],
      billingDialect: ['auto', undefined],
      billingUrl: ['required', 'BILLING_URL'],
      billingDatabase: [{}, undefined],
      billingId: ['required', 'BILLING_ID'],
      usersideUrl: ['required', 'USERSIDE_API_URL'],
      usersideApiKey: ['required', 'USERSIDE_API_KEY'],
      logPath: ['log', undefined],
      isSilence: [false, undefined],
      additionalDataMerge: [{}, undefined],
      confIsSkipUpdateAgreementDate: [false, 'IS_SKIP_UPDATE_AGREEMENT_DATE'],
      confIsDisableCreateAddress: [false, 'IS_DISABLE_CREATE_ADDRESS'],
      confIsSkipDeleteEmptyIp: [false, 'IS_SKIP_DELETE_EMPTY_IP'],
      confSkipDeleteIp: [[], 'SKIP_DELETE_IP_LIST'],
      confIsImportLessPhone: [false, 'IS_IMPORT_LESS_PHONE'],
      confIsImportLessAddress: [false, 'IS_IMPORT_LESS_ADDRESS'],
      confIsUpdateEmptyLevel: [false, 'IS_UPDATE_EMPTY_LEVEL'],
      confIsUpdateEmptyEntrance: [false, 'IS_UPDATE_EMPTY_ENTRANCE'],
      confIsImportPasswordToUsPassword: [false, undefined],
      confIsSkipUpdateDateActivity: [false, 'IS_SKIP_UPDATE_DATE_ACTIVITY'],
      confIsSkipUnusedAddress: [false, 'IS_SKIP_UNUSED_ADDRESS'],
      confIsUseStreetFullName: [false, 'IS_USE_STREET_FULL_NAME'],
      confIsImportMessage: [false, 'IS_IMPORT_MESSAGE'],
      confAlwaysSetCustomerGroupId: ['', 'ALWAYS_SET_CUSTOMER_GROUP_ID'],
      confIsRemoveForeignGroups: [false, undefined],
      usersidePasswordSalt: [undefined, undefined],
      usersideModuleRevision: [0, undefined],
      usersideModuleCategory: ['usm_billing', undefined],
      filter: [{}, undefined],
      fields: [{}, undefined],
      language: ['auto', 'USM_BILLING_LANGUAGE'],
      leads: ['report', undefined],
      safety: [{}, undefined],
      billingHttp: [{}, undefined],
      usersideHttp: [{}, undefined],
      log: [{}, undefined],
      journal: [{}, undefined],
      notify: [[], undefined],
      statePath: [undefined, undefined],
      metricsFile: [undefined, undefined],
      pingUrl: [undefined, undefined],
      reportFile: [undefined, undefined],
    })
    expect(OUTLINE.filter(({ env }) => env !== undefined)).toHaveLength(19)
  })

  test('are each explained in one sentence', () => {
    for (const { meaning, form, path } of everyKey()) {
      expect(meaning.length, path.join('.')).toBeGreaterThan(3)
      expect(meaning, path.join('.')).not.toMatch(/\.$|\n/)
      expect(form, path.join('.')).not.toBe('')
    }
  })
})

describe('the policies of the fields', () => {
  test('are the defaults when nothing is configured', () => {
    const defaults = Object.fromEntries(FIELD_NAMES.map((field) => [field, POLICY_RULES[field].default]))
    expect(resolvePolicies(loadKeys({}).config)).toEqual(defaults as ReturnType<typeof resolvePolicies>)
  })

  const flagged = FIELD_NAMES.flatMap((field) => {
    const rule: PolicyRule = POLICY_RULES[field]
    return rule.flag === undefined ? [] : [{ field, flag: rule.flag.key, means: rule.flag.means }]
  })

  test.each(flagged)('$flag is a shorthand for $field: $means', ({ field, flag, means }) => {
    expect(resolvePolicies(loadKeys({ [flag]: true }).config)[field]).toBe(means)
  })

  test.each(flagged)(
    '$flag and another policy of $field is an error that names both',
    ({ field, flag, means }) => {
      for (const policy of POLICIES) {
        const issues = issuesOf(() => loadKeys({ [flag]: true, fields: { [field]: policy } }))
        if (policy === means) expect(issues).toEqual([])
        else
          expect(issues.map(({ key, message }) => `${key} ${message}`)).toEqual([
            expect.stringContaining(flag),
          ])
        if (policy !== means) expect(issues[0]?.key).toBe(`fields.${field}`)
      }
    },
  )

  test('that are explicit stand where no flag is set', () => {
    for (const field of FIELD_NAMES) {
      for (const policy of POLICIES) {
        expect(resolvePolicies(loadKeys({ fields: { [field]: policy } }).config)[field]).toBe(policy)
      }
    }
  })
})
