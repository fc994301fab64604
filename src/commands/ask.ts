/** Asks an operator on a terminal for the values no configuration can do without. */
import { consola } from 'consola'
import { thisHost } from '../config/host.ts'
import { OUTLINE } from '../config/outline.ts'
import { validate } from '../config/validate.ts'
import { Interrupted } from '../model/errors.ts'

export interface Answers {
  readonly values: Readonly<Record<string, unknown>>
  /** Asks whether to test the connections now. */
  confirmTest(): Promise<boolean>
}

/**
 * Asks for each key until the answer is valid.
 * @throws Interrupted on Ctrl-C
 */
export async function askRequired(keys: readonly string[]): Promise<Answers> {
  const values: Record<string, unknown> = {}
  for (const key of keys) values[key] = await askFor(key)
  const confirmTest = () =>
    interruptible(
      consola.prompt('Test the connections now?', { type: 'confirm', initial: true, cancel: 'reject' }),
    )
  return { values, confirmTest }
}

async function askFor(key: string): Promise<unknown> {
  const outline = OUTLINE.find((known) => known.key === key)
  for (;;) {
    const text = await interruptible(
      consola.prompt(`${key}: ${outline?.meaning ?? ''}`, { type: 'text', cancel: 'reject' }),
    )
    const value = outline?.kind === 'number' && /^\d+$/.test(text.trim()) ? Number(text) : text.trim()
    const { flaws } = validate({ [key]: value }, process.cwd(), thisHost())
    const flaw = flaws.find(({ path }) => path[0] === key)
    if (flaw === undefined) return value
    consola.warn(`${key} ${flaw.message}`)
  }
}

async function interruptible<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch {
    throw new Interrupted('SIGINT')
  }
}
