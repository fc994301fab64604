/** Files that others read while they are written. */
import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Puts a text in the place of a file at once: a reader sees the old one or the new one, whole.
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
