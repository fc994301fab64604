/**
 * The configuration, once. Validation, environment names, `config/example.jsonc`, the JSON schema for editors and the
 * table in the docs are all read from here.
 */
import * as v from 'valibot'
import { DIALECT_NAMES } from '../model/dialect-names.ts'
import { FIELD_NAMES, type FieldName, POLICIES, POLICY_RULES, type PolicyRule } from '../model/policy.ts'
import { TABLE_BILLINGS, type TableBillingName } from '../model/table-address.ts'
import { LANGUAGE_SETTINGS, LANGUAGE_VARIABLE } from '../text/language.ts'
import { additionalDataMerge, filterSection, protectedIp } from './collections.ts'
import { contradictionsIn } from './contradictions.ts'
import { billingAddress, billingDatabase } from './database.ts'
import { choice, flag, key, number, oneOf, path, section, text, url } from './kinds.ts'
import { notify } from './notify.ts'
import { flawsOfTables } from './tables.ts'

const TABLE_NAMES = Object.keys(TABLE_BILLINGS) as TableBillingName[]
const DIALECTS = ['auto', ...DIALECT_NAMES] as const

/** The upper limits are those that work: beyond, a timer runs out at once, or a date is none. */
const DAY_SEC = 86_400
const TEN_YEARS_DAYS = 3650
const WEEK_MIN = 10_080
const MOST_SQL_INTEGER = 2_147_483_647

const policy = (field: FieldName) => {
  const rule: PolicyRule = POLICY_RULES[field]
  const meaning =
    rule.flag === undefined
      ? `policy of the field ${field}, "${rule.default}" unless set`
      : `policy of the field ${field}, "${rule.default}" unless set; "${rule.flag.means}" with ${rule.flag.key}`
  return v.exactOptional(choice(POLICIES, meaning))
}

const fields = Object.fromEntries(FIELD_NAMES.map((field) => [field, policy(field)])) as Record<
  FieldName,
  ReturnType<typeof policy>
>

const http = {
  timeoutSec: v.optional(number({ least: 1, most: DAY_SEC }, 'seconds to wait for a whole answer'), 300),
  retries: v.optional(number({ least: 0, most: 20 }, 'how often a failed request is repeated'), 3),
  caFile: v.exactOptional(
    path('file with the certificate authority (PEM) to trust beside the known ones', {
      example: 'ca.pem',
      holds: { pattern: /^-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/m, what: 'certificate in PEM form' },
    }),
  ),
  insecureTls: flag('accept any certificate: the connection can then be read and changed on its way'),
  proxy: v.exactOptional(
    url(
      'HTTP proxy to go through; unless set, HTTP_PROXY or HTTPS_PROXY and NO_PROXY of the environment hold',
      {
        isSecret: true,
        example: 'http://proxy.example.com:3128',
      },
    ),
  ),
  compress: v.optional(
    key(v.boolean(), {
      form: 'true or false',
      meaning: 'ask for compressed answers; false where a server or proxy compresses wrongly',
    }),
    true,
  ),
}

