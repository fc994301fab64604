/**
 * The rooms of `src/`, from the top down: what each may import. A room imports only rooms that stand below it here.
 * `test/architecture/imports.test.ts` holds the source to it.
 */
export interface Room {
  /** The folder, or a single file, below `src/`. Files of its sub-folders belong to it unless these are rooms themselves. */
  readonly path: string
  /** Folders and files below `src/`; sub-folders are meant too. Its own files it may always import. */
  readonly mayImport: readonly string[]
  /** Of these only types. */
  readonly typesOf?: readonly string[]
}

const SIDES = ['billing/billing.ts', 'userside/userside.ts'] as const
const ALL_BELOW_COMMANDS = [
  'report',
  'sync',
  'state',
  'billing',
  'userside',
  'config',
  'sandbox',
  'json',
  'model',
  'version.ts',
] as const

export const ROOMS: readonly Room[] = [
  { path: 'main.ts', mayImport: ['commands'] },
  {
    path: 'commands',
    mayImport: [
      'commands/completion',
      'commands/demo',
      'commands/doctor',
      'commands/init',
      'commands/frame',
      ...ALL_BELOW_COMMANDS,
    ],
  },
  { path: 'commands/completion', mayImport: ['commands/frame'] },
  { path: 'commands/demo', mayImport: ['sync', 'sandbox', 'model'] },
  { path: 'commands/doctor', mayImport: ['commands/frame', ...ALL_BELOW_COMMANDS] },
  { path: 'commands/init', mayImport: ['config', 'model'] },
  { path: 'commands/frame', mayImport: ALL_BELOW_COMMANDS },
  { path: 'report', mayImport: ['model'], typesOf: ['sync'] },
  {
    path: 'sync',
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
    mayImport: ['sync/decide', 'sync/compare', 'sync/addresses', 'sync/fields', 'sync/read', 'model'],
  },
  {
    path: 'sync/undo',
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
    mayImport: ['sync/addresses', 'sync/fields', 'sync/read', 'userside/userside.ts', 'model'],
  },
  {
    path: 'sync/addresses',
    mayImport: ['sync/fields', 'sync/read', ...SIDES, 'userside/lots.ts', 'model'],
  },
  { path: 'sync/fields', mayImport: ['userside/userside.ts', 'model'] },
  { path: 'sync/read', mayImport: [...SIDES, 'model'] },
  { path: 'state', mayImport: ['model'] },
  { path: 'billing/universal', mayImport: ['billing/records', 'billing/billing.ts', 'json', 'model'] },
  { path: 'billing/records', mayImport: ['billing/billing.ts', 'json', 'model'] },
  { path: 'billing', mayImport: ['model'] },
  { path: 'userside', mayImport: ['json', 'model'] },
  { path: 'config', mayImport: ['model'] },
  { path: 'sandbox', mayImport: [], typesOf: ['model'] },
  { path: 'json', mayImport: [] },
  { path: 'model', mayImport: [] },
  { path: 'version.ts', mayImport: ['../package.json'] },
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
