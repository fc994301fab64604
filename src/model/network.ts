/** IPv4 and MAC addresses. An IP is its unsigned 32-bit integer, a MAC 12 lower-case hex digits. */
import { UNREADABLE, type Unreadable } from './unreadable.ts'

/** One address of a subscriber. Without `ip` it is a device known only by its MAC; without `mac` that is `""`. */
export interface IpMac {
  readonly ip: number | undefined
  readonly mac: string
}

const MOST = 0xffff_ffff
/** What -1 becomes where it is kept without a sign: by it UserSide calls a device without an IP. */
export const NO_IP = MOST
const CANONICAL_MAC = /^[0-9a-f]{12}$/
const NO_MAC = /^(?:0{12}|f{12})$/

const SIGNED = /^-\d{1,10}$/
const LEAST_SIGNED = -(2 ** 31)
const NONE = /^(?:-1|0+|0+\.0+\.0+\.0+)$/
/** A network of one address is that address. */
const ALONE = /\s*\/32$/

/**
 * Reads an IP as a billing prints it: number, numeric text or dotted text, signed as by a 32-bit PHP
 * (`-1062731519` is 192.168.0.1), with `/32` or without. `undefined` is none: 0, empty, `false`, and -1, as a UserSide
 * calls a device without an IP. Anything else is unreadable: a wider network, IPv6, two in one text
 * (`contracts/universal-billing-api.md` §4, T14).
 */
export function readIp(value: unknown): number | undefined | Unreadable {
  const ip = parseIp(value)
  if (ip !== undefined) return ip
  if (value === undefined || value === null || value === false) return undefined
  if (typeof value !== 'number' && typeof value !== 'string') return UNREADABLE
  const text = String(value).trim()
  const address = text.replace(ALONE, '')
  if (text === '' || NONE.test(address)) return undefined
  const isSigned = SIGNED.test(address) && Number(address) >= LEAST_SIGNED
  return (isSigned ? Number(address) + 2 ** 32 : parseIp(address)) ?? UNREADABLE
}

/** Reads an IP as number, numeric text or dotted text; 0, too big and unreadable give `undefined`. */
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
