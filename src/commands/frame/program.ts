/** The declared commands as a citty command tree. */
import { type ArgsDef, type CommandDef, defineCommand } from 'citty'
import type { CommandContext, Loaders } from './context.ts'
import {
  type CommandName,
  DECLARATIONS,
  DEFAULT_COMMAND,
  type Declaration,
  EVERYWHERE,
  type Options,
} from './declarations.ts'

/** A command of the tree, with everything resolved: citty also allows promises and functions, which we do not use. */
export interface Command {
  /** Words after the program's name. */
  readonly name: readonly string[]
  readonly description: string
  /** Own options first, then those of every command. */
  readonly args: Readonly<Record<string, Declaration['args'][string]>>
  readonly subCommands: Readonly<Record<string, Command>>
  /** For `runCommand`; its data is the {@link CommandContext} without flags. */
  readonly definition: CommandDef<ArgsDef>
}

/** What the command line adds to the flags. */
export type Surroundings = Omit<CommandContext<CommandName>, 'flags'> & {
  /** As they were given: citty keeps one value of an option that was given twice. */
  readonly options: Options
}

/**
 * Builds the tree of the commands that have a loader. The root is the default command too, so that its options can be
 * given without naming it.
 */
export function buildProgram(loaders: Loaders): Command {
  const names = (Object.keys(DECLARATIONS) as CommandName[]).filter((name) => loaders[name] !== undefined)
  const within = (prefix: string): Record<string, Command> => {
    const own = names.filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes(' '))
    return Object.fromEntries(
      own.map((name) => [
        name.slice(prefix.length),
        commandOf(name, name.split(' '), within(`${name} `), loaders),
      ]),
    )
  }
  return commandOf(DEFAULT_COMMAND, [], within(''), loaders)
}

function commandOf(
  declared: CommandName,
  name: readonly string[],
  subCommands: Readonly<Record<string, Command>>,
  loaders: Loaders,
): Command {
  const { description, args: own }: Declaration = DECLARATIONS[declared]
  const args = { ...own, ...EVERYWHERE }
  const definition = defineCommand({
    meta: { name: name.at(-1) ?? 'usm-billing', description },
    args: args as ArgsDef,
    run: async ({ args: parsed, data }) => {
      const load = loaders[declared]
      if (load === undefined) throw new Error(`The command ${declared} is not part of this program.`)
      // The loader of a name takes that name's flags; a union of names cannot tell the compiler so.
      const run = (await load()) as (context: object) => Promise<number>
      const { options, ...surroundings } = data as Surroundings
      return run({ ...surroundings, flags: flagsOf(args, parsed, options) })
    },
  })
  return { name, description, args, subCommands, definition }
}

/** Switches that were not given are `false`, lists empty, other options `undefined`. */
function flagsOf(
  args: Command['args'],
  parsed: Readonly<Record<string, unknown>>,
  options: Options,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, { type, isRepeatable = false }]) => [
      name,
      isRepeatable ? (options.get(name) ?? []) : type === 'boolean' ? parsed[name] === true : parsed[name],
    ]),
  )
}
