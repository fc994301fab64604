/**
 * What is particular about one product that speaks the universal billing API. The protocol itself, and every
 * tolerance for its loose types, is the reader's: a dialect says only where a product differs from that.
 */
import type { ProductAdvice } from '../../billing.ts'
import type { RecordTraits } from '../../records/traits.ts'
import type { Method } from '../methods.ts'
import type { Parameters } from '../url.ts'

export type { DialectName } from '../../../model/dialect-names.ts'

/** How a product cuts long lists, and how the rest of them is had (T30). */
export interface Paging {
  /** A list whose number of rows is a multiple of this may have been cut. */
  readonly suspiciousRows: number
  /** What asks for the rows behind the first `offset` ones. */
  readonly from: (offset: number) => Parameters
}

export interface Dialect extends RecordTraits {
  /** True for an operator's address that can only be this product's (§2). */
  readonly isOfAddress: (url: string) => boolean
  /** True for a name that this product gives itself in its system information. */
  readonly isOfName: (name: string) => boolean
  /** The query that calls a method, without the cache buster. */
  readonly call: (method: Method) => Parameters
  /** Methods it does not have or whose answers are of no use: they are never called. */
  readonly isMissing: (method: Method) => boolean
  /** `undefined`: it is not known to cut lists, or there is no way to the rest. */
  readonly paging: Paging | undefined
  /** A list of a suspiciously round length may be cut, and there is no way to find out. */
  readonly isRoundListSuspect: boolean
  /** What a login form in the place of an answer says: a refused key, or an address that leads elsewhere. */
  readonly loginPage: 'auth' | 'config'
  /** What an operator may try. */
  readonly advice: ProductAdvice
}
