/** IPv4 and MAC addresses. An IP is its unsigned 32-bit integer, a MAC 12 lower-case hex digits. */

/** One address of a subscriber. Without `ip` it is a device known only by its MAC; without `mac` that is `""`. */
export interface IpMac {
  readonly ip: number | undefined
  readonly mac: string
}

const MOST = 0xffff_ffff
const CANONICAL_MAC = /^[0-9a-f]{12}$/
const NO_MAC = /^(?:0{12}|f{12})$/

/** Reads an IP as number, numeric text or dotted text; 0, too big and unreadable give `undefined` (T14). */
export function parseIp(value: unknown): number | undefined {
  if (typeof value === 'number') return isUsableIp(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d{1,10}$/.test(text)) return parseIp(Number(text))
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number)
  if (parts === undefined || parts.some((part) => part > 255)) return undefined
  return parseIp(parts.reduce((sum, part) => sum * 256 + part, 0))
}

/** An IP in its dotted form, for people. */
export function formatIp(ip: number): string {
  return [ip >>> 24, (ip >>> 16) & 255, (ip >>> 8) & 255, ip & 255].join('.')
}

/** The first valid MAC of a text that may glue several; `""` when there is none (T15). */
export function parseMac(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = String(value)
  for (const token of CANONICAL_MAC.test(text) ? [text] : text.split(/[;,\s]+/)) {
    const mac = CANONICAL_MAC.test(token) ? token : token.replace(/[:.-]/g, '').toLowerCase()
    if (CANONICAL_MAC.test(mac) && !NO_MAC.test(mac)) return mac
  }
  return ''
}

function isUsableIp(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= MOST
}
