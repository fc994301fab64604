/**
 * The licences of everything that is in the binary, each with its text: of the packages as the compiler says which it took,
 * of the runtime as `runtime-parts.ts` lists it.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contents } from './contents.ts'
import { lookedAt, runtimeParts, sharedTexts } from './runtime-parts.ts'
import { compiledPackages, type Metafile } from './sbom.ts'
import type { Source } from './source.ts'

interface PackageLicense {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly license: string
  readonly text: Uint8Array
}

/**
 * Gives `LICENSES/…` by path.
 * @param metafile what the compiler wrote about the build
 * @throws Error when something that is compiled in has no text, or Bun's parts were looked at in another version
 */
export async function readLicenses(source: Source, metafile: Metafile): Promise<Contents> {
  if (source.bun !== lookedAt) {
    throw new Error(
      `What is inside Bun ${source.bun} was not looked at: compare its LICENSE.md with scripts/release/runtime-parts.ts.`,
    )
  }
  const packages = await Promise.all(compiledPackages(metafile).map((name) => packageLicense(source, name)))
  const files = new Map<string, Uint8Array>()
  for (const { name, text } of packages) files.set(`LICENSES/packages/${name.replace('/', '+')}.txt`, text)
  for (const text of new Set([...runtimeParts.map((part) => part.text), ...sharedTexts]))
    files.set(`LICENSES/bun/${text}`, await Bun.file(join(source.root, 'packaging/licenses', text)).bytes())
  return files.set('LICENSES/README.md', Buffer.from(index(source, packages)))
}

async function packageLicense(source: Source, name: string): Promise<PackageLicense> {
  const folder = join(source.root, 'node_modules', name)
  const manifest: { version: string; license?: string } = await Bun.file(join(folder, 'package.json')).json()
  const file = (await readdir(folder)).sort().find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  if (file === undefined || manifest.license === undefined)
    throw new Error(`${name} is compiled in and says no licence: its package has no text of one.`)
  const text = await Bun.file(join(folder, file)).bytes()
  return { name, version: manifest.version, license: manifest.license, text }
}

function index(source: Source, packages: readonly PackageLicense[]): string {
  const ownRows = packages.map(
    ({ name, version, license }) =>
      `| ${name} | ${version} | ${license} | [text](packages/${name.replace('/', '+')}.txt) |`,
  )
  const runtimeRows = runtimeParts.map(
    ({ name, license, home, text }) => `| [${name}](${home}) | ${license} | [text](bun/${text}) |`,
  )
  return `# Licences of what is in the binary

usm-billing itself is under the MIT licence: [LICENSE](../LICENSE). The binary also holds what is listed here. The list is made
while the binary is: of the packages from the compiler's own account, of the runtime from the list of its makers.

## What the LGPL asks for

The binary contains **JavaScriptCore** (with WTF and bmalloc, parts of WebKit) and **TinyCC**, linked statically as parts of the
runtime Bun ${source.bun}. They are under the GNU Lesser General Public License: JavaScriptCore under [version 2](bun/LGPL-2.0.txt)
or later and [version 2.1](bun/LGPL-2.1.txt) or later, TinyCC under version 2.1 or later. You may use this program for anything,
change these libraries for your own use, put your changed ones into it, and take it apart to find faults in your changes.

To put a changed library in:

1. Take Bun ${source.bun} and its WebKit: <https://github.com/oven-sh/bun> (tag \`bun-v${source.bun}\`) and <https://github.com/oven-sh/WebKit>
   (the commit in \`WEBKIT_VERSION\` of that Bun). TinyCC: <https://github.com/tinycc/tinycc>. Nothing in them was changed for usm-billing.
2. Change the library and build Bun as its CONTRIBUTING.md says (\`bun run build:local\`).
3. Take the source of usm-billing, commit ${source.commit}, and build it into your Bun:
   \`bun build --compile --compile-executable-path=YOUR-BUN src/main.ts --outfile=usm-billing\`.
   Everything that step needs is in the source; \`docs/release.md\` tells how the released binaries are built.

Whoever hands the binary on hands this folder on with it, and on request, for three years, the sources named above.

## Packages

| package | version | licence | |
|---|---|---|---|
${ownRows.join('\n')}

## The runtime, Bun ${source.bun}

| part | licence | |
|---|---|---|
${runtimeRows.join('\n')}

The texts in \`bun/\` name every holder of a copyright and the terms; where one refers to the Apache License 2.0 or the LGPL,
the whole text stands beside it: [Apache-2.0](bun/Apache-2.0.txt), [LGPL-2.0](bun/LGPL-2.0.txt), [LGPL-2.1](bun/LGPL-2.1.txt).
`
}
