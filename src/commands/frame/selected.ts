/** The subscribers named by `--id`. */
import { readFileSync } from 'node:fs'
import { systemReason } from '../../config/secrets.ts'
import { UsageError } from './exit-codes.ts'

/**
 * The names given, those in files included: one a line, blank lines and lines that begin with `#` left out. `undefined`
 * when none was given: everybody is meant, which an empty file must never come to.
 * @throws UsageError for a file that is not named, cannot be read or names nobody
 */
export function selectedBy(values: readonly string[]): readonly string[] | undefined {
  if (values.length === 0) return undefined
  return values.flatMap((value) => (value.startsWith('@') ? namesIn(value.slice(1)) : [value]))
}

function namesIn(file: string): string[] {
  if (file === '') throw new UsageError('"@" names no file.', { hint: 'For instance --id @five.txt.' })
  const names = read(file)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (names.length > 0) return names
  throw new UsageError(`${file} names nobody, so nothing was done.`, {
    hint: 'One login, id, agreement number or account number a line is expected.',
  })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${systemReason(error)}.`, { cause: error })
  }
}
