/** What a command gets to work with. Nothing else reaches outside the process, so tests need no mocks. */
import type { LoadedConfig } from '../../config/load.ts'
import type { Speaker } from '../../text/speaker.ts'
import type { CommandName, Flags } from './declarations.ts'
import type { Io } from './io.ts'

export interface CommandContext<Name extends CommandName> {
  readonly flags: Flags<Name>
  readonly io: Io
  /** When the program began. */
  readonly startedAt: Date
  /** The commands this program has. */
  readonly commands: Loaders
  /**
   * Who speaks to the operator: in the language of the environment, and of the configuration once that is loaded. What
   * goes into a log, into JSON or into the journal stays as it is written in the code.
   */
  speaker(): Speaker
  /**
   * The configuration, read once; its warnings go to stderr the first time.
   * @throws ConfigError, which the command line turns into exit 4
   */
  loadConfig(): Promise<LoadedConfig>
}

/**
 * A command. It gives its exit code (`EXIT`), having printed its result; or it throws a `UsmError` that the command
 * line prints and maps to a code.
 */
export type Run<Name extends CommandName> = (context: CommandContext<Name>) => Promise<number>

/** Where a command's code is; it is loaded when the command is called. */
export type Loaders = { readonly [Name in CommandName]?: () => Promise<Run<Name>> }
