/**
 * The package for Red Hat and its kin, with rpm itself, in Debian: which has rpm and no packages for it, so that what ours needs
 * is not looked for. All else is done.
 */
import { cp } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Checklist } from '../checklist.ts'
import type { DebianRoot } from '../debian-root.ts'

const config = '/etc/usm-billing/usm-billing.jsonc'

/** @param rpm the package */
export async function tryRpm(debian: DebianRoot, list: Checklist, rpm: string): Promise<void> {
  const { expectExit, says, rights } = list.in((line) => debian.run(line))
  console.log('\nThe package for Red Hat, with rpm itself')
  await cp(rpm, debian.path(`/root/${basename(rpm)}`))
  const install = `rpm --install --nodeps --force-debian /root/${basename(rpm)}`
  await expectExit(install, 0, 'the installation')
  await says('nothing it brought has other rights', 'rpm --verify --nodeps usm-billing', '')
  for (const folder of ['/etc/usm-billing', '/var/lib/usm-billing', '/var/log/usm-billing'])
    await rights(folder, 'usm-billing:usm-billing 750')
  await expectExit('runuser -u usm-billing -- usm-billing demo', 0, 'the demo')
  await expectExit('systemctl enable --now usm-billing.timer')
  await debian.run(`echo '{}' > ${config}`)
  await expectExit(install.replace('--install', '--upgrade --replacepkgs'), 0, 'the upgrade')
  await says('the timer is still on', 'systemctl is-active usm-billing.timer', 'active')
  await expectExit('rpm --erase --force-debian usm-billing', 0, 'the removal')
  await says('the timer is gone', "systemctl list-timers --all --no-legend 'usm-billing*'", '')
  await says('the configuration is kept', `cat ${config}`, '{}')
}
