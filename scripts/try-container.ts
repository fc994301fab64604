/**
 * Builds the container image with buildah and runs it as its user, with a root that cannot be written to, no capability and
 * no way to get one: the demo, and two runs against the sandboxes. The image's base is not to be had everywhere, so one with
 * glibc and nothing else is made of Debian's packages. Where this cannot be done it says why and ends well; exits 1 when
 * something is not as promised.
 */
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBilling } from '../src/sandbox/billing.ts'
import { generatePopulation } from '../src/sandbox/generate.ts'
import { startUserside } from '../src/sandbox/userside.ts'
import { archiveName } from './release/archive.ts'
import { Checklist } from './release/checklist.ts'
import type { Outcome } from './release/debian-root.ts'
import { obstacleTo } from './release/obstacle.ts'
import { readSource, type Source } from './release/source.ts'
import { targets } from './release/targets.ts'

const tools = ['buildah', 'mmdebstrap', 'setpriv']
const list = new Checklist()
const check = list.check.bind(list)

async function run(command: readonly string[]): Promise<Outcome> {
  const child = Bun.spawn([...command], {
    env: { PATH: process.env['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/nonexistent' },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    timeout: 300_000,
  })
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()])
  return { exitCode: await child.exited, stdout, stderr }
}

async function mustRun(command: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(command)
  if (exitCode !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`)
  return stdout.trim()
}

interface Image {
  /** Where its files are mounted. */
  readonly root: string
  readonly user: string
  readonly entrypoint: readonly string[]
  readonly folder: string
  readonly volumes: readonly string[]
}

/** Builds the image of an unpacked release, in a store of its own. */
async function buildImage(source: Source, folder: string): Promise<Image> {
  const buildah = ['buildah', '--root', join(folder, 'store'), '--runroot', join(folder, 'run')]
  const build = [...buildah, 'build', '--quiet', '--isolation', 'chroot']
  const base = join(folder, 'base')
  await mkdir(base)
  const packages = '--include=base-files,libc6,tzdata'
  await mustRun(['mmdebstrap', '--quiet', '--variant=extract', packages, 'bookworm', join(base, 'base.tar')])
  await writeFile(join(base, 'Dockerfile'), 'FROM scratch\nADD base.tar /\nUSER 65532\n')
  await mustRun([...build, '--tag', 'localhost/base', base])

  const [target] = targets
  const archive = target && archiveName(source, target)
  await mustRun(['tar', '-xzf', join(source.root, 'dist', `${archive}.tar.gz`), '-C', folder])
  const unpacked = join(folder, archive ?? '')
  const file = join(unpacked, 'packaging/docker/Dockerfile')
  const tag = ['--build-arg', 'BASE=localhost/base', '--tag', 'localhost/usm-billing:1', '--file', file]
  await mustRun([...build, ...tag, unpacked])

  const container = await mustRun([...buildah, 'from', '--pull-never', 'localhost/usm-billing:1'])
  const told = JSON.parse(
    await mustRun([...buildah, 'inspect', '--type', 'image', 'localhost/usm-billing:1']),
  )
  const { User, Entrypoint, WorkingDir, Volumes } = told.OCIv1.config
  return {
    root: await mustRun([...buildah, 'mount', container]),
    user: User,
    entrypoint: Entrypoint,
    folder: WorkingDir,
    volumes: Object.keys(Volumes),
  }
}

/** Runs the image's program as a container engine would that was told `read_only`, `cap_drop: ALL`, `no-new-privileges`. */
async function runImage(
  { root, user, entrypoint, folder, volumes }: Image,
  place: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const [uid, gid = uid] = user.split(':')
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  // As an engine fills a new volume: with what the image has there, owner and rights too.
  for (const volume of volumes)
    if (!existsSync(join(place, volume))) {
      await mkdir(join(place, volume, '..'), { recursive: true })
      await cp(join(root, volume), join(place, volume), { recursive: true })
      await mustRun(['chown', '-R', `--reference=${join(root, volume)}`, join(place, volume)])
    }
  const script = [
    'set -e',
    'root=$1; place=$2; volume=$3; user=$4; group=$5; folder=$6; shift 6',
    'mount --bind "$root" "$root"',
    'mount -o remount,bind,ro "$root"',
    'mount --bind "$place$volume" "$root$volume"',
    'mount -t tmpfs tmpfs "$root/tmp"',
    'mount --rbind /proc "$root/proc"',
    'mount --rbind /dev "$root/dev"',
    // What is needed to step into the root is lost by becoming the user.
    'exec setpriv --no-new-privs --bounding-set=-all,+sys_chroot,+setuid,+setgid \\',
    '  unshare --root="$root" --wd="$folder" --setgid="$group" --setuid="$user" "$@"',
  ]
  return await run([
    ...['env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', ...variables],
    ...['unshare', '--mount', '--propagation=private', 'sh', '-c', script.join('\n'), 'sh'],
    ...[root, place, volumes[0] ?? '', uid ?? '', gid ?? '', folder, ...entrypoint, ...args],
  ])
}

const source = await readSource()
const [target] = targets
const archive = target && join(source.root, 'dist', `${archiveName(source, target)}.tar.gz`)
const isMade = archive !== undefined && existsSync(archive)
const reason = isMade ? obstacleTo(tools) : 'its archive was not made'
if (reason !== undefined) {
  console.log(`The container image was not built here: ${reason}.`)
  process.exit(0)
}
const folder = await mkdtemp(join(tmpdir(), 'usm-billing-container-'))
const billing = await startBilling({ population: generatePopulation({ size: 60, seed: 5 }) })
const userside = await startUserside({ billingId: 1 })
try {
  const image = await buildImage(source, folder)
  const place = join(folder, 'volume')
  await mkdir(place)
  const start = (args: readonly string[], env = {}): Promise<Outcome> => {
    billing.forgetRun()
    return runImage(image, place, args, env)
  }
  check('the image runs as a user of its own', /^[1-9]\d*:[1-9]\d*$/.test(image.user), image)
  check('it has one volume, its working folder', image.volumes.join() === image.folder, image)
  const version = await start(['--version'])
  check('--version', version.exitCode === 0 && version.stdout.includes(source.version), version)
  const demo = await start(['demo'])
  check('demo', demo.exitCode === 0, demo)
  const env = {
    BILLING_URL: billing.url,
    BILLING_ID: '1',
    USERSIDE_API_URL: userside.url,
    USERSIDE_API_KEY: userside.apiKey,
  }
  const first = await start([], env)
  const { writes } = userside.counts
  check('a run, configured by its environment', first.exitCode === 0 && writes > 0, first)
  const second = await start(['--quiet'], env)
  check('a second one writes nothing', second.exitCode === 0 && userside.counts.writes === writes, second)
  check('what it keeps is in the volume', existsSync(join(place, image.folder, 'log/usm-billing-1.sqlite')))
  const writable = await runImage({ ...image, entrypoint: ['/usr/bin/usm-billing'] }, place, [
    ...['init', '--config', '/etc/usm-billing.jsonc'],
  ])
  check(
    'the root cannot be written to',
    writable.exitCode === 64 && /read-only/.test(writable.stderr),
    writable,
  )
  const violations = [...billing.violations, ...userside.violations]
  check('both sides had nothing to complain of', violations.length === 0, violations)
} finally {
  await Promise.all([billing.stop(), userside.stop()])
  const store = ['--root', join(folder, 'store'), '--runroot', join(folder, 'run')]
  await run(['buildah', ...store, 'umount', '--all'])
  await run(['umount', '--recursive', join(folder, 'store/overlay')])
  await rm(folder, { recursive: true, force: true })
}
process.exit(list.conclude())
