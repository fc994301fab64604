/** What the place of a configuration says about the folders in it. */
import type { ConfigHost } from '../../config/host.ts'
import { systemFolders } from '../../config/location.ts'
import type { CarriedOver } from '../../config/php/carry-over.ts'
import { printable } from '../../model/text.ts'
import type { Speaker } from '../../text/speaker.ts'

/**
 * Among the configurations of the system logs and journal go where the system keeps those, whatever the old module did:
 * its folder is none that the account of the package may write to. The old one is told in a comment.
 */
export function placed(old: CarriedOver, path: string, host: ConfigHost, speaker: Speaker): CarriedOver {
  const folders = systemFolders(path, host)
  if (folders === undefined) return old
  const before = old.values['logPath']
  const comments = new Map(old.comments)
  if (typeof before === 'string')
    comments.set('logPath', [
      ...(comments.get('logPath') ?? []),
      speaker.say('The old module wrote its log to {1}.', printable(before)),
    ])
  return { ...old, comments, values: { ...old.values, ...folders } }
}
