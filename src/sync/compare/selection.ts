/**
 * Who is in a run that was asked for some subscribers only (`--id`). Nobody else is edited, created or marked. A word
 * names a subscriber by its id in the billing, else by whichever of login, agreement number and account number one
 * subscriber alone has. Whom the billing does not have is looked for in UserSide: that one may be gone.
 */
import type { Customer } from '../../model/customer.ts'
import { UsmError } from '../../model/errors.ts'
import { nearest } from '../../model/nearest.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { decodeEntities, plainText } from '../../model/text.ts'
import { idsOf } from './match.ts'

/** Words that name nobody, or more than one. Nothing was written; the command line is wrong. Exit 64. */
export class UnknownSubscriber extends UsmError {
  readonly code = 'usage'
}

/** What a word may be, in the order in which it is tried: of the first kind that one subscriber alone has it is. */
interface Names {
  readonly ids: readonly string[]
  readonly login: string
  readonly agreementNumber: string
  readonly accountNumber: string
  /** A child account shares numbers with its parent, which is then the one that is meant. */
  readonly isChild: boolean
}

const KINDS = ['login', 'agreementNumber', 'accountNumber'] as const

/** Several are called by one word. */
const SEVERAL: Readonly<
  Record<(typeof KINDS)[number], (count: number, word: string, ids: string) => string>
> = {
  login: (count, word, ids) => `${count} subscribers have the login "${word}": ${ids}.`,
  agreementNumber: (count, word, ids) => `${count} subscribers have the agreement number "${word}": ${ids}.`,
  accountNumber: (count, word, ids) => `${count} subscribers have the account number "${word}": ${ids}.`,
}

export class Selection {
  readonly #ids = new Set<string>()
  /** Words nobody of the billing is called by. */
  readonly #open = new Set<string>()
  readonly #subscribers: ReadonlyMap<string, Subscriber>
  #gone: readonly Customer[] = []

  /**
   * @param setAside ids of subscribers that could not be read: they are there, and nothing can be done to them
   * @throws UnknownSubscriber for a word that names more than one
   */
  constructor(
    words: readonly string[],
    subscribers: ReadonlyMap<string, Subscriber>,
    setAside: ReadonlySet<string>,
  ) {
    this.#subscribers = subscribers
    const find = finder([...subscribers.values()], namesOfSubscriber, ({ id }) => id)
    for (const word of new Set(words)) {
      const found = subscribers.get(word) ?? find(word)
      if (found !== undefined) this.#ids.add(found.id)
      else if (!setAside.has(word)) this.#open.add(word)
    }
  }

  isIn = ({ id }: Pick<Subscriber, 'id'>): boolean => this.#ids.has(id)

  /**
   * Those of the records whose subscribers the billing does not have that were asked for.
   * @throws UnknownSubscriber for a word that names more than one
   */
  gone(orphans: readonly Customer[]): ReadonlySet<Customer> {
    this.#gone = orphans
    const find = finder(orphans, namesOfCustomer, ({ key }) => key)
    const chosen = new Set<Customer>()
    for (const word of [...this.#open]) {
      const found = find(word)
      if (found === undefined) continue
      chosen.add(found)
      this.#open.delete(word)
    }
    return chosen
  }

  /** Everybody was looked for on both sides. @throws UnknownSubscriber for words that name nobody */
  check(): void {
    if (this.#open.size === 0) return
    const known = [
      ...Array.from(this.#subscribers.values(), namesOfSubscriber),
      ...this.#gone.map(namesOfCustomer),
    ].flatMap(({ ids, ...names }) => [...ids, ...KINDS.map((kind) => names[kind])].filter(isTelling))
    const candidates = [...new Set(known)]
    const sentences = [...this.#open].map((word) => unknownText(word, nearest(word, candidates)))
    throw new UnknownSubscriber(sentences.join('\n'), {
      hint: 'Nothing was written. A subscriber is named by login, id in the billing, agreement number or account number.',
    })
  }
}

function unknownText(word: string, meant: string | undefined): string {
  return meant === undefined
    ? `Neither the billing nor UserSide knows "${word}".`
    : `Neither the billing nor UserSide knows "${word}"; did you mean "${meant}"?`
}

/** Finds whoever alone is called so. @throws UnknownSubscriber when several are, and nobody alone */
function finder<Person>(
  people: readonly Person[],
  namesOf: (person: Person) => Names,
  shown: (person: Person) => string,
): (word: string) => Person | undefined {
  const byId = new Map<string, Person>()
  const byName = new Map<string, Person[]>()
  const children = new Set<Person>()
  for (const person of people) {
    const names = namesOf(person)
    if (names.isChild) children.add(person)
    for (const id of names.ids) if (!byId.has(id)) byId.set(id, person)
    for (const kind of KINDS) {
      if (!isTelling(names[kind])) continue
      const place = `${kind} ${names[kind]}`
      byName.set(place, [...(byName.get(place) ?? []), person])
    }
  }
  return (word) => {
    const exact = byId.get(word)
    if (exact !== undefined) return exact
    const named = KINDS.map((kind) => {
      const all = byName.get(`${kind} ${plainText(word)}`) ?? []
      const parents = all.filter((person) => !children.has(person))
      return { kind, people: parents.length === 1 ? parents : all }
    })
    const alone = named.find(({ people }) => people.length === 1)?.people[0]
    const several = named.find(({ people }) => people.length > 1)
    if (alone !== undefined || several === undefined) return alone
    const count = several.people.length
    const ids = [...several.people.slice(0, SHOWN).map(shown), ...(count > SHOWN ? ['…'] : [])].join(', ')
    throw new UnknownSubscriber(SEVERAL[several.kind](count, word, ids), {
      hint: 'Nothing was written. Name the one that is meant by its id in the billing.',
    })
  }
}

const SHOWN = 5

function namesOfSubscriber(subscriber: Subscriber): Names {
  return { ids: [subscriber.id], isChild: subscriber.parentId !== '', ...plain(subscriber) }
}

function namesOfCustomer(customer: Customer): Names {
  const ids = idsOf(customer).flatMap((id) => [id, decodeEntities(id)])
  return { ids, isChild: customer.parentErpId !== '', ...plain(customer) }
}

function plain(names: Record<(typeof KINDS)[number], string>): Record<(typeof KINDS)[number], string> {
  return {
    login: plainText(names.login),
    agreementNumber: plainText(names.agreementNumber),
    accountNumber: plainText(names.accountNumber),
  }
}

/** Nothing, and the nothing of numbers, name nobody. */
function isTelling(name: string): boolean {
  return name !== '' && name !== '0'
}
