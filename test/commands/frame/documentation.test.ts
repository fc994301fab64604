import { describe, expect, test } from 'bun:test'
import { documentationPlace } from '../../../src/commands/frame/documentation.ts'
import { machine } from '../../config/machine.ts'
import { play } from './console.ts'

describe('the documentation', () => {
  test.each([
    [
      'of an archive beside the binary',
      '/home/a/usm-billing-1.0.0/usm-billing',
      '/home/a/usm-billing-1.0.0/docs',
    ],
    ['of a package', '/usr/bin/usm-billing', '/usr/share/doc/usm-billing/docs'],
    ['of a package on FreeBSD', '/usr/local/bin/usm-billing', '/usr/local/share/doc/usm-billing/docs'],
    ['of the source it is run from', undefined, '/home/operator/docs'],
  ])('%s is found', (_what, binary, docs) => {
    expect(documentationPlace(machine({ binary, folders: [`${docs}/en`] }))).toBe(docs)
  })

  test('is found through a symbolic link', () => {
    const links = { '/usr/local/bin/usm-billing': '/opt/a/usm-billing' }
    const host = machine({ binary: '/usr/local/bin/usm-billing', links, folders: ['/opt/a/docs/en'] })
    expect(documentationPlace(host)).toBe('/opt/a/docs')
  })

  test('that is nowhere is said to be in the archive', () => {
    expect(documentationPlace(machine({ binary: '/opt/usm-billing' }))).toBe(
      'the folder docs of the archive it came in',
    )
  })

  test('is named by --help', async () => {
    expect((await play(['--help'])).stdout).toMatch(/^Documentation: .*docs/m)
  })
})
