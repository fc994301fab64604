/**
 * One connection by Bun's client: connecting, certificates, a watchdog, and what errors mean. Every statement goes
 * through here, and only those that read have a way here (`contracts/databases.md` §2).
 */
import { lookup } from 'node:dns/promises'
import { readFile, stat } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { type ReservedSQL, SQL } from 'bun'
import { BillingError } from '../../../model/errors.ts'
import type { Logger } from '../../../model/logger.ts'
import type { ServerAddress } from '../../../model/table-address.ts'
import type { TableDatabase } from '../options.ts'
import type { Cell, RawCell, RawRow, Row } from '../source.ts'
import { AUTO, type Decode, decoderOf } from './encoding.ts'
import { CONNECTION_METHOD, failureOf, isTlsMissing, Silence } from './failure.ts'

export interface SessionOptions {
  readonly address: ServerAddress
  readonly database: Pick<TableDatabase, 'password' | 'tls' | 'caFile' | 'timeoutSec' | 'encoding'>
  readonly logger: Logger
  readonly signal?: AbortSignal | undefined
}

/** Whose failure it is, for the message. */
export interface Asker {
  readonly method: string
  readonly what: string
  /** The query is the operator's own. */
  readonly isOwn?: boolean
}

const CONNECTION: Asker = { method: CONNECTION_METHOD, what: '' }

export class Session {
  readonly tally = { requests: 0, bytes: 0 }
  /** True once the connection is encrypted. */
  isEncrypted = false
  readonly #options: SessionOptions
  readonly #decode: Decode
  #client: SQL | undefined
  #connection: ReservedSQL | undefined
  #stopListening: (() => void) | undefined

  constructor(options: SessionOptions) {
    this.#options = options
    this.#decode = decoderOf(options.database.encoding)
  }

  /** The server leaves bytes as they are, and they are decoded here. */
  get isRaw(): boolean {
    return this.#options.database.encoding !== AUTO
  }

