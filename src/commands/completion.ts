/** `usm-billing completion bash|zsh|fish`: a script for the operator's shell, made from the declared commands. */
import { bashCompletion } from './completion/bash.ts'
import { fishCompletion } from './completion/fish.ts'
import { zshCompletion } from './completion/zsh.ts'
import type { CommandContext, Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
import { jsonLine } from './frame/io.ts'
import { openJournalReader } from './frame/journal-reader.ts'
import { buildProgram, type Command } from './frame/program.ts'

const SHELLS: Readonly<Record<string, (program: Command) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
}

/** The completion script of a shell, for the commands of a program. */
export function completionScript(shell: string, program: Command): string {
  const write = SHELLS[shell]
  if (write === undefined) throw new Error(`There is no completion for the shell "${shell}".`)
  return write(program)
}

export const completion: Run<'completion'> = async (context) => {
  const { flags, io, commands } = context
  const { shell } = flags
  const isWords = shell === 'runs' || shell === 'logins'
  const text = isWords
    ? (await wordsOf(shell, context)).map((word) => `${word}\n`).join('')
    : completionScript(shell, buildProgram(commands))
  io.stdout.write(flags.json ? jsonLine({ type: 'completion', exitCode: EXIT.done, shell, text }) : text)
  return EXIT.done
}

/** So many are enough for a key that is pressed to see what there is. */
const MOST = 5000

/** Runs of the journal, the newest first, or ids of subscribers. Shells expand such lists: nothing else is in a word. */
async function wordsOf(values: 'runs' | 'logins', context: CommandContext<'completion'>): Promise<string[]> {
  const { journal, close } = await openJournalReader(context)
  try {
    if (values === 'runs') return ['last', ...(journal?.listRuns(MOST) ?? []).map(({ id }) => String(id))]
    return Array.from(journal?.ledger.shownSubscribers() ?? [], ({ key }) => key)
      .filter((key) => /^[\p{L}\p{N}_][\p{L}\p{N}_.@+-]*$/u.test(key))
      .slice(0, MOST)
  } finally {
    close()
  }
}
