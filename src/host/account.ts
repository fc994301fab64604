/** The accounts of this host. */
import { readFileSync } from 'node:fs'

export const ROOT = 0

/** The number of the account that this process acts as. */
export function thisAccount(): number {
  return process.geteuid?.() ?? ROOT
}

/** The account's name; its number where this host has none. */
export function accountName(uid: number): string {
  return nameOf(uid) ?? String(uid)
}

/** The account as `chown` takes it, with its group where the account is known. */
export function ownerForChown(uid: number): string {
  const name = nameOf(uid)
  return name === undefined ? String(uid) : `${name}:`
}

function nameOf(uid: number): string | undefined {
  try {
    for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
      const [name, , number] = line.split(':')
      if (name && Number(number) === uid) return name
    }
  } catch {
    // Names are for reading; a number will do.
  }
  return undefined
}
