/** Who may read a file that names subscribers. */
import { chmodSync, fchmodSync } from 'node:fs'

const OWNER_ONLY_FILE = 0o600

/**
 * Takes from a file that exists what nobody can have meant: a file for everybody becomes its owner's alone. That its
 * group may read it somebody has wanted. Somebody else's file may be used where its owner lets us, and its mode is its
 * owner's affair.
 * @param file a path or a descriptor
 * @param mode as it is
 */
export function keepPrivate(file: string | number, mode: number): void {
  const now = mode & 0o777
  const wanted = (now & 0o007) === 0 ? now & 0o740 : OWNER_ONLY_FILE
  if (now === wanted) return
  try {
    if (typeof file === 'number') fchmodSync(file, wanted)
    else chmodSync(file, wanted)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error
  }
}
