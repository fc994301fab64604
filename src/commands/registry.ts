/**
 * Where a command's code is. Adding a command: declare it in `declarations.ts`, write `src/commands/<name>.ts` with a
 * function of type `Run<'name'>`, load it here. A command is loaded only when it is called, so that `--version` and
 * cron's every start pay for nothing else.
 */
import type { Run } from './frame/context.ts'
import type { CommandName } from './frame/declarations.ts'

export type Loaders = { readonly [Name in CommandName]?: () => Promise<Run<Name>> }

/** All of them: a command that is declared and not loaded here is a type error. */
export const COMMANDS: Required<Loaders> = {
  verify: async () => (await import('./verify.ts')).verify,
  doctor: async () => (await import('./doctor.ts')).doctor,
  demo: async () => (await import('./demo.ts')).demo,
  undo: async () => (await import('./undo.ts')).undo,
  sync: async () => (await import('./sync.ts')).sync,
  plan: async () => (await import('./plan.ts')).plan,
  init: async () => (await import('./init.ts')).initWith({ doctor: doctorOf }),
  history: async () => (await import('./history.ts')).history,
  'history show': async () => (await import('./history.ts')).historyShow,
  report: async () => (await import('./report.ts')).report,
  completion: async () => (await import('./completion.ts')).completion,
}

/** Tests a configuration that was just written, as somebody at the terminal would. */
async function doctorOf(file: string): Promise<number> {
  const [{ runCli }, { processIo }] = await Promise.all([import('./frame/cli.ts'), import('./frame/io.ts')])
  return await runCli(['doctor', '--config', file], processIo())
}
