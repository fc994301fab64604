/** Who is told when the runs go wrong: the schema of one entry of `notify`, and what is secret about it. */
import { resolve } from 'node:path'
import * as v from 'valibot'
import { key, number, oneOf, section, text } from './kinds.ts'
import { isReference } from './secrets.ts'

/** Outcomes of a run that somebody may want to be told of. */
const OUTCOMES = ['partial', 'guard', 'config', 'billing', 'userside', 'error', 'interrupted'] as const
const COMMAND = 'command:'
/** Letters from which on a path may be a key. */
const KEY_LENGTH = 16

/** `telegram:-1001234567890`, `telegram:@channel`. */
const TELEGRAM = /^telegram:(?:-?\d{1,20}|@\w{1,64})$/
/** One address, without anything a mail program could read as an option or as a second address. */
const MAIL = /^mailto:[^\s<>()[\],;:\\"@-][^\s<>()[\],;:\\"@]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/

const to = key(v.pipe(v.string(), v.trim(), v.check(isAddress)), {
  form: '"telegram:CHAT", "https://…", "mailto:ADDRESS" or "command:PATH"',
  meaning:
    'a chat of Telegram, a webhook (Slack and ntfy are known by their host, or by "#slack" or "#ntfy" behind the address), an address for the host\'s sendmail, or a program that gets the summary as JSON on stdin',
  isSecret: true,
})

export const notify = v.optional(
  key(
    v.array(
      v.pipe(
        section(
          {
            to,
            token: v.exactOptional(
              text("the token of Telegram's bot, or the webhook's bearer token", { isSecret: true }),
            ),
            on: v.optional(
              key(v.pipe(v.array(v.picklist(OUTCOMES)), v.nonEmpty()), {
                form: 'a list of outcomes, at least one',
                itemForm: oneOf(OUTCOMES),
                meaning: 'the outcomes it is told of, and of their end',
              }),
              OUTCOMES.filter((outcome) => outcome !== 'interrupted'),
            ),
            repeatHours: v.optional(
              number({ least: 1, most: 8760 }, 'hours after which a state that stays bad is told again'),
              24,
            ),
          },
          'one who is told',
        ),
        v.rawCheck(({ dataset, addIssue }) => {
          if (!dataset.typed || !TELEGRAM.test(dataset.value.to) || dataset.value.token !== undefined) return
          const input = dataset.value
          addIssue({
            message: 'is missing: Telegram takes messages by the token of a bot (@BotFather makes one)',
            path: [{ type: 'object', origin: 'value', input, key: 'token', value: undefined }],
          })
        }),
      ),
    ),
    {
      form: 'a list of { "to": …, "token": …, "on": …, "repeatHours": … }',
      itemForm: 'an object { "to": …, "token": …, "on": …, "repeatHours": … }',
      meaning: 'who is told when the state of the runs changes, and again while it stays bad',
      isSecret: true,
      example: [{ to: 'mailto:noc@example.com' }],
    },
  ),
  [],
)

export type Notified = Readonly<v.InferOutput<typeof notify>[number]>

/** The same with a program's path absolute. */
export function withAbsoluteProgram(entry: Notified, folder: string): Notified {
  if (!entry.to.startsWith(COMMAND)) return entry
  return { ...entry, to: `${COMMAND}${resolve(folder, entry.to.slice(COMMAND.length))}` }
}

/** What must never be shown: tokens, and the path and query of webhooks, which are as good as keys. */
export function secretsOfNotified({ to: address, token }: Pick<Notified, 'to' | 'token'>): string[] {
  const url = /^https?:/.test(address) && URL.canParse(address) ? new URL(address) : undefined
  const path = url?.pathname.slice(1) ?? ''
  // A short path is a name, and may be a word of every other sentence.
  const parts = [token, path.length < KEY_LENGTH ? undefined : path, url?.search.slice(1), url?.password]
  return parts.flatMap((part) => (part === undefined || part === '' ? [] : [part]))
}

/** True when an entry as it is written holds a secret of its own. */
export function holdsSecret(entry: unknown): boolean {
  const { to: address, token }: { readonly to?: unknown; readonly token?: unknown } = Object(entry)
  const isText = (value: unknown): value is string => typeof value === 'string' && !isReference(value)
  return isText(token) || (isText(address) && /^https?:/.test(address))
}

function isAddress(address: string): boolean {
  if (TELEGRAM.test(address) || MAIL.test(address)) return true
  if (address.startsWith(COMMAND)) return address.length > COMMAND.length
  return /^https?:\/\/[^/]/.test(address) && URL.canParse(address)
}
