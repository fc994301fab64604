/** What a person who helps needs to see, every personal value replaced, in one archive that the operator can read first. */
import { resolve } from 'node:path'
import { packBundle } from '../bundle/contents.ts'
import { type Exchange, recordingFetch, replayingFetch } from '../bundle/exchange.ts'
import { type Houses, replaceAll } from '../bundle/replaced-bundle.ts'
import { replaceKnown } from '../bundle/replaced-exchanges.ts'
import { systemReason } from '../config/secrets.ts'
import { SILENT } from '../model/logger.ts'
import { isTableBilling } from '../model/table-address.ts'
import { replaceFile } from '../report/replace-file.ts'
import { wantedHouses } from '../sync/addresses/addresses.ts'
import { readSource, type Source } from '../sync/read/source.ts'
import { previewSync } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import { bundledConfiguration } from './bundle/configuration.ts'
import { examined } from './bundle/examination.ts'
import { lastRuns } from './bundle/last-runs.ts'
import { README } from './bundle/readme.ts'
import { doctor } from './doctor.ts'
import { openBilling } from './frame/billing.ts'
import type { CommandContext, Run } from './frame/context.ts'
import { EXIT, exitCodeOf, UsageError } from './frame/exit-codes.ts'
import { openPreviewJournal } from './frame/preview-journal.ts'
import { openSession, type Session } from './frame/session.ts'
import { recallWays } from './frame/userside-ways.ts'

/** `usm-billing bundle [--out FILE]`. Writes one file (mode 0600). @throws ConfigError, UsageError */
export const bundle: Run<'bundle'> = async (context) => {
  const { config } = await context.loadConfig()
  if (isTableBilling(config.billingName))
    throw new UsageError('A bundle can only be made of a billing that speaks the universal API.', {
      hint: 'Of a billing that is read as tables, "usm-billing doctor --json" tells what a helper asks first.',
    })
  const exchanges: Exchange[] = []
  const session = await openSession(context, 'bundle', {
    isLogged: false,
    isPreview: true,
    fetches: {
      billing: recordingFetch('billing', fetch, exchanges),
      userside: recordingFetch('userside', fetch, exchanges),
    },
  })
  try {
    const { source, failure } = await preview(session)
    const now = context.io.now()
    const file = resolve(context.flags.out ?? `usm-billing-bundle-${stamp(now)}.tar.gz`)
    const texts = await otherTexts(context, session)
    writeOut(file, await packed(session, { exchanges, source, failure, texts, now }))
    session.console.close()
    session.console.info(
      `The bundle was written to ${file}. Read it before you send it: README.txt in it says how.`,
    )
    if (failure !== undefined) session.console.warn(`A side could not be read to its end: ${failure.message}`)
    session.console.printJson({ type: 'bundle', file })
    return failure === undefined ? EXIT.done : exitCodeOf(failure)
  } finally {
    session.close()
  }
}

interface Ingredients {
  readonly exchanges: readonly Exchange[]
  readonly source: Source | undefined
  readonly failure: Error | undefined
  readonly texts: ReadonlyMap<string, string>
  readonly now: Date
}

/** What a run would read. What breaks is part of the picture. */
async function preview(session: Session): Promise<Pick<Ingredients, 'source' | 'failure'>> {
  const past = openPreviewJournal(session)
  try {
    recallWays(session.userside, past.kept)
    const { plan } = await previewSync({
      ...session,
      journal: past.journal,
      ledger: past.ledger,
      handshake: { version: VERSION, path: process.execPath, logPath: session.config.logPath },
    })
    return { source: plan.source, failure: undefined }
  } catch (error) {
    if (session.signal.aborted || !(error instanceof Error)) throw error
    return { source: undefined, failure: error }
  } finally {
    past.close()
  }
}

async function otherTexts(
  context: CommandContext<'bundle'>,
  session: Session,
): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['doctor.jsonl', await examined(context, doctor)],
    ['runs.json', lastRuns(session)],
  ])
}

async function packed(
  session: Session,
  { exchanges, source, failure, texts, now }: Ingredients,
): Promise<Uint8Array> {
  const { config, options, redact } = session
  const housesOf = (of: Source | undefined): Houses =>
    (of && wantedHouses(of, { ...options, usedIds: undefined }, () => {})) ?? new Map()
  const key = crypto.getRandomValues(new Uint8Array(32))
  const replaced = await replaceAll(exchanges, key, housesOf(source), async (answers) =>
    housesOf(source && (await readAgain(session, answers))),
  )
  // Beside the answers, only what occurs in them is known to be somebody's.
  const clean = (text: string): string => redact(replaceKnown(withoutPlaces(text, session), replaced))
  const about = {
    version: VERSION,
    runtime: `Bun ${Bun.version}`,
    system: `${process.platform} ${process.arch}`,
    recordedAt: now.toISOString(),
    failure: failure && clean(failure.message),
  }
  return packBundle(
    {
      exchanges: replaced.exchanges,
      texts: new Map([
        ['README.txt', README],
        ['about.json', `${JSON.stringify(about, undefined, 2)}\n`],
        ['usm-billing.jsonc', bundledConfiguration(config, clean)],
        ...Array.from(texts, ([name, text]): [string, string] => [name, clean(text)]),
      ]),
    },
    Math.floor(now.getTime() / 1000),
  )
}

/** The billing once more, as the bundle has it: its houses have other names now. */
function readAgain({ config, signal }: Session, exchanges: readonly Exchange[]): Promise<Source> {
  const billing = openBilling(config, {
    logger: SILENT,
    report: () => {},
    signal,
    withPasswords: false,
    withMessages: false,
    userAgent: 'usm-billing',
    fetch: replayingFetch('billing', exchanges),
  })
  return readSource(billing, SILENT, { withMessages: false, expected: undefined })
}

/** Addresses of servers tell whose they are. */
function withoutPlaces(text: string, { config }: Session): string {
  const places = [
    [new URL(config.billingUrl), 'billing.invalid'],
    [new URL(config.usersideUrl), 'userside.invalid'],
  ] as const
  return places.reduce(
    (without, [{ host, hostname }, name]) => without.replaceAll(host, name).replaceAll(hostname, name),
    text,
  )
}

function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
}

function writeOut(file: string, data: Uint8Array): void {
  try {
    replaceFile(file, data, 0o600)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${systemReason(error)}.`, {
      hint: 'Name a file in a folder this account may write to.',
      cause: error,
    })
  }
}
