/** Where a package puts what a release holds: the one layout of `docs/en/install.md`, a row a file. */

import { byPath, gzip } from '../../../src/bundle/tar.ts'
import { renderExample } from '../../generate/example.ts'
import { type Contents, executables } from '../contents.ts'
import { binaryName } from '../targets.ts'

/** The account the program runs as, and the group of the same name. Every package makes it. */
const account = 'usm-billing'

export type System = 'debian' | 'redhat' | 'alpine' | 'freebsd'

export interface PackagedFile {
  /** Absolute; a folder's ends with a slash. */
  readonly path: string
  /** Permission bits: 0o644. */
  readonly mode: number
  /** User, and group of the same name. */
  readonly owner: string
  /** Nothing for a folder. */
  readonly data: Uint8Array
}

interface Places {
  readonly programs: string
  readonly manual: string
  readonly documentation: string
  readonly configuration: string
  readonly zsh: string
  /** Root of the shells' completions. */
  readonly shells: string
  /** Where each file that starts the program by itself goes: file of the release → place. */
  readonly starters: Readonly<Record<string, string>>
}

const units = Object.fromEntries(
  ['usm-billing.service', 'usm-billing.timer', 'usm-billing@.service', 'usm-billing@.timer'].map((name) => [
    `packaging/systemd/${name}`,
    `/usr/lib/systemd/system/${name}`,
  ]),
)

const linux: Places = {
  programs: '/usr/bin',
  manual: '/usr/share/man/man1',
  documentation: '/usr/share/doc/usm-billing',
  configuration: '/etc/usm-billing',
  zsh: '/usr/share/zsh/site-functions',
  shells: '/usr/share',
  starters: units,
}

const places: Readonly<Record<System, Places>> = {
  debian: { ...linux, zsh: '/usr/share/zsh/vendor-completions' },
  redhat: linux,
  alpine: { ...linux, starters: {} },
  freebsd: {
    programs: '/usr/local/bin',
    manual: '/usr/local/share/man/man1',
    documentation: '/usr/local/share/doc/usm-billing',
    configuration: '/usr/local/etc/usm-billing',
    zsh: '/usr/local/share/zsh/site-functions',
    shells: '/usr/local/share',
    starters: { 'packaging/freebsd/500.usm-billing': '/usr/local/etc/periodic/daily/500.usm-billing' },
  },
}

const folders = { logPath: '/var/log/usm-billing', statePath: '/var/lib/usm-billing' }
const example = 'config/example.jsonc'
const manualPage = 'docs/usm-billing.1'

/** The files and folders of a package, sorted by path. */
export function packagedFiles(
  system: System,
  binary: Uint8Array,
  contents: Contents,
): readonly PackagedFile[] {
  const at = places[system]
  const file = (path: string, data: Uint8Array, mode = 0o644): PackagedFile => ({
    path,
    data,
    mode,
    owner: 'root',
  })
  const own = (path: string): PackagedFile => ({
    ...file(`${path}/`, new Uint8Array(), 0o750),
    owner: account,
  })
  const from = (path: string): Uint8Array => {
    const data = contents.get(path)
    if (data === undefined) throw new Error(`${path} is to be packed and is not part of a release.`)
    return data
  }
  // All of it, what has a place of its own too: the README and the docs lead to it.
  const documentation = [...contents].filter(([path]) => !path.startsWith('completions/'))
  const modeOf = (path: string) => (executables.includes(path) ? 0o755 : 0o644)
  return byPath([
    file(`${at.programs}/${binaryName}`, binary, 0o755),
    file(`${at.manual}/usm-billing.1.gz`, gzip(from(manualPage), 9)),
    file(`${at.shells}/bash-completion/completions/usm-billing`, from('completions/usm-billing.bash')),
    file(`${at.shells}/fish/vendor_completions.d/usm-billing.fish`, from('completions/usm-billing.fish')),
    file(`${at.zsh}/_usm-billing`, from('completions/_usm-billing')),
    ...Object.entries(at.starters).map(([path, place]) => file(place, from(path), modeOf(path))),
    ...documentation.map(([path, data]) =>
      file(
        `${at.documentation}/${path}`,
        path === example ? Buffer.from(renderExample({ configuration: at.configuration, ...folders })) : data,
      ),
    ),
    own(at.configuration),
    own(folders.statePath),
    own(folders.logPath),
  ])
}
