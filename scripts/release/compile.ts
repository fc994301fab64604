/** From source to one executable. Everything that decides its bytes stands here. */
import { mkdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Source } from './source.ts'
import type { Target } from './targets.ts'

export interface CompileOptions {
  readonly source: Source
  /** Where the executable goes; its last part is embedded in it. */
  readonly outfile: string
  /** `undefined`: the host's kind, with the running Bun as its runtime. */
  readonly target?: Target | undefined
  /** Where the compiler writes which files went in. */
  readonly metafile?: string | undefined
  /** From the repository's folder. */
  readonly entry?: string
}

/**
 * Compiles the program into one executable file.
 * @throws Error with the compiler's words when it fails, or when the running Bun is not the pinned one
 */
export async function compile({
  source,
  outfile,
  target,
  metafile,
  entry = 'src/main.ts',
}: CompileOptions): Promise<void> {
  if (Bun.version !== source.bun) {
    throw new Error(
      `Built with Bun ${source.bun} only, and this is ${Bun.version}: npx --yes bun@${source.bun} run build`,
    )
  }
  await mkdir(dirname(outfile), { recursive: true })
  const command = [
    process.execPath,
    'build',
    '--compile',
    '--minify',
    // Commands are imported when they are called, and so parsed only then: `--version` need not wait for the demo.
    '--splitting',
    // Errors are told apart, and reported, by the names of their classes.
    '--keep-names',
    '--sourcemap=none',
    // Whatever lies in the folder cron starts it from is none of its business.
    '--no-compile-autoload-dotenv',
    '--no-compile-autoload-bunfig',
    '--no-compile-autoload-tsconfig',
    '--no-compile-autoload-package-json',
    // What BUN_OPTIONS says would come before the program's own arguments: behind this it is none of the runtime's.
    '--compile-exec-argv=--',
    // Asked while running, not answered by the compiler: so that the program tried out on one system is, byte for byte,
    // the one that runs on those that cannot be tried out.
    '--define=process.platform=globalThis.process.platform',
    '--define=process.arch=globalThis.process.arch',
    `--define=USM_BILLING_COMMIT=${JSON.stringify(source.commit)}`,
    `--outfile=${relative(source.root, outfile)}`,
  ]
  if (metafile !== undefined) command.push(`--metafile=${relative(source.root, metafile)}`)
  if (target !== undefined) {
    command.push(
      `--target=${target.compilerTarget}`,
      `--compile-executable-path=${runtimePath(source, target)}`,
    )
  }
  const build = Bun.spawn([...command, entry], { cwd: source.root, stdout: 'pipe', stderr: 'pipe' })
  const [output, errors] = await Promise.all([build.stdout.text(), build.stderr.text()])
  if ((await build.exited) !== 0)
    throw new Error(`The compiler failed for ${target?.name ?? 'this host'}:\n${output}${errors}`)
}

/**
 * Installs the runtimes of all targets, each checked against the hash in `scripts/runtimes/bun.lock`.
 * @throws Error when the registry does not answer or a hash differs
 */
export async function installRuntimes(source: Source): Promise<void> {
  const install = Bun.spawn(
    [process.execPath, 'install', '--frozen-lockfile', '--os=*', '--cpu=*', '--no-progress'],
    {
      cwd: runtimesFolder(source),
      stdout: 'ignore',
      stderr: 'pipe',
    },
  )
  const errors = await install.stderr.text()
  if ((await install.exited) !== 0) throw new Error(`The runtimes could not be installed:\n${errors}`)
}

function runtimePath(source: Source, target: Target): string {
  return join(runtimesFolder(source), 'node_modules', target.runtimePackage, 'bin/bun')
}

function runtimesFolder(source: Source): string {
  return join(source.root, 'scripts/runtimes')
}
