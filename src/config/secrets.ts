/** Values that stand somewhere else: `env:NAME`, `file:PATH`, `credential:NAME`. */
import { resolve } from 'node:path'
import type { ConfigHost } from './host.ts'

/** Where systemd puts a service's credentials. */
const CREDENTIALS = 'CREDENTIALS_DIRECTORY'

/** A value read from elsewhere, or a sentence that says what is missing. */
export type Resolved = { readonly value: string } | { readonly problem: string }

/** True for a text that only says where the value is. */
export function isReference(text: string): boolean {
  return /^(?:env|file|credential):/.test(text)
}

/**
 * Follows a reference; `undefined` when the text is a value of its own.
 * @param folder where a relative `file:` path begins
 */
export function resolveReference(text: string, folder: string, host: ConfigHost): Resolved | undefined {
  const [, kind, name = ''] = /^(env|file|credential):(.*)$/s.exec(text) ?? []
  if (kind === undefined) return undefined
  if (name.trim() === '') return { problem: `"${kind}:" names nothing` }
  switch (kind) {
    case 'env':
      return fromEnvironment(name, host)
    case 'file':
      return fromFile(resolve(folder, name), host)
    default:
      return fromCredential(name, host)
  }
}

function fromEnvironment(name: string, host: ConfigHost): Resolved {
  const value = host.env[name]
  return value ? { value } : { problem: `the environment variable ${name} is not set` }
}

function fromCredential(name: string, host: ConfigHost): Resolved {
  const folder = host.env[CREDENTIALS]
  if (!folder) return { problem: `there are no systemd credentials: $${CREDENTIALS} is not set` }
  if (/[/\\]|^\.+$/.test(name)) return { problem: `"${name}" is not the name of a credential` }
  return fromFile(resolve(folder, name), host)
}

function fromFile(path: string, host: ConfigHost): Resolved {
  try {
    // Editors and `echo` end a file with a newline that is no part of the secret.
    const value = host
      .readText(path)
      .replace(/^\uFEFF/, '')
      .replace(/(?:\r?\n)+$/, '')
    return value === '' ? { problem: `the file ${path} is empty` } : { value }
  } catch (error) {
    return { problem: `the file ${path} cannot be read: ${systemReason(error)}` }
  }
}

/** In the words of Linux, whatever system it is, so that they are known where they are told in another language. */
const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'illegal operation on a directory',
  ENOTDIR: 'not a directory',
  EEXIST: 'file already exists',
  ENOSPC: 'no space left on device',
  EROFS: 'read-only file system',
  EIO: 'i/o error',
  EMFILE: 'too many open files',
  ELOOP: 'too many symbolic links encountered',
  ENAMETOOLONG: 'name too long',
}

/** What the operating system said, without its call and path: `no such file or directory`. */
export function systemReason(error: unknown): string {
  const known = SYSTEM_REASONS[error instanceof Error && 'code' in error ? String(error.code) : '']
  if (known !== undefined) return known
  const text = error instanceof Error ? error.message : String(error)
  return /^[A-Z0-9]+: ([^,]+)/.exec(text)?.[1] ?? text
}
