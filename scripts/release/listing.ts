/**
 * What is in a package, told by another reader than its writer: a line a file with its rights and its owner. The kept tables
 * of `test/release/listings/` are made of it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PackageFormat } from './targets.ts'

/** The programs each reader needs beside tar. */
export const readersOf: Readonly<Record<PackageFormat, readonly string[]>> = {
  deb: ['dpkg-deb'],
  rpm: ['rpm', 'rpm2archive'],
  apk: [],
  pkg: [],
}

/** Lines in order of the paths: `-rwxr-xr-x root:root /usr/bin/usm-billing`. */
export function listPackage(format: PackageFormat, path: string): string[] {
  const place = (line: string) => line.slice(line.indexOf('/'))
  return lines(format, path).sort((one, other) => (place(one) < place(other) ? -1 : 1))
}

function lines(format: PackageFormat, path: string): string[] {
  const tarLines = (command: string) => shell(command, path).split('\n').flatMap(fromTar)
  switch (format) {
    case 'deb':
      return tarLines('dpkg-deb --fsys-tarfile "$1" | tar -tv')
    case 'rpm':
      return shell(
        'rpm -qp --queryformat "[%{FILEMODES:perms} %{FILEUSERNAME}:%{FILEGROUPNAME} %{FILENAMES}\\n]" "$1"',
        path,
      )
        .trim()
        .split('\n')
        .map((line) => (line.startsWith('d') ? `${line}/` : line))
    case 'apk':
    case 'pkg':
      return tarLines('tar -tvzf "$1" --absolute-names')
  }
}

/** Unpacks a package, as whoever may, for as long as `work` needs it. */
export async function withUnpacked<T>(
  format: PackageFormat,
  path: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'usm-billing-unpacked-'))
  try {
    const command = {
      deb: 'dpkg-deb --fsys-tarfile "$1" | tar -x --no-same-owner -C "$2"',
      rpm: 'rpm2archive - < "$1" | tar -xz --no-same-owner -C "$2"',
      apk: 'tar -xzf "$1" --no-same-owner -C "$2"',
      pkg: 'tar -xzf "$1" --no-same-owner -C "$2"',
    }[format]
    shell(command, path, folder)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A line of `tar -tv`: rights, owner/group, size, date, time, path. Files about the package itself have no place. */
function fromTar(line: string): string[] {
  const [, rights, owner, group, path = ''] = /^(\S+) (\S+?)\/(\S+) +\d+ \S+ \S+ \.?(.*)$/.exec(line) ?? []
  if (rights === undefined || path === '' || path === '/' || /^(?:\+|PKGINFO|pre-install)/.test(path))
    return []
  return [`${rights} ${owner}:${group} ${path.startsWith('/') ? path : `/${path}`}`]
}

/** @throws Error with what was said when it fails */
function shell(command: string, ...args: string[]): string {
  const { success, stdout, stderr } = Bun.spawnSync(
    ['bash', '-o', 'pipefail', '-c', command, 'bash', ...args],
    {
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', HOME: '/nonexistent' },
    },
  )
  if (!success) throw new Error(`${command} failed:\n${stderr}`)
  return stdout.toString()
}
