/** The accounts of this host. */
import { readFileSync } from 'node:fs'

export const ROOT = 0

/** The number of the account that this process acts as. */
export function thisAccount(): number {
  return process.geteuid?.() ?? ROOT
}

/** The account's name, as `chown` takes it; its number where this host has none. */
export function accountName(uid: number): string {
  try {
    for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
      const [name, , number] = line.split(':')
      if (name && Number(number) === uid) return name
    }
  } catch {
    // Names are for reading; a number will do.
  }
  return String(uid)
}
