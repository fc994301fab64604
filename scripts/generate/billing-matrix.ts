/** Which billing exports which field: of the universal API by what its dialect prints, of tables by the queries' columns. */
import { Database } from 'bun:sqlite'
import { SubscriberCollector } from '../../src/billing/records/subscribers.ts'
import { type BuiltInBilling, queriesOf } from '../../src/billing/tables/billings/billing.ts'
import { BUILT_IN } from '../../src/billing/tables/billings/billings.ts'
import { EVERYTHING, quoteStandard, renderSql } from '../../src/billing/tables/sql/render.ts'
import { DIALECTS } from '../../src/billing/universal/dialects/dialects.ts'
import type { Method } from '../../src/billing/universal/methods.ts'
import { parseJson } from '../../src/json/parse.ts'
import { parseSql } from '../../src/model/sql-text.ts'
import type { Exportable } from '../../src/model/subscriber.ts'
import type { BuiltInName } from '../../src/model/table-address.ts'
import { dialects } from '../../src/sandbox/dialects/dialects.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import { abillsTables } from '../../src/sandbox/tables/abills.ts'
import { mikbillTables } from '../../src/sandbox/tables/mikbill.ts'
import { nodenyTables } from '../../src/sandbox/tables/nodeny.ts'
import { statementsOf, type Table } from '../../src/sandbox/tables/table-set.ts'
import { ubillingTables } from '../../src/sandbox/tables/ubilling.ts'
import { utm5Tables } from '../../src/sandbox/tables/utm5.ts'
import { FIELDS } from '../../src/sync/fields/table.ts'
import type { Translate } from './translate.ts'

const POPULATION = generatePopulation({ size: 60, seed: 3 })
const YES = '✔'

/** Columns of the matrix: what a billing is called, and which parts of a subscriber it exports. */
interface Exporter {
  readonly title: string
  readonly parts: ReadonlySet<Exportable>
}

/** By the universal API, in the order of the docs. */
const SPEAKERS = {
  ubilling: 'uBilling, API',
  mikbill: 'MikBill, API',
  abills: 'ABillS, API',
  platex: 'Platex, API',
  carbon: 'Carbon, API',
} as const

/** The stand-ins have every column that is read. */
const STAND_INS: Readonly<
  Record<BuiltInName, readonly [title: string, tables: (of: Population) => Table[]]>
> = {
  utm5: ['UTM5', (population) => utm5Tables(population)],
  abills: ['ABillS', (population) => abillsTables(population)],
  ubilling: ['uBilling', ubillingTables],
  mikbill: ['MikBill', (population) => mikbillTables(population)],
  nodeny: ['NoDeny+', nodenyTables],
}

/** Lists without which a part cannot be told by name. */
const LIST_OF: Readonly<Partial<Record<Exportable, Method>>> = {
  services: 'get_services_list',
  tags: 'get_user_tags',
  groups: 'get_user_group_list',
  additionalData: 'get_user_additional_data_type_list',
  address: 'get_house_list',
}

/** Columns of the subscribers, or queries of their own, that say a part. */
const SAYS: Readonly<Record<Exportable, readonly string[]>> = {
  login: ['login'],
  fullName: ['name'],
  accountNumber: ['account'],
  comment: ['comment'],
  balance: ['balance'],
  credit: ['credit'],
  discount: ['discount'],
  corporate: ['corporate'],
  former: ['former'],
  connectedOn: ['connected'],
  activeAt: ['active'],
  agreementNumber: ['agreement', 'agreements.number'],
  agreementDate: ['agreement_date', 'agreements.date'],
  tariff: ['tariff', 'subscriber_tariffs.tariff'],
  nextTariff: ['next_tariff'],
  traffic: ['traffic_down'],
  phones: ['phone', 'phone2', 'phones.number'],
  emails: ['email', 'emails.address'],
  address: ['house', 'street'],
  floor: ['floor'],
  entrance: ['entrance'],
  apartment: ['apartment'],
  ipMac: ['ip', 'mac', 'ips.ip'],
  state: ['state'],
  additionalData: ['additional_values.value'],
  groups: ['group', 'subscriber_groups.group'],
  tags: ['subscriber_tags.tag'],
  services: ['subscriber_services.service'],
  password: ['password'],
  parent: ['parent'],
}

