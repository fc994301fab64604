/** A release as an operator meets it: unpacked into an empty folder, run by an ordinary user who has PATH and HOME only. */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveName, packArchive } from '../../scripts/release/archive.ts'
import { compile } from '../../scripts/release/compile.ts'
import { readContents } from '../../scripts/release/contents.ts'
import { readSource } from '../../scripts/release/source.ts'
import { targets } from '../../scripts/release/targets.ts'
import { type BillingSandbox, startBilling } from '../../src/sandbox/billing.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { startUserside, type UsersideSandbox } from '../../src/sandbox/userside.ts'
import { type RunResult, run } from '../e2e/cli.ts'

/** The user nobody, wherever there is one. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

let folder: string
/** Holds the unpacked release, the user's home and the folder it is started from. */
let place: string
let unpacked: string
let billing: BillingSandbox
let userside: UsersideSandbox

const readExample = () => Bun.file(join(unpacked, 'config/example.jsonc')).text()
const filesIn = async (path: string) => (await readdir(path, { recursive: true })).sort()

/** Runs the unpacked binary as an ordinary user. */
function usmBilling(...args: string[]): Promise<RunResult> {
  const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  return run(args, {
    program: [...(isRoot ? asNobody : []), join(unpacked, 'usm-billing')],
    env: { PATH: '/usr/bin:/bin', HOME: join(place, 'home') },
    cwd: join(place, 'elsewhere'),
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-release-'))
  place = join(folder, 'place')
  const source = await readSource()
  const [target] = targets
  if (target === undefined) throw new Error('There are no targets.')
  const [binary, archive] = [join(folder, 'usm-billing'), join(folder, 'release.tar.gz')]
  await compile({ source, outfile: binary })
  await Bun.write(archive, await packArchive(source, target, binary, await readContents(source, new Map())))
  for (const part of ['home', 'elsewhere']) await mkdir(join(place, part), { recursive: true })
  expect(Bun.spawnSync(['tar', '-xzf', archive, '-C', place]).success).toBe(true)
  unpacked = join(place, archiveName(source, target))
  billing = await startBilling({ population: generatePopulation({ size: 30, seed: 1 }) })
  const [, apiKey = ''] = /"usersideApiKey": "(.*)"/.exec(await readExample()) ?? []
  userside = await startUserside({ apiKey })
}, 120_000)

afterAll(async () => {
  await Promise.all([billing.stop(), userside.stop()])
  await rm(folder, { recursive: true, force: true })
})

test('the example becomes a working configuration by two lines, the addresses of both sides, and a run writes into its log folder only', async () => {
  const edited = (await readExample())
    .replace(/"billingUrl": .*/, `"billingUrl": ${JSON.stringify(billing.url)},`)
    .replace(/"usersideUrl": .*/, `"usersideUrl": ${JSON.stringify(userside.url)},`)
  await writeFile(join(unpacked, 'usm-billing.jsonc'), edited, { mode: 0o600 })
  const before = await filesIn(place)
  if (isRoot) {
    for (const path of ['', ...before]) await chown(join(place, path), NOBODY, NOBODY)
    await chmod(folder, 0o755)
  }

  expect(await usmBilling('--check-config')).toMatchObject({ exitCode: 0, stderr: '' })
  const doctor = await usmBilling('doctor')
  expect(doctor).toMatchObject({ exitCode: 0, stderr: '' })
  expect(doctor.stdout).toContain('get_user_list')
  expect(await filesIn(place)).toEqual(before)
  billing.forgetRun()
  expect(await usmBilling('plan', '--quiet')).toMatchObject({ exitCode: 2 })
  expect(userside.counts.writes).toBe(0)

  billing.forgetRun()
  expect(await usmBilling()).toMatchObject({ exitCode: 0, stderr: '' })
  const writes = userside.counts.writes
  expect(writes).toBeGreaterThan(0)

  billing.forgetRun()
  expect(await usmBilling()).toMatchObject({ exitCode: 0, stderr: '' })
  expect(userside.counts.writes).toBe(writes)
  expect([...billing.violations, ...userside.violations]).toEqual([])

  const log = join(unpacked, 'log').slice(place.length + 1)
  const written = (await filesIn(place)).filter((path) => !before.includes(path))
  expect(written).toContain(log)
  expect(written.filter((path) => path !== log && !path.startsWith(`${log}/`))).toEqual([])
})
