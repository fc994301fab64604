/** What the configuration says of a billing that is read as tables (`interface.md`, `billingDatabase`). */
import * as v from 'valibot'
import { tableServerOf } from '../model/table-address.ts'
import { choice, type KeyNote, key, number, path, section, text } from './kinds.ts'

/** The address of a web server, of a database, or of files. */
export function billingAddress(meaning: string, extra: Partial<Omit<KeyNote, 'meaning'>>) {
  const schema = v.pipe(v.string(), v.trim(), v.check(isAddress))
  const form = 'an http:// or https:// URL; for tables mysql://…, postgres://…, sqlite:PATH or file:FOLDER'
  return key(schema, { form, meaning, ...extra })
}

const parameters = v.record(
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z_]\w*$/, 'is no name for a parameter: letters, digits and "_" make one'),
  ),
  v.union([v.string(), v.pipe(v.number(), v.finite())]),
)

/** A text or a list of lines; `null` takes a built-in query away. */
const queries = v.record(
  v.string(),
  v.nullable(
    v.union([
      v.pipe(v.string(), v.nonEmpty()),
      v.pipe(
        v.array(v.string()),
        v.nonEmpty(),
        v.transform((lines) => lines.join('\n')),
      ),
    ]),
  ),
)

export const billingDatabase = section(
  {
    password: v.exactOptional(
      text("the account's password; its name stands in billingUrl", {
        isSecret: true,
        env: 'BILLING_DB_PASSWORD',
        example: 'change-me',
      }),
    ),
    tls: v.exactOptional(
      choice(
        ['verify', 'require', 'off'],
        'encryption: "verify" proves the server\'s certificate and name, "require" does not; "verify" unless set, where the server is another host and offers it',
      ),
    ),
    caFile: v.exactOptional(
      path('file with the certificate authority (PEM) of the database', {
        example: 'ca.pem',
        holds: {
          pattern: /^-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/m,
          what: 'certificate in PEM form',
        },
      }),
    ),
    encoding: v.optional(
      key(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.check(isEncoding)), {
        form: '"auto" or an encoding as "windows-1251", "koi8-u" or "utf-8"',
        meaning:
          'the encoding texts are really stored in, where columns lie about it; "auto" lets the server convert',
      }),
      'auto',
    ),
    timeoutSec: v.optional(
      number({ least: 1, most: 86_400 }, 'seconds until a silent database is given up'),
      300,
    ),
    parameters: v.optional(
      key(parameters, {
        form: 'an object { "NAME": value }',
        itemForm: 'a text or a number',
        meaning: 'values for {parameter:NAME} in queries, quoted by the program',
        isSecret: true,
      }),
      {},
    ),
    queries: v.optional(
      key(queries, {
        form: 'an object { "QUERY": "SELECT …" }',
        itemForm: 'a text, a list of lines, "file:NAME.sql", or null',
        meaning:
          'queries by their names, laid over those of a built-in billing one by one; null takes one away',
      }),
      {},
    ),
    maxAgeMinutes: v.exactOptional(
      number({ least: 1 }, 'files older than this are not read', { example: 60 }),
    ),
  },
  'the database or the folder of a billing that is read as tables',
)

function isAddress(value: string): boolean {
  const isWeb = URL.canParse(value) && /^https?:\/\/[^/]/i.test(value)
  return isWeb || tableServerOf(value) !== undefined
}

function isEncoding(name: string): boolean {
  if (name === 'auto') return true
  try {
    new TextDecoder(name as ConstructorParameters<typeof TextDecoder>[0])
    return true
  } catch {
    return false
  }
}
