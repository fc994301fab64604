/** What every shell's completion needs of the declared commands. */
import type { Argument } from '../frame/declarations.ts'
import type { Command } from '../frame/program.ts'

export interface Option {
  readonly name: string
  /** One-letter form, without its dash. */
  readonly short: string | undefined
  readonly argument: Argument
  readonly takesValue: boolean
  /** The words its value can be; empty when it is free. */
  readonly choices: readonly string[]
  readonly isFile: boolean
  readonly isRepeatable: boolean
  /** The program is asked for its values. */
  readonly values: Argument['values']
}

/** The options of a command, those of every command included. */
export function optionsOf(command: Command): Option[] {
  return Object.entries(command.args).flatMap(([name, argument]) => {
    if (argument.type === 'positional') return []
    const hint = argument.type === 'string' ? argument.valueHint : undefined
    const alias = 'alias' in argument ? [argument.alias].flat()[0] : undefined
    return [
      {
        name,
        short: alias,
        argument,
        takesValue: argument.type === 'string',
        choices: argument.choices ?? [],
        isFile: hint === 'FILE' || hint === 'PATH',
        isRepeatable: argument.isRepeatable ?? false,
        values: argument.values,
      },
    ]
  })
}

/** The words the first argument of a command can be; empty when it is free or there is none. */
export function argumentChoices(command: Command): readonly string[] {
  return Object.values(command.args).find(({ type }) => type === 'positional')?.choices ?? []
}

/** What the first argument of a command is asked of the program for; `undefined`: nothing. */
export function argumentValues(command: Command): Argument['values'] {
  return Object.values(command.args).find(({ type }) => type === 'positional')?.values
}

/** The call that prints such values, a line each; each is one word that means nothing to a shell. */
export function askingFor(values: NonNullable<Argument['values']>): string {
  return `usm-billing completion ${values} 2>/dev/null`
}

/** A command and all commands inside it, itself first. */
export function commandsOf(command: Command): Command[] {
  return [command, ...Object.values(command.subCommands).flatMap(commandsOf)]
}

/** A text inside single quotes, for any of the shells. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
