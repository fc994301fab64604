/** A folder of the program's own among the temporary files of this host. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '../model/errors.ts'

/**
 * Makes one (mode 0700), for its maker to remove.
 * @param prefix of its name
 * @throws ConfigError where none can be made
 */
export function makeTemporaryFolder(prefix: string, within = tmpdir()): string {
  try {
    return mkdtempSync(join(within, prefix))
  } catch (cause) {
    throw new ConfigError(`No temporary files can be made in ${within}.`, [], {
      hint: 'Set the environment variable TMPDIR to a folder that is there, has room, and can be written to.',
      cause,
    })
  }
}