  /** @throws BillingError */
  async connect(): Promise<void> {
    const { address, signal } = this.#options
    signal?.throwIfAborted()
    await lookUp(address)
    const tls = await this.#tls()
    try {
      await this.#connectWith(tls)
    } catch (error) {
      if (this.#options.database.tls !== undefined || tls === undefined || !isTlsMissing(error))
        throw this.#failure(error, CONNECTION)
      this.#options.logger.info(
        `The database at ${address.host} offers no TLS: what is read can be seen on its way. With billingDatabase.tls "verify" it is not read at all.`,
      )
      await this.#connectWith(undefined).catch((again: unknown) => {
        throw this.#failure(again, CONNECTION)
      })
    }
    const stop = (): void => void this.close()
    signal?.addEventListener('abort', stop)
    this.#stopListening = () => signal?.removeEventListener('abort', stop)
  }

  /** Rows as the server's own texts. @throws BillingError */
  async ask(sql: string, asker: Asker = CONNECTION): Promise<Row[]> {
    const rows = await this.askRaw(sql, asker)
    return rows.map((row) => row.map(this.read))
  }

  /** Rows as the bytes of those texts. @throws BillingError */
  async askRaw(sql: string, asker: Asker): Promise<readonly RawRow[]> {
    const rows = (await this.#send(sql, asker, (query) => query.raw())) as readonly RawRow[]
    this.tally.bytes += bytesIn(rows)
    return rows
  }

  /** The text of a cell. */
  readonly read = (cell: RawCell): Cell =>
    cell === null || typeof cell === 'string' ? cell : this.#decode(cell)

  /** The names of the columns of a query that gives one row. @throws BillingError */
  async names(sql: string, asker: Asker): Promise<string[]> {
    const rows = (await this.#send(sql, asker, (query) => query)) as readonly object[]
    return Object.keys(rows[0] ?? {})
  }

  /** A statement without rows. @throws BillingError */
  async tell(sql: string): Promise<void> {
    await this.#send(sql, CONNECTION, (query) => query.raw())
  }

  /** Harmless when repeated, and when nothing was opened. */
  async close(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#connection = undefined
    this.#stopListening?.()
    await client?.close({ timeout: 0 })
  }

  async #send(
    sql: string,
    asker: Asker,
    form: (query: ReturnType<ReservedSQL['unsafe']>) => PromiseLike<unknown>,
  ): Promise<unknown> {
    const connection = this.#connection
    this.#options.signal?.throwIfAborted()
    if (connection === undefined) throw this.#failure(new Error('the connection is closed'), asker)
    this.tally.requests++
    try {
      return await this.#watched(form(connection.unsafe(sql).simple()))
    } catch (error) {
      this.#options.signal?.throwIfAborted()
      throw this.#failure(error, asker)
    }
  }

  /**
   * Bun's client waits for ever: a server that is silent for too long is hung up on. The time is counted in ticks of the
   * event loop: while this program is busy with the rows before, an answer may be there and not be let in.
   */
  async #watched<T>(answer: PromiseLike<T>): Promise<T> {
    const { promise: silence, reject } = Promise.withResolvers<never>()
    let leftMs = this.#options.database.timeoutSec * 1000
    const ticking = setInterval(() => {
      leftMs -= TICK_MS
      if (leftMs > 0) return
      clearInterval(ticking)
      reject(new Silence())
      void this.close()
    }, TICK_MS)
    try {
      return await Promise.race([answer, silence])
    } finally {
      clearInterval(ticking)
    }
  }

  #failure(error: unknown, asker: Asker): unknown {
    if (error instanceof BillingError) return error
    return failureOf(error, { ...asker, timeoutSec: this.#options.database.timeoutSec })
  }

  async #connectWith(tls: Tls | undefined): Promise<void> {
    const { address, database } = this.#options
    const client = new SQL({
      adapter: address.server,
      ...(address.socket === undefined
        ? { hostname: address.host, port: address.port }
        : { path: await socketOf(address, address.socket) }),
      username: address.user,
      password: database.password ?? address.password,
      database: address.database,
      max: 1,
      idleTimeout: 0,
      connectionTimeout: Math.min(database.timeoutSec, MOST_SECONDS_TO_CONNECT),
      // The key could be anybody's, save where nobody is between.
      allowPublicKeyRetrieval: isLocal(address),
      tls: tls ?? false,
    } as SQL.Options)
    this.#client = client
    try {
      this.#connection = await this.#watched(client.reserve())
      this.isEncrypted = tls !== undefined
    } catch (error) {
      await this.close()
      throw error
    }
  }

  /** `undefined`: without. @throws BillingError when the certificate file cannot be read */
  async #tls(): Promise<Tls | undefined> {
    const { address, database } = this.#options
    const wish = database.tls ?? (isLocal(address) ? 'off' : 'verify')
    if (wish === 'off' || address.socket !== undefined) return undefined
    if (wish === 'require') return { rejectUnauthorized: false }
    if (database.caFile === undefined) return { rejectUnauthorized: true }
    try {
      return { rejectUnauthorized: true, ca: await readFile(database.caFile, 'utf8') }
    } catch (cause) {
      throw new BillingError(
        'config',
        'connection',
        `The certificate file ${database.caFile} cannot be read.`,
        {
          hint: 'Check billingDatabase.caFile.',
          cause,
        },
      )
    }
  }
}

function bytesIn(rows: readonly RawRow[]): number {
  let bytes = 0
  for (const row of rows) for (const cell of row) if (cell !== null) bytes += cell.length
  return bytes
}

interface Tls {
  readonly rejectUnauthorized: boolean
  readonly ca?: string
}

const MOST_SECONDS_TO_CONNECT = 30
const TICK_MS = 250

/** On this machine: nobody can listen between. */
function isLocal({ host, socket }: ServerAddress): boolean {
  return socket !== undefined || /^(?:localhost|127(?:\.\d+){3}|::1)$/i.test(host)
}

/** PostgreSQL's own clients are given the folder its socket is in. */
async function socketOf({ server, port }: ServerAddress, path: string): Promise<string> {
  if (server !== 'postgres') return path
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return isFolder ? join(path, `.s.PGSQL.${port}`) : path
}

/** Bun's client says the same of an unknown name and of a port where nothing listens. @throws BillingError */
async function lookUp({ host, socket }: ServerAddress): Promise<void> {
  if (socket !== undefined || isIP(host) !== 0) return
  try {
    await lookup(host)
  } catch (cause) {
    throw new BillingError('temporary', 'connection', `The name ${host} of the database is unknown.`, {
      hint: 'Check the host in billingUrl.',
      cause,
    })
  }
}
