/**
 * A Debian of its own in a folder, with a systemd that really runs: the host a newcomer has. It shares the network of this
 * machine, so that it reaches the sandboxes on loopback.
 */
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** The programs it takes. */
export const debianTools = ['mmdebstrap', 'systemd-nspawn', 'nsenter']

export class DebianRoot implements AsyncDisposable {
  private constructor(
    private readonly folder: string,
    private readonly host: Bun.Subprocess,
    private readonly leader: number,
  ) {}

  /**
   * Makes a fresh one and boots it.
   * @param packages beside what apt itself needs
   * @throws Error with what was said when it cannot be made or does not come up
   */
  static async boot(packages: readonly string[]): Promise<DebianRoot> {
    const folder = await mkdtemp(join(tmpdir(), 'usm-billing-debian-'))
    try {
      const root = join(folder, 'root')
      const include = `--include=${['systemd', 'systemd-sysv', ...packages].join(',')}`
      await mustRun(['mmdebstrap', '--quiet', '--variant=apt', include, 'bookworm', root])
      const log = Bun.file(join(folder, 'boot.log'))
      const host = Bun.spawn(
        ['systemd-nspawn', `--directory=${root}`, '--boot', '--register=no', '--keep-unit', '--console=pipe'],
        { stdin: 'ignore', stdout: log, stderr: log },
      )
      const leader = await leaderOf(host)
      const debian = new DebianRoot(folder, host, leader)
      // Waits until it is up; that not every unit of it can work in a folder is none of ours.
      await debian.run('systemctl is-system-running --wait || true')
      return debian
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  }

  /** Runs a line of shell in it as root, with nothing of this machine's environment. */
  async run(line: string): Promise<Outcome> {
    const enter = ['nsenter', `--target=${this.leader}`, '--all']
    const env = [
      'env',
      '-i',
      'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
      'HOME=/root',
      'DEBIAN_FRONTEND=noninteractive',
    ]
    const child = Bun.spawn([...enter, ...env, 'LC_ALL=C.UTF-8', 'sh', '-c', `cd /root; ${line}`], {
      stdin: 'ignore',
      stdout: 'pipe',
      stderr: 'pipe',
      timeout: 300_000,
    })
    const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()])
    return { exitCode: await child.exited, stdout, stderr }
  }

  /** Puts a text into a file of it. */
  async write(path: string, text: string, mode = 0o644): Promise<void> {
    const place = this.path(path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text, { mode })
  }

  /** Where a path of it is on this machine. */
  path(path: string): string {
    return join(this.folder, 'root', path)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.run('systemctl poweroff --force')
    const killer = setTimeout(() => this.host.kill('SIGKILL'), 20_000)
    await this.host.exited
    clearTimeout(killer)
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** The first process of the root: the child of the one that holds it. */
async function leaderOf(host: Bun.Subprocess): Promise<number> {
  for (let round = 0; round < 300 && host.exitCode === null; round++) {
    const [child] = readFileSync(`/proc/${host.pid}/task/${host.pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
    if (child !== undefined && isSystemd(child)) return Number(child)
    await Bun.sleep(100)
  }
  throw new Error('systemd did not come up in its root.')
}

function isSystemd(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'systemd'
  } catch {
    return false
  }
}

async function mustRun(command: readonly string[]): Promise<void> {
  const child = Bun.spawn([...command], { stdin: 'ignore', stdout: 'pipe', stderr: 'pipe' })
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()])
  if ((await child.exited) !== 0) throw new Error(`${command[0]} failed:\n${stdout}${stderr}`)
}
