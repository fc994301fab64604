/** Ranges of IPv4 addresses, as operators write them to protect addresses from deletion. */
import { parseIp } from './network.ts'

/** Both ends belong to the range. */
export interface IpRange {
  readonly first: number
  readonly last: number
}

/**
 * Reads `"10.0.0.1-10.0.0.9"`, `"10.0.0.0/24"`, `"10.0.0.1"` or a pair of integers.
 * Gives a sentence with the error when it is none of them.
 */
export function parseIpRange(value: unknown): IpRange | string {
  if (Array.isArray(value)) {
    return value.length === 2 ? between(value[0], value[1]) : 'a pair of integers [min, max] is expected'
  }
  if (typeof value !== 'string')
    return 'an address, a range "A-B", a network "net/len" or a pair [min, max] is expected'
  const text = value.trim()
  const slash = text.indexOf('/')
  if (slash >= 0) return network(text.slice(0, slash), text.slice(slash + 1))
  const [first = '', last, ...more] = text.split('-')
  if (more.length > 0) return `"${text}" is not a range "A-B"`
  return between(first, last ?? first)
}

/** True when one of the ranges holds the address. */
export function isInRanges(ip: number, ranges: readonly IpRange[]): boolean {
  return ranges.some((range) => ip >= range.first && ip <= range.last)
}

function between(from: unknown, to: unknown): IpRange | string {
  const first = bound(from)
  const last = bound(to)
  if (first === undefined) return `"${String(from)}" is not an IPv4 address`
  if (last === undefined) return `"${String(to)}" is not an IPv4 address`
  return first <= last ? { first, last } : `the range "${String(from)}-${String(to)}" ends before it begins`
}

function network(address: string, bits: string): IpRange | string {
  const ip = bound(address)
  const length = /^\d{1,2}$/.test(bits.trim()) ? Number(bits) : Number.NaN
  if (ip === undefined) return `"${address}" is not an IPv4 address`
  if (!(length >= 0 && length <= 32)) return `"/${bits}" is not a prefix length between 0 and 32`
  const size = 2 ** (32 - length)
  const first = Math.floor(ip / size) * size
  return { first, last: first + size - 1 }
}

/** Unlike a subscriber's address, the end of a range may be 0.0.0.0. */
function bound(value: unknown): number | undefined {
  if (value === 0 || value === '0' || (typeof value === 'string' && value.trim() === '0.0.0.0')) return 0
  return parseIp(value)
}
