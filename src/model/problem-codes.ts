/**
 * The names of everything a run may report and go on: a promise to scripts and dashboards. Each has its row on the
 * page on troubleshooting, in every language; a test holds them together.
 */
export const PROBLEM_CODES = [
  // The billing's answers.
  'billing-list-failed',
  'list-unsupported',
  'fields-not-exported',
  'garbage-before-json',
  'item-unreadable',
  'subscriber-unreadable',
  'subscriber-without-id',
  'child-id-taken',
  'list-may-be-cut',
  // What the billing's records refer to.
  'tariff-unknown',
  'state-unknown',
  'group-unknown',
  'tag-unknown',
  'service-unknown',
  'house-dangling',
  'house-street-unknown',
  'addresses-unavailable',
  'entrance-not-a-number',
  // The configuration against what both sides have.
  'filter-unknown',
  'filter-unreadable',
  'always-group-unknown',
  'password-salt',
  'module-revision',
  // UserSide.
  'userside-list-failed',
  'userside-duplicate',
  'userside-subscriber-without-id',
  'userside-tariff-without-id',
  'userside-service-without-id',
  'tariff-near-miss',
  'licence',
  'refused',
  'additional-field-refused',
  'house-refused',
  'write-lost',
  'create-missing',
  'not-accepted',
  'absence-guard',
  // Taking a run back.
  'undo-changed',
  'undo-kept',
  'undo-created',
  'undo-stays',
  'undo-unkept',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]
