/** The list of what is compiled in, in CycloneDX 1.6: read from the compiler's own account, not from what is installed. */
import { join } from 'node:path'
import type { Source } from './source.ts'

/** The compiler's account of a build. */
export interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>
}

interface Lockfile {
  /** `[name@version, registry, what it needs, hash]` by name. */
  readonly packages: Readonly<
    Record<string, readonly [string, string, { dependencies?: Record<string, string> }, string]>
  >
}

/**
 * Makes the bill of materials of one build.
 * @param metafile what the compiler wrote about the build
 * @throws Error when a compiled package is not in the lock file
 */
export async function billOfMaterials(source: Source, metafile: Metafile): Promise<string> {
  const lockText = await Bun.file(join(source.root, 'bun.lock')).text()
  const lock = Bun.JSONC.parse(lockText) as Lockfile
  const compiled = compiledPackages(metafile)
  const components = await Promise.all(compiled.map((name) => component(source, lock, name)))
  const own = `pkg:npm/usm-billing@${source.version}`
  const needs = (name: string) =>
    Object.keys(lock.packages[name]?.[2].dependencies ?? {}).filter((n) => compiled.includes(n))
  const refOf = (name: string) => `pkg:npm/${lock.packages[name]?.[0]}`
  const runtime = `pkg:npm/bun@${source.bun}`
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${Bun.randomUUIDv5(`${own}+${source.commit}`, 'url')}`,
    version: 1,
    metadata: {
      timestamp: new Date(source.committedAt * 1000).toISOString(),
      component: {
        type: 'application',
        'bom-ref': own,
        name: 'usm-billing',
        version: source.version,
        licenses: [{ license: { id: 'MIT' } }],
        properties: [{ name: 'commit', value: source.commit }],
      },
    },
    components: [
      {
        type: 'platform',
        'bom-ref': runtime,
        name: 'bun',
        version: source.bun,
        description:
          'The runtime the program is compiled into; its hashes by platform are in scripts/runtimes/bun.lock.',
        purl: runtime,
        licenses: [{ license: { id: 'MIT' } }],
      },
      ...components,
    ],
    dependencies: [
      { ref: own, dependsOn: [runtime, ...compiled.map(refOf)] },
      ...compiled.map((name) => ({ ref: refOf(name), dependsOn: needs(name).map(refOf) })),
    ],
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

/** Names of the packages some file of which went into the build, sorted. */
export function compiledPackages(metafile: Metafile): string[] {
  const names = new Set<string>()
  for (const path of Object.keys(metafile.inputs)) {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1]
    if (name !== undefined) names.add(name)
  }
  return [...names].sort()
}

async function component(source: Source, lock: Lockfile, name: string) {
  const locked = lock.packages[name]
  if (locked === undefined) throw new Error(`${name} is compiled in but is not in bun.lock.`)
  const [nameAtVersion, , , integrity] = locked
  const manifest: { license?: string } = await Bun.file(
    join(source.root, 'node_modules', name, 'package.json'),
  ).json()
  return {
    type: 'library',
    'bom-ref': `pkg:npm/${nameAtVersion}`,
    name,
    version: nameAtVersion.slice(name.length + 1),
    purl: `pkg:npm/${nameAtVersion}`,
    ...(manifest.license === undefined ? {} : { licenses: [{ license: { id: manifest.license } }] }),
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
    ],
  }
}
