/** What every writing step works with. */
import { Interrupted, UsersideError } from '../../model/errors.ts'
import type { Journal, RecordChange, SentValues } from '../../model/journal.ts'
import type { Logger } from '../../model/logger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Userside, WriteResult } from '../../userside/userside.ts'
import type { SentLot } from '../compare/outgoing.ts'
import type { SyncOptions } from '../fields/options.ts'

export interface Writer {
  readonly userside: Userside
  readonly journal: Journal
  readonly logger: Logger
  readonly report: ReportProblem
  /** Aborted by the first signal, with an `Interrupted` as its reason: the request in flight ends, no other begins. */
  readonly signal: AbortSignal
  /** Lots in hand at a time, see {@link lotsAtATime}. */
  readonly lotsAtATime: number
  /** Told of every request that carried changes of subscribers, and of its fate. */
  readonly onSent?: ((sent: SentLot) => void) | undefined
}

/** Two more than may be on their way: when answers come together, the next ones are ready all the same. */
export function lotsAtATime({ concurrency }: Pick<SyncOptions, 'concurrency'>): number {
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
    writer.journal.settle(receipt, result.kind)
    return result
  } catch (error) {
    // Told to stop before its turn came, or nobody there to send it to.
    if (error instanceof Interrupted || error instanceof UsersideError) writer.journal.withdraw(receipt)
    throw error
  }
}

/** Says that the ERP refused a record, in its own words. */
export function reportRefused(writer: Writer, what: string, message: string): void {
  writer.report({
    code: 'refused',
    example: `${what}: ${message}`,
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

/** Says that something is not there though the ERP accepted it. */
export function reportUnlisted(writer: Writer, what: string): void {
  writer.report({
    code: 'create-missing',
    example: what,
    text: 'UserSide accepted new records but does not list them; they are tried again next run.',
    partial: true,
  })
}

/** Does the same for each of some things, as many at a time as may be in hand. @throws the first error, once all have ended */
export async function forEach<Thing>(
  { lotsAtATime }: Writer,
  things: readonly Thing[],
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const waiting = things.values()
  const take = async (): Promise<void> => {
    for (const thing of waiting) await work(thing)
  }
  const workers = await Promise.allSettled(Array.from({ length: lotsAtATime }, take))
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason
}

/**
 * Creates one thing and gives its ERP id. A lost answer is looked up before it is tried again, so that nothing is
 * created twice; `undefined` when the ERP refuses or does not answer.
 */
export async function createOnce(
  writer: Writer,
  what: string,
  change: RecordChange,
  create: () => Promise<WriteResult<string>>,
  lookUp: () => Promise<string | undefined>,
): Promise<string | undefined> {
  let message = ''
  for (let round = 0; round < ROUNDS; round++) {
    const result = await journalled(writer, [change], create)
    if (result.kind === 'refused') {
      reportRefused(writer, what, result.message)
      return undefined
    }
    if (result.kind === 'done' && result.value !== '') return result.value
    message = result.kind === 'lost' ? result.message : 'it answered without an id'
    const found = await lookUp()
    if (found !== undefined) return found
  }
  reportLost(writer, what, message)
  return undefined
}

/**
 * Changes one thing. A lost answer is followed by a look at what the ERP holds now; only what is not there is sent
 * again. True when it took effect, as far as anybody knows.
 */
export async function changeOnce(
  writer: Writer,
  what: string,
  change: RecordChange,
  send: () => Promise<WriteResult>,
  isDone: () => Promise<boolean>,
): Promise<boolean> {
  let message = ''
  for (let round = 0; round < ROUNDS; round++) {
    const result = await journalled(writer, [change], send)
    if (result.kind === 'done') return true
    if (result.kind === 'refused') {
      reportRefused(writer, what, result.message)
      return false
    }
    message = result.message
    if (await isDone()) return true
  }
  reportLost(writer, what, message)
  return false
}

/** A change that brings something into being. */
export function creation(entity: RecordChange['entity'], id: string, name: string): RecordChange {
  const field = { field: 'name', before: '', after: name, from: '', to: name }
  return { entity, id, erpId: '', action: 'create', fields: [field] }
}
