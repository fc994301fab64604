/** `usm-billing completion bash|zsh|fish`: a script for the operator's shell, made from the declared commands. */
import { bashCompletion } from './completion/bash.ts'
import { fishCompletion } from './completion/fish.ts'
import { zshCompletion } from './completion/zsh.ts'
import type { Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
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

export const completion: Run<'completion'> = async ({ flags, io, commands }) => {
  io.stdout.write(completionScript(flags.shell, buildProgram(commands)))
  return EXIT.done
}
