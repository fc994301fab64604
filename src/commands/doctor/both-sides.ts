/** Checks that need the answers of both systems: clocks, numbers of subscribers, the licence. Pure. */
import type { SystemClock } from '../../model/clock.ts'
import { toUnix } from '../../model/date.ts'
import { itemsOf } from '../../model/directory.ts'
import { absenceBrake } from '../../sync/decide/brakes.ts'
import { roomForNew } from '../../sync/decide/licence.ts'
import type { SyncOptions } from '../../sync/fields/options.ts'
import { ENGLISH } from '../../text/speaker.ts'
import type { BillingFindings } from './billing.ts'
import { type Check, checksOf, type ToldClock } from './check.ts'
import type { UsersideFindings } from './userside.ts'

/** A request takes a while, and clocks are never quite equal. */
const MOST_SECONDS = 60

/** Checks that need one side or both; one that lacks its side is skipped. */
export function checkBothSides(
  billing: BillingFindings,
  userside: UsersideFindings,
  options: SyncOptions,
): Check[] {
  return [
    checkClock('billing', billing.clock),
    checkClock('userside', userside.clock),
    checkClocks(billing.clock, userside.clock),
    checkCounts(billing, userside, options),
    checkLicence(billing, userside),
    ...checkAdditionalFields(billing, userside, options),
  ]
}

/** A system's clock against this host's. */
function checkClock(system: 'billing' | 'userside', clock: ToldClock | undefined): Check {
  const { ok, warn, skip } = checksOf(system)
  if (clock === undefined) return skip('clock', 'Not known.')
  const seconds = secondsAhead(clock)
  const { local } = clock
  const text = compared(seconds, {
    equal: `${local}, ${zone(clock)}, exactly with this host`,
    behind: (apart) => `${local}, ${zone(clock)}, ${apart} behind this host`,
    ahead: (apart) => `${local}, ${zone(clock)}, ${apart} ahead of this host`,
  })
  return Math.abs(seconds) <= MOST_SECONDS
    ? ok('clock', text)
    : warn('clock', `${text}.`, 'set the clocks by NTP: that of the server, and that of this host')
}

/** The two systems' clocks against each other: dates go from one to the other without a zone. */
function checkClocks(billing: ToldClock | undefined, userside: ToldClock | undefined): Check {
  const { ok, warn, skip } = checksOf('userside')
  const name = 'clock against billing'
  if (billing === undefined || userside === undefined) return skip(name, 'Not known without both clocks.')
  if (billing.offsetMinutes !== userside.offsetMinutes) {
    const text = `UserSide is in ${zone(userside)}, the billing in ${zone(billing)}: dates are passed on as they are, so the hours of the last activity are off.`
    return warn(name, text, 'the time zone of one of the servers, or of its PHP (date.timezone)')
  }
  const seconds = secondsAhead(userside) - secondsAhead(billing)
  if (Math.abs(seconds) <= MOST_SECONDS) {
    const text = compared(seconds, {
      equal: 'the same zone, exactly with the billing',
      behind: (apart) => `the same zone, ${apart} behind the billing`,
      ahead: (apart) => `the same zone, ${apart} ahead of the billing`,
    })
    return ok(name, text)
  }
  const text =
    seconds < 0
      ? `UserSide is ${sizeOf(seconds)} behind the billing.`
      : `UserSide is ${sizeOf(seconds)} ahead of the billing.`
  return warn(name, text, 'set the clocks of both servers by NTP')
}

function checkCounts(
  { subscribers }: BillingFindings,
  { customers }: UsersideFindings,
  options: SyncOptions,
): Check {
  const { ok, warn, skip } = checksOf('userside')
  const name = 'subscribers'
  if (subscribers === undefined || customers === undefined) return skip(name, 'Not known without both lists.')
  const seen = subscribers.subscribers.size
  const text = `${seen} in the billing, ${customers.present} of billing ${options.billingId} in UserSide`
  const brake = absenceBrake(Math.max(0, customers.present - seen), customers.present, seen, options)
  if (brake === undefined) return ok(name, text)
  const hint = `billingId (is ${options.billingId} this billing?), billingUrl; if they are really gone, one run with --accept-absent`
  return warn(name, `${text}: so many are gone that the absence guard would stop their marking.`, hint)
}

