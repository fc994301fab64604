/** Members by which a single bare item is told from a map of items (T5). */
export const AGREEMENT_MARKS = ['number', 'date'] as const
export const ADDRESS_MARKS = ['house_id', 'type', 'floor', 'entrance'] as const
export const PHONE_MARKS = ['number', 'flag_main'] as const
export const EMAIL_MARKS = ['address', 'flag_main'] as const
export const IP_MARKS = ['ip', 'mac'] as const
export const SERVICE_MARKS = ['cost', 'date_add', 'comment'] as const
export const FIELD_MARKS = ['id', 'value'] as const
export const ACCOUNT_MARKS = ['id', 'login'] as const
export const ID_MARKS = ['id'] as const
export const TARIFF_MARKS = ['id', 'name'] as const
/** For maps whose values are lists: there is no item to be bare. */
export const NO_MARKS = [] as const
