/** A way to reach people. Adding one: a file beside this one, and a row in `channels.ts`. */
import type { NewsKind } from './news.ts'

/** What is told. Every text of it is clean: no key, no password, nothing that steers a terminal. */
export interface Message {
  readonly kind: NewsKind | 'test'
  /** One line: which billing, on which host, and what happened. */
  readonly title: string
  /** A few lines: what happened, how many, the first names, what to do. */
  readonly text: string
  /** The result of the run as `--json` gives it, with the first names only, and what is told about it. */
  readonly data: object
}

/** Where somebody is told: one entry of `notify`. */
export interface Recipient {
  readonly to: string
  readonly token?: string | undefined
}

/** What channels reach for outside the program, so that tests can put something else there. */
export interface Outside {
  readonly fetch: typeof fetch
  readonly env: Readonly<Record<string, string | undefined>>
  /** The Bot API's address. */
  readonly telegram: string
}

export interface Channel {
  /** Names it to people without what is secret about it. */
  readonly name: string
  /**
   * Tells the message, once: what could not be told now is told after the next run.
   * @param patience aborted when nobody waits any longer
   * @throws ChannelFailure
   */
  send(message: Message, patience: AbortSignal): Promise<void>
}

/** Why a message was not told, to follow a colon; in English, told again where it is shown. */
export class ChannelFailure extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'ChannelFailure'
  }
}
