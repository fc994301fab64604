/**
 * The journal's file for whoever only looks: nothing in its folder is changed, renamed or given another mode. SQLite
 * needs two files beside it to let somebody read while a run writes; they are made only where they do not stay.
 */
import { Database } from 'bun:sqlite'
import { chmodSync, constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hasRight } from '../host/rights.ts'
import { makeTemporaryFolder } from '../host/temporary-folder.ts'
import { migrate, NotUsable, refuseNewer, refuseOther, versionOf } from './database.ts'
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from './file.ts'
import { SCHEMA_VERSION } from './schema.ts'

export interface ReadingOptions {
  /** A statement that the file may lack and reading needs: an index, say. It is carried out on a copy. */
  readonly wanting?: { readonly index: string; readonly statement: string }
  /** Where a copy is put for as long as it is read; nobody else can. */
  readonly temporaryFolder?: string
}

/** What SQLite keeps beside the file while somebody writes: the log of changes, and its index. */
const LOG = '-wal'
const INDEX = '-shm'

/** Times a copy is begun anew because a run wrote in the middle of it. */
const TRIES = 5

/**
 * Opens a journal to be read; a file of an older program on a copy that was brought up to date.
 * @throws the error of SQLite or of the system; `isDamage` tells whether the file is to blame
 */
export function openForReading(path: string, options: ReadingOptions = {}): Database {
  refuseOther(path)
  const database = openInPlace(path)
  if (database === undefined) return openCopy(path, options)
  try {
    refuseNewer(database)
    if (versionOf(database) === SCHEMA_VERSION && !isWanting(database, options)) return database
  } catch (error) {
    database.close()
    throw error
  }
  database.close()
  return openCopy(path, options)
}

/** `undefined` where that would need files beside it that this account may not make. */
function openInPlace(path: string): Database | undefined {
  const isOurs = hasRight(path, 'write') && hasRight(dirname(path), 'write')
  // A run is at work, or was killed: the files are there, and stay there for the next run.
  if (existsSync(path + LOG)) {
    if (!isOurs && !existsSync(path + INDEX)) return undefined
    return opened(new Database(path, { readonly: true }))
  }
  // Made by this connection, and removed by it: only who may write can do that.
  return isOurs ? opened(new Database(path, { readwrite: true, create: false })) : undefined
}

function opened(database: Database): Database {
  try {
    database.run('PRAGMA busy_timeout = 10000')
    database.run('PRAGMA query_only = 1')
    // Only the first look opens what is beside the file.
    versionOf(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function isWanting(database: Database, { wanting }: ReadingOptions): boolean {
  if (wanting === undefined) return false
  return database.query('SELECT 1 FROM sqlite_master WHERE name = ?').get(wanting.index) === null
}

/** Whole, of one moment, and gone with the process, however that ends. */
function openCopy(path: string, options: ReadingOptions): Database {
  const folder = makeTemporaryFolder('usm-billing-reading-', options.temporaryFolder)
  try {
    chmodSync(folder, OWNER_ONLY_FOLDER)
    const copy = join(folder, 'journal.sqlite')
    copyWhole(path, copy)
    const database = new Database(copy, { readwrite: true, create: false })
    try {
      refuseNewer(database)
      migrate(database)
      if (options.wanting !== undefined) database.run(options.wanting.statement)
      database.run('PRAGMA query_only = 1')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  } finally {
    // What is open stays readable.
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws NotUsable when a run leaves it no quiet moment */
function copyWhole(path: string, copy: string): void {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = stateOf(path)
    for (const suffix of ['', LOG]) {
      rmSync(copy + suffix, { force: true })
      if (!existsSync(path + suffix)) continue
      copyFileSync(path + suffix, copy + suffix, constants.COPYFILE_FICLONE)
      chmodSync(copy + suffix, OWNER_ONLY_FILE)
    }
    if (stateOf(path) === before) return
  }
  throw new NotUsable('a run is writing it just now')
}

/** Another text when anything was written in between. */
function stateOf(path: string): string {
  return ['', LOG]
    .map((suffix) => {
      const stat = statSync(path + suffix, { throwIfNoEntry: false, bigint: true })
      return stat === undefined ? 'none' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`
    })
    .join()
}
