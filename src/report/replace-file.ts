/** Files that are written for others: a person, a collector. What stands in their place is respected. */
import {
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { give, openNew, removeLeftover } from '../host/owner.ts'

/** How long a pipe is waited for whose reader is slow. */
const PATIENCE_MS = 10_000

/**
 * Puts a text, or bytes, where others look for it. A file is replaced at once (a reader sees the old one or the new one, whole), with
 * the mode as it is given, whatever the umask, and the owner it had. A link is followed. A pipe, a terminal or another
 * device is written into; a folder, a disk or a socket is refused. Nothing but a file is ever replaced.
 * @throws the operating system's error or a sentence, with nothing left behind
 */
export function replaceFile(path: string, text: string | Uint8Array, mode: number): void {
  const descriptor = descriptorOf(path)
  if (descriptor !== undefined) {
    writeAll(descriptor, text)
    return
  }
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || stat.isFile()) putInPlace(endOfLinks(path), text, mode, stat)
  else writeInto(path, stat, text)
}

function putInPlace(path: string, text: string | Uint8Array, mode: number, before: Stats | undefined): void {
  const fresh = `${path}.${process.pid}.tmp`
  try {
    removeLeftover(fresh)
    const descriptor = openNew(fresh, mode)
    try {
      fchmodSync(descriptor, mode)
      if (before !== undefined) give(descriptor, before)
      writeFileSync(descriptor, text)
    } finally {
      closeSync(descriptor)
    }
    renameSync(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

/** Why a path takes no file. */
class NotTaken extends Error {}

function writeInto(path: string, stat: Stats, text: string | Uint8Array): void {
  if (stat.isDirectory()) throw new NotTaken('it is a folder')
  if (stat.isBlockDevice()) throw new NotTaken('it is a disk')
  if (stat.isSocket()) throw new NotTaken('it is a socket')
  // Who reads a pipe may not be there: then nobody is waited for.
  const descriptor = openToWrite(path)
  try {
    writeAll(descriptor, text)
  } finally {
    closeSync(descriptor)
  }
}

function openToWrite(path: string): number {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
  } catch (error) {
    throw codeOf(error) === 'ENXIO' ? new NotTaken('nobody reads it') : error
  }
}

function writeAll(descriptor: number, text: string | Uint8Array): void {
  let rest = typeof text === 'string' ? Buffer.from(text) : text
  const until = performance.now() + PATIENCE_MS
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error
      if (performance.now() > until) throw new NotTaken('its reader does not go on reading')
      Bun.sleepSync(5)
    }
  }
}

/** What the process has open already, by the names the system has for it: to open it again would write over it. */
function descriptorOf(path: string): number | undefined {
  const [, name, number] =
    /^\/dev\/(stdout|stderr|fd\/(\d+))$/.exec(path) ?? /^\/proc\/self\/(fd\/(\d+))$/.exec(path) ?? []
  if (name === undefined) return undefined
  return number === undefined ? { stdout: 1, stderr: 2 }[name] : Number(number)
}

/** Where the links lead that the path is, also when nothing is there yet. */
function endOfLinks(path: string): string {
  const target = linkOf(path)
  if (target === undefined) return path
  // A circle of links has no end, and asking for it was an error before.
  return endOfLinks(resolve(realpathSync(dirname(path)), target))
}

function linkOf(path: string): string | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat?.isSymbolicLink() ? readlinkSync(path) : undefined
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
