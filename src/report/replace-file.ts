/** Replaces a file that others may be reading. */
import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Replaces a file by a text in one step: a reader gets the old one or the new one, whole.
 * @throws the operating system's error, with nothing left behind
 */
export function replaceFile(path: string, text: string, mode: number): void {
  const fresh = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(fresh, text, { mode })
    renameSync(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}
