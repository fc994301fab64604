/**
 * Tries the packages for Debian and for Red Hat in a Debian of its own whose systemd runs. Where this machine cannot have one
 * it says why and ends well; exits 1 when something is not as promised.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Checklist } from './release/checklist.ts'
import { DebianRoot, debianTools } from './release/debian-root.ts'
import { obstacleTo } from './release/obstacle.ts'
import { packagesOf } from './release/packages.ts'
import { readSource } from './release/source.ts'
import { type PackageFormat, targets } from './release/targets.ts'
import { tryDeb } from './release/trials/deb.ts'
import { tryRpm } from './release/trials/rpm.ts'

const source = await readSource()
const [target] = targets
const made = target === undefined ? [] : packagesOf(source, target)
const pathOf = (wanted: PackageFormat) =>
  join(source.root, 'dist', made.find(({ format }) => format === wanted)?.name ?? '')
const [deb, rpm] = [pathOf('deb'), pathOf('rpm')]
const reason = existsSync(deb) ? obstacleTo(debianTools) : `${deb} was not made`
if (reason !== undefined) {
  console.log(`The packages were not tried here: ${reason}.`)
  process.exit(0)
}
const list = new Checklist()
{
  await using debian = await bootOrLeave()
  await tryDeb(debian, list, source, deb)
  if (existsSync(rpm)) await tryRpm(debian, list, rpm)
  else console.log(`\n${rpm} was not made, and so not tried.`)
}
process.exit(list.conclude())

/** What keeps a Debian from coming up here says nothing of the packages. */
async function bootOrLeave(): Promise<DebianRoot> {
  try {
    return await DebianRoot.boot(['cron', 'adduser', 'rpm'])
  } catch (error) {
    console.log(`The packages were not tried here: a Debian of its own does not come up. ${error}`)
    process.exit(0)
  }
}
