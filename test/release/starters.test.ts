/** Which binaries a machine executes: its own kind always, whatever else is installed on it. */
import { describe, expect, test } from 'bun:test'
import { type Machine, Starters, starterFor, thisMachine } from '../../scripts/release/run-binary.ts'
import { targets } from '../../scripts/release/targets.ts'

const glibc = '/lib64/ld-linux-x86-64.so.2'
const musl = '/lib/ld-musl-x86_64.so.1'
const machine = (
  interpreter: string,
  files: readonly string[] = [],
  programs: readonly string[] = [],
): Machine => ({
  interpreter,
  processor: 'x86-64',
  has: (file) => files.includes(file),
  hasProgram: (name) => programs.includes(name),
})

/** What becomes of each target on a machine. */
function fate(on: Machine): Record<string, string> {
  return Object.fromEntries(
    targets.map((target) => {
      const starter = starterFor(target, on)
      return [target.name, 'how' in starter ? starter.how : `not: ${starter.reason}`]
    }),
  )
}

const qemu = ['/usr/bin/qemu-aarch64-static', '/usr/aarch64-linux-gnu']

describe('a machine', () => {
  test.each<[string, Machine, Record<string, string>]>([
    ['with glibc', machine(glibc), { 'linux-x64': 'natively', 'linux-x64-musl': 'not: needs musl' }],
    [
      "with glibc, Debian's musl and a compiler beside it",
      machine(glibc, [musl], ['cc']),
      { 'linux-x64': 'natively', 'linux-x64-musl': 'with musl' },
    ],
    [
      "with glibc and Debian's musl, without a compiler",
      machine(glibc, [musl]),
      { 'linux-x64': 'natively', 'linux-x64-musl': 'not: needs a C compiler' },
    ],
    [
      'with musl',
      machine(musl, [musl], ['cc']),
      { 'linux-x64': 'not: needs glibc', 'linux-x64-musl': 'natively' },
    ],
    ['with an emulator', machine(glibc, qemu), { 'linux-x64': 'natively', 'linux-arm64': 'under qemu' }],
    [
      'with an emulator and no libraries for it',
      machine(glibc, qemu.slice(0, 1)),
      { 'linux-arm64': 'not: needs qemu-user-static and libc6-arm64-cross' },
    ],
    [
      'that is FreeBSD',
      machine('/libexec/ld-elf.so.1'),
      { 'freebsd-x64': 'natively', 'freebsd-arm64': 'not: needs FreeBSD', 'linux-x64': 'not: needs glibc' },
    ],
  ])('%s executes what it can and says why not the rest', (_what, on, expected) => {
    expect(fate(on)).toMatchObject(expected)
  })

  test('that runs these tests executes a binary of its own kind', async () => {
    const here = await thisMachine()
    const own = targets.filter(
      ({ elf }) => elf.interpreter === here.interpreter && elf.machine === here.processor,
    )
    expect(own).not.toEqual([])
    await using starters = new Starters(here)
    for (const target of own)
      expect(await starters.of(target)).toEqual({ how: 'natively', command: [], env: {} })
  })
})
