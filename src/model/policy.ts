/**
 * The policy column of the field table: the fields of a subscriber by the names operators use, the policy each has
 * when nothing is configured, and the flag of the original module that is a shorthand for another one.
 * It stands here, not in `sync/fields/table.ts`, because the configuration is checked against it too.
 */

/**
 * `mirror`: the billing always wins. `update`: it wins when it is not empty. `fill`: it only fills an empty value of
 * UserSide. `ignore`: the field is left alone.
 */
export const POLICIES = ['mirror', 'update', 'fill', 'ignore'] as const
export type Policy = (typeof POLICIES)[number]

export interface PolicyRule {
  readonly default: Policy
  /** A configuration flag which, when set, means this policy. An explicit other one contradicts it. */
  readonly flag?: { readonly key: string; readonly means: Policy }
}

export const POLICY_RULES = {
  name: { default: 'mirror' },
  login: { default: 'mirror' },
  accountNumber: { default: 'mirror' },
  comment: { default: 'mirror' },
  balance: { default: 'mirror' },
  credit: { default: 'mirror' },
  discount: { default: 'mirror' },
  corporate: { default: 'mirror' },
  former: { default: 'mirror' },
  password: { default: 'ignore', flag: { key: 'confIsImportPasswordToUsPassword', means: 'mirror' } },
  dateConnect: { default: 'mirror' },
  agreementNumber: { default: 'update' },
  agreementDate: { default: 'update', flag: { key: 'confIsSkipUpdateAgreementDate', means: 'fill' } },
  tariffs: { default: 'mirror' },
  nextTariff: { default: 'mirror' },
  traffic: { default: 'mirror' },
  activity: { default: 'mirror', flag: { key: 'confIsSkipUpdateDateActivity', means: 'ignore' } },
  phones: { default: 'update', flag: { key: 'confIsImportLessPhone', means: 'mirror' } },
  email: { default: 'update' },
  house: { default: 'update', flag: { key: 'confIsImportLessAddress', means: 'mirror' } },
  apartment: { default: 'mirror' },
  floor: { default: 'update', flag: { key: 'confIsUpdateEmptyLevel', means: 'mirror' } },
  entrance: { default: 'update', flag: { key: 'confIsUpdateEmptyEntrance', means: 'mirror' } },
  ipMac: { default: 'mirror', flag: { key: 'confIsSkipDeleteEmptyIp', means: 'update' } },
  state: { default: 'mirror' },
  additionalData: { default: 'mirror' },
  groups: { default: 'mirror' },
  tags: { default: 'mirror' },
  services: { default: 'mirror' },
  parent: { default: 'mirror' },
} as const satisfies Record<string, PolicyRule>

export type FieldName = keyof typeof POLICY_RULES

export const FIELD_NAMES = Object.keys(POLICY_RULES) as readonly FieldName[]

/** The policy of every field, after flags and explicit policies were applied. */
export type Policies = Readonly<Record<FieldName, Policy>>
