/** `usm-billing help`: what `--help` prints, for the program or for a command that is named. */
import { withMeant } from '../model/nearest.ts'
import type { Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { printHelp } from './frame/help.ts'
import { buildProgram, type Command } from './frame/program.ts'

/** @throws UsageError for a command there is not */
export const help: Run<'help'> = async ({ flags, io, commands, speaker }) => {
  const words = [flags.command, flags['command-inside']].filter((word) => word !== undefined)
  const command = words.reduce<Command>(inside, buildProgram(commands))
  printHelp(command, { io, speaker, isJson: flags.json })
  return EXIT.done
}

function inside(command: Command, word: string): Command {
  const known = Object.keys(command.subCommands)
  const found = known.includes(word) ? command.subCommands[word] : undefined
  if (found !== undefined) return found
  throw new UsageError(withMeant(`The command "${word}" is unknown`, word, known, '.'), {
    hint: 'See "usm-billing help".',
  })
}
