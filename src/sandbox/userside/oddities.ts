/**
 * What is known of UserSide comes from its documentation and from watching it; where it behaves otherwise, a run must
 * come to no harm. Each of these is such a behaviour. None is there by default, and all may be changed between runs.
 */
export interface Oddities {
  /** A proxy in front takes no form of more bytes and answers 413. */
  mostFormBytes?: number | undefined
  /** PHP takes no form of more bytes: it drops it, and what is left is a request without a key, which answers 403. */
  mostPostBytes?: number | undefined
}
