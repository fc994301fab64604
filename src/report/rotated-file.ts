/** A log file that is appended to, and rotated when it is big or of another day; never wiped. */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { keepPrivate } from '../host/mode.ts'
import { createEmpty, makeFolder } from '../host/owner.ts'
import { localDateTime } from '../model/date.ts'

export interface RotatedFileOptions {
  readonly path: string
  readonly maxBytes: number
  /** Files put aside are removed when they are older; the present one never is. */
  readonly keepDays: number
  readonly now: () => Date
  /** The folder is somebody else's: a file that is there is added to, and that is all. */
  readonly isGuest?: boolean
}

const DAY_MS = 86_400_000
const OWNER_ONLY = 0o600
/** A pipe that somebody put in the file's place must not hold up a run until it is read. */
const ADDING = constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK

/**
 * Appends lines, each with one call to the system, so that lines of two processes do not mix. The file is for its
 * owner only; its folder (mode 0700) is created when missing. What is put aside is named by the day its last line was
 * written: `usm-billing-2026-11-22.log`, `usm-billing-2026-11-22.1.log`, …
 */
export class RotatedFile {
  readonly #options: RotatedFileOptions
  #descriptor: number | undefined
  #size = 0
  #day = ''

  constructor(options: RotatedFileOptions) {
    this.#options = options
  }

  /** @throws the operating system's error; the next line is tried all the same */
  append(line: string): void {
    const bytes = Buffer.from(`${line}\n`)
    const today = this.#today()
    if (this.#descriptor === undefined) this.#open()
    const isFull = this.#size > 0 && this.#size + bytes.length > this.#options.maxBytes
    const isDue = isFull || (this.#size > 0 && this.#day !== today)
    if (isDue && !this.#options.isGuest) this.#rotate()
    this.#day = today
    this.#write(bytes)
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  #open(): void {
    const { path, isGuest = false } = this.#options
    if (!isGuest) this.#create()
    const descriptor = openSync(path, isGuest ? ADDING : ADDING | constants.O_CREAT, OWNER_ONLY)
    this.#descriptor = descriptor
    const stat = fstatSync(descriptor)
    if (stat.isFile() && !isGuest) keepPrivate(descriptor, stat.mode)
    this.#size = stat.size
    this.#day = localDateTime(stat.mtime).slice(0, 10)
  }

  #create(): void {
    const { path } = this.#options
    makeFolder(dirname(path), 0o700)
    try {
      createEmpty(path, OWNER_ONLY)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }

  #write(bytes: Buffer): void {
    if (this.#descriptor === undefined) return
    for (let written = 0; written < bytes.length; ) {
      const count = writeSync(this.#descriptor, bytes, written)
      written += count
      this.#size += count
    }
  }

  #rotate(): void {
    this.close()
    renameSync(this.#options.path, this.#freeName())
    this.#removeOld()
    this.#open()
  }

  #freeName(): string {
    const { stem, extension, folder } = this.#parts()
    let name = join(folder, `${stem}-${this.#day}${extension}`)
    for (let repeat = 1; existsSync(name); repeat++) {
      name = join(folder, `${stem}-${this.#day}.${repeat}${extension}`)
    }
    return name
  }

  #removeOld(): void {
    const { stem, extension, folder } = this.#parts()
    const oldest = this.#options.now().getTime() - this.#options.keepDays * DAY_MS
    const isOurs = new RegExp(
      `^${RegExp.escape(stem)}-\\d{4}-\\d\\d-\\d\\d(\\.\\d+)?${RegExp.escape(extension)}$`,
    )
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (isOurs.test(name) && statSync(path).mtimeMs < oldest) unlinkSync(path)
    }
  }

  #parts(): { stem: string; extension: string; folder: string } {
    const { path } = this.#options
    const extension = extname(path)
    return { stem: basename(path, extension), extension, folder: dirname(path) }
  }

  #today(): string {
    return localDateTime(this.#options.now()).slice(0, 10)
  }
}
