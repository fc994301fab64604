/** What every writing step works with. */
import { Interrupted, UsersideError } from '../../model/errors.ts'
import type { EntityKind, Journal, RecordChange, SentValues } from '../../model/journal.ts'
import type { Ledger, LedgerItem } from '../../model/ledger.ts'
import type { Logger } from '../../model/logger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Userside, WriteResult } from '../../userside/userside.ts'
import type { SentLot } from '../compare/outgoing.ts'
import { reportNotShown, reportUnanswered, shownItem } from '../fields/creatable.ts'

export interface Writer {
  readonly userside: Userside
  readonly journal: Journal
  /** Knows of every create before it goes out. */
  readonly ledger: Ledger
  readonly now: () => Date
  readonly logger: Logger
  readonly report: ReportProblem
  /** Aborted by the first signal, with an `Interrupted` as its reason: the request in flight ends, no other begins. */
  readonly signal: AbortSignal
  /** Requests at a time. */
  readonly concurrency: number
  /** Told of every request that carried changes of subscribers, and of its fate. */
  readonly onSent?: ((sent: SentLot) => void) | undefined
}

/** Lots of edits in hand, two more than may be on their way: when answers come together, the next ones are ready. */
export function lotsInHand({ concurrency }: Pick<Writer, 'concurrency'>): number {
  return concurrency + 2
}

/** How often a write whose answer was lost is looked after, by reading back and doing what is still missing. */
export const ROUNDS = 4

/** Ends the run between two requests when it was told to. @throws Interrupted */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw signal.reason instanceof Interrupted ? signal.reason : new Interrupted('SIGTERM')
}

/** Sends one journalled write. What is thrown instead of an answer has changed nothing. */
export async function journalled<T>(
  writer: Writer,
  changes: readonly RecordChange[],
  send: () => Promise<WriteResult<T>>,
  values?: SentValues,
): Promise<WriteResult<T>> {
  stopIfAsked(writer.signal)
  const receipt = writer.journal.open(changes, values)
  try {
    const result = await send()
    // What was too big comes again in parts, each noted for itself.
    const isCut = result.kind === 'refused' && result.parts !== undefined && changes.length > 1
    if (isCut) writer.journal.withdraw(receipt)
    else writer.journal.settle(receipt, result.kind)
    return result
  } catch (error) {
    // Told to stop before its turn came, or nobody there to send it to.
    if (error instanceof Interrupted || error instanceof UsersideError) writer.journal.withdraw(receipt)
    throw error
  }
}

/** A record as its refusal is noted. */
export interface Subject {
  readonly entity: EntityKind
  readonly id: string
  /** For people; made of the others when left out. */
  readonly shown?: string
}

function shownSubject({ entity, id, shown }: Subject): string {
  return shown ?? (entity === 'subscriber' ? id : `${entity} ${id}`)
}

/** Says that the ERP refused a record, in its own words. */
export function reportRefused(writer: Writer, subject: Subject, message: string): void {
  writer.journal.refused({ entity: subject.entity, id: subject.id, message })
  writer.report({
    code: 'refused',
    example: `${shownSubject(subject)}: ${message}`,
    text: 'UserSide refused records; the others went through, these are tried again next run.',
    partial: true,
  })
}

/** Says that nobody knows what became of a write, after all rounds. */
export function reportLost(writer: Writer, what: string, message: string): void {
  writer.report({
    code: 'write-lost',
    example: `${what}: ${message}`,
    text: 'UserSide did not answer writes and does not show their effect; they are tried again next run.',
    partial: true,
  })
}

/** Does the same for each of some things, as many at a time as may be on their way: what is noted as sent is sent at once. @throws the first error, once all have ended */
export async function forEach<Thing>(
  { concurrency }: Writer,
  things: readonly Thing[],
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const waiting = things.values()
  const take = async (): Promise<void> => {
    for (const thing of waiting) await work(thing)
  }
  const workers = await Promise.allSettled(Array.from({ length: concurrency }, take))
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason
}

