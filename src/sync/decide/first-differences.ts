/** What becomes of new subscribers, told before they exist. Pure. */
import type { Customer } from '../../model/customer.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { diffSubscriber, type SubscriberChange } from '../compare/diff.ts'
import { subscriberName } from '../fields/name.ts'
import type { Plan } from './plan.ts'

/** The differences a run will write to a subscriber once it was created by its name. */
export function firstDifferences(
  subscriber: Subscriber,
  { context }: Pick<Plan, 'context'>,
): SubscriberChange | undefined {
  return diffSubscriber(subscriber, newCustomer(subscriber), context)
}

/** A record the ERP has just created: nothing in it but its name. */
function newCustomer(subscriber: Subscriber): Customer {
  return {
    key: subscriber.id,
    erpId: '',
    isInBilling: true,
    login: '',
    fullName: subscriberName(subscriber),
    accountNumber: '',
    comment: '',
    balance: 0,
    credit: 0,
    discount: 0,
    isCorporate: false,
    isFormer: false,
    parentErpId: '',
    stateId: '',
    connectedOn: '',
    activeAt: '',
    activeAtUnix: 0,
    agreementNumber: '',
    agreementDate: '',
    tariffs: [],
    nextTariff: undefined,
    trafficUp: '0',
    trafficDown: '0',
    phones: [],
    emails: [],
    address: { houseId: '', apartment: '', floor: '', entrance: '' },
    ipMacs: [],
    additionalData: new Map(),
    groupIds: [],
    tagIds: [],
    services: new Map(),
    password: '',
  }
}
