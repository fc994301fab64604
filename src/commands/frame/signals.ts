/** Ctrl-C and `kill`: the first asks the run to end cleanly, the second ends it at once. */
import { Interrupted } from '../../model/errors.ts'
import { exitCodeOf } from './exit-codes.ts'

export interface SignalWatch {
  /** Aborted by the first signal, with an `Interrupted` as its reason. */
  readonly signal: AbortSignal
  close(): void
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Listens until closed. @param onFirst is told once, to say that the run is ending */
export function watchSignals(onFirst: (signal: string) => void): SignalWatch {
  const controller = new AbortController()
  const listeners = SIGNALS.map((name) => {
    const listener = (): void => {
      const reason = new Interrupted(name)
      if (controller.signal.aborted) process.exit(exitCodeOf(reason))
      onFirst(name)
      controller.abort(reason)
    }
    process.on(name, listener)
    return { name, listener }
  })
  return {
    signal: controller.signal,
    close: () => {
      for (const { name, listener } of listeners) process.off(name, listener)
    },
  }
}
