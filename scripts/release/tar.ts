/** A tar writer whose output depends on nothing but its arguments: no clock, no user, no order of a folder's listing. */

export interface TarEntry {
  readonly path: string
  readonly data: Uint8Array
  readonly isExecutable: boolean
}

const BLOCK = 512

/**
 * Gives a `.tar.gz` with the entries in order of their paths, owned by root.
 * @param modifiedAt unix time in seconds, the same for every entry
 * @throws RangeError for a path longer than the 100 bytes of the ustar header
 */
export function tarGz(entries: readonly TarEntry[], modifiedAt: number): Uint8Array {
  const blocks: Uint8Array[] = []
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    blocks.push(header(entry, modifiedAt), entry.data)
    blocks.push(new Uint8Array((BLOCK - (entry.data.length % BLOCK)) % BLOCK))
  }
  blocks.push(new Uint8Array(2 * BLOCK))
  // Bun's own compressor: pinned with Bun, unlike the gzip of whoever rebuilds a release.
  return Bun.gzipSync(Buffer.concat(blocks), { level: 6 })
}

function header(entry: TarEntry, modifiedAt: number): Uint8Array {
  if (Buffer.byteLength(entry.path) > 100)
    throw new RangeError(`The path ${entry.path} is too long for a tar.`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, width: number) =>
    block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1')
  block.write(entry.path, 0)
  octal(entry.isExecutable ? 0o755 : 0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(entry.data.length, 124, 12)
  octal(modifiedAt, 136, 12)
  block.fill(' ', 148, 156) // The checksum is summed as if it were spaces.
  block.write('0', 156)
  block.write('ustar\x0000', 257, 'latin1')
  block.write('root', 265)
  block.write('root', 297)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}