/** The titles of the columns, and a row for each field. */
export function matrixRows(say: Translate): { readonly head: string[]; readonly rows: string[][] } {
  const exporters = [...Object.entries(SPEAKERS).map(speaker), ...Object.entries(STAND_INS).map(standIn)]
  return {
    head: [say('field'), ...exporters.map(({ title }) => title)],
    rows: FIELDS.map(({ name, exportedAs }) => [
      `\`${name}\``,
      ...exporters.map(({ parts }) => (exportedAs !== undefined && parts.has(exportedAs) ? YES : '')),
    ]),
  }
}

/** What the product's list of subscribers is read as, less what it has no list of names for. */
function speaker([name, title]: [string, string]): Exporter {
  const product = name as keyof typeof SPEAKERS
  const traits = DIALECTS[product]
  const collector = new SubscriberCollector({
    traits,
    withPasswords: true,
    today: POPULATION.now.slice(0, 10),
    report: () => {},
    tariffIdOf: () => '',
  })
  const text = [
    ...(dialects[product].print('get_user_list', POPULATION, { offset: 0, rows: 1_000_000 }) ?? []),
  ].join('')
  for (const [key, value] of Object.entries(Object(parseJson(text)))) collector.add(key, value)
  collector.finish()
  const { exported, subscribers } = collector.result()
  const { parts } = exported
  // A cancelled change is an absent one, so the tariffs seem to say it: but somebody has ordered one here.
  const isNextTold = [...subscribers.values()].some(({ nextTariff }) => nextTariff !== undefined)
  const told = [...parts].filter((part) => {
    const list = LIST_OF[part]
    return (list === undefined || !traits.isMissing(list)) && (part !== 'nextTariff' || isNextTold)
  })
  return { title, parts: new Set(told) }
}

/** What the columns of a built-in billing's queries are called. */
function standIn([name, [title, tables]]: [string, (typeof STAND_INS)[BuiltInName]]): Exporter {
  const billing: BuiltInBilling = BUILT_IN[name as BuiltInName]
  const database = new Database(':memory:')
  for (const table of tables(POPULATION))
    for (const statement of statementsOf({ ...table, rows: [] }, { server: 'sqlite' }))
      database.run(statement)
  const queries = queriesOf(billing, { server: 'mysql', has: hasIn(database), isSet: () => false })
  const told = new Set<string>()
  for (const [query, text] of Object.entries(queries))
    for (const column of columnsOf(database, text))
      told.add(query === 'subscribers' ? column : `${query}.${column}`)
  // Passwords are deciphered by words that only MySQL has.
  if (billing.variants.some(({ queries: over }) => / AS password\b/.test(over.subscribers ?? '')))
    told.add('password')
  database.close()
  const parts = (Object.keys(SAYS) as Exportable[]).filter((part) =>
    SAYS[part].some((column) => told.has(column)),
  )
  return { title, parts: new Set(parts) }
}

function hasIn(database: Database): (name: string) => boolean {
  return (name) => {
    const [table = '', column] = name.split('.')
    if (column === undefined)
      return database.query('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== null
    return database.query('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== null
  }
}

function columnsOf(database: Database, text: string): readonly string[] {
  const sql = parseSql(text, 'mysql')
  if (typeof sql === 'string') throw new Error(sql)
  const rendered = renderSql(sql, { page: () => EVERYTHING, parameters: {}, quote: quoteStandard })
  // SQLite names a column by what it is called, and knows no CRC32.
  return database.query(rendered.replaceAll('CRC32(u.login)', '0')).columnNames
}
