/** What is odd in the billing's records: told once a run with a count and examples. Pure. */
import type { Directory } from '../model/directory.ts'
import type { ReportProblem } from '../model/problem.ts'
import type { Subscriber } from '../model/subscriber.ts'
import { canonicalTariffId } from './collections/tariffs.ts'
import type { SyncContext } from './context.ts'
import { FIELDS } from './fields.ts'
import type { Source } from './source.ts'

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

/** Looks at every managed subscriber for references that lead nowhere and values the ERP cannot take. */
export function auditSource(
  source: Source,
  managed: Iterable<Subscriber>,
  context: SyncContext,
  report: ReportProblem,
): void {
  const references = REFERENCES.map((reference) => ({
    ...reference,
    isUnlisted: isUnlistedIn(source[reference.list]),
  }))
  for (const subscriber of managed) {
    auditTariffs(subscriber, context, report)
    auditAddress(subscriber, context, report)
    for (const { code, isAmiss, isUnlisted, text } of references)
      if (isAmiss(subscriber, isUnlisted)) report({ code, example: subscriber.id, text })
  }
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

function auditTariffs(subscriber: Subscriber, { tariffIds }: SyncContext, report: ReportProblem): void {
  if (tariffIds === undefined) return
  const next = subscriber.nextTariff?.id
  const ids = next === undefined ? subscriber.tariffs : [...subscriber.tariffs, next]
  if (ids.some((id) => !tariffIds.has(canonicalTariffId(id)))) {
    report({
      code: 'tariff-unknown',
      example: subscriber.id,
      text: 'Subscribers have tariffs the billing does not list (deleted there?); those tariffs are left alone.',
    })
  }
}

function auditAddress(
  subscriber: Subscriber,
  { resolveHouse, policies }: SyncContext,
  report: ReportProblem,
): void {
  const { address } = subscriber
  if (address === undefined || resolveHouse === undefined || policies.house === 'ignore') return
  if (resolveHouse(address) === undefined) {
    report({
      code: 'house-dangling',
      example: subscriber.id,
      text: 'Subscribers live in houses that the billing does not list or UserSide does not have; their addresses are left as UserSide has them.',
    })
  }
  if (!/^\d*$/.test(address.entrance)) {
    report({
      code: 'entrance-not-a-number',
      example: subscriber.id,
      text: 'Entrances that are no number cannot be written to UserSide; they are left as they are there.',
    })
  }
}

/** Of a list that could not be had nothing is missing; 0 and nothing refer to nobody. */
function isUnlistedIn(list: Directory<unknown>): (id: string) => boolean {
  if (list.state === 'unavailable') return () => false
  return (id) => id !== '' && id !== '0' && !list.items.has(id)
}
