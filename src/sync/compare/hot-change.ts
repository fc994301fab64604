/** A record of which nothing differs but what is hot: in a busy hour that is most of them (`contracts/userside-api.md` §6). */
import type { Customer, HotPart } from '../../model/customer.ts'
import type { FieldValue } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta, Field } from '../fields/field.ts'
import { diffFields, fieldsOf, type SubscriberChange } from './diff.ts'

/** Holds what is hot on both sides, and no more; what is to be written is worked out when it is asked for, each time anew. */
export class HotChange implements SubscriberChange, HotPart {
  readonly subscriber: Subscriber
  readonly key: string
  readonly erpId: string
  readonly balance: number
  readonly trafficUp: string
  readonly trafficDown: string
  readonly activeAt: string
  readonly activeAtUnix: number
  readonly #context: SyncContext
  readonly #except: ReadonlySet<string> | undefined

  /** @param except names of fields that are not to be written */
  constructor(
    subscriber: Subscriber,
    customer: HotPart & Pick<Customer, 'key' | 'erpId'>,
    context: SyncContext,
    except?: ReadonlySet<string>,
  ) {
    this.subscriber = subscriber
    this.key = customer.key
    this.erpId = customer.erpId
    this.balance = customer.balance
    this.trafficUp = customer.trafficUp
    this.trafficDown = customer.trafficDown
    this.activeAt = customer.activeAt
    this.activeAtUnix = customer.activeAtUnix
    this.#context = context
    this.#except = except
  }

  get action(): 'update' {
    return 'update'
  }

  get isFull(): false {
    return false
  }

  get isWhole(): true {
    return true
  }

  get id(): string {
    return this.subscriber.id
  }

  get deltas(): readonly Delta[] {
    const held = heldIn(this, this.#context)
    const deltas = diffFields(this.subscriber, held, this.#context, fieldsOf(this.#context).hot)
    const except = this.#except
    return except === undefined ? deltas : deltas.filter(({ field }) => !except.has(field.name))
  }

  /** The same without some fields. */
  without(fields: ReadonlySet<string>): HotChange {
    return new HotChange(this.subscriber, this, this.#context, fields)
  }
}

/** Whether anything that is hot differs. */
export function isHotDifferent(subscriber: Subscriber, hot: HotPart, context: SyncContext): boolean {
  const held = heldIn(hot, context)
  for (const field of fieldsOf(context).hot)
    if (field.compare(subscriber, held, context) !== undefined) return true
  return false
}

/** A row that is hot looks at nothing else of a record. */
function heldIn(hot: HotPart, context: SyncContext): (field: Field) => FieldValue {
  return (field) => field.have(hot as Customer, context)
}
