/** Reads the billing's directories: each is a map by id, whatever shape it came in (§5.2 to §5.5, T5). */
import { idOf, idOfItem, isNothing, isRecord, textOf, type WireRecord } from '../../json/shapes.ts'
import type { ReportProblem } from '../../model/problem.ts'
import { UNREADABLE, type Unreadable } from '../../model/unreadable.ts'
import type { Collector } from './collector.ts'
import { isFailureKey } from './own-failure.ts'
import { WrongContent } from './wrong-content.ts'

/** Makes an item of the model. Both others leave it out: `undefined` because it is none, the other unread. */
export type ReadItem<T> = (item: WireRecord, id: string) => T | Unreadable | undefined

const INTEGER = /^\d+$/

/** Gathers the items of one directory. */
export class DirectoryCollector<T> implements Collector<DirectoryCollector<T>> {
  rows = 0
  readonly items = new Map<string, T>()
  readonly #scalars = new Map<string, unknown>()
  readonly #records: [key: string, record: WireRecord][] = []
  readonly #list: string
  readonly #read: ReadItem<T>
  readonly #report: ReportProblem

  /** @param list its name in the source, for messages */
  constructor(list: string, read: ReadItem<T>, report: ReportProblem) {
    this.#list = list
    this.#read = read
    this.#report = report
  }

  add(key: string, value: unknown): void {
    this.rows++
    if (isRecord(value)) this.#records.push([key, value])
    else this.#scalars.set(key, value)
  }

  /** @throws WrongContent when it is no list of such items: what is not read is not empty */
  finish(): void {
    if (isErrorMessage(this.#scalars)) throw new WrongContent('the answer is an error message')
    const bare = this.#bareItem()
    const records = bare === undefined ? this.#records.splice(0) : [bare]
    let unread = 0
    for (const [key, record] of records) {
      if (holdsItem(record)) throw new WrongContent('the list stands inside one of its records')
      const id = idOfItem(key, record)
      const item = id === '' ? undefined : this.#read(record, id)
      if (item === UNREADABLE) unread++
      else if (item !== undefined) this.items.set(id, item)
    }
    if (unread > 0 && this.items.size === 0) throw new WrongContent('none of the items can be read')
    if (bare !== undefined) return
    const odd = [...this.#scalars].filter(([, value]) => !isNothing(value))
    if (odd.length > 0 && records.length === 0) throw new WrongContent('none of the items is a record')
    for (const [key] of odd) {
      this.#report({
        code: 'item-unreadable',
        example: `${this.#list}: ${key}`,
        text: 'Some items of the lists of the billing are no records. They were left out.',
      })
    }
  }

  isExtendedBy(page: DirectoryCollector<T>): boolean {
    return page.items.keys().some((id) => !this.items.has(id))
  }

  absorb(page: DirectoryCollector<T>): void {
    for (const [id, item] of page.items) this.items.set(id, item)
    this.rows += page.rows
  }

  /** A single item in the place of a list of one: its `id` is no record, as every item of a map would be. */
  #bareItem(): [key: string, record: WireRecord] | undefined {
    const id = textOf(this.#scalars.get('id'))
    if (id === '') return undefined
    return [id, Object.fromEntries([...this.#scalars, ...this.#records])]
  }
}

/** True for an item that broke off in a damaged list: others stand in it, under their ids. */
function holdsItem(record: WireRecord): boolean {
  return Object.entries(record).some(
    ([key, member]) => isRecord(member) && (INTEGER.test(key) || idOf(member.id) === key),
  )
}

/** An item of a directory is a record; a text under one of these keys is a message (§2.1). */
function isErrorMessage(scalars: ReadonlyMap<string, unknown>): boolean {
  return scalars
    .entries()
    .some(([key, value]) => typeof value === 'string' && (isFailureKey(key) || key === 'result'))
}
