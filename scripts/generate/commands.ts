/** The commands as rows of a table. */
import { DECLARATIONS, type Declaration, EVERYWHERE } from '../../src/commands/declarations.ts'

/** Every command with its arguments and options, and what it does. */
export function commandRows(): string[][] {
  const declarations: Readonly<Record<string, Declaration>> = DECLARATIONS
  return Object.entries(declarations).map(([name, { description, args }]) => {
    const words = Object.entries(args).map(([argument, { type }]) =>
      type === 'positional' ? argument.toUpperCase() : `[--${argument}${type === 'string' ? ' …' : ''}]`,
    )
    return [`\`${['usm-billing', name, ...words].join(' ')}\``, description]
  })
}

/** The options of every command. */
export function optionRows(): string[][] {
  return Object.entries(EVERYWHERE).map(([name, { type, description }]) => [
    `\`--${name}${type === 'string' ? ' …' : ''}\``,
    description,
  ])
}
