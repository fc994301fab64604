/** The clock of one of the two systems. */
export interface SystemClock {
  /** `YYYY-MM-DD hh:mm:ss`, local to that system. */
  readonly local: string
  /** Minutes ahead of UTC, from the HTTP `Date` header, rounded to 15 (`contracts/universal-billing-api.md` §4). */
  readonly offsetMinutes: number
  /**
   * No zone is as far from UTC as the local time would be: the clock is wrong, or somebody kept an old answer. The offset
   * is then that of this host.
   */
  readonly isDoubtful?: boolean
}
