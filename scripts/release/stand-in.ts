/** The packages of a release around a stand-in for the binary: what else is in them does not depend on it, and seconds do. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Contents, readContents } from './contents.ts'
import { readLicenses } from './licenses.ts'
import { packagesOf, packPackages } from './packages.ts'
import type { Metafile } from './sbom.ts'
import type { Source } from './source.ts'
import { type PackageFormat, type Target, targets } from './targets.ts'

export interface StandIn {
  readonly format: PackageFormat
  readonly target: Target
  readonly path: string
}

/** What the release holds beside the binary, of the source as it is. */
export async function readStandInContents(source: Source, folder: string): Promise<Contents> {
  const metafile = join(folder, 'compiled-files.json')
  const command = ['build', 'src/main.ts', '--target=bun', '--splitting', `--outdir=${folder}/bundle`]
  const { success, stderr } = Bun.spawnSync([process.execPath, ...command, `--metafile=${metafile}`], {
    cwd: source.root,
  })
  if (!success) throw new Error(`The program could not be bundled:\n${stderr}`)
  const compiled: Metafile = await Bun.file(metafile).json()
  return await readContents(source, await readLicenses(source, compiled))
}

/** Makes all packages that this machine has the tools for. */
export async function makeStandIns(source: Source, contents: Contents, folder: string): Promise<StandIn[]> {
  await mkdir(folder, { recursive: true })
  const binary = join(folder, 'stand-in')
  await Bun.write(binary, '#!/bin/sh\necho 1.0.0\n')
  const made: StandIn[] = []
  for (const target of targets) {
    const packed = await packPackages(source, target, binary, contents, folder)
    const isMade = (name: string) => packed.some((one) => one.name === name && one.missingTool === undefined)
    for (const { name, format } of packagesOf(source, target))
      if (isMade(name)) made.push({ format, target, path: join(folder, name) })
  }
  return made
}
