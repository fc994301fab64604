/** Checks of the folders a run writes to. They write nothing. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { systemReason } from '../../config/secrets.ts'
import { formatBytes } from '../../text/quantity.ts'
import { type Check, checksOf } from './check.ts'

/** What there is to know of a file system. */
export interface Disk {
  exists(path: string): boolean
  isFolder(path: string): boolean
  /** @throws the operating system's error when this account may not write there */
  writable(path: string): void
  /** Bytes this account may still write. */
  freeBytes(path: string): number
}

export interface Folder {
  readonly name: string
  /** The configuration key that names it. */
  readonly key: string
  readonly path: string
  /** Files of earlier runs that this one would go on with. */
  readonly files: readonly string[]
}

/** Below this a big provider's log of a month may not fit. */
const LITTLE_BYTES = 100_000_000

const host = checksOf('host')

/** Would a run be able to write here? */
export function checkFolder({ name, key, path, files }: Folder, disk: Disk = REAL): Check {
  const place = nearestExisting(path, disk)
  if (!disk.isFolder(place)) return host.fail(name, `${place} is a file, not a folder.`, key)
  const fault = faultOf(disk, place)
  if (fault !== undefined) {
    return host.fail(name, `${place} cannot be written: ${fault}.`, ownerHint(key, place))
  }
  const foreign = files
    .map((file) => join(path, file))
    .find((file) => disk.exists(file) && faultOf(disk, file) !== undefined)
  if (foreign !== undefined) {
    const why = `${foreign} cannot be written: ${faultOf(disk, foreign)}. Did another account run it once?`
    return host.fail(name, why, ownerHint(key, foreign))
  }
  const free = disk.freeBytes(place)
  const room = formatBytes(free)
  if (free < LITTLE_BYTES)
    return host.warn(name, `${path}: only ${room} free.`, `make room, or set ${key} to another disk`)
  return host.ok(name, place === path ? `${path}, ${room} free` : `${path} will be created, ${room} free`)
}

function ownerHint(key: string, path: string): string {
  return `chown ${path} to the account that runs usm-billing, or set ${key} to another folder`
}

function nearestExisting(path: string, disk: Disk): string {
  let place = path
  while (!disk.exists(place) && dirname(place) !== place) place = dirname(place)
  return place
}

function faultOf(disk: Disk, path: string): string | undefined {
  try {
    disk.writable(path)
    return undefined
  } catch (error) {
    return systemReason(error)
  }
}

const REAL: Disk = {
  exists: existsSync,
  isFolder: (path) => statSync(path).isDirectory(),
  writable: (path) =>
    accessSync(path, statSync(path).isDirectory() ? constants.W_OK | constants.X_OK : constants.W_OK),
  freeBytes: (path) => {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  },
}
