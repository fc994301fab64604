/** Asks an operator on a terminal for the values no configuration can do without. */
import { createInterface } from 'node:readline/promises'
import { thisHost } from '../../config/host.ts'
import { OUTLINE } from '../../config/outline.ts'
import { validate } from '../../config/validate.ts'
import { Interrupted } from '../../model/errors.ts'

export interface Answers {
  readonly values: Readonly<Record<string, unknown>>
  /** Asks whether to test the connections now. */
  confirmTest(): Promise<boolean>
}

/** Shows a question and gives the line that was typed. */
export type AskLine = (question: string) => Promise<string>

/**
 * Asks for each key until the answer is valid.
 * @throws Interrupted on Ctrl-C or the end of the input
 */
export async function askRequired(
  keys: readonly string[],
  askLine: AskLine = terminalPrompt(),
): Promise<Answers> {
  const values: Record<string, unknown> = {}
  for (const key of keys) values[key] = await askFor(key, askLine)
  return {
    values,
    confirmTest: async () => !/^n/i.test((await askLine('Test the connections now? [Y/n] ')).trim()),
  }
}

async function askFor(key: string, askLine: AskLine): Promise<unknown> {
  const outline = OUTLINE.find((known) => known.key === key)
  let question = `${key}: ${outline?.meaning ?? ''}\n> `
  for (;;) {
    const answer = (await askLine(question)).trim()
    const value = outline?.kind === 'number' && /^\d+$/.test(answer) ? Number(answer) : answer
    const { flaws } = validate({ [key]: value }, process.cwd(), thisHost())
    const flaw = flaws.find(({ path }) => path[0] === key)
    if (flaw === undefined) return value
    question = answer === '' ? '> ' : `  ${key} ${flaw.message}\n> `
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
