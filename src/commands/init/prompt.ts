/** Asks an operator on a terminal for the values no configuration can do without. */
import { createInterface } from 'node:readline/promises'
import { thisHost } from '../../config/host.ts'
import { OUTLINE } from '../../config/outline.ts'
import { validate } from '../../config/validate.ts'
import { Interrupted } from '../../model/errors.ts'
import { withMeant } from '../../model/nearest.ts'
import { ENGLISH, type Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import { type AskLine, isYes } from './ask-line.ts'
import { askDatabase, isDatabase, type Prove } from './database.ts'

export interface Answers {
  readonly values: Readonly<Record<string, unknown>>
  /** Asks whether to test the connections now. */
  confirmTest(): Promise<boolean>
}

export interface AskOptions {
  readonly askLine?: AskLine
  /** Tries a database out; nothing is tried unless given. */
  readonly prove?: Prove
  /** Who asks; English when left out. */
  readonly speaker?: Speaker
  /** What is known already, from the old configuration. */
  readonly known?: Readonly<Record<string, unknown>>
}

/**
 * Asks for each key until the answer is valid.
 * @throws Interrupted on Ctrl-C or the end of the input
 */
export async function askRequired(
  keys: readonly string[],
  {
    askLine = terminalPrompt(),
    prove = async () => ({ isProved: true, lines: [] }),
    speaker = ENGLISH,
    known = {},
  }: AskOptions = {},
): Promise<Answers> {
  const values: Record<string, unknown> = {}
  /** Said with the next question: whoever asks has no other way to say it. */
  let said = ''
  const askNext: AskLine = (question) => {
    const whole = `${said}${question}`
    said = ''
    return askLine(whole)
  }
  for (const key of keys) {
    const { billingName } = { ...known, ...values }
    if (key === 'billingUrl' && isDatabase(billingName)) {
      const answered = await askDatabase(billingName, askNext, prove, speaker)
      Object.assign(values, answered.values)
      said = answered.said
    } else {
      values[key] =
        key === 'billingName'
          ? await askBilling(askNext, speaker)
          : await askFor(key, { ...known, ...values }, askNext, speaker)
    }
  }
  return {
    values,
    confirmTest: async () => isYes(await askNext(`${speaker.say('Test the connections now? [Y/n]')} `)),
  }
}

/** Which billing it is decides what is asked next. */
async function askBilling(askLine: AskLine, speaker: Speaker): Promise<unknown> {
  const names = Object.keys(BILLINGS)
  const lines = Object.entries(BILLINGS).map(
    ([name, meaning]) => `  ${name.padEnd(10)} ${speaker.say(meaning)}`,
  )
  const asked = [speaker.say('Which billing is it?'), ...lines, 'billingName [standart]']
  let question = `${asked.join('\n')}\n> `
  for (;;) {
    const answer = (await askLine(question)).trim().toLowerCase()
    const name = answer === 'standard' || answer === '' ? 'standart' : answer
    if (names.includes(name)) return name
    const choice = withMeant(`It is one of ${names.join(', ')}`, name, names, '.')
    question = `  ${speaker.retell(choice)}\n> `
  }
}

/** What `billingName` may be, in the words of somebody who has it. */
const BILLINGS = {
  standart: 'one that has the API for UserSide: uBilling, MikBill, ABillS, Platex and others',
  carbon5: 'Carbon Billing 5, by its API',
  utm5: 'NetUP UTM5, from its database',
  abills: 'ABillS, from its database',
  ubilling: 'uBilling, from its database',
  mikbill: 'MikBill, from its database',
  nodeny: 'NoDeny+, from its database',
  sql: 'any other with a database, by queries of your own',
  files: 'any other that writes CSV or JSON files into a folder',
} as const satisfies Readonly<Record<string, Phrase>>

async function askFor(
  key: string,
  known: Readonly<Record<string, unknown>>,
  askLine: AskLine,
  speaker: Speaker,
): Promise<unknown> {
  const outline = OUTLINE.find((known) => known.key === key)
  let question = `${key}: ${speaker.retell(outline?.meaning ?? '')}\n> `
  for (;;) {
    const answer = (await askLine(question)).trim()
    const value = outline?.kind === 'number' && /^\d+$/.test(answer) ? Number(answer) : answer
    const host = thisHost()
    const { flaws } = validate({ ...known, [key]: value }, host.cwd, host)
    const flaw = flaws.find(({ path }) => path[0] === key)
    if (flaw === undefined) return value
    question = answer === '' ? '> ' : `  ${key}: ${speaker.retell(flaw.message)}\n> `
  }
}

/** On stderr, so that stdout holds nothing but the result. Lines that were pasted ahead answer the next questions. */
function terminalPrompt(): AskLine {
  const ahead: string[] = []
  return async (question) => {
    const pasted = ahead.shift()
    if (pasted !== undefined) {
      process.stderr.write(`${question}${pasted}\n`)
      return pasted
    }
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      return await new Promise<string>((resolve, reject) => {
        terminal.on('line', (line) => ahead.push(line))
        terminal.on('close', () => reject(new Interrupted('SIGINT')))
        terminal.question(question).then(resolve, reject)
      })
    } finally {
      terminal.close()
    }
  }
}
