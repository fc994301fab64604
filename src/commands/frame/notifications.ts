/** Tells those whom `notify` names how a run ended, when there is something to tell them. Fails no run. */
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import * as v from 'valibot'
import type { Config } from '../../config/schema.ts'
import { plainFetch } from '../../http/route.ts'
import type { Outcome, Summary } from '../../model/summary.ts'
import { openChannel } from '../../report/notify/channels.ts'
import { type Delivery, deliver } from '../../report/notify/deliver.ts'
import { messageOf } from '../../report/notify/message.ts'
import { type Episode, judge } from '../../report/notify/news.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import type { Session } from './session.ts'

const NOTE = 'notified'

const EpisodeNote = v.object({
  since: v.string(),
  told: v.optional(
    v.object({
      at: v.string(),
      outcome: v.custom<Outcome>((value) => typeof value === 'string'),
      undone: v.number(),
      codes: v.array(v.string()),
    }),
  ),
  wellSince: v.exactOptional(v.string()),
})

/** By the mark of who is told, what is known of the time the runs are bad. */
const Note = v.record(v.string(), EpisodeNote)

type Notified = Config['notify'][number]

/**
 * Judges a run that cron or an operator made of all subscribers, and tells what there is to tell, in ten seconds
 * together. What could not be told is told after the next run.
 */
export async function notifyOf(session: Session, journal: RunJournal, summary: Summary): Promise<void> {
  const { config, logger, redact, env, options, speaker } = session
  // A run of some subscribers only says nothing of the others.
  if (config.notify.length === 0 || summary.command !== 'sync' || options.only !== undefined) return
  const known = readNote(journal)
  const judged = config.notify.map((entry) => {
    const mark = markOf(entry)
    return { entry, mark, judgement: judge(known[mark], summary, entry) }
  })
  const due = judged.flatMap(({ entry, judgement: { news } }): { entry: Notified; delivery: Delivery }[] => {
    if (news === undefined) return []
    const message = messageOf(news, summary, { host: hostname(), redact, speaker })
    return [{ entry, delivery: { channel: openChannel(entry, { fetch: plainFetch(env), env }), message } }]
  })
  const troubles = await deliver(due.map(({ delivery }) => delivery))
  const failed = new Map(due.map(({ entry }, index) => [entry, troubles[index]]))
  for (const [index, { delivery }] of due.entries()) {
    const trouble = troubles[index]
    if (trouble !== undefined)
      logger.warn(
        `${delivery.channel.name} (notify) was not told: ${trouble}. It is told after the next run.`,
      )
  }
  const kept = judged.flatMap(({ entry, mark, judgement: { news, ifTold, ifNot } }): [string, Episode][] => {
    const isTold = news !== undefined && failed.get(entry) === undefined
    const episode = isTold ? ifTold : ifNot
    return episode === undefined ? [] : [[mark, episode]]
  })
  journal.keepNote(NOTE, JSON.stringify(Object.fromEntries(kept)))
}

/** What cannot be read counts as nothing told: to tell it once more does no harm. */
function readNote(journal: RunJournal): Partial<Record<string, Episode>> {
  try {
    const note = v.parse(Note, JSON.parse(journal.readNote(NOTE) ?? '{}'))
    return Object.fromEntries(
      Object.entries(note).map(([mark, { told, ...rest }]) => [mark, { told, ...rest }]),
    )
  } catch {
    return {}
  }
}

/** Stands for an entry: its address may be as good as a key. */
function markOf({ to, on }: Notified): string {
  return createHash('sha256')
    .update(JSON.stringify([to, on]))
    .digest('base64url')
    .slice(0, 16)
}
