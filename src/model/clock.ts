/** The clock of one of the two systems. */
export interface SystemClock {
  /** `YYYY-MM-DD hh:mm:ss`, local to that system. */
  readonly local: string
  /** Minutes ahead of UTC, from the HTTP `Date` header, rounded to 15 (`contracts/universal-billing-api.md` §4). */
  readonly offsetMinutes: number
}
