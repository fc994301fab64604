/** The packages of a release: what each format is called, what makes it, and on which of our files it looks. */
import { join } from 'node:path'
import type { Contents } from './contents.ts'
import { packageVersion } from './packages/about.ts'
import { packApk } from './packages/apk.ts'
import { packDeb } from './packages/deb.ts'
import { packFreebsd } from './packages/freebsd.ts'
import { type PackagedFile, packagedFiles, type System } from './packages/layout.ts'
import { packRpm } from './packages/rpm.ts'
import type { Source } from './source.ts'
import { binaryName, type PackageFormat, type Target } from './targets.ts'

interface Format {
  readonly system: System
  /** The program of the format that has to be there; nothing for formats written here. */
  readonly tool?: string
  /** The package's file, as each format calls it. */
  readonly fileName: (version: string, architecture: string) => string
  readonly pack: (
    source: Source,
    architecture: string,
    files: readonly PackagedFile[],
    outfile: string,
  ) => Promise<void>
}

const formats: Readonly<Record<PackageFormat, Format>> = {
  deb: {
    system: 'debian',
    tool: 'dpkg-deb',
    fileName: (version, architecture) => `${binaryName}_${version}_${architecture}.deb`,
    pack: packDeb,
  },
  rpm: {
    system: 'redhat',
    tool: 'rpmbuild',
    fileName: (version, architecture) => `${binaryName}-${version}-1.${architecture}.rpm`,
    pack: packRpm,
  },
  apk: {
    system: 'alpine',
    fileName: (version, architecture) => `${binaryName}-${version}-r0.${architecture}.apk`,
    pack: packApk,
  },
  pkg: {
    system: 'freebsd',
    fileName: (version, architecture) => `${binaryName}-${version}.freebsd-${architecture}.pkg`,
    pack: packFreebsd,
  },
}

export interface Packed {
  /** Name of the file. */
  readonly name: string
  readonly format: PackageFormat
  /** What is missing on this machine to make it; nothing when it was made. */
  readonly missingTool?: string
}

/** The packages a target has, by the names of their files. */
export function packagesOf(source: Source, target: Target): { name: string; format: PackageFormat }[] {
  return (Object.entries(target.packages) as [PackageFormat, string][]).map(([format, architecture]) => ({
    name: formats[format].fileName(packageVersion(source), architecture),
    format,
  }))
}

/** Makes them in a folder. One whose tool is not on this machine is left out, and said. */
export async function packPackages(
  source: Source,
  target: Target,
  binary: string,
  contents: Contents,
  folder: string,
): Promise<Packed[]> {
  const bytes = await Bun.file(binary).bytes()
  const packed: Packed[] = []
  for (const { name, format } of packagesOf(source, target)) {
    const { system, tool, pack } = formats[format]
    if (tool !== undefined && Bun.which(tool) === null) {
      packed.push({ name, format, missingTool: tool })
      continue
    }
    const architecture = target.packages[format] ?? ''
    await pack(source, architecture, packagedFiles(system, bytes, contents), join(folder, name))
    packed.push({ name, format })
  }
  return packed
}
