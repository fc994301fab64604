/** The text of a file: UTF-8, else windows-1251, the encoding of this region's old editors. */
export function decodePhp(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
