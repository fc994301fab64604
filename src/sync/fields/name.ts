/** What a subscriber is called in the ERP (`contracts/userside-api.md` §11.4). */
import type { Subscriber } from '../../model/subscriber.ts'
import { plainName } from '../../model/text.ts'

/** The full name; who has none is called by its login. Never empty, and fit for the ERP, which takes no backslash. */
export function subscriberName({ fullName, login, id }: Subscriber): string {
  return plainName(fullName) || plainName(login) || plainName(id) || id
}
