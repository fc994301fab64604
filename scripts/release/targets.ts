/** What is built: one row a target. Adding a target is adding a row and its runtime to `scripts/runtimes/package.json`. */

export interface Target {
  /** The end of the archive's name, and the folder under `dist/`. */
  readonly name: string
  /** `--target` of the compiler. */
  readonly compilerTarget: string
  /** The package, pinned with its hash in `scripts/runtimes/bun.lock`, whose `bin/bun` the program is put into. */
  readonly runtimePackage: string
  readonly elf: ElfKind
  /** The packages made of it, each with the name its format has for the processor. */
  readonly packages: Readonly<Partial<Record<PackageFormat, string>>>
}

export type PackageFormat = 'deb' | 'rpm' | 'apk' | 'pkg'

/** What tells one kind of executable from another (ELF specification, `e_machine`, `EI_OSABI`, `PT_INTERP`). */
export interface ElfKind {
  readonly machine: 'x86-64' | 'aarch64'
  readonly system: 'System V' | 'FreeBSD'
  /** The loader the system starts the program with: it tells glibc, musl and FreeBSD apart. */
  readonly interpreter: string
}

export const targets: readonly Target[] = [
  {
    // Baseline: servers of providers are old, many have no AVX2.
    name: 'linux-x64',
    compilerTarget: 'bun-linux-x64-baseline',
    runtimePackage: '@oven/bun-linux-x64-baseline',
    elf: { machine: 'x86-64', system: 'System V', interpreter: '/lib64/ld-linux-x86-64.so.2' },
    packages: { deb: 'amd64', rpm: 'x86_64' },
  },
  {
    name: 'linux-arm64',
    compilerTarget: 'bun-linux-arm64',
    runtimePackage: '@oven/bun-linux-aarch64',
    elf: { machine: 'aarch64', system: 'System V', interpreter: '/lib/ld-linux-aarch64.so.1' },
    packages: { deb: 'arm64', rpm: 'aarch64' },
  },
  {
    name: 'linux-x64-musl',
    compilerTarget: 'bun-linux-x64-musl-baseline',
    runtimePackage: '@oven/bun-linux-x64-musl-baseline',
    elf: { machine: 'x86-64', system: 'System V', interpreter: '/lib/ld-musl-x86_64.so.1' },
    packages: { apk: 'x86_64' },
  },
  {
    name: 'linux-arm64-musl',
    compilerTarget: 'bun-linux-arm64-musl',
    runtimePackage: '@oven/bun-linux-aarch64-musl',
    elf: { machine: 'aarch64', system: 'System V', interpreter: '/lib/ld-musl-aarch64.so.1' },
    packages: { apk: 'aarch64' },
  },
  {
    name: 'freebsd-x64',
    compilerTarget: 'bun-freebsd-x64',
    runtimePackage: '@oven/bun-freebsd-x64',
    elf: { machine: 'x86-64', system: 'FreeBSD', interpreter: '/libexec/ld-elf.so.1' },
    packages: { pkg: 'amd64' },
  },
  {
    name: 'freebsd-arm64',
    compilerTarget: 'bun-freebsd-arm64',
    runtimePackage: '@oven/bun-freebsd-aarch64',
    elf: { machine: 'aarch64', system: 'FreeBSD', interpreter: '/libexec/ld-elf.so.1' },
    packages: { pkg: 'aarch64' },
  },
]

/** The file every target is compiled to: the compiler embeds this name, so it is the same for all of them. */
export const binaryName = 'usm-billing'
