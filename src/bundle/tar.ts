/** A tar writer whose output depends on nothing but its arguments: no clock, no user, no order of a folder's listing. */

export interface TarEntry {
  /** A folder's ends with a slash. */
  readonly path: string
  /** Nothing for a folder. */
  readonly data: Uint8Array
  /** Permission bits: 0o644. */
  readonly mode: number
  /** Name of the user; `root` unless given. */
  readonly owner?: string
  /** Name of the group; that of the user unless given. */
  readonly group?: string
  /** Records of an extended header of its own (POSIX pax), by keyword. */
  readonly extended?: Readonly<Record<string, string>>
}

const BLOCK = 512

/**
 * Gives a tar with the entries in the order they are given.
 * @param modifiedAt unix time in seconds, the same for every entry
 * @throws RangeError for a path longer than the 100 bytes of the ustar header
 */
export function tar(entries: readonly TarEntry[], modifiedAt: number): Uint8Array {
  return Buffer.concat([tarPart(entries, modifiedAt), new Uint8Array(2 * BLOCK)])
}

/** As {@link tar}, without the mark of its end: another tar is to follow in the same stream. */
export function tarPart(entries: readonly TarEntry[], modifiedAt: number): Uint8Array {
  const blocks: Uint8Array[] = []
  for (const entry of entries) {
    if (entry.extended !== undefined) {
      const data = records(entry.extended)
      blocks.push(header({ ...entry, data }, modifiedAt, 'x'), data, padding(data))
    }
    blocks.push(
      header(entry, modifiedAt, entry.path.endsWith('/') ? '5' : '0'),
      entry.data,
      padding(entry.data),
    )
  }
  return Buffer.concat(blocks)
}

/** In order of the paths, as one `.tar.gz`. */
export function tarGz(entries: readonly TarEntry[], modifiedAt: number): Uint8Array {
  return gzip(tar(byPath(entries), modifiedAt))
}

/** A folder before what it holds. */
export function byPath<T extends { readonly path: string }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** Bun's own compressor: pinned with Bun, unlike the gzip of whoever rebuilds a release. */
export function gzip(data: Uint8Array, level: 6 | 9 = 6): Uint8Array {
  return Bun.gzipSync(Buffer.from(data), { level })
}

function padding(data: Uint8Array): Uint8Array {
  return new Uint8Array((BLOCK - (data.length % BLOCK)) % BLOCK)
}

/** Each record begins with its own length, which counts the digits of that length too. */
function records(extended: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(extended).map(([keyword, value]) => {
    const rest = Buffer.byteLength(` ${keyword}=${value}\n`)
    let length = rest + String(rest).length
    if (String(length).length > String(rest).length) length = rest + String(length).length
    return `${length} ${keyword}=${value}\n`
  })
  return Buffer.from(lines.join(''))
}

function header(entry: TarEntry, modifiedAt: number, type: '0' | '5' | 'x'): Uint8Array {
  if (Buffer.byteLength(entry.path) > 100)
    throw new RangeError(`The path ${entry.path} is too long for a tar.`)
  const { owner = 'root', group = owner } = entry
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, width: number) =>
    block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1')
  block.write(entry.path, 0)
  octal(entry.mode, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(entry.data.length, 124, 12)
  octal(modifiedAt, 136, 12)
  block.fill(' ', 148, 156) // The checksum is summed as if it were spaces.
  block.write(type, 156)
  block.write('ustar\x0000', 257, 'latin1')
  block.write(owner, 265)
  block.write(group, 297)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}
