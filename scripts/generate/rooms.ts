/**
 * The rooms of `src/`, from the top down: what each holds and may import. A room imports only rooms that stand below it
 * here. `test/architecture/imports.test.ts` holds the source to it; the table in `docs/architecture.md` is made of it.
 */
export interface Room {
  /** The folder, or a single file, below `src/`. Files of its sub-folders belong to it unless these are rooms themselves. */
  readonly path: string
  /** The file below `src/` whose first comment begins with a sentence that says what the room holds. */
  readonly front: string
  /** Folders and files below `src/`; sub-folders are meant too. Its own files it may always import. */
  readonly mayImport: readonly string[]
  /** Of these only types. */
  readonly typesOf?: readonly string[]
}

const SIDES = ['billing/billing.ts', 'userside/userside.ts'] as const
export const ALL_BELOW_COMMANDS = [
  'report',
  'bundle',
  'sync',
  'state',
  'billing',
  'userside',
  'config',
  'sandbox',
  'json',
  'http',
  'host',
  'text',
  'model',
  'version.ts',
] as const

export const ROOMS: readonly Room[] = [
  { path: 'main.ts', front: 'main.ts', mayImport: ['commands'] },
  {
    path: 'commands',
    front: 'commands/registry.ts',
    mayImport: [
      'commands/bundle',
      'commands/completion',
      'commands/demo',
      'commands/doctor',
      'commands/init',
      'commands/frame',
      ...ALL_BELOW_COMMANDS,
    ],
  },
  {
    path: 'commands/bundle',
    front: 'commands/bundle.ts',
    mayImport: ['commands/frame', ...ALL_BELOW_COMMANDS],
  },
  { path: 'commands/completion', front: 'commands/completion.ts', mayImport: ['commands/frame', 'text'] },
  { path: 'commands/demo', front: 'commands/demo.ts', mayImport: ['commands/frame', ...ALL_BELOW_COMMANDS] },
  {
    path: 'commands/doctor',
    front: 'commands/doctor.ts',
    mayImport: ['commands/frame', ...ALL_BELOW_COMMANDS],
  },
  { path: 'commands/init', front: 'commands/init.ts', mayImport: ['config', 'host', 'text', 'model'] },
  { path: 'commands/frame', front: 'commands/frame/cli.ts', mayImport: ALL_BELOW_COMMANDS },
  { path: 'report', front: 'report/console.ts', mayImport: ['host', 'text', 'model'], typesOf: ['sync'] },
  {
    path: 'bundle',
    front: 'bundle/replaced-bundle.ts',
    mayImport: ['sync/addresses', 'model'],
  },
  {
    path: 'sync',
    front: 'sync/run.ts',
    mayImport: [
      'sync/apply',
      'sync/decide',
      'sync/light',
      'sync/compare',
      'sync/addresses',
      'sync/fields',
      'sync/read',
      ...SIDES,
      'model',
    ],
  },
  {
    path: 'sync/verify',
    front: 'sync/verify/verify.ts',
    mayImport: ['sync/decide', 'sync/compare', 'sync/addresses', 'sync/fields', 'sync/read', 'model'],
  },
  {
    path: 'sync/undo',
    front: 'sync/undo/plan-undo.ts',
    mayImport: [
      'sync/apply',
      'sync/decide',
      'sync/compare',
      'sync/addresses',
      'sync/fields',
      'sync/read',
      ...SIDES,
      'model',
    ],
  },
  {
    path: 'sync/apply',
    front: 'sync/apply/apply.ts',
    mayImport: [
      'sync/decide',
      'sync/compare',
      'sync/addresses',
      'sync/fields',
      'userside/userside.ts',
      'userside/lots.ts',
      'model',
    ],
  },
  {
    path: 'sync/decide',
    front: 'sync/decide/plan.ts',
    mayImport: [
      'sync/light',
      'sync/compare',
      'sync/addresses',
      'sync/fields',
      'sync/read',
      'userside/userside.ts',
      'model',
    ],
  },
  {
    path: 'sync/light',
    front: 'sync/light/light.ts',
    mayImport: [
      'sync/compare',
      'sync/addresses',
      'sync/fields',
      'sync/read',
      'userside/userside.ts',
      'model',
    ],
  },
  {
    path: 'sync/compare',
    front: 'sync/compare/compare.ts',
    mayImport: ['sync/addresses', 'sync/fields', 'sync/read', 'userside/userside.ts', 'model'],
  },
  {
    path: 'sync/addresses',
    front: 'sync/addresses/addresses.ts',
    mayImport: ['sync/fields', 'sync/read', ...SIDES, 'userside/lots.ts', 'model'],
  },
  { path: 'sync/fields', front: 'sync/fields/table.ts', mayImport: ['userside/userside.ts', 'model'] },
  { path: 'sync/read', front: 'sync/read/source.ts', mayImport: [...SIDES, 'model'] },
  { path: 'state', front: 'state/journal.ts', mayImport: ['host', 'model'] },
  // A folder of files in the universal shape is read by the universal client.
  {
    path: 'billing/tables',
    front: 'billing/tables/tables-billing.ts',
    mayImport: ['billing/universal', 'billing/records', 'billing/billing.ts', 'json', 'model'],
  },
  {
    path: 'billing/universal',
    front: 'billing/universal/universal-billing.ts',
    mayImport: ['billing/records', 'billing/billing.ts', 'json', 'http', 'model'],
  },
  {
    path: 'billing/records',
    front: 'billing/records/collector.ts',
    mayImport: ['billing/billing.ts', 'json', 'model'],
  },
  { path: 'billing', front: 'billing/billing.ts', mayImport: ['model'] },
  { path: 'userside', front: 'userside/userside.ts', mayImport: ['json', 'http', 'model'] },
  { path: 'config', front: 'config/load.ts', mayImport: ['text', 'model'] },
  { path: 'text', front: 'text/speaker.ts', mayImport: ['model'] },
  { path: 'sandbox', front: 'sandbox/loopback.ts', mayImport: [], typesOf: ['model'] },
  { path: 'json', front: 'json/records.ts', mayImport: [] },
  { path: 'http', front: 'http/route.ts', mayImport: ['model'] },
  { path: 'host', front: 'host/owner.ts', mayImport: ['model'] },
  { path: 'model', front: 'model/subscriber.ts', mayImport: [] },
  { path: 'version.ts', front: 'version.ts', mayImport: ['../package.json'] },
]

/** The room a file below `src/` belongs to: the innermost one. */
export function roomOf(file: string): Room | undefined {
  const around = ROOMS.filter(({ path }) => isWithin(file, path))
  return around.sort((one, other) => other.path.length - one.path.length)[0]
}

/** True for the path itself and everything below it. */
export function isWithin(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`)
}
