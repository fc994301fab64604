/** Reads a subscriber's record into the model (§5.6). */
import { idOf, textOf, type WireRecord } from '../../json/shapes.ts'
import { readDay } from '../../model/date.ts'
import { readDecimal } from '../../model/decimal.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { readHotValues } from './hot-values.ts'
import { flag, isContainer, plain } from './plain.ts'
import { SharedTexts } from './shared-texts.ts'
import {
  additionalDataOf,
  addressOf,
  agreementOf,
  emailsOf,
  groupsOf,
  ipMacsOf,
  phonesOf,
  servicesOf,
  type TariffIdOf,
  tagsOf,
  tariffsOf,
} from './subscriber-parts.ts'
import type { RecordTraits } from './traits.ts'
import { UnreadableValues } from './unreadable-values.ts'

export interface ReaderRules {
  readonly traits: RecordTraits
  readonly withPasswords: boolean
  /** The billing's day, `YYYY-MM-DD`. */
  readonly today: string
  /** Finds a tariff of which only the name is told. */
  readonly tariffIdOf: TariffIdOf
}

/** Whose record it is. */
interface Place {
  readonly id: string
  readonly parentId: string
  /** Told of the additional fields the record carries. */
  readonly onField: (id: string) => void
}

/** One for a whole list: what thousands have in common it holds once. */
export class SubscriberReader {
  readonly #rules: ReaderRules
  readonly #shared = new SharedTexts()
  readonly #values = new UnreadableValues<FieldName>()

  constructor(rules: ReaderRules) {
    this.#rules = rules
  }

  read(record: WireRecord, { id, parentId, onField }: Place): Subscriber {
    const { traits, today, withPasswords, tariffIdOf } = this.#rules
    const shared = this.#shared
    const values = this.#values
    const login = this.#text('login', record.login)
    const fullName = this.#text('name', record.full_name)
    // Who has no name is called by the login.
    if (fullName === '' && isContainer(record.login)) values.note('name', record.login)
    const agreement = agreementOf(record.agreement, values)
    const tariffs = tariffsOf(record.tariff, today, values, tariffIdOf)
    return {
      id,
      parentId,
      login: login === id ? id : login,
      fullName,
      accountNumber: this.#text('accountNumber', record.account_number),
      comment: commentOf(values.scalar('comment', record.comment), traits),
      ...readHotValues(record, values),
      credit: this.#money('credit', record.credit),
      discount: this.#money('discount', record.discount),
      isCorporate: this.#flag('corporate', record.flag_corporate),
      isFormer: this.#flag('former', record.is_disable) === true,
      connectedOn: shared.text(
        values.take('dateConnect', readDay(record.date_connect), record.date_connect, ''),
      ),
      agreementNumber: agreement.number,
      agreementDate: shared.text(agreement.date),
      tariffs: shared.list(tariffs.current),
      nextTariff: tariffs.next,
      phones: phonesOf(record.phone, values),
      emails: emailsOf(record.email, values),
      address: addressOf(record.address, shared, values),
      ipMacs: ipMacsOf(record.ip_mac, values),
      stateId: shared.text(idOf(values.scalar('state', record.state_id))),
      additionalData: additionalDataOf(record.additional_data, values, onField),
      groups: shared.list(groupsOf(record.group, traits.isZeroNone)),
      tags: tagsOf(record.tag, values),
      services: servicesOf(record.service, values),
      password: withPasswords ? textOf(record.password) : '',
      unreadable: values.found(),
    }
  }

  #text(field: FieldName, sent: unknown): string {
    return plain(this.#values.scalar(field, sent))
  }

  #money(field: FieldName, sent: unknown): number | undefined {
    return this.#values.take(field, readDecimal(sent, 2), sent, undefined)
  }

  #flag(field: FieldName, sent: unknown): boolean | undefined {
    return this.#values.take(field, flag(sent), sent, undefined)
  }
}

function commentOf(comment: unknown, { isNewlineSpelled }: RecordTraits): string {
  return plain(isNewlineSpelled ? textOf(comment).replaceAll('\\n', '\n') : comment)
}
