/**
 * The command line as data: every command with its options and what it is for. Parsing, `--help`, shell completion and
 * the types of the flags come from here; what a command does is in a file of its own (`commands/<name>.ts`).
 */
import type { ArgDef } from 'citty'
import { FIELD_NAMES } from '../../model/policy.ts'
import { BUILT_IN_NAMES, SHOWN_TABLES } from '../../model/table-address.ts'

/** An option or argument. */
export type Argument = ArgDef & {
  /** The only words it takes. */
  readonly choices?: readonly string[]
  /** May be given several times: its value is a list. */
  readonly isRepeatable?: boolean
  /** What the journal knows of it, for completion. */
  readonly values?: 'runs' | 'logins'
  /** What a word looks like, where the name of a command may stand too. */
  readonly form?: RegExp
}

export interface Declaration {
  /** One line for `--help`, without a full stop. */
  readonly description: string
  readonly args: Readonly<Record<string, Argument>>
}

/** Options every command takes. */
export const EVERYWHERE = {
  config: { type: 'string', valueHint: 'PATH', description: 'configuration file to use' },
  json: { type: 'boolean', description: 'print a machine-readable result, and nothing else, on stdout' },
  quiet: { type: 'boolean', alias: 'q', description: 'print errors only' },
  verbose: { type: 'boolean', alias: 'v', description: 'print every detail' },
  'check-config': {
    type: 'boolean',
    description: 'check the configuration without touching the network, then stop',
  },
  help: { type: 'boolean', alias: 'h', description: 'explain the program or the command, then stop' },
  version: { type: 'boolean', alias: 'V', description: 'print the version, then stop' },
} as const satisfies Record<string, Argument>

/** What `plan` lists beside the fields of subscribers: marks, and the fields of tariffs, houses and services. */
const OTHER_FIELDS = [
  'created',
  'inBilling',
  'fee',
  'speedDown',
  'speedUp',
  'includedTraffic',
  'serviceType',
  'cost',
  'postcode',
  'lead',
] as const

/** Only some subscribers are in the run. */
const ONLY = {
  type: 'string',
  valueHint: 'LOGIN',
  isRepeatable: true,
  values: 'logins',
  description:
    'only this subscriber, by login, id, agreement or account number, and what it needs; may be repeated; @FILE reads one a line',
} as const satisfies Argument

/** A run of the past. */
const RUN = {
  type: 'positional',
  required: true,
  description: 'number of the run, or "last"',
  form: /^(?:last|\d+)$/,
  values: 'runs',
} as const satisfies Argument

/** Subscribers of the journal. */
const WHOSE = {
  type: 'string',
  valueHint: 'LOGIN',
  isRepeatable: true,
  values: 'logins',
  description:
    'only what happened to this subscriber, by id, login, agreement or account number; may be repeated; @FILE reads one a line',
} as const satisfies Argument

/** The command that runs when none is named. */
export const DEFAULT_COMMAND = 'sync'

