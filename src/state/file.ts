/** Files and folders that only the account running the program may read. */
import { statSync } from 'node:fs'
import { keepPrivate } from '../host/mode.ts'
import { createEmpty, makeFolder } from '../host/owner.ts'

export const OWNER_ONLY_FOLDER = 0o700
export const OWNER_ONLY_FILE = 0o600

/** Creates a folder, and those above it, when it is missing; one that exists keeps its mode. */
export function ensurePrivateFolder(folder: string): void {
  makeFolder(folder, OWNER_ONLY_FOLDER)
}

/**
 * Sees to it that a file exists and that nobody but its owner, and whom he has let, may read it.
 *
 * A file that exists is not opened: closing any descriptor of a file drops every lock this process holds on it.
 */
export function ensurePrivateFile(path: string): void {
  try {
    createEmpty(path, OWNER_ONLY_FILE)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    keepPrivate(path, statSync(path).mode)
  }
}

/** True for an error of the operating system or of SQLite with this code. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** What SQLite says by its codes; a longer code begins with one of them and says the same. */
const SQLITE_REASONS: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'file is not a database',
  SQLITE_CORRUPT: 'database disk image is malformed',
  SQLITE_IOERR: 'disk I/O error',
  SQLITE_FULL: 'database or disk is full',
  SQLITE_CANTOPEN: 'unable to open database file',
  SQLITE_READONLY: 'attempt to write a readonly database',
  SQLITE_BUSY: 'database is locked',
}

/** What an error says, for a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = SQLITE_REASONS[code.split('_', 2).join('_')]
  if (known !== undefined) return known
  return error instanceof Error ? error.message : String(error)
}