/** What became of each thing of a request that creates several. */
export interface CreateAnswer<T> {
  /** The ERP's id of a thing, `""` when the answer names none; `undefined`: this one was refused. */
  readonly erpIdOf: (item: LedgerItem, value: T) => string | undefined
}

/**
 * Sends one request that creates. The ledger knows of it before it goes out and learns its fate, so that no later run
 * creates the same again because it cannot be found (§12). Never sent twice: whoever calls looks for what was made.
 */
export async function sendCreate<T>(
  writer: Writer,
  items: readonly LedgerItem[],
  send: () => Promise<WriteResult<T>>,
  { erpIdOf }: CreateAnswer<T>,
): Promise<WriteResult<T>> {
  const { ledger } = writer
  stopIfAsked(writer.signal)
  ledger.sending(items, writer.now())
  const result = await journalled(writer, items.map(creation), send).catch((error: unknown) => {
    ledger.withdraw(items)
    throw error
  })
  if (result.kind === 'refused') ledger.withdraw(items)
  else if (result.kind === 'lost') ledger.settle(items, 'lost')
  else {
    const { value } = result
    const isMade = (item: LedgerItem): boolean => erpIdOf(item, value) !== undefined
    ledger.settle(items.filter(isMade), 'done', (item) => erpIdOf(item, value) ?? '')
    ledger.withdraw(items.filter((item) => !isMade(item)))
  }
  return result
}

/** What became of a create: `left` when it may have been made but cannot be told, and was said so. */
export type Made = { readonly kind: 'made'; readonly erpId: string } | { readonly kind: 'refused' | 'left' }

/**
 * Creates one thing. It is sent once: where no answer comes, or none with an id, the ERP's list tells; what that does
 * not show is left to a later run.
 */
export async function createOnce(
  writer: Writer,
  item: LedgerItem,
  create: () => Promise<WriteResult<string>>,
  lookUp: () => Promise<string | undefined>,
): Promise<Made> {
  const result = await sendCreate(writer, [item], create, { erpIdOf: (_, erpId) => erpId })
  if (result.kind === 'refused') {
    const { entity, id } = creation(item)
    reportRefused(writer, { entity, id, shown: shownItem(item) }, result.message)
    return { kind: 'refused' }
  }
  if (result.kind === 'done' && result.value !== '') return { kind: 'made', erpId: result.value }
  const found = await lookUp()
  if (found !== undefined) {
    writer.ledger.settle([item], 'done', () => found)
    return { kind: 'made', erpId: found }
  }
  if (result.kind === 'lost') reportUnanswered(writer.report, shownItem(item))
  else reportNotShown(writer.report, shownItem(item))
  return { kind: 'left' }
}

/**
 * Changes one thing. A lost answer is followed by a look at what the ERP holds now; only what is not there is sent
 * again. True when it took effect, as far as anybody knows.
 */
export async function changeOnce(
  writer: Writer,
  change: RecordChange,
  send: () => Promise<WriteResult>,
  isDone: () => Promise<boolean>,
): Promise<boolean> {
  let message = ''
  for (let round = 0; round < ROUNDS; round++) {
    const result = await journalled(writer, [change], send)
    if (result.kind === 'done') return true
    if (result.kind === 'refused') {
      reportRefused(writer, change, result.message)
      return false
    }
    message = result.message
    if (await isDone()) return true
  }
  reportLost(writer, shownSubject(change), message)
  return false
}

/** A change that brings something into being. Cities and streets are told of as parts of houses. */
function creation({ kind, key, name }: LedgerItem): RecordChange {
  const isPlace = kind === 'city' || kind === 'street'
  const field = { field: 'name', before: '', after: name, from: '', to: name }
  return {
    entity: isPlace ? 'house' : kind,
    id: isPlace ? `${kind} ${name}` : key,
    erpId: '',
    action: 'create',
    fields: [field],
  }
}
