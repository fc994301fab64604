/** What this account may do with a file, and what would give it the right that is missing. */
import { accessSync, constants, lstatSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { accountName, ownerForChown, thisAccount } from './account.ts'

/** What may be wanted of a file or a folder. */
export type Right = 'read' | 'write' | 'enter'

const MODES: Readonly<Record<Right, number>> = {
  read: constants.R_OK,
  write: constants.W_OK,
  enter: constants.X_OK,
}

/** True when this account may do that; of a file that is not there, or cannot be asked, it may not. */
export function hasRight(path: string, right: Right): boolean {
  return refusal(path, right) === undefined
}

/** The system's code for its no. */
function refusal(path: string, right: Right): string | undefined {
  try {
    accessSync(path, MODES[right])
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  }
}

/** True where it is the account that is refused, not the disk. */
function isForbidden(path: string, right: Right): boolean {
  return ['EACCES', 'EPERM'].includes(refusal(path, right) ?? '')
}

/** Which right is missing, in a sentence, and what gives it. */
export interface MissingRight {
  readonly sentence: string
  readonly hint: string
}

/**
 * Tells why a path that exists cannot be used: the first of the folders on the way to it that may not be looked into, or
 * the file itself. `undefined` when this account has the rights.
 * @param files what to give away together with the file, as the shell's pattern has it
 */
export function missingRight(
  path: string,
  rights: readonly Right[],
  files = shellWord(path),
): MissingRight | undefined {
  const barred = foldersAbove(path).find((folder) => isForbidden(folder, 'enter') && isFolder(folder))
  if (barred !== undefined) return describe(barred, 'enter', shellWord(barred), barred === dirname(path))
  const right = rights.find((one) => isForbidden(path, one))
  return right === undefined ? undefined : describe(path, right, files, true)
}

/** @param isGiveable false for a folder that holds more than what is ours */
function describe(path: string, right: Right, files: string, isGiveable: boolean): MissingRight | undefined {
  const stat = statOf(path)
  if (stat === undefined) return undefined
  const me = accountName(thisAccount())
  if (stat.uid === thisAccount()) {
    const letters = { read: 'r', write: 'rw', enter: 'rwx' }[right]
    return { sentence: BARRED[right](path, me), hint: `chmod u+${letters} ${shellWord(path)}` }
  }
  const owner = accountName(stat.uid)
  const keeper = accountName(statOf(dirname(path))?.uid ?? stat.uid)
  const sentence = REFUSED[right](path, owner, me)
  if (!isGiveable) return { sentence, hint: `Use a folder that ${me} may look into.` }
  const change = `As root: chown ${ownerForChown(thisAccount())} ${files}`
  // Who is not the account that owns the folder too should rather be that account.
  const isStranger = owner === keeper && keeper !== me
  return {
    sentence,
    hint: isStranger ? `Run it as ${owner} (sudo -u ${owner}). Or, for good. ${change}` : change,
  }
}

/** By the account's own file, whose mode is in the way. */
const BARRED: Readonly<Record<Right, (path: string, me: string) => string>> = {
  read: (path, me) => `${path} is this account's (${me}), but its mode does not let it read it`,
  write: (path, me) => `${path} is this account's (${me}), but its mode does not let it write to it`,
  enter: (path, me) => `${path} is this account's (${me}), but its mode does not let it look into it`,
}

/** By the file of somebody else. */
const REFUSED: Readonly<Record<Right, (path: string, owner: string, me: string) => string>> = {
  read: (path, owner, me) => `${path} belongs to ${owner}, and this account (${me}) may not read it`,
  write: (path, owner, me) => `${path} belongs to ${owner}, and this account (${me}) may not write to it`,
  enter: (path, owner, me) => `${path} belongs to ${owner}, and this account (${me}) may not look into it`,
}

/** No right lets anybody look into a file or a device that stands where a folder should. */
function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() !== false
}

function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    folders.unshift(folder)
    if (folder === dirname(folder)) return folders
  }
}

/** Of a link, what it leads to: that is what this account may not use. */
function statOf(path: string): Stats | undefined {
  for (const ask of [statSync, lstatSync]) {
    try {
      return ask(path)
    } catch {
      // It may not be asked, or leads nowhere.
    }
  }
  return undefined
}

/** A path as a shell takes it. */
export function shellWord(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}

/** The files of a folder whose names begin with this, as a shell's pattern. */
export function filesBeginningWith(folder: string, prefix: string): string {
  return `${shellWord(resolve(folder, basename(prefix)))}*`
}
