/** Reads the subscribers of a table source: side lists first, then everybody, row by row. */
import { BillingError } from '../../model/errors.ts'
import type { SubscriberList } from '../../model/subscriber.ts'
import { SIDE_QUERIES, TABLE_QUERIES } from '../../model/table-queries.ts'
import type { ReadingMemory } from '../records/reading-memory.ts'
import { SubscriberCollector, type SubscriberRules } from '../records/subscribers.ts'
import { checkColumns } from './rows/columns.ts'
import { NumberList } from './rows/number-list.ts'
import { Owners } from './rows/owners.ts'
import { RowTexts } from './rows/row-text.ts'
import { readSideList, type SideList } from './rows/side-lists.ts'
import { arranged, SubscriberShape } from './rows/subscriber-shape.ts'
import type { TextAddresses } from './rows/text-addresses.ts'
import type { Cell, RawRow, ReadRawCell, SourceFacts, TableSource } from './source.ts'

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
  const owners = new Owners(source.read)
  const lists: SideList[] = []
  const unread = new Set<string>()
  for (const query of SIDE_QUERIES) {
    if (!source.queries.has(query)) continue
    try {
      lists.push(await readSide(source, query, owners))
    } catch (error) {
      reading.onFailure(query, error)
      for (const column of SAID_BY[query] ?? []) unread.add(column)
    }
  }
  const told = await source.columnsOf('subscribers')
  checkColumns('subscribers', told, source.isFolder)
  const wanted = Object.keys(TABLE_QUERIES.subscribers.columns).filter(
    (column) =>
      told.includes(column) && !unread.has(column) && (column !== 'password' || rules.withPasswords),
  )
  const arrangement = arranged(wanted)
  const { columns } = arrangement
  const { read } = source
  const sides = lists.map(({ form }) => form)
  const houseOf = houseReader(columns, addresses, read)
  const shape = new SubscriberShape({ columns, sides, offsetAt: facts.offsetAt, isStateWord, houseOf, read })
  const memory = memoryOf([
    columns,
    sides.map((side) => [side.query, side.columns]),
    isStateWord,
    facts.clock.offsetMinutes,
  ])
  const collector = new SubscriberCollector({ ...rules, memory })
  const texts = new RowTexts(
    { ...arrangement, sides, read, recordOf: (row, rows) => shape.record(row, rows) },
    lists,
  )
  const gathering = new Gathering({ collector, shape, owners, texts, read, isFolder: source.isFolder })
  for await (const lot of source.rows('subscribers', columns)) {
    for (const row of lot) gathering.add(row)
    onRows(lot.length)
  }
  gathering.end()
  for (const list of lists) list.release()
  return collector.result()
}

async function readSide(
  source: TableSource,
  query: (typeof SIDE_QUERIES)[number],
  owners: Owners,
): Promise<SideList> {
  const told = await source.columnsOf(query)
  checkColumns(query, told, source.isFolder)
  const columns = Object.keys(TABLE_QUERIES[query].columns).filter((column) => told.includes(column))
  return await readSideList(source, query, columns, owners)
}

function houseReader(
  columns: readonly string[],
  addresses: TextAddresses,
  read: ReadRawCell,
): ((row: RawRow) => Cell) | undefined {
  if (columns.includes('house') || !(columns.includes('street') || columns.includes('city'))) return undefined
  const cell = (name: string): ((row: RawRow) => Cell) => {
    const at = columns.indexOf(name)
    return at < 0 ? () => null : (row) => read(row[at] ?? null)
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

interface GatheringParts {
  readonly collector: SubscriberCollector
  readonly shape: SubscriberShape
  readonly owners: Owners
  readonly texts: RowTexts
  readonly read: ReadRawCell
  /** The rows are those of a file. */
  readonly isFolder: boolean
}

/** Gives rows to the collector, once each. */
class Gathering {
  readonly #parts: GatheringParts
  /** By the number of a subscriber: 1 for who was there. */
  readonly #seen = new NumberList()

  constructor(parts: GatheringParts) {
    this.#parts = parts
  }

  /** @throws BillingError where the id is missing or was there before */
  add(row: RawRow): void {
    const { collector, shape, owners, texts, read } = this.#parts
    const idCell = row[shape.idAt] ?? null
    const owner = owners.numberOf(idCell)
    if (owner === undefined) throw malformed('The query "subscribers" has rows without an id.', OWN_IDS)
    const id = (): string => (read(idCell) ?? '').trim()
    if (this.#seen.at(owner) === 1)
      throw malformed(
        `The query "subscribers" has two rows with the id ${JSON.stringify(id())}.`,
        this.#parts.isFolder ? OWN_IDS : JOINED,
      )
    this.#seen.put(owner, 1)
    texts.write(row, owner)
    const { recall } = collector
    const hash = recall === undefined ? '' : texts.hash()
    const known = recall?.find(hash, texts.text(), shape.passing(row))
    if (known === undefined) {
      collector.add(id(), texts.record(), hash)
      return
    }
    // Houses are gathered from all rows, also from those that are not read.
    if (texts.isNewPlace()) shape.noteAddress(row)
    texts.keep()
    // It has its id with it.
    collector.add('', known)
  }

  end(): void {
    const { collector, texts } = this.#parts
    texts.flush()
    if (this.#seen.length > 0) collector.finish()
  }
}

const OWN_IDS = 'Every row of it needs an id of its own.'
const JOINED =
  'A join with a table that has several rows for a subscriber does that: put such rows into a query of their own (phones, ips …).'

function malformed(text: string, hint: string): BillingError {
  return new BillingError('malformed', 'subscribers', text, { hint })
}
