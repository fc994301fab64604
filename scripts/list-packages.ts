/**
 * Renews the tables of what is in every package, `test/release/listings/`, after a file was added to what a release holds.
 * Whoever commits them has read what changed.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage, readersOf } from './release/listing.ts'
import { readSource } from './release/source.ts'
import { makeStandIns, readStandInContents } from './release/stand-in.ts'

const source = await readSource()
const folder = await mkdtemp(join(tmpdir(), 'usm-billing-listings-'))
try {
  const made = await makeStandIns(source, await readStandInContents(source, folder), join(folder, 'made'))
  for (const { format, path } of made) {
    if (readersOf[format].some((tool) => Bun.which(tool) === null)) continue
    const kept = join('test/release/listings', `${format}.txt`)
    await Bun.write(join(source.root, kept), `${listPackage(format, path).join('\n')}\n`)
  }
  const listed = new Set(made.map(({ format }) => format))
  for (const format of Object.keys(readersOf))
    console.log(`${format}: ${listed.has(format as never) ? 'listed' : 'not made here'}`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
