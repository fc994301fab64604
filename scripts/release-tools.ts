/**
 * Part of the set-up of `build:all`: the programs it makes packages with and tries a release with. Where one cannot be had,
 * what needs it is not done, and says so.
 *
 * `--strict`: where they could be installed and were not, that is a failure.
 */
import { provideForScript, type Tool } from './tools.ts'

const tools: Readonly<Record<string, Tool>> = {
  'dpkg-deb': { packages: ['dpkg'], for: 'the package for Debian' },
  rpmbuild: { packages: ['rpm'], for: 'the package for Red Hat and its kin' },
  lintian: { packages: ['lintian'], for: 'what Debian says of its package' },
  rpmlint: { packages: ['rpmlint'], for: 'what Red Hat says of its package' },
  'qemu-aarch64-static': { packages: ['qemu-user-static'], for: 'the binary for 64-bit ARM' },
  'libraries for ARM': {
    packages: ['libc6-arm64-cross'],
    for: 'the binary for 64-bit ARM',
    places: ['usr/aarch64-linux-gnu/lib/libc.so.6'],
  },
  musl: { packages: ['musl'], for: 'the binary for Alpine', places: ['lib/ld-musl-x86_64.so.1'] },
  cc: { packages: ['gcc'], for: 'the binary for Alpine' },
  mmdebstrap: { packages: ['mmdebstrap'], for: 'installing the packages, and the container' },
  'systemd-nspawn': { packages: ['systemd-container'], for: 'installing the packages' },
  buildah: { packages: ['buildah'], for: 'the container' },
}

provideForScript(tools, 'the release', process.argv.includes('--strict'))
