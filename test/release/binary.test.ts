/** What is promised of a build: the same commit gives the same bytes, and nothing of the machine is in them. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { compile } from '../../scripts/release/compile.ts'
import { readElf } from '../../scripts/release/elf.ts'
import { billOfMaterials } from '../../scripts/release/sbom.ts'
import { readSource, type Source } from '../../scripts/release/source.ts'
import { targets } from '../../scripts/release/targets.ts'

let folder: string
let source: Source
let builds: readonly Built[]

interface Built {
  readonly root: string
  readonly path: string
  readonly bytes: Buffer
  readonly metafile: string
}

/** Builds a copy of the source that lies in a folder of its own. */
async function build(name: string): Promise<Built> {
  const root = join(folder, name)
  for (const part of ['src', 'package.json', 'tsconfig.json', 'bun.lock']) {
    await cp(join(source.root, part), join(root, part), { recursive: true })
  }
  await symlink(join(source.root, 'node_modules'), join(root, 'node_modules'))
  const path = join(root, 'dist/usm-billing')
  const metafile = join(root, 'dist/compiled-files.json')
  await compile({ source: { ...source, root, commit: 'c0ffee' }, outfile: path, metafile })
  return { root, path, metafile, bytes: Buffer.from(await Bun.file(path).arrayBuffer()) }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-build-'))
  source = await readSource()
  builds = [await build('one'), await build('another-folder-with-a-longer-name')]
}, 120_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('a compiled binary', () => {
  test('is the same byte for byte when built in another folder', () => {
    const [one, other] = builds
    expect(one?.bytes.length).toBeGreaterThan(1_000_000)
    expect(one?.bytes.equals(other?.bytes ?? Buffer.of())).toBe(true)
  })

  test('holds no path of the machine it was built on', () => {
    for (const { bytes, root } of builds) {
      expect(bytes.includes(root)).toBe(false)
      expect(bytes.includes(source.root)).toBe(false)
    }
  })

  test('is an executable of a kind that is released, and keeps its program in a section of its own', () => {
    for (const { bytes } of builds) {
      const { program, ...kind } = readElf(bytes)
      expect(targets.map((target) => target.elf)).toContainEqual(kind)
      expect(program.includes('c0ffee')).toBe(true)
    }
  })

  test('--version prints the commit it was built from', async () => {
    const [built] = builds
    const child = Bun.spawn([built?.path ?? '', '--version'], { env: {}, stdout: 'pipe', stderr: 'inherit' })
    const printed = await child.stdout.text()
    expect(printed).toContain(source.version)
    expect(printed).toContain('c0ffee')
    expect(await child.exited).toBe(0)
  })

  test.each([
    '--version',
    '--help',
    '--preload=/nonexistent.ts',
    '--config=/nonexistent',
    '-e 1',
    '--inspect',
    'x',
  ])('is the same with BUN_OPTIONS=%s: its first words are its own', async (options) => {
    const [built] = builds
    const started = async (env: Record<string, string>) => {
      const child = Bun.spawn([built?.path ?? '', '--check-config', '--config', join(folder, 'none.jsonc')], {
        env,
        stdout: 'pipe',
        stderr: 'pipe',
      })
      const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()])
      return { stdout, stderr, exitCode: await child.exited }
    }
    const plain = await started({})
    expect(plain.exitCode).toBe(4)
    expect(await started({ BUN_OPTIONS: options })).toEqual(plain)
  })

  test('reads no .env, bunfig.toml, tsconfig.json or package.json from where it is started', async () => {
    const trap = join(folder, 'trap')
    await Bun.write(join(trap, '.env'), 'USM_BILLING_CONFIG=/from-dot-env.jsonc\n')
    await Bun.write(join(trap, 'bunfig.toml'), 'preload = ["./preload.ts"]\n')
    await Bun.write(join(trap, 'preload.ts'), 'console.log("preloaded")\n')
    await Bun.write(join(trap, 'package.json'), '{ broken')
    await Bun.write(join(trap, 'tsconfig.json'), '{ broken')
    const [built] = builds
    const started = Bun.spawnSync([built?.path ?? '', '--check-config'], { cwd: trap, env: {} })
    const printed = `${started.stdout}${started.stderr}`
    expect(printed).not.toMatch(/from-dot-env|preloaded|broken|package\.json|tsconfig/)
    expect(started.exitCode).toBe(4)
  })

  test('takes the configuration that lies beside it, through a symbolic link and from any folder', async () => {
    const [built] = builds
    const beside = join(built?.root ?? '', 'dist/usm-billing.jsonc')
    const link = join(folder, 'linked')
    await symlink(built?.path ?? '', link)
    await Bun.write(beside, '{ "billingUrll": 1 }')
    const wrong = Bun.spawnSync([link, '--check-config'], { cwd: folder, env: {} })
    expect(`${wrong.stdout}${wrong.stderr}`).toContain(`${beside}:1:3 billingUrll`)
    expect(wrong.exitCode).toBe(4)
    const right = {
      billingUrl: 'http://127.0.0.1/',
      billingId: 1,
      usersideUrl: 'http://127.0.0.1/',
      usersideApiKey: 'k',
    }
    await Bun.write(beside, JSON.stringify(right))
    expect(Bun.spawnSync([link, '--check-config'], { cwd: '/', env: {} }).exitCode).toBe(0)
  })

  test('is listed with all that is compiled in, and with nothing that only builds it', async () => {
    const [built] = builds
    const bom = JSON.parse(await billOfMaterials(source, await Bun.file(built?.metafile ?? '').json()))
    const names: string[] = bom.components.map((component: { name: string }) => component.name)
    const { dependencies, devDependencies } = manifest
    expect(names).toEqual(expect.arrayContaining(['bun', ...Object.keys(dependencies)]))
    for (const name of Object.keys(devDependencies)) expect(names).not.toContain(name)
    expect(bom.components.every((component: { version: string }) => /^\d/.test(component.version))).toBe(true)
  })
})