function checkLicence({ subscribers }: BillingFindings, { customers, settings }: UsersideFindings): Check {
  const { ok, warn, skip } = checksOf('userside')
  const name = 'licence'
  if (settings === undefined || customers === undefined) return skip(name, 'Not known.')
  const { rowLimit } = settings
  if (rowLimit <= 0) return ok(name, 'UserSide tells no limit')
  const wanted = [...(subscribers?.subscribers.values() ?? [])].filter(({ isFormer }) => !isFormer).length
  const needed = Math.max(wanted, customers.active)
  const text = `${customers.active} of ${rowLimit} active subscribers in use`
  // What will be there after a run must fit: room for one more than all but one of them.
  if (needed === 0 || roomForNew(rowLimit, needed - 1) > 0) return ok(name, text)
  return warn(
    name,
    `${text}, ${needed} needed: new ones above the limit are not created.`,
    'extend the licence of UserSide',
  )
}

/** Ids of `additionalDataMerge` that one of the two does not know. */
function checkAdditionalFields(
  billing: BillingFindings,
  userside: UsersideFindings,
  options: SyncOptions,
): Check[] {
  const { ok, warn, skip } = checksOf('host')
  const name = 'additionalDataMerge'
  if (options.additionalFields.size === 0) return []
  const ofBilling =
    billing.additionalFields?.state === 'available' ? itemsOf(billing.additionalFields) : undefined
  // Of UserSide nobody has seen the list: one without a single field is as good as none.
  const ofUserside = (userside.additionalFields?.size ?? 0) > 0 ? userside.additionalFields : undefined
  const lacks = [
    unknownIn(ofBilling, [...options.additionalFields.keys()]),
    unknownIn(ofUserside, [...options.additionalFields.values()]),
  ] as const
  const missing = [
    ...(lacks[0] === '' ? [] : [`The billing has no additional field ${lacks[0]}.`]),
    ...(lacks[1] === '' ? [] : [`UserSide has no additional field ${lacks[1]}.`]),
  ]
  if (missing.length > 0) return [warn(name, missing.join(' '), 'additionalDataMerge')]
  if (ofBilling === undefined && ofUserside === undefined)
    return [skip(name, 'Not known without the list of the billing, or that of UserSide.')]
  const fields = ENGLISH.count(options.additionalFields.size, '{1} field', '{1} fields')
  if (ofUserside === undefined) return [ok(name, `${fields}, known to the billing`)]
  if (ofBilling === undefined) return [ok(name, `${fields}, known to UserSide`)]
  return [ok(name, `${fields}, known to the billing and to UserSide`)]
}

/** Empty where the list is not known. */
function unknownIn(known: ReadonlyMap<string, unknown> | undefined, ids: readonly string[]): string {
  return known === undefined ? '' : ids.filter((id) => !known.has(id)).join(', ')
}

function secondsAhead({ local, offsetMinutes, toldAt, unixTime }: ToldClock): number {
  return Math.round((unixTime ?? toUnix(local, offsetMinutes)) - toldAt / 1000)
}

/** What is said of a clock by where it is. */
function compared(
  seconds: number,
  { equal, behind, ahead }: { equal: string; behind(apart: string): string; ahead(apart: string): string },
): string {
  if (seconds === 0) return equal
  return seconds < 0 ? behind(sizeOf(seconds)) : ahead(sizeOf(seconds))
}

function sizeOf(seconds: number): string {
  const size = Math.abs(seconds)
  return size < 120 ? `${size} s` : `${Math.round(size / 60)} min`
}

function zone({ offsetMinutes }: SystemClock): string {
  const size = Math.abs(offsetMinutes)
  const hours = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`
  return `UTC${offsetMinutes < 0 ? '−' : '+'}${hours}`
}
