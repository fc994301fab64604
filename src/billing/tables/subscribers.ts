/** Reads the subscribers of a table source: side lists first, then everybody, row by row. */
import { BillingError } from '../../model/errors.ts'
import type { SubscriberList } from '../../model/subscriber.ts'
import { SIDE_QUERIES, TABLE_QUERIES } from '../../model/table-queries.ts'
import type { ReadingMemory } from '../records/reading-memory.ts'
import { SubscriberCollector, type SubscriberRules } from '../records/subscribers.ts'
import { checkColumns } from './rows/columns.ts'
import { bytesOf, RowTexts, type SubscriberRows, textOfRows } from './rows/row-text.ts'
import { readSideList, rowsOfSide, type SideList } from './rows/side-lists.ts'
import { SubscriberShape } from './rows/subscriber-shape.ts'
import type { TextAddresses } from './rows/text-addresses.ts'
import type { Cell, Row, SourceFacts, TableSource } from './source.ts'

export interface SubscriberReading {
  readonly source: TableSource
  readonly facts: SourceFacts
  readonly rules: Omit<SubscriberRules, 'memory'>
  /** The states are the six words of the protocol. */
  readonly isStateWord: boolean
  /** Gathers the houses of addresses that are texts. */
  readonly addresses: TextAddresses
  /** What earlier runs read texts as. @param shape what beside a text decides what it is read as */
  readonly memoryOf: (shape: unknown) => ReadingMemory | undefined
  readonly onRows: (count: number) => void
  /** A side list could not be read. @throws the error when a run cannot go on */
  readonly onFailure: (query: (typeof SIDE_QUERIES)[number], error: unknown) => void
}

/** Columns of the subscribers that say what a side list says, and go with it when it could not be read. */
export const SAID_BY: Readonly<Partial<Record<(typeof SIDE_QUERIES)[number], readonly string[]>>> = {
  agreements: ['agreement', 'agreement_date'],
  phones: ['phone', 'phone2'],
  emails: ['email'],
  ips: ['ip', 'mac'],
  subscriber_tariffs: ['tariff', 'next_tariff', 'next_tariff_from'],
  subscriber_groups: ['group'],
}

/** @throws BillingError, ConfigError */
export async function readSubscribers(reading: SubscriberReading): Promise<SubscriberList> {
  const { source, facts, rules, addresses, isStateWord, memoryOf, onRows } = reading
  const sides: SideList[] = []
  const unread = new Set<string>()
  for (const query of SIDE_QUERIES) {
    if (!source.queries.has(query)) continue
    try {
      sides.push(await readSide(source, query))
    } catch (error) {
      reading.onFailure(query, error)
      for (const column of SAID_BY[query] ?? []) unread.add(column)
    }
  }
  const told = await source.columnsOf('subscribers')
  checkColumns('subscribers', told)
  const columns = Object.keys(TABLE_QUERIES.subscribers.columns).filter(
    (column) =>
      told.includes(column) && !unread.has(column) && (column !== 'password' || rules.withPasswords),
  )
  const shape = new SubscriberShape({
    columns,
    sides,
    offsetAt: facts.offsetAt,
    isStateWord,
    houseOf: houseReader(columns, addresses),
  })
  const memory = memoryOf([
    columns,
    sides.map((side) => [side.query, side.columns]),
    isStateWord,
    facts.clock.offsetMinutes,
  ])
  const collector = new SubscriberCollector({ ...rules, memory })
  const gathering = new Gathering(collector, shape, sides, memory !== undefined)
  for await (const lot of source.rows('subscribers', columns)) {
    for (const row of lot) gathering.add(row)
    onRows(lot.length)
  }
  gathering.end()
  return collector.result()
}

async function readSide(source: TableSource, query: (typeof SIDE_QUERIES)[number]): Promise<SideList> {
  const told = await source.columnsOf(query)
  checkColumns(query, told)
  const columns = Object.keys(TABLE_QUERIES[query].columns).filter((column) => told.includes(column))
  return await readSideList(source, query, columns)
}

/** Houses of text addresses are gathered from every row, be it read or only known again. */
function houseReader(columns: readonly string[], addresses: TextAddresses): ((row: Row) => Cell) | undefined {
  if (columns.includes('house') || !(columns.includes('street') || columns.includes('city'))) return undefined
  const cell = (name: string): ((row: Row) => Cell) => {
    const at = columns.indexOf(name)
    return at < 0 ? () => null : (row) => row[at] ?? null
  }
  const [city, street, number, block] = [
    cell('city'),
    cell('street'),
    cell('house_number'),
    cell('house_block'),
  ]
  const hasBlock = columns.includes('house_block')
  return (row) =>
    addresses.note({
      city: city(row),
      street: street(row),
      number: number(row),
      block: hasBlock ? (block(row) ?? '') : undefined,
    })
}

/** Gives rows to the collector, once each. */
class Gathering {
  readonly #collector: SubscriberCollector
  readonly #shape: SubscriberShape
  readonly #sides: readonly SideList[]
  readonly #texts: RowTexts | undefined
  readonly #ids = new Set<string>()

  constructor(
    collector: SubscriberCollector,
    shape: SubscriberShape,
    sides: readonly SideList[],
    isRemembering: boolean,
  ) {
    this.#collector = collector
    this.#shape = shape
    this.#sides = sides
    const read = ([row, ...rows]: SubscriberRows): unknown => shape.record(row, rows)
    this.#texts = isRemembering ? new RowTexts(read, shape.passingAt) : undefined
  }

  /** @throws BillingError where the id is missing or was there before */
  add(row: Row): void {
    const id = (row[this.#shape.idAt] ?? '').trim()
    this.#checkId(id)
    const sides = this.#sides.map(({ rows }) => rows.get(id) ?? '')
    if (this.#texts === undefined) {
      this.#collector.add(id, this.#shape.record(row, sides.map(rowsOfSide)))
      return
    }
    const bytes = bytesOf(textOfRows(row, sides))
    const hash = this.#texts.hashOf(row, sides)
    const passing = this.#shape.passing(row)
    const known = this.#collector.recall?.find(hash, this.#texts.next(bytes.length), passing)
    if (known === undefined) {
      this.#collector.add(id, this.#shape.record(row, sides.map(rowsOfSide)), hash)
      return
    }
    this.#texts.keep(bytes)
    this.#shape.noteAddress(row)
    this.#collector.add(id, known)
  }

  end(): void {
    this.#texts?.flush()
    if (this.#ids.size > 0) this.#collector.finish()
  }

  #checkId(id: string): void {
    if (id === '' || this.#ids.has(id)) {
      const text =
        id === ''
          ? 'The query "subscribers" has rows without an id.'
          : `The query "subscribers" has two rows with the id ${JSON.stringify(id)}.`
      throw new BillingError('malformed', 'subscribers', text, {
        hint: 'A join with a table that has several rows for a subscriber does that: put such rows into a query of their own (phones, ips …).',
      })
    }
    this.#ids.add(id)
  }
}
