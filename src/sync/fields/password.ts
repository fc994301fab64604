/** The password of the subscriber's cabinet. It is never shown, logged or stored by us. */
import { createHash } from 'node:crypto'
import type { Settings } from '../../userside/userside.ts'
import { row } from './field.ts'
import type { SyncOptions } from './options.ts'

/**
 * The password as the ERP wants it: plain, or as the md5 of password and salt when it asks for encoded ones (§3).
 * `undefined` when it cannot be written: there is none, or the salt is not configured.
 */
function cabinetPassword(password: string, settings: Settings, options: SyncOptions): string | undefined {
  if (password === '' || !settings.isPasswordEncoded) return password
  if (options.passwordSalt === undefined) return undefined
  return createHash('md5').update(password).update(options.passwordSalt).digest('hex')
}

/** The password of the subscriber's cabinet. */
export const passwordField = row<string>({
  title: 'Cabinet password',
  exportedAs: 'password',
  isSecret: true,
  // An empty password would open the cabinet to everybody.
  isNeverEmptied: true,
  want: ({ password }, { settings, options }) => cabinetPassword(password, settings, options),
  have: (customer) => customer.password,
  isEmpty: (password) => password === '',
  patch: (password) => ({ password }),
  show: () => '***',
})
