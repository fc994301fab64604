/** UserSide keeps an entrance as a number; what the billing calls one may be anything (`contracts/userside-api.md` §6). */

const NUMBER = /^0*(\d{0,6})$/

/** The entrance's number, `""` none; `undefined` where it is no number, or one that no entrance has. */
export function entranceNumber(entrance: string): string | undefined {
  return NUMBER.exec(entrance)?.[1]
}
