/** Which subscribers are managed: `filter` of the configuration, by ids or names of the billing. */
import type { Named } from '../../model/catalogue.ts'
import { type Directory, itemsOf } from '../../model/directory.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { plainText } from '../../model/text.ts'
import type { FilterRule, SyncOptions } from '../fields/options.ts'
import type { Source } from '../read/source.ts'

const KINDS = ['groups', 'tags', 'tariffs', 'states'] as const
type Kind = (typeof KINDS)[number]

export type IsManaged = (subscriber: Subscriber) => boolean

/**
 * Resolves the filter's names against the billing's lists; a name that matches nothing is reported. When a list the
 * filter needs could not be read nobody is managed: whom it means is not known, and who is not meant must not be
 * touched. A billing that has no such list has nobody in it either.
 */
export function createFilter(options: SyncOptions, source: Source, report: ReportProblem): IsManaged {
  const unread = KINDS.filter((kind) => isNeeded(kind, options) && isUnread(source[kind]))
  for (const kind of unread) {
    report({
      code: 'filter-unreadable',
      example: kind,
      text: 'A list of the billing that "filter" names could not be read: whom it means is not known, so every subscriber was left alone.',
      partial: true,
    })
  }
  if (unread.length > 0) return () => false
  const include = options.include && resolveRule(options.include, source, report)
  const exclude = options.exclude && resolveRule(options.exclude, source, report)
  return (subscriber) =>
    (include === undefined || meets(subscriber, include)) &&
    !(exclude !== undefined && meets(subscriber, exclude))
}

function isNeeded(kind: Kind, { include, exclude }: SyncOptions): boolean {
  return [include, exclude].some((rule) => (rule?.[kind].length ?? 0) > 0)
}

function isUnread(list: Directory<Named>): boolean {
  return list.state === 'unavailable' && list.reason === 'failed'
}

interface Resolved extends Readonly<Record<Kind, ReadonlySet<string>>> {
  readonly logins: readonly RegExp[]
}

function resolveRule(rule: FilterRule, source: Source, report: ReportProblem): Resolved {
  const resolve = (kind: Kind): ReadonlySet<string> =>
    new Set(rule[kind].flatMap((wanted) => resolveName(wanted, kind, source[kind], report)))
  return {
    groups: resolve('groups'),
    tags: resolve('tags'),
    tariffs: resolve('tariffs'),
    states: resolve('states'),
    logins: resolveLogins(rule.logins, source, report),
  }
}

function resolveName(wanted: string, kind: Kind, list: Directory<Named>, report: ReportProblem): string[] {
  const items = itemsOf(list)
  const name = plainText(wanted)
  const ids = [...items.values()]
    .filter((item) => item.id === wanted || plainText(item.name) === name)
    .map(({ id }) => id)
  if (ids.length === 0) {
    reportUnknown(`${kind}: ${wanted}`, report)
  }
  // An id outside the list may still stand at a subscriber (a deleted tariff, a list that could not be read).
  return [...ids, wanted]
}

/** Logins as they are, `*` for any letters. */
function resolveLogins(wanted: readonly string[], { subscribers }: Source, report: ReportProblem): RegExp[] {
  return wanted.map((login) => {
    const letters = login.split('*').map((part) => RegExp.escape(part))
    const pattern = new RegExp(`^${letters.join('.*')}$`, 'su')
    const isAnybody = subscribers.subscribers.values().some((one) => pattern.test(loginOf(one)))
    if (!isAnybody) reportUnknown(`logins: ${login}`, report)
    return pattern
  })
}

/** Billings without logins have ids for them. */
function loginOf({ login, id }: Subscriber): string {
  return login === '' ? id : login
}

function reportUnknown(example: string, report: ReportProblem): void {
  report({
    code: 'filter-unknown',
    example,
    text: 'The filter names something the billing does not have; check "filter" in the configuration.',
  })
}

function meets(subscriber: Subscriber, rule: Resolved): boolean {
  return (
    subscriber.groups.some((id) => rule.groups.has(id)) ||
    subscriber.tags.some(({ id }) => rule.tags.has(id)) ||
    subscriber.tariffs.some((id) => rule.tariffs.has(id)) ||
    rule.states.has(subscriber.stateId) ||
    rule.logins.some((pattern) => pattern.test(loginOf(subscriber)))
  )
}
