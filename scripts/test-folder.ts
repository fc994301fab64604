/**
 * Where the tests keep what they write: in memory, where the machine has a folder for it. Every run of the program waits
 * for the disk, lest its journal be lost with the power; thousands of runs that are gone in a minute need not.
 */
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const IN_MEMORY = '/dev/shm'
/** Databases and compiled programs of several files at a time, and room beside them. */
const LEAST_FREE_BYTES = 2 * 1024 ** 3

/**
 * Makes a folder like `/tmp`, which goes with this process; `undefined` where there is no memory for it, or where no
 * program in it can be started.
 */
export function makeFolderInMemory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    if (bavail * bsize < LEAST_FREE_BYTES) return undefined
    const folder = mkdtempSync(join(IN_MEMORY, 'usm-tests-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    // A process that is interrupted has no exit of its own.
    process.once('SIGINT', () => process.exit(130))
    chmodSync(folder, 0o1777)
    tryProgram(join(folder, 'program'))
    return folder
  } catch {
    return undefined
  }
}

/** @throws where the file system starts no programs */
function tryProgram(path: string): void {
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  Bun.spawnSync([path])
  rmSync(path)
}
