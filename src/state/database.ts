/** The journal's file: opened, brought up to date, or set aside when it cannot be used. */
import { Database } from 'bun:sqlite'
import { accessSync, constants, existsSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ensurePrivateFile, ensurePrivateFolder, isCode } from './file.ts'
import { MIGRATIONS, SCHEMA_VERSION } from './schema.ts'

// Closing ends only the statements in this cache; one that fell out of it would keep the file open behind our back.
Database.MAX_QUERY_CACHE_SIZE = 64

/** It can be read but is no journal of ours, or one of a newer program. */
export class NotUsable extends Error {}

/**
 * Opens a journal's file, created when missing (mode 0600, its folder 0700), its tables brought up to date.
 * @throws the error of SQLite or of the operating system; `isDamage` tells whether the file is to blame
 */
export function openDatabase(path: string): Database {
  ensurePrivateFolder(dirname(path))
  ensurePrivateFile(path)
  refuseOther(path)
  // What may only be read SQLite opens all the same, and fails at the first change.
  accessSync(path, constants.R_OK | constants.W_OK)
  return prepare(new Database(path, { create: true, readwrite: true }))
}

/** A folder or a device in the journal's place. */
export function refuseOther(path: string): void {
  if (!statSync(path).isFile()) throw new NotUsable('it is no file')
}

/** A journal without a file: it serves a run and is gone with it. */
export function openInMemory(): Database {
  return prepare(new Database(':memory:'))
}

/** True when the file, not the disk, the moment or a missing right, is what is wrong. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof NotUsable ||
    isCode(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR', 'SQLITE_SCHEMA', 'EISDIR')
  )
}

/** What the disk, the account or another process may do to a sound file. */
const TROUBLES = [
  'FULL',
  'IOERR',
  'READONLY',
  'CANTOPEN',
  'PERM',
  'AUTH',
  'BUSY',
  'LOCKED',
  'NOMEM',
  'INTERRUPT',
  'PROTOCOL',
]

/** True for an error of SQLite for which the content of the file is not to blame: another one would fare no better. */
export function isTrouble(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return TROUBLES.some((trouble) => code.startsWith(`SQLITE_${trouble}`))
}

/**
 * Renames a journal that cannot be used, with what belongs to it, and gives its new name.
 * `undefined` when there is nothing at that path.
 * @throws the operating system's error when the folder cannot be written
 */
export function setAside(path: string, now: Date): string | undefined {
  if (!existsSync(path)) return undefined
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  let aside = `${path}.damaged-${stamp}`
  for (let repeat = 2; existsSync(aside); repeat++) aside = `${path}.damaged-${stamp}-${repeat}`
  renameSync(path, aside)
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
  return aside
}

function prepare(database: Database): Database {
  try {
    database.run('PRAGMA busy_timeout = 10000')
    refuseNewer(database)
    // Only an empty file takes it; with it, pruning gives space back.
    database.run('PRAGMA auto_vacuum = INCREMENTAL')
    database.run('PRAGMA journal_mode = WAL')
    // A power cut may lose the last changes of a run, never the journal.
    database.run('PRAGMA synchronous = NORMAL')
    database.run('PRAGMA journal_size_limit = 67108864')
    // A first import writes much. A checkpoint every 4 MB would write most of it once more; one every 64 MB holds up
    // the requests under way for longer than they take.
    database.run('PRAGMA wal_autocheckpoint = 4096')
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Before anything is changed in it. @throws NotUsable */
export function refuseNewer(database: Database): void {
  const version = versionOf(database)
  if (version > SCHEMA_VERSION) throw new NotUsable(`it was written by a newer version, ${version}`)
}

export function migrate(database: Database): void {
  if (versionOf(database) === SCHEMA_VERSION) return
  // Another process may be doing the same: who comes second finds it done.
  database.run('BEGIN IMMEDIATE')
  try {
    for (const step of MIGRATIONS.slice(versionOf(database))) database.run(step)
    database.run(`PRAGMA user_version = ${SCHEMA_VERSION}`)
    database.run('COMMIT')
  } catch (error) {
    // SQLite ends the transaction itself when the disk is full. To end it once more would fail as a damaged file does.
    if (database.inTransaction) database.run('ROLLBACK')
    throw error
  }
}

export function versionOf(database: Database): number {
  return database.query<{ user_version: number }, []>('PRAGMA user_version').get()?.user_version ?? 0
}
