/** A folder of CSV files, named like the queries they stand for (`contracts/databases.md` §4). */
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fromUnix } from '../../../model/date.ts'
import { BillingError, ConfigError } from '../../../model/errors.ts'
import { nearest } from '../../../model/nearest.ts'
import { isQueryName, QUERY_NAMES, type QueryName } from '../../../model/table-queries.ts'
import { readTextCell } from '../servers/encoding.ts'
import { unreadText } from '../servers/failure.ts'
import type { Asker } from '../servers/session.ts'
import type { Row, SourceFacts, TableSource } from '../source.ts'
import { readCsv } from './csv-text.ts'
import { Failure } from './file-failure.ts'
import { readWatched } from './watched-file.ts'

export interface CsvFolderOptions {
  readonly folder: string
  readonly encoding: string
  readonly maxAgeMinutes: number | undefined
  readonly now: () => Date
  readonly hostOffsetMinutes: (at: Date) => number
  readonly askerOf: (query: string) => Asker
}

/** The files of a folder that may be read. @throws BillingError when there is no such folder */
async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted()
  } catch (cause) {
    throw new BillingError('config', 'connection', `The folder ${folder} cannot be read.`, {
      hint: 'Check billingUrl, and that this account may read the folder.',
      cause,
    })
  }
}

export function csvFolder(options: CsvFolderOptions): TableSource {
  const { folder, encoding, maxAgeMinutes, now, hostOffsetMinutes, askerOf } = options
  const tally = { requests: 0, bytes: 0 }
  const queries = new Set<QueryName>()

  const pathOf = (query: QueryName): string => join(folder, `${query}.csv`)

  async function* counted(path: string): AsyncGenerator<Uint8Array, void> {
    tally.requests++
    for await (const piece of readWatched(path, { maxAgeMinutes, now })) {
      tally.bytes += piece.length
      yield piece
    }
  }

  /** @throws BillingError */
  async function* lots(query: QueryName): AsyncGenerator<readonly Row[], void> {
    const path = pathOf(query)
    try {
      yield* readCsv(counted(path), encoding)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const asker = askerOf(query)
      const text = unreadText(asker, basename(path), error.message)
      throw new BillingError('malformed', asker.method, text, { hint: error.hint, cause: error })
    }
  }

  async function* rows(query: QueryName, columns: readonly string[]): AsyncGenerator<readonly Row[], void> {
    let places: readonly number[] | undefined
    for await (const lot of lots(query)) {
      if (places === undefined) {
        const names = lot[0]?.map(trimmed) ?? []
        places = columns.map((column) => names.indexOf(column))
        continue
      }
      const of = places
      yield lot.map((row) => of.map((place) => row[place] ?? null))
    }
  }

  return {
    tally,
    queries,
    isFolder: true,
    isOrdered: true,
    async open(): Promise<SourceFacts> {
      for (const file of await filesIn(folder)) {
        const [, name] = /^(.+)\.csv$/i.exec(file) ?? []
        if (name === undefined) continue
        if (isQueryName(name)) queries.add(name)
        else refuseSlip(name, file)
      }
      const instant = now()
      const offsetMinutes = hostOffsetMinutes(instant)
      const local = fromUnix(Math.floor(instant.getTime() / 1000), offsetMinutes)
      return {
        product: 'CSV',
        version: '',
        clock: { local, offsetMinutes },
        offsetAt: (seconds) => hostOffsetMinutes(new Date(seconds * 1000)),
      }
    },
    async columnsOf(query) {
      for await (const [header = []] of lots(query)) return withoutLastBlank(header.map(trimmed))
      return []
    },
    rows,
    read: readTextCell,
    async firstRows(query, columns, count) {
      const first: Row[] = []
      for await (const lot of rows(query, columns)) {
        first.push(...lot.slice(0, count - first.length))
        if (first.length >= count) break
      }
      return first
    },
    async close() {},
  }
}

function trimmed(name: string | null): string {
  return (name ?? '').trim()
}

/** Behind a separator that ends every line stands no column. */
function withoutLastBlank(names: readonly string[]): readonly string[] {
  return names.at(-1) === '' ? names.slice(0, -1) : names
}

/** A file that was surely meant to be one of ours; any other is somebody else's. @throws ConfigError */
function refuseSlip(name: string, file: string): void {
  const meant = nearest(name, QUERY_NAMES)
  if (meant === undefined) return
  throw new ConfigError(
    `The file ${file} in the folder of billingUrl is unknown; did you mean "${meant}"?`,
    [],
    {
      hint: 'Rename the file, or move it out of the folder.',
    },
  )
}
