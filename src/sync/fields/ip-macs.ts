/** IP and MAC addresses: a set keyed by IP; devices without an IP are keyed by their MAC (§6, §11.12). */
import { type IpRange, isInRanges } from '../../model/ip-range.ts'
import { formatIp, type IpMac, NO_IP } from '../../model/network.ts'
import type { Policy } from '../../model/policy.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import { row } from './field.ts'

/** `[ip, mac]`; ip `null` is a device without one. */
type IpMacPair = readonly [ip: number | null, mac: string]

const NONE: readonly IpMacPair[] = []

/**
 * Ordered and without repeats, so that two sets can be compared; the first MAC of an IP counts. An address that UserSide
 * takes for none is none: it would be given it in every run.
 */
function toPairs(entries: readonly IpMac[]): readonly IpMacPair[] {
  const [only] = entries
  if (only === undefined) return NONE
  if (entries.length === 1 && only.ip !== undefined && only.ip !== NO_IP) return [[only.ip, only.mac]]
  const byIp = new Map<number, string>()
  const devices = new Set<string>()
  for (const { ip, mac } of entries) {
    if (ip === undefined || ip === NO_IP) {
      if (mac !== '') devices.add(mac)
    } else if (!byIp.has(ip)) {
      byIp.set(ip, mac)
    }
  }
  return ordered(byIp, devices)
}

interface IpMacRules {
  /** The ERP's setting: the MAC of an address already known may be changed. */
  readonly isMacUpdated: boolean
  readonly protectedIps: readonly IpRange[]
  readonly policy: Policy
}

/** What UserSide shall end with: the billing's addresses, and of its own those that are never deleted. */
function reachIpMacs(want: readonly IpMacPair[], have: readonly IpMacPair[], rules: IpMacRules): IpMacPair[] {
  const byIp = new Map<number, string>()
  const devices = new Set<string>()
  for (const [ip, mac] of want) {
    if (ip === null) devices.add(mac)
    else byIp.set(ip, mac)
  }
  // A device without an address is no address: unless the billing always wins, none given means none taken.
  const isKept = rules.policy !== 'mirror' && byIp.size === 0
  for (const [ip, mac] of have) {
    if (ip === null) {
      devices.add(mac)
      continue
    }
    const wantedMac = byIp.get(ip)
    if (wantedMac !== undefined) byIp.set(ip, rules.isMacUpdated && wantedMac !== '' ? wantedMac : mac)
    else if (isKept || isInRanges(ip, rules.protectedIps)) byIp.set(ip, mac)
  }
  return ordered(byIp, devices)
}

function patchIpMacs(after: readonly IpMacPair[], before: readonly IpMacPair[]): CustomerPatch {
  const heldMacs = new Map<number, string>()
  const heldDevices = new Set<string>()
  for (const [ip, mac] of before) {
    if (ip === null) heldDevices.add(mac)
    else heldMacs.set(ip, mac)
  }
  const kept = new Set(after.map(([ip]) => ip))
  const add: string[] = []
  const change: string[] = []
  for (const [ip, mac] of after) {
    if (ip === null) {
      if (!heldDevices.has(mac)) add.push(`-1,${mac}`)
    } else if (!heldMacs.has(ip)) add.push(`${ip},${mac}`)
    // There is no call that takes a MAC away and leaves its address.
    else if (mac !== '' && heldMacs.get(ip) !== mac) change.push(`${ip},${mac}`)
  }
  const remove = before.flatMap(([ip]) => (ip === null || kept.has(ip) ? [] : [String(ip)]))
  return {
    ...(add.length > 0 && { add_ip: add }),
    ...(change.length > 0 && { ip_change_mac: change }),
    ...(remove.length > 0 && { delete_ip: remove }),
  }
}

function showIpMacs(pairs: readonly IpMacPair[]): string {
  return pairs
    .map(([ip, mac]) => [ip === null ? '' : formatIp(ip), mac].filter((part) => part !== '').join(' '))
    .join(', ')
}

function ordered(byIp: ReadonlyMap<number, string>, devices: ReadonlySet<string>): IpMacPair[] {
  const withIp = [...byIp].sort(([left], [right]) => left - right)
  return [...withIp, ...[...devices].sort().map((mac): IpMacPair => [null, mac])]
}

/** The addresses with their MACs. */
export const ipMacField = row<readonly IpMacPair[]>({
  title: 'IP and MAC addresses',
  exportedAs: 'ipMac',
  want: ({ ipMacs }) => toPairs(ipMacs),
  have: ({ ipMacs }) => toPairs(ipMacs),
  isEmpty: (pairs) => pairs.length === 0,
  reach: (want, have, { settings, options }, policy) =>
    reachIpMacs(want, have, {
      isMacUpdated: settings.isUpdateMac,
      protectedIps: options.protectedIps,
      policy,
    }),
  patch: patchIpMacs,
  show: showIpMacs,
})
