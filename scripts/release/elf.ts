/** Just enough of the ELF format to tell what a binary is and which program is embedded in it. Little-endian, 64 bit. */
import type { ElfKind } from './targets.ts'

export interface ElfFile extends ElfKind {
  /** The compiled program: Bun keeps it in a section of its own, the same bytes whatever runtime it is put into. */
  readonly program: Buffer
}

const machines: Readonly<Record<number, ElfKind['machine']>> = { 62: 'x86-64', 183: 'aarch64' }
const systems: Readonly<Record<number, ElfKind['system']>> = { 0: 'System V', 9: 'FreeBSD' }
const PT_INTERP = 3

/**
 * Reads what kind of executable a file is.
 * @throws Error saying what is not as expected when it is no 64-bit little-endian ELF executable made by Bun.
 */
export function readElf(file: Buffer): ElfFile {
  if (file.length < 64 || file.toString('latin1', 0, 4) !== '\x7fELF') throw new Error('not an ELF file')
  if (file[4] !== 2 || file[5] !== 1) throw new Error('not a 64-bit little-endian ELF file')
  const machine = machines[file.readUInt16LE(18)]
  const system = systems[file.readUInt8(7)]
  if (machine === undefined) throw new Error(`unknown machine ${file.readUInt16LE(18)}`)
  if (system === undefined) throw new Error(`unknown system ${file.readUInt8(7)}`)
  return { machine, system, interpreter: interpreterOf(file), program: sectionOf(file, '.bun') }
}

/**
 * The loader an executable asks for.
 * @param file its beginning will do
 */
export function interpreterOf(file: Buffer): string {
  for (const header of table(file, Number(file.readBigUInt64LE(32)), 54, 56)) {
    if (header.readUInt32LE(0) !== PT_INTERP) continue
    const start = Number(header.readBigUInt64LE(8))
    return file.toString('latin1', start, start + Number(header.readBigUInt64LE(32)) - 1)
  }
  throw new Error('no interpreter: not a dynamically linked executable')
}

function sectionOf(file: Buffer, name: string): Buffer {
  const headers = table(file, Number(file.readBigUInt64LE(40)), 58, 60)
  const namesHeader = headers[file.readUInt16LE(62)]
  if (namesHeader === undefined) throw new Error('no table of section names')
  const names = contentOf(file, namesHeader)
  for (const header of headers) {
    const start = header.readUInt32LE(0)
    if (names.toString('latin1', start, names.indexOf(0, start)) === name) return contentOf(file, header)
  }
  throw new Error(`no section ${name}: no program is embedded`)
}

function contentOf(file: Buffer, sectionHeader: Buffer): Buffer {
  const start = Number(sectionHeader.readBigUInt64LE(24))
  return file.subarray(start, start + Number(sectionHeader.readBigUInt64LE(32)))
}

/** The headers of a table whose entry size and count stand in the file header at the given places. */
function table(file: Buffer, start: number, sizeAt: number, countAt: number): Buffer[] {
  const size = file.readUInt16LE(sizeAt)
  return Array.from({ length: file.readUInt16LE(countAt) }, (_, index) =>
    file.subarray(start + index * size, start + (index + 1) * size),
  )
}
