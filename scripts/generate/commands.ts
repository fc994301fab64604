/** The commands as rows of a table. */
import {
  type Argument,
  DECLARATIONS,
  type Declaration,
  EVERYWHERE,
} from '../../src/commands/frame/declarations.ts'
import type { Translate } from './translate.ts'

const COMMANDS: Readonly<Record<string, Declaration>> = DECLARATIONS

/** Every command with its arguments and options, and what it does. */
export function commandRows(say: Translate): string[][] {
  return Object.entries(COMMANDS).map(([name, { description, args }]) => {
    const words = Object.entries<Argument>(args).map(([argument, { type, required }]) =>
      type === 'positional'
        ? required === false
          ? `[${argument.toUpperCase()}]`
          : argument.toUpperCase()
        : `[--${argument}${type === 'string' ? ' …' : ''}]`,
    )
    return [`\`${['usm-billing', name, ...words].join(' ')}\``, say(description)]
  })
}

/** The arguments and options of single commands. */
export function commandOptionRows(say: Translate): string[][] {
  return Object.entries(COMMANDS).flatMap(([name, { args }]) =>
    Object.entries<Argument>(args).map(([option, argument]) => [
      `\`${name}\``,
      argument.type === 'positional' ? `\`${option.toUpperCase()}\`` : optionText(option, argument),
      say(argument.description ?? ''),
    ]),
  )
}

/** The options of every command. */
export function optionRows(say: Translate): string[][] {
  return Object.entries<Argument>(EVERYWHERE).map(([name, argument]) => [
    optionText(name, argument),
    say(argument.description ?? ''),
  ])
}

function optionText(name: string, argument: Argument): string {
  const letter = 'alias' in argument && argument.alias !== undefined ? `\`-${argument.alias}\`, ` : ''
  return `${letter}\`--${name}${argument.type === 'string' ? ' …' : ''}\``
}
