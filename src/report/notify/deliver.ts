/** Tells several channels at once, and waits for all of them together no longer than this. */
import { type Channel, ChannelFailure, type Message } from './channel.ts'

/** Milliseconds of a run, however many channels there are. */
const TIMEOUT_MS = 10_000

/** One message, and where it goes. */
export interface Delivery {
  readonly channel: Channel
  readonly message: Message
}

export interface Patience {
  readonly timeoutMs?: number
}

/** Gives, in their order, why a message was not told; `undefined` where it was. Never throws. */
export async function deliver(
  deliveries: readonly Delivery[],
  { timeoutMs = TIMEOUT_MS }: Patience = {},
): Promise<(string | undefined)[]> {
  const watch = new AbortController()
  const timer = setTimeout(() => watch.abort(), timeoutMs)
  try {
    return await Promise.all(deliveries.map((delivery) => deliverOne(delivery, watch.signal)))
  } finally {
    clearTimeout(timer)
  }
}

async function deliverOne(
  { channel, message }: Delivery,
  patience: AbortSignal,
): Promise<string | undefined> {
  // A channel that does not listen to the end of patience is not waited for either.
  const late = new Promise<string>((resolve) =>
    patience.addEventListener('abort', () => resolve('it did not answer in time')),
  )
  const told = channel.send(message, patience).then(
    () => undefined,
    (error: unknown) =>
      error instanceof ChannelFailure ? error.message : 'it failed in a way nobody foresaw',
  )
  return await Promise.race([told, late])
}
