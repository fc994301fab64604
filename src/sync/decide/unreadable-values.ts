/** What the billing says and nobody can read: told once a run, field by field (`contracts/universal-billing-api.md` §3). Pure. */
import { itemsOf } from '../../model/directory.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { UnreadableValue } from '../../model/unreadable.ts'
import type { SyncContext } from '../fields/context.ts'
import { FIELDS } from '../fields/table.ts'
import type { Source } from '../read/source.ts'

/** Of each field so many are shown. */
const EXAMPLES = 3

interface Values {
  count: number
  readonly examples: string[]
}

/** A list's records, what they are called, and which of their fields are written. */
interface Records {
  readonly records: Iterable<{
    readonly id: string
    readonly unreadable?: readonly UnreadableValue[] | undefined
  }>
  readonly kind: string
  readonly isWritten: (field: string) => boolean
}

/** Reports the values of fields that would be written if they could be read; the others are nobody's concern. */
export function reportUnreadable(
  source: Pick<Source, 'tariffs' | 'services' | 'houses'>,
  managed: Iterable<Subscriber>,
  context: SyncContext,
  report: ReportProblem,
): void {
  const found = new Map<string, Values>()
  for (const { records, kind, isWritten } of recordsOf(source, managed, context)) {
    for (const { id, unreadable } of records) {
      if (unreadable === undefined) continue
      for (const { field, sent } of unreadable)
        if (isWritten(field)) note(found, `${kind}${field}`, `${id} "${sent}"`)
    }
  }
  for (const [field, { count, examples }] of found) {
    const times = count === 1 ? '' : ` (${count})`
    const shown = count > examples.length ? [...examples, '…'] : examples
    report({
      code: 'value-unreadable',
      example: `${field}${times}: ${shown.join(', ')}`,
      count,
      text: 'The billing has values that cannot be read. Those fields of those records were left alone in UserSide.',
      partial: true,
    })
  }
}

function recordsOf(
  { tariffs, services, houses }: Pick<Source, 'tariffs' | 'services' | 'houses'>,
  managed: Iterable<Subscriber>,
  context: SyncContext,
): readonly Records[] {
  const compared = new Set<string>(
    FIELDS.filter((field) => field.isCompared(context)).map(({ name }) => name),
  )
  const isPriced = context.policies.services !== 'ignore' && context.services !== undefined
  // Storeys and entrances are told only where houses are made step by step.
  const isStepByStep = !context.settings.isCompareHouse
  const isAddressed = context.resolveHouse !== undefined
  return [
    { records: managed, kind: '', isWritten: (field) => compared.has(field) },
    { records: itemsOf(tariffs).values(), kind: 'tariff ', isWritten: () => true },
    { records: itemsOf(services).values(), kind: 'service ', isWritten: () => isPriced },
    {
      records: itemsOf(houses).values(),
      kind: 'house ',
      isWritten: (field) => isAddressed && (isStepByStep || field === 'number'),
    },
  ]
}

function note(found: Map<string, Values>, field: string, example: string): void {
  const values = found.get(field) ?? { count: 0, examples: [] }
  found.set(field, values)
  values.count += 1
  if (values.examples.length < EXAMPLES) values.examples.push(example)
}