const entries = {
  billingName: v.optional(
    key(
      v.pipe(
        v.string(),
        v.trim(),
        v.toLowerCase(),
        v.picklist(['standart', 'standard', 'carbon5', ...TABLE_NAMES]),
        v.transform((name) => (name === 'standard' ? 'standart' : name)),
      ),
      {
        form: oneOf(['standart', 'carbon5', ...TABLE_NAMES]),
        meaning:
          'how the billing is read: "standart" ("standard" is understood too) and "carbon5" speak the universal API, the others are read as tables',
        env: 'BILLING_NAME',
      },
    ),
    'standart',
  ),
  billingDialect: v.optional(
    choice(DIALECTS, 'the billing\'s product, told from its answers when "auto"'),
    'auto',
  ),
  billingUrl: billingAddress(
    "the billing's API address with its own query string and key, as the original takes it; of tables the database or the folder",
    {
      env: 'BILLING_URL',
      isSecret: true,
      example:
        'https://billing.example.com/?module=remoteapi&key=UB00000000000000000000000000000000&action=userside',
    },
  ),
  billingDatabase: v.optional(billingDatabase, {}),
  billingId: number(
    { least: 1, most: MOST_SQL_INTEGER },
    'number of the billing in UserSide (Settings - Billings)',
    {
      env: 'BILLING_ID',
      example: 1,
    },
  ),
  usersideUrl: url('address of the ERP', {
    env: 'USERSIDE_API_URL',
    example: 'https://userside.example.com/',
  }),
  usersideApiKey: text('API key of the ERP', {
    env: 'USERSIDE_API_KEY',
    isSecret: true,
    example: 'change-me',
  }),
  logPath: v.optional(path('folder for logs, created when missing'), 'log'),
  isSilence: flag('nothing on the console but errors'),
  additionalDataMerge: v.optional(
    key(additionalDataMerge, {
      form: 'an object { "billing field id": "UserSide field id" }',
      itemForm: 'the id of a UserSide field',
      meaning: 'additional fields to import: the UserSide field id by the billing field id',
    }),
    {},
  ),
  confIsSkipUpdateAgreementDate: flag(
    'do not change an agreement date that is set; an empty one is filled',
    'IS_SKIP_UPDATE_AGREEMENT_DATE',
  ),
  confIsDisableCreateAddress: flag('create no cities, streets, houses', 'IS_DISABLE_CREATE_ADDRESS'),
  confIsSkipDeleteEmptyIp: flag(
    "keep a subscriber's IPs when the billing gives none",
    'IS_SKIP_DELETE_EMPTY_IP',
  ),
  confSkipDeleteIp: v.optional(
    key(v.array(protectedIp), {
      form: 'a list of addresses: "A-B", "net/len", "A" or [min, max]',
      itemForm: '"A-B", "net/len", "A" or a pair [min, max]',
      meaning: 'IPs never deleted, in every branch: "A-B", "net/len", "A" or [min, max] as integers',
      env: 'SKIP_DELETE_IP_LIST',
    }),
    [],
  ),
  confIsImportLessPhone: flag(
    'an empty phone in the billing erases the phone in UserSide',
    'IS_IMPORT_LESS_PHONE',
  ),
  confIsImportLessAddress: flag(
    'no address in the billing erases the address in UserSide',
    'IS_IMPORT_LESS_ADDRESS',
  ),
  confIsUpdateEmptyLevel: flag('an empty floor erases', 'IS_UPDATE_EMPTY_LEVEL'),
  confIsUpdateEmptyEntrance: flag('an empty entrance erases', 'IS_UPDATE_EMPTY_ENTRANCE'),
  confIsImportPasswordToUsPassword: flag('import the password into the UserSide cabinet'),
  confIsSkipUpdateDateActivity: flag('do not touch the activity date', 'IS_SKIP_UPDATE_DATE_ACTIVITY'),
  confIsSkipUnusedAddress: flag('import only houses some subscriber lives in', 'IS_SKIP_UNUSED_ADDRESS'),
  confIsUseStreetFullName: flag('street names with their type (`вул. …`)', 'IS_USE_STREET_FULL_NAME'),
  confIsImportMessage: flag("import subscribers' messages", 'IS_IMPORT_MESSAGE'),
  confAlwaysSetCustomerGroupId: v.optional(
    key(v.string(), {
      form: 'a text',
      meaning: 'a billing group (id or name) every subscriber is put in',
      env: 'ALWAYS_SET_CUSTOMER_GROUP_ID',
    }),
    '',
  ),
  confIsRemoveForeignGroups: flag("the original's behaviour: remove groups set by hand too"),
  usersidePasswordSalt: v.exactOptional(
    text("the salt of the ERP's password hashes; without it hashed passwords are skipped", {
      isSecret: true,
      example: 'salt',
    }),
  ),
  usersideModuleRevision: v.optional(
    number({ least: 0 }, 'the core revision to claim when the ERP asks for a newer one; 0 none'),
    0,
  ),
  usersideModuleCategory: v.optional(
    text('the category of the calls that open and close a run; another name of the ERP may have another'),
    'usm_billing',
  ),
  filter: v.optional(
    section(
      {
        include: filterSection('only subscribers with one of these are managed'),
        exclude: filterSection('subscribers with one of these are not managed'),
      },
      'which subscribers are managed; an unmanaged one already in UserSide is left alone',
      { example: { include: { groups: ['Internet'] }, exclude: { tags: ['test'] } } },
    ),
    {},
  ),
  fields: v.optional(
    section(
      fields,
      `policy by field: "mirror" the billing always wins, "update" wins when not empty, "fill" only fills an empty one, "ignore"`,
      { example: { comment: 'fill' } },
    ),
    {},
  ),
  leads: v.optional(
    choice(
      ['report', 'convert'],
      'what happens to a sales lead in UserSide that holds a billing id already: told, or made a regular subscriber',
    ),
    'report',
  ),
  safety: v.optional(
    section(
      {
        maxAbsentPercent: v.optional(
          number(
            { least: 0, most: 100, isFraction: true },
            'the share of subscribers that may be marked absent at once',
          ),
          10,
        ),
        maxAbsentCount: v.optional(
          number({ least: 0 }, 'the count that may be marked absent whatever the share'),
          20,
        ),
        maxCreatePercent: v.optional(
          number(
            { least: 0, most: 100, isFraction: true },
            'the share of what UserSide has of a kind that may be created at once',
          ),
          20,
        ),
        maxCreateCount: v.optional(
          number({ least: 0 }, 'the count of a kind that may be created whatever the share'),
          50,
        ),
        maxChangePercent: v.optional(
          number(
            { least: 0, most: 100, isFraction: true },
            'the share of the values of one field that may change at once',
          ),
          30,
        ),
        maxChangeCount: v.optional(
          number({ least: 0 }, 'the count of values of one field that may change whatever the share'),
          100,
        ),
        fullEvery: v.optional(
          number({ least: 0, most: WEEK_MIN }, 'minutes between full comparisons; 0 makes every run full'),
          60,
        ),
      },
      'the guards trip when more than this count and more than this share would be marked absent, created of one kind, or changed in one field',
    ),
    {},
  ),
  billingHttp: v.optional(section(http, 'transport to the billing'), {}),
  usersideHttp: v.optional(
    section(
      { ...http, concurrency: v.optional(number({ least: 1, most: 16 }, 'requests at a time'), 2) },
      'transport to UserSide',
    ),
    {},
  ),
  log: v.optional(
    section(
      {
        keepDays: v.optional(number({ least: 1, most: TEN_YEARS_DAYS }, 'days logs are kept'), 30),
        syslog: flag(
          "tell the system's log too (facility daemon, with priorities); under systemd the console carries priorities by itself",
        ),
      },
      'logs',
    ),
    {},
  ),
  journal: v.optional(
    section(
      {
        keepDays: v.optional(
          number({ least: 1, most: TEN_YEARS_DAYS }, 'days runs and their changes are kept'),
          30,
        ),
        maxMegabytes: v.optional(
          number(
            { least: 1, most: 1_000_000 },
            'room for the changes of all runs; beyond, the oldest runs are forgotten',
          ),
          500,
        ),
        skipFields: v.optional(
          key(v.array(v.picklist(FIELD_NAMES)), {
            form: 'a list of fields',
            itemForm: 'the name of a field',
            meaning: 'fields whose changes are counted, not kept one by one: "undo" cannot take them back',
          }),
          ['traffic', 'activity'],
        ),
      },
      'how much of the past is kept',
    ),
    {},
  ),
  language: v.optional(
    choice(
      LANGUAGE_SETTINGS,
      'language of the console, the report and the notifications; "auto" asks LC_ALL, LC_MESSAGES and LANG, else English. Logs, JSON, codes and names of keys stay English',
      LANGUAGE_VARIABLE,
    ),
    'auto',
  ),
  notify,
  statePath: v.exactOptional(
    path('folder for the journal and the lock; logPath unless set', { example: '/var/lib/usm-billing' }),
  ),
  metricsFile: v.exactOptional(
    path('Prometheus textfile, written after each run', {
      example: '/var/lib/node_exporter/usm-billing.prom',
    }),
  ),
  pingUrl: v.exactOptional(
    url('health-check URL: /start, the plain URL and /fail are called', {
      isSecret: true,
      example: 'https://ping.example.com/00000000-0000-0000-0000-000000000000',
    }),
  ),
  reportFile: v.exactOptional(path('HTML page, written after each run', { example: 'report.html' })),
}

export const ConfigSchema = v.pipe(
  v.strictObject(entries),
  v.rawCheck(({ dataset, addIssue }) => {
    const at = { type: 'object', origin: 'value', input: {}, value: undefined } as const
    const contradictions = contradictionsIn(dataset.value).map(({ field, message }) => ({
      path: ['fields', field],
      message,
    }))
    for (const { path, message } of [...contradictions, ...flawsOfTables(dataset.value)]) {
      const [first = '', ...rest] = path.map(String)
      addIssue({ message, path: [{ ...at, key: first }, ...rest.map((key) => ({ ...at, key }))] })
    }
  }),
)

type Settled<T> = T extends readonly (infer I)[]
  ? readonly Settled<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Settled<T[K]> }
    : T

/**
 * A valid configuration: defaults filled in, secrets resolved, paths absolute. `statePath` is `logPath` when it was
 * not set.
 */
export type Config = Settled<v.InferOutput<typeof ConfigSchema> & { statePath: string }>
