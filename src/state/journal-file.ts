/** The database a journal is kept in: whatever happens to its file, there is one to go on with. */
import { SQLiteError } from 'bun:sqlite'
import { missingRight, shellWord } from '../host/rights.ts'
import type { Logger } from '../model/logger.ts'
import { isDamage, isTrouble, openDatabase, openInMemory, setAside } from './database.ts'
import { reasonOf } from './file.ts'
import { Tables } from './tables.ts'

export interface JournalFileOptions {
  readonly path: string
  readonly logger: Logger
  readonly now: () => Date
  /** Told that another database took the place of the one before; what is going on has to be noted in it. */
  readonly onReplaced: (tables: Tables) => void
  /** Told, beside the logger, of what is lost: what was remembered, or what this run does. */
  readonly onLoss?: ((loss: Loss, sentence: string) => void) | undefined
}

/** `set-aside`: the past, which is in a file of another name. `lost`: what is done from now on is not kept. */
export type Loss = 'set-aside' | 'lost'

export class JournalFile {
  readonly #options: JournalFileOptions
  #tables: Tables

  constructor(options: JournalFileOptions) {
    this.#options = options
    this.#tables = this.#open()
  }

  /** False when nothing is kept: the file could not be. */
  get isKept(): boolean {
    return this.#tables.isFile
  }

  /** Does the work; when the database fails, once more on the one that takes its place. */
  attempt<T>(work: (tables: Tables) => T): T {
    try {
      return work(this.#tables)
    } catch (error) {
      if (!this.#isOfTheFile(error)) throw error
      this.#replace(error)
      return work(this.#tables)
    }
  }

  /** Walks through a long list. When the database fails it ends early: what was given cannot be taken back. */
  *walk<T>(list: (tables: Tables) => Iterable<T>): Generator<T, void> {
    try {
      yield* list(this.#tables)
    } catch (error) {
      if (!this.#isOfTheFile(error)) throw error
      this.#replace(error)
    }
  }

  close(): void {
    this.#tables.database.close()
  }

  #isOfTheFile(error: unknown): error is SQLiteError | SyntaxError {
    return this.#tables.isFile && (error instanceof SQLiteError || error instanceof SyntaxError)
  }

  /** A text in it that is no longer JSON is damage like any other. */
  #replace(error: SQLiteError | SyntaxError): void {
    this.#tables.database.close()
    this.#tables = isTrouble(error) ? this.#withoutFile(error) : this.#rebuild(error)
    this.#options.onReplaced(this.#tables)
  }

  #open(): Tables {
    try {
      return this.#fromFile()
    } catch (error) {
      return isDamage(error) ? this.#rebuild(error) : this.#withoutFile(error)
    }
  }

  #fromFile(): Tables {
    const database = openDatabase(this.#options.path)
    try {
      return new Tables(database, true)
    } catch (error) {
      database.close()
      throw error
    }
  }

  #rebuild(error: unknown): Tables {
    const { path, now } = this.#options
    try {
      const aside = setAside(path, now())
      if (aside === undefined) return this.#withoutFile(error)
      const tables = this.#fromFile()
      this.#lose(
        'set-aside',
        `The journal cannot be used (${reasonOf(error)}). It was set aside as ${aside}, and a new one is begun.`,
      )
      return tables
    } catch (secondError) {
      return this.#withoutFile(secondError)
    }
  }

  #withoutFile(error: unknown): Tables {
    const { path } = this.#options
    const missing = missingRight(path, ['read', 'write'], `${shellWord(path)}*`)
    const reason = missing === undefined ? reasonOf(error) : `${missing.sentence}. ${missing.hint}`
    this.#lose(
      'lost',
      `The journal ${path} cannot be kept (${reason}). The run goes on, but its changes are not remembered: history and undo will not know them.`,
    )
    return new Tables(openInMemory(), false)
  }

  #lose(loss: Loss, sentence: string): void {
    this.#options.logger.warn(sentence)
    this.#options.onLoss?.(loss, sentence)
  }
}
