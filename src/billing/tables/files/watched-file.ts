/**
 * A file that another program writes, perhaps just now: read whole, or not at all (`contracts/databases.md` §4). One
 * that changed while it was read may be half of the old and half of the new.
 */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure } from './file-failure.ts'

export interface FileRules {
  /** Older files are not read; `undefined`: of any age. */
  readonly maxAgeMinutes: number | undefined
  readonly now: () => Date
}

/**
 * The bytes of a file, in pieces.
 * @throws Failure when it is empty, too old, cannot be read, or changed meanwhile
 */
export async function* readWatched(
  path: string,
  { maxAgeMinutes, now }: FileRules,
): AsyncGenerator<Uint8Array, void> {
  const before = await look(path)
  const name = basename(path)
  if (before.size === 0)
    throw new Failure(`The file ${name} is empty.`, 'Look at the program that writes it.')
  const minutes = Math.floor((now().getTime() - before.mtimeMs) / 60_000)
  if (maxAgeMinutes !== undefined && minutes > maxAgeMinutes) {
    throw new Failure(
      `The file ${name} is ${minutes} minutes old, more than ${maxAgeMinutes}.`,
      'Look at the program that writes it, or raise billingDatabase.maxAgeMinutes.',
    )
  }
  try {
    yield* Bun.file(path).stream()
  } catch (cause) {
    throw unreadable(name, cause)
  }
  const after = await look(path)
  const isSame = (['size', 'mtimeMs', 'ino'] as const).every((mark) => before[mark] === after[mark])
  if (!isSame) {
    throw new Failure(
      `The file ${name} was changed while it was read.`,
      'Let the program that writes it write beside it and rename it when it is whole.',
    )
  }
}

async function look(path: string) {
  try {
    return await stat(path)
  } catch (cause) {
    throw unreadable(basename(path), cause)
  }
}

function unreadable(name: string, cause: unknown): Failure {
  const text =
    cause instanceof Error && 'code' in cause
      ? `The file ${name} cannot be read (${String(cause.code)}).`
      : `The file ${name} cannot be read.`
  return new Failure(text, 'Check the rights of the file and of its folder.')
}
