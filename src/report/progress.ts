/** The progress of a step as one line: title, count, rate, time left. */
import { Writable } from 'node:stream'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { StepState } from './step-meter.ts'

/** Where text goes: a stream of the process, or what a test holds in its hand. */
export interface Output {
  write(text: string): void
  readonly isTerminal: boolean
  /** Width in characters. */
  readonly columns: number
  /** True when the systemd journal takes it: lines may carry priorities. */
  readonly isJournal?: boolean
}

/** `Reading subscribers · 12 345 of 50 000, 24 % · 3 400/s · 11 s left`. */
export function progressText(
  { title, done, total: expected, elapsedMs }: StepState,
  speaker: Speaker = ENGLISH,
): string {
  const parts = [title]
  // A total is what was expected: what goes beyond it says that nobody knows how much there is.
  const total = expected !== undefined && done <= expected ? expected : undefined
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0
  if (total !== undefined && total > 0) {
    const share = Math.min(100, Math.floor((done * 100) / total))
    parts.push(speaker.say('{1} of {2}, {3} % ‹progress›', done, total, share))
  } else if (done > 0) {
    parts.push(speaker.number(done))
  }
  if (rate >= 1) parts.push(speaker.say('{1}/s ‹progress›', rate))
  const isLeftKnown = total !== undefined && done > 0 && done < total && elapsedMs >= 1000
  parts.push(
    isLeftKnown
      ? speaker.say('{1} left ‹progress›', speaker.duration(((total - done) * 1000) / rate))
      : speaker.duration(elapsedMs),
  )
  return parts.join(' · ')
}

/** What is left of a step when it has ended: `Reading subscribers · 50 000 · 14 s`. */
export function finishedText({ title, done, elapsedMs }: StepState, speaker: Speaker = ENGLISH): string {
  return [title, ...(done > 0 ? [speaker.number(done)] : []), speaker.duration(elapsedMs)].join(' · ')
}

/** One line that is written over until it is cleared. */
export interface LiveLine {
  show(text: string): void
  clear(): void
}

/** The cursor stays visible: a run that is killed leaves the terminal as it was. */
export function liveLine(output: Output): LiveLine {
  // Loaded only here: without a terminal, cron's every start would pay for it.
  const { createLogUpdate }: typeof import('log-update') = require('log-update')
  const update = createLogUpdate(new OutputStream(output), { showCursor: true })
  return { show: (text) => update(text), clear: () => update.clear() }
}

/** An output as the stream the library asks for. */
class OutputStream extends Writable {
  constructor(readonly output: Output) {
    super({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        output.write(String(chunk))
        done()
      },
    })
  }

  get isTTY(): boolean {
    return this.output.isTerminal
  }

  get columns(): number {
    return this.output.columns
  }
}
