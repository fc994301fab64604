/** A folder of recorded answers, served byte for byte. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Reply, textReply } from './reply.ts'

export interface Samples {
  /** The body recorded for a method. Letter case counts. */
  body(method: string): Uint8Array | undefined
  /** The record of one subscriber, sliced from the text as it is. */
  record(login: string): Uint8Array | undefined
  /** Recorded non-answers by file name, with the status and type they were recorded with. */
  readonly nonAnswers: ReadonlyMap<string, Reply>
  /** The billing's clock at the time of the recording. */
  readonly now: string
}

const JSON_ANSWERS = new Set(['no_such_user', 'empty_db_users', 'history_no_such_user', 'charset_cp1251'])
const STATUS: Readonly<Record<string, number>> = {
  no_request: 400,
  unknown_method: 400,
  customer_array: 500,
  db_down_php82: 500,
  memory_limit_128M_50k: 500,
}

/** Reads a folder of `METHOD.json` files and `errors/NAME.txt` files. @throws when it cannot be read */
export function readSamples(folder: string): Samples {
  const bodies = new Map<string, Uint8Array>()
  for (const file of readdirSync(folder))
    if (file.endsWith('.json')) bodies.set(file.slice(0, -5), readFileSync(join(folder, file)))
  const nonAnswers = new Map<string, Reply>()
  for (const file of namesIn(join(folder, 'errors'))) {
    const name = file.replace(/\.txt$/, '')
    const type = JSON_ANSWERS.has(name) ? 'application/json' : 'text/html; charset=UTF-8'
    const body = readFileSync(join(folder, 'errors', file))
    nonAnswers.set(name, { ...textReply(STATUS[name] ?? 200, type, ''), body: [body] })
  }
  const clock = /"date":"([^"]{19})"/.exec(textOf(bodies.get('get_system_information')))
  return {
    body: (method) => bodies.get(method),
    record: (login) => sliceRecord(textOf(bodies.get('get_user_list')), login),
    nonAnswers,
    now: clock?.[1] ?? '2026-01-01 00:00:00',
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function textOf(body: Uint8Array | undefined): string {
  return body === undefined ? '' : Buffer.from(body).toString('utf8')
}

/** Walks the top level of an object and cuts out `{"key":record}` without touching a digit of it. */
function sliceRecord(text: string, login: string): Uint8Array | undefined {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g
  let depth = 0
  let key: { readonly start: number; readonly id: unknown } | undefined
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const mark = found[0]
    if (mark.startsWith('"')) {
      if (depth === 1 && text[token.lastIndex] === ':') key = { start: found.index, id: JSON.parse(mark) }
      continue
    }
    depth += mark === '{' || mark === '[' ? 1 : -1
    if (depth === 1 && (mark === '}' || mark === ']') && key?.id === login)
      return Buffer.from(`{${text.slice(key.start, token.lastIndex)}}`)
  }
  return undefined
}
