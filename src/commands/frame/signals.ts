/** Ctrl-C, `kill`, a terminal that is gone: the first asks the run to end cleanly, the second ends it at once. */
import { readFileSync } from 'node:fs'
import { Interrupted } from '../../model/errors.ts'
import { exitCodeOf } from './exit-codes.ts'

export interface SignalWatch {
  /** Aborted by the first signal, with an `Interrupted` as its reason. */
  readonly signal: AbortSignal
  close(): void
}

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/** Its number on every system. */
const SIGHUP = 1

/** Listens until closed. @param onFirst is told once, to say that the run is ending */
export function watchSignals(onFirst: (signal: string) => void): SignalWatch {
  const controller = new AbortController()
  const heard = SIGNALS.filter((name) => name !== 'SIGHUP' || !isHangUpIgnored())
  const listeners = heard.map((name) => {
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

/** Started by `nohup`, a run is to outlive the terminal: whoever listens would undo that. */
function isHangUpIgnored(): boolean {
  try {
    const [, mask = '0'] = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return ((BigInt(`0x${mask}`) >> BigInt(SIGHUP - 1)) & 1n) === 1n
  } catch {
    // A system without this file does not tell.
    return false
  }
}
