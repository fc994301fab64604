/** A bundle played as a billing and a UserSide, and the plan of a run between them. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Contents, unpackBundle } from '../../bundle/contents.ts'
import { answerTo, type Exchange, questionOf } from '../../bundle/exchange.ts'
import { loadConfig } from '../../config/load.ts'
import { systemReason } from '../../config/secrets.ts'
import { makeTemporaryFolder } from '../../host/temporary-folder.ts'
import { startReplay } from '../../sandbox/replay.ts'
import type { CommandContext, Run } from '../frame/context.ts'
import { UsageError } from '../frame/exit-codes.ts'

/** Exit codes are those of `plan`. @throws UsageError for a file that is no bundle */
export async function playBundle(
  context: CommandContext<'demo'>,
  file: string,
  plan: Run<'plan'>,
): Promise<number> {
  const contents = read(file)
  const folder = makeTemporaryFolder('usm-billing-bundle-')
  const billing = await startSide('billing', contents.exchanges)
  const userside = await startSide('userside', contents.exchanges)
  try {
    const path = join(folder, 'usm-billing.jsonc')
    const own = {
      ...JSON.parse(contents.texts.get('usm-billing.jsonc') ?? '{}'),
      billingUrl: billing.url,
      usersideUrl: userside.url,
      billingHttp: { retries: 0 },
      usersideHttp: { retries: 0 },
    }
    writeFileSync(path, JSON.stringify(own), { mode: 0o600 })
    const loaded = loadConfig({ file: path })
    const recordedAt = new Date(JSON.parse(contents.texts.get('about.json') ?? '{}').recordedAt ?? Date.now())
    return await plan({
      ...context,
      io: { ...context.io, now: () => recordedAt },
      flags: { ...context.flags, all: false, id: [], field: undefined, out: undefined },
      loadConfig: async () => loaded,
    })
  } finally {
    await billing.stop()
    await userside.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function startSide(side: Exchange['side'], exchanges: readonly Exchange[]) {
  return startReplay((address, form) => answerTo(exchanges, side, questionOf(address, form)))
}

function read(file: string): Contents {
  try {
    return unpackBundle(readFileSync(file))
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is no bundle' : systemReason(error)
    throw new UsageError(`${file} cannot be played: ${reason}.`, { cause: error })
  }
}
