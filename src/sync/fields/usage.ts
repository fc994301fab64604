/** Traffic and activity: they change in every run and are sent apart (`contracts/userside-api.md` §6). */
import { fromUnixIn, toUnixIn } from '../../model/zone.ts'
import { row } from './field.ts'

/** Bytes of the month as decimal texts, up and down. */
export const trafficField = row<readonly [string, string]>({
  title: 'Traffic of the month, bytes up / down',
  exportedAs: 'traffic',
  isHot: true,
  isAsked: ({ settings }) => settings.isUpdateTraffic,
  want: ({ trafficUp, trafficDown }, { settings, isTrafficDue }) =>
    settings.isUpdateTraffic && isTrafficDue ? [trafficUp, trafficDown] : undefined,
  have: ({ trafficUp, trafficDown }) => [trafficUp, trafficDown],
  isEmpty: ([up, down]) => up === '0' && down === '0',
  patch: ([up, down], [heldUp, heldDown]) => {
    const patch: { traffic_up?: string; traffic_down?: string } = {}
    if (up !== heldUp) patch.traffic_up = up
    if (down !== heldDown) patch.traffic_down = down
    return patch
  },
  show: ([up, down]) => `${up} / ${down}`,
})

/** When the subscriber was on line last. */
export const activityField = row<string | number>({
  title: 'Last internet activity',
  exportedAs: 'activeAt',
  isHot: true,
  isNeverEmptied: true,
  // Unix seconds when the ERP asks for them, else the billing's local text; 0 and "" are never.
  want: ({ activeAt }, { settings, billingZone }) => {
    if (!settings.isActivityTimestamp) return activeAt
    return activeAt === '' ? 0 : toUnixIn(activeAt, billingZone)
  },
  have: (customer, { settings }) =>
    settings.isActivityTimestamp ? customer.activeAtUnix : customer.activeAt,
  isEmpty: (moment) => moment === '' || moment === 0,
  patch: (moment) =>
    typeof moment === 'number' ? { date_activity_inet_unix: moment } : { date_activity_inet: moment },
  show: (moment, { billingZone }) =>
    typeof moment === 'string' ? moment : moment === 0 ? '' : fromUnixIn(moment, billingZone),
})