/** What `help` can explain. */
const TOPICS = {
  sync: {
    description: 'one run, for cron or a systemd timer; the command when none is named',
    args: {
      'dry-run': { type: 'boolean', description: 'write nothing, print what would change (as "plan" does)' },
      full: { type: 'boolean', description: 'ignore what is remembered, compare everything' },
      'accept-absent': { type: 'boolean', description: 'override the absence guard once' },
      'accept-creates': { type: 'boolean', description: 'override the brake on creating once' },
      'accept-changes': {
        type: 'boolean',
        description: 'override the brake on changing one field of very many once',
      },
      id: ONLY,
    },
  },
  plan: {
    description: 'read both sides, print what a run would change, field by field',
    args: {
      all: { type: 'boolean', description: 'do not fold long lists' },
      id: ONLY,
      field: {
        type: 'string',
        valueHint: 'FIELD',
        description: 'only this field',
        choices: [...FIELD_NAMES, ...OTHER_FIELDS],
      },
      out: {
        type: 'string',
        valueHint: 'FILE',
        description: 'keep what is shown in a file, for "apply"',
      },
    },
  },
  apply: {
    description: 'carry out a kept plan: exactly what of it still holds',
    args: {
      file: { type: 'positional', required: true, description: 'file that "plan --out" has written' },
    },
  },
  verify: {
    description: 'compare both sides: totals, completeness of every field, mismatches',
    args: { all: { type: 'boolean', description: 'name everybody who is missing or gone' } },
  },
  doctor: {
    description: 'test configuration, log folder, billing and UserSide; name the switch to flip',
    args: {},
  },
  history: {
    description: 'past runs; with RUN the same as "history show"',
    args: {
      run: { ...RUN, required: false },
      id: WHOSE,
      last: { type: 'string', valueHint: 'N', description: 'only the last N runs' },
      failed: { type: 'boolean', description: 'only runs that did not end with 0' },
      since: {
        type: 'string',
        valueHint: 'DATE',
        description: 'only runs since then: 2026-11-22, or "2026-11-22 17:30"',
      },
    },
  },
  'history show': {
    description: 'every change of one run, and what UserSide refused, in its own words',
    args: { run: RUN, id: WHOSE },
  },
  undo: {
    description: 'write back what a run changed',
    args: {
      run: RUN,
      id: WHOSE,
      'dry-run': { type: 'boolean', description: 'write nothing, print what would be written back' },
      yes: { type: 'boolean', description: 'do not ask first' },
    },
  },
  report: {
    description: 'self-contained HTML page: last runs, changes, completeness, problems',
    args: { out: { type: 'string', valueHint: 'FILE', description: 'file to write; stdout unless set' } },
  },
  bundle: {
    description:
      "both sides' answers with every personal value replaced, and what else a person who helps needs, in one .tar.gz",
    args: {
      out: {
        type: 'string',
        valueHint: 'FILE',
        description: 'file to write; usm-billing-bundle-TIME.tar.gz in this folder unless set',
      },
    },
  },
  init: {
    description: 'write a commented usm-billing.jsonc',
    args: {
      from: { type: 'string', valueHint: 'FILE', description: 'carry over an old usm_billing.conf.php' },
    },
  },
  demo: {
    description: 'a sandbox billing and a sandbox UserSide, three runs against them, explained',
    args: {
      billing: {
        type: 'string',
        valueHint: 'NAME',
        description: 'the tables of this billing instead of the universal API',
        choices: Object.keys(SHOWN_TABLES),
      },
      bundle: {
        type: 'string',
        valueHint: 'FILE',
        description:
          'play what "bundle" wrote as a billing and a UserSide, and print what a run would change',
      },
    },
  },
  queries: {
    description: 'print the queries of a built-in billing, to lay your own over them',
    args: {
      name: {
        type: 'positional',
        required: true,
        description: 'name of a built-in billing',
        choices: BUILT_IN_NAMES,
      },
    },
  },
  notify: {
    description: 'try those who are told when the runs go wrong',
    args: { test: { type: 'boolean', description: 'send a test to each of them' } },
  },
  version: {
    description: 'print the version',
    args: { check: { type: 'boolean', description: 'ask whether a newer release exists' } },
  },
  completion: {
    description: 'print a shell completion script',
    args: {
      shell: {
        type: 'positional',
        required: true,
        description: 'bash, zsh or fish; runs and logins are what the scripts ask for',
        choices: ['bash', 'zsh', 'fish', 'runs', 'logins'],
      },
    },
  },
} as const satisfies Record<string, Declaration>

const HELP = {
  description: 'explain the program or a command',
  args: {
    command: {
      type: 'positional',
      required: false,
      description: 'command to explain',
      choices: Object.keys(TOPICS).filter((name) => !name.includes(' ')),
    },
    'command-inside': { type: 'positional', required: false, description: 'command inside that command' },
  },
} as const satisfies Declaration

/** By full name; a name of two words is a command inside a command. */
export const DECLARATIONS = { ...TOPICS, help: HELP }

export type CommandName = keyof typeof DECLARATIONS

/** What was given, by the options' names; of one that may be repeated all values, in their order. */
export type Options = ReadonlyMap<string, string | true | readonly string[]>

type FlagValue<A> = A extends { readonly type: 'boolean' }
  ? boolean
  : A extends { readonly isRepeatable: true }
    ? readonly string[]
    : A extends { readonly required: true }
      ? string
      : string | undefined

type FlagsOf<Args> = { readonly [K in keyof Args]: FlagValue<Args[K]> }

export type GlobalFlags = FlagsOf<typeof EVERYWHERE>

/** What the command line said to one command, by the names of the options. */
export type Flags<Name extends CommandName> = GlobalFlags & FlagsOf<(typeof DECLARATIONS)[Name]['args']>
