/** What is odd in the billing's records: told once a run with a count and examples. Pure. */
import type { Directory } from '../../model/directory.ts'
import { memoize } from '../../model/memoize.ts'
import type { ProblemReport, ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { SyncContext } from '../fields/context.ts'
import { entranceNumber } from '../fields/entrance.ts'
import { FIELDS } from '../fields/table.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'
import type { Source } from '../read/source.ts'

/** Where subscribers refer to one of the billing's lists. */
const REFERENCES = [
  {
    code: 'state-unknown',
    list: 'states',
    isAmiss: ({ stateId }, isUnlisted) => isUnlisted(stateId),
    text: 'Subscribers are in a state the billing does not list; their state in UserSide is left alone.',
  },
  {
    code: 'group-unknown',
    list: 'groups',
    isAmiss: ({ groups }, isUnlisted) => groups.some(isUnlisted),
    text: 'Subscribers are in groups the billing does not list; those groups are left alone.',
  },
  {
    code: 'tag-unknown',
    list: 'tags',
    isAmiss: ({ tags }, isUnlisted) => tags.some(({ id }) => isUnlisted(id)),
    text: 'Subscribers have tags the billing does not list; those tags are left alone.',
  },
  {
    code: 'service-unknown',
    list: 'services',
    isAmiss: ({ services }, isUnlisted) => services.some(({ id }) => isUnlisted(id)),
    text: 'Subscribers have services the billing does not list; those services are left alone.',
  },
] as const satisfies readonly {
  code: string
  list: keyof Source
  isAmiss(subscriber: Subscriber, isUnlisted: (id: string) => boolean): boolean
  text: string
}[]

/** What the warningsOf has to say of a subscriber: mostly nothing. */
export type SubscriberWarnings = (subscriber: Subscriber) => readonly Omit<ProblemReport, 'example'>[]

/** Looks for references that lead nowhere and values the ERP cannot take. */
export function createSubscriberWarnings(source: Source, context: SyncContext): SubscriberWarnings {
  const references = REFERENCES.map((reference) => ({
    ...reference,
    isUnlisted: isUnlistedIn(source[reference.list]),
  }))
  // A run asks twice: what is to be said of all, and who may be remembered as one of whom nothing is.
  return memoize((subscriber: Subscriber) => {
    const remarks: Omit<ProblemReport, 'example'>[] = []
    if (hasUnknownTariff(subscriber, context)) remarks.push(TARIFF_UNKNOWN)
    remarks.push(...auditAddress(subscriber, context))
    for (const { code, isAmiss, isUnlisted, text } of references)
      if (isAmiss(subscriber, isUnlisted)) remarks.push({ code, text })
    return remarks.length === 0 ? NOTHING : remarks
  })
}

/** Of nearly everybody there is nothing to be said. */
const NOTHING: ReturnType<SubscriberWarnings> = []

/** Audits every one of some subscribers. */
export function reportSubscriberWarnings(
  warningsOf: SubscriberWarnings,
  subscribers: Iterable<Subscriber>,
  report: ReportProblem,
): void {
  for (const subscriber of subscribers)
    for (const remark of warningsOf(subscriber)) report({ ...remark, example: subscriber.id })
}

/** Fields of the table that no record of the billing carries: left alone, and said. */
export function notExported(context: SyncContext): string[] {
  return FIELDS.filter(
    ({ name, exportedAs }) =>
      context.policies[name] !== 'ignore' &&
      exportedAs !== undefined &&
      !context.exported.parts.has(exportedAs),
  ).map(({ name }) => name)
}

const TARIFF_UNKNOWN = {
  code: 'tariff-unknown',
  text: 'Subscribers have tariffs the billing does not list (deleted there?); those tariffs are left alone.',
} as const

function hasUnknownTariff(subscriber: Subscriber, { tariffIds }: SyncContext): boolean {
  if (tariffIds === undefined) return false
  const next = subscriber.nextTariff?.id
  const ids = next === undefined ? subscriber.tariffs : [...subscriber.tariffs, next]
  return ids.some((id) => !tariffIds.has(canonicalTariffId(id)))
}

const HOUSE_DANGLING = {
  code: 'house-dangling',
  text: 'Subscribers live in houses that the billing does not list or UserSide does not have; their addresses are left as UserSide has them.',
} as const

const ENTRANCE_NOT_A_NUMBER = {
  code: 'entrance-not-a-number',
  text: 'Entrances that are no number cannot be written to UserSide; they are left as they are there.',
} as const

function auditAddress(
  { address }: Subscriber,
  { resolveHouse, policies }: SyncContext,
): Omit<ProblemReport, 'example'>[] {
  if (address === undefined || resolveHouse === undefined || policies.house === 'ignore') return []
  const remarks: Omit<ProblemReport, 'example'>[] = []
  if (resolveHouse(address) === undefined) remarks.push(HOUSE_DANGLING)
  if (entranceNumber(address.entrance) === undefined) remarks.push(ENTRANCE_NOT_A_NUMBER)
  return remarks
}

/** Of a list that could not be had nothing is missing; 0 and nothing refer to nobody. */
function isUnlistedIn(list: Directory<unknown>): (id: string) => boolean {
  if (list.state === 'unavailable') return () => false
  return (id) => id !== '' && id !== '0' && !list.items.has(id)
}
