/**
 * Tables as a billing's database has them: names, columns and rows, in no server's own words. A stand-in of a billing
 * is a set of them made of a population; `demo` loads one into SQLite, the tests into real servers too.
 */

/** `text` is 190 characters long, as long as a key of any server may be, `long` any length; `zeroDate` is a date that may be `0000-00-00`. */
export type ColumnType = 'int' | 'big' | 'decimal' | 'double' | 'text' | 'long' | 'zeroDate' | 'dateTime'

export type Value = string | number | null

export interface Table {
  readonly name: string
  readonly columns: Readonly<Record<string, ColumnType>>
  /** The first is the primary key, each other one an index. */
  readonly keys: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

export type Server = 'mysql' | 'postgres' | 'sqlite'

export interface Dialect {
  readonly server: Server
  /** MySQL: `InnoDB` or `MyISAM`. */
  readonly engine?: string
  /** MySQL: the character set columns claim to have. */
  readonly charset?: string
}

const TYPES: Readonly<Record<Server, Readonly<Record<ColumnType, string>>>> = {
  mysql: {
    int: 'BIGINT',
    big: 'BIGINT UNSIGNED',
    decimal: 'DECIMAL(20, 6)',
    double: 'DOUBLE',
    text: 'VARCHAR(190)',
    long: 'TEXT',
    zeroDate: 'DATE',
    dateTime: 'DATETIME',
  },
  postgres: {
    int: 'BIGINT',
    big: 'BIGINT',
    decimal: 'NUMERIC(20, 6)',
    double: 'DOUBLE PRECISION',
    text: 'VARCHAR(190)',
    long: 'TEXT',
    zeroDate: 'DATE',
    dateTime: 'TIMESTAMP',
  },
  sqlite: {
    int: 'INTEGER',
    big: 'INTEGER',
    decimal: 'NUMERIC',
    double: 'REAL',
    text: 'TEXT',
    long: 'TEXT',
    zeroDate: 'TEXT',
    dateTime: 'TEXT',
  },
}

const ROWS_A_STATEMENT = 500

/** The statements that make a table and fill it. */
export function* statementsOf(table: Table, { server, engine, charset }: Dialect): Generator<string> {
  const quoted = (text: string): string => (server === 'mysql' ? `\`${text}\`` : `"${text}"`)
  const columns = Object.entries(table.columns).map(
    ([name, type]) => `${quoted(name)} ${TYPES[server][type]}`,
  )
  const [primary, ...indexes] = table.keys
  if (primary !== undefined) columns.push(`PRIMARY KEY (${quoted(primary)})`)
  const traits =
    server === 'mysql' ? ` ENGINE=${engine ?? 'InnoDB'} DEFAULT CHARSET=${charset ?? 'utf8mb4'}` : ''
  yield `CREATE TABLE ${quoted(table.name)} (${columns.join(', ')})${traits}`
  for (const index of indexes)
    yield `CREATE INDEX ${quoted(`${table.name}_${index}`)} ON ${quoted(table.name)} (${quoted(index)})`
  for (let from = 0; from < table.rows.length; from += ROWS_A_STATEMENT) {
    const rows = table.rows.slice(from, from + ROWS_A_STATEMENT)
    const values = rows.map((row) => `(${row.map((value) => literal(value, server)).join(', ')})`)
    yield `INSERT INTO ${quoted(table.name)} VALUES ${values.join(', ')}`
  }
}

function literal(value: Value, server: Server): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  const text = server === 'mysql' ? value.replaceAll('\\', '\\\\') : value
  return `'${text.replaceAll("'", "''")}'`
}

/** A table of rows told by the names of their columns. */
export function tableOf<const C extends Readonly<Record<string, ColumnType>>>(
  name: string,
  columns: C,
  keys: readonly (keyof C & string)[],
  rows: readonly Readonly<Partial<Record<keyof C, Value>>>[],
): Table {
  const names = Object.keys(columns) as (keyof C)[]
  return { name, columns, keys, rows: rows.map((row) => names.map((column) => row[column] ?? null)) }
}

/** A floor or an entrance in a column that holds numbers alone: what is none (`підвал`) cannot be kept in it. */
export function wholeOf(text: string | undefined): number {
  return /^-?\d+$/.test(text ?? '') ? Number(text) : 0
}

/** Seconds since 1970 of a population's local time; 0 where there is none. */
export function unixOf(local: string, offsetMinutes: number): number {
  if (local === '') return 0
  const text = local.length === 10 ? `${local} 00:00:00` : local
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 1000 - offsetMinutes * 60
}
