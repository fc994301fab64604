/**
 * The commands, one file each: options are collected, the rooms below called, results printed. Adding a command: declare
 * it in `frame/declarations.ts`, write `<name>.ts` with a function of type `Run<'name'>`, load it here. A command is
 * loaded only when it is called, so that `--version` and every start by cron load nothing else.
 */
import type { Loaders } from './frame/context.ts'

/** All of them: a command that is declared and not loaded here is a type error. */
export const COMMANDS: Required<Loaders> = {
  verify: async () => (await import('./verify.ts')).verify,
  doctor: async () => (await import('./doctor.ts')).doctor,
  demo: async () => (await import('./demo.ts')).demo,
  undo: async () => (await import('./undo.ts')).undo,
  sync: async () => (await import('./sync.ts')).sync,
  apply: async () => (await import('./apply.ts')).apply,
  plan: async () => (await import('./plan.ts')).plan,
  init: async () => (await import('./init.ts')).init,
  history: async () => (await import('./history.ts')).history,
  'history show': async () => (await import('./history.ts')).historyShow,
  report: async () => (await import('./report.ts')).report,
  bundle: async () => (await import('./bundle.ts')).bundle,
  notify: async () => (await import('./notify.ts')).notify,
  queries: async () => (await import('./queries.ts')).queries,
  version: async () => (await import('./version.ts')).version,
  help: async () => (await import('./help.ts')).help,
  completion: async () => (await import('./completion.ts')).completion,
}
