/** What is odd in the billing's records: told once a run with a count and examples. Pure. */
import type { Directory } from '../model/directory.ts'
import type { ReportProblem } from '../model/problem.ts'
import type { Subscriber } from '../model/subscriber.ts'
import { canonicalTariffId } from './collections/tariffs.ts'
import type { SyncContext } from './context.ts'
import { FIELDS } from './fields.ts'
import type { Source } from './source.ts'

/** Looks at every managed subscriber for references that lead nowhere and values the ERP cannot take. */
export function auditSource(
  source: Source,
  managed: Iterable<Subscriber>,
  context: SyncContext,
  report: ReportProblem,
): void {
  for (const subscriber of managed) {
    auditTariffs(subscriber, context, report)
    auditAddress(subscriber, context, report)
    for (const [code, ids, list, text] of [
      [
        'state-unknown',
        [subscriber.stateId],
        source.states,
        'Subscribers are in a state the billing does not list; their state in UserSide is left alone.',
      ],
      [
        'group-unknown',
        subscriber.groups,
        source.groups,
        'Subscribers are in groups the billing does not list; those groups are left alone.',
      ],
      [
        'tag-unknown',
        subscriber.tags.map(({ id }) => id),
        source.tags,
        'Subscribers have tags the billing does not list; those tags are left alone.',
      ],
      [
        'service-unknown',
        subscriber.services.map(({ id }) => id),
        source.services,
        'Subscribers have services the billing does not list; those services are left alone.',
      ],
    ] as const) {
      if (ids.some((id) => id !== '' && id !== '0' && isUnlisted(id, list)))
        report({ code, example: subscriber.id, text })
    }
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

function isUnlisted(id: string, list: Directory<unknown>): boolean {
  return list.state === 'available' && !list.items.has(id)
}
