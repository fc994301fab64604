/** Asks an operator where his billing's database is and by which account it is read, and proves the answers. */
import { resolve } from 'node:path'
import {
  isTableBilling,
  TABLE_BILLINGS,
  type TableBillingName,
  type TableServer,
} from '../../model/table-address.ts'
import type { Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import { type AskLine, isYes } from './ask-line.ts'

/** Values for the configuration. */
export type DatabaseValues = Readonly<Record<string, unknown>>

export interface Proof {
  readonly isProved: boolean
  /** What was found, a line each, as it is told. */
  readonly lines: readonly string[]
}

/** Tries values out. Nothing is written anywhere. */
export type Prove = (values: DatabaseValues) => Promise<Proof>

/** True for a billing that is asked for as a database. */
export function isDatabase(name: unknown): name is Exclude<TableBillingName, 'files'> {
  return typeof name === 'string' && isTableBilling(name) && name !== 'files'
}

interface Place {
  readonly server: TableServer
  readonly host: string
  readonly database: string
  readonly account: string
  readonly password: string
}

const PLACE = { host: '', database: '', account: '', password: '' } as const
const SERVERS: Readonly<Record<string, TableServer>> = {
  mysql: 'mysql',
  mariadb: 'mysql',
  postgres: 'postgres',
  postgresql: 'postgres',
  sqlite: 'sqlite',
}

/**
 * Asks until the answers are proved, or the operator wants them as they are. What was answered before is offered again.
 * @returns values for the configuration, and what is to be said of them before the next question
 * @throws Interrupted on Ctrl-C or the end of the input
 */
export async function askDatabase(
  billingName: Exclude<TableBillingName, 'files'>,
  askLine: AskLine,
  prove: Prove,
  speaker: Speaker,
): Promise<{ readonly values: DatabaseValues; readonly said: string }> {
  let place: Place = { server: 'mysql', ...PLACE }
  for (;;) {
    place = await askPlace(billingName, place, askLine, speaker)
    const values = valuesOf(billingName, place)
    const { isProved, lines } = await prove(values)
    const said = lines.map((line) => `  ${line}\n`).join('')
    if (isProved) return { values, said }
    const again = await askLine(`${said}${speaker.say('Answer again? [Y/n]')} `)
    if (!isYes(again)) return { values, said: '' }
  }
}

async function askPlace(
  billingName: Exclude<TableBillingName, 'files'>,
  before: Place,
  askLine: AskLine,
  speaker: Speaker,
): Promise<Place> {
  const server = await askServer(billingName, before.server, askLine, speaker)
  const ask = async (question: Phrase, usual: string): Promise<string> => {
    const shown = usual === '' ? '' : ` [${usual}]`
    for (;;) {
      const answer = (await askLine(`${speaker.say(question)}${shown}\n> `)).trim() || usual
      if (answer !== '') return answer
    }
  }
  if (server === 'sqlite') {
    const path = await ask('The SQLite file of the billing', before.server === 'sqlite' ? before.host : '')
    return { server, ...PLACE, host: path }
  }
  const usualHost = before.host === '' || before.server === 'sqlite' ? 'localhost' : before.host
  const host = await ask(
    'Host of the database, HOST:PORT where the port is not the usual one, or the path of a socket',
    usualHost,
  )
  const database = await ask('Name of the database', before.database)
  const account = await ask('Account that may read it', before.account)
  const asked = speaker.say(before.password === '' ? 'Its password' : 'Its password [as before]')
  const password = (await askLine(`${asked}\n> `)) || before.password
  return { server, host, database, account, password }
}

async function askServer(
  billingName: Exclude<TableBillingName, 'files'>,
  before: TableServer,
  askLine: AskLine,
  speaker: Speaker,
): Promise<TableServer> {
  const known: readonly TableServer[] = TABLE_BILLINGS[billingName]
  // All built-in billings may be read from SQLite, which nobody has: only those that leave a choice are asked about.
  if (billingName !== 'sql' && !known.includes('postgres')) return 'mysql'
  const words = known.filter((server) => billingName === 'sql' || server !== 'sqlite')
  const choice = words.join(', ')
  let question = `${speaker.say('Kind of the database: {1} [{2}]', choice, before)}\n> `
  for (;;) {
    const answer = (await askLine(question)).trim().toLowerCase()
    const server = answer === '' ? before : SERVERS[answer]
    if (server !== undefined && words.includes(server)) return server
    question = `  ${speaker.say('It is one of {1}.', choice)}\n> `
  }
}

/** Answers as the configuration has them; the password stands beside the address, not in it. */
function valuesOf(
  billingName: Exclude<TableBillingName, 'files'>,
  { server, host, database, account, password }: Place,
): DatabaseValues {
  const queries = billingName === 'sql' ? { queries: { subscribers: SAMPLE_QUERY } } : {}
  if (server === 'sqlite') {
    const settings = Object.keys(queries).length === 0 ? {} : { billingDatabase: queries }
    return { billingName, billingUrl: `sqlite:${resolve(host)}`, ...settings }
  }
  const isSocket = host.startsWith('/')
  const authority = `${encodeURIComponent(account)}@${isSocket ? 'localhost' : host}`
  const socket = isSocket ? `?socket=${encodeURIComponent(host)}` : ''
  return {
    billingName,
    billingUrl: `${server}://${authority}/${encodeURIComponent(database)}${socket}`,
    billingDatabase: { ...(password !== '' && { password }), ...queries },
  }
}

/** A beginning, for the operator to put his own names in: the names behind AS are the mapping. */
const SAMPLE_QUERY = [
  'SELECT id AS id, login AS login, name AS name, balance AS balance',
  'FROM users',
  'WHERE {page:id}',
]
