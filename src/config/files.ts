/** Checks the files a configuration names and a run needs, before anything else is done. */
import { resolve } from 'node:path'
import type { ConfigHost } from './host.ts'
import type { Path } from './jsonc.ts'
import type { Contents } from './kinds.ts'
import { dotted, everyKey } from './outline.ts'
import { systemReason } from './secrets.ts'
import type { Flaw } from './shape.ts'

/**
 * Each file that cannot be read or does not hold what it should.
 * @param value the configuration, of which nothing is sure to be typed: other keys may be wrong too
 * @param folder where relative paths begin
 * @param hidden dotted paths whose value is not to be shown
 */
export function flawsOfFiles(
  value: Readonly<Record<string, unknown>>,
  folder: string,
  host: ConfigHost,
  hidden: ReadonlySet<string>,
): Flaw[] {
  return everyKey().flatMap(({ path, holds }) => {
    const written = valueAt(value, path)
    if (holds === undefined || typeof written !== 'string') return []
    const file = resolve(folder, written)
    const message = flawOf(file, holds, hidden.has(dotted(path)), host)
    return message === undefined ? [] : [{ path, message }]
  })
}

function flawOf(file: string, { pattern, what }: Contents, isHidden: boolean, host: ConfigHost) {
  try {
    if (pattern.test(host.readText(file))) return undefined
    return isHidden ? `the file holds no ${what}` : `the file ${file} holds no ${what}`
  } catch (error) {
    const reason = systemReason(error)
    return isHidden ? `the file cannot be read: ${reason}` : `the file ${file} cannot be read: ${reason}`
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((parent, part) => Object(parent)[part], value)
}
