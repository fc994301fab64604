/** The password of the subscriber's cabinet. It is never shown, logged or stored by us. */
import { createHash } from 'node:crypto'
import type { Settings } from '../userside/userside.ts'
import type { SyncOptions } from './options.ts'

/**
 * The password as the ERP wants it: plain, or as the md5 of password and salt when it asks for encoded ones (§3).
 * `undefined` when it cannot be written: there is none, or the salt is not configured.
 */
export function cabinetPassword(
  password: string,
  settings: Settings,
  options: SyncOptions,
): string | undefined {
  if (password === '' || !settings.isPasswordEncoded) return password
  if (options.passwordSalt === undefined) return undefined
  return createHash('md5').update(password).update(options.passwordSalt).digest('hex')
}
