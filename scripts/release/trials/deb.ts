/**
 * The Debian package as a newcomer meets it: the README's lines in their order, the unit, the timer, a second billing, an
 * upgrade while a run is at work and its timer is on, removal, purge.
 */
import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BillingSandbox, startBilling } from '../../../src/sandbox/billing.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { startUserside, type UsersideSandbox } from '../../../src/sandbox/userside.ts'
import type { Checklist } from '../checklist.ts'
import type { DebianRoot, Outcome } from '../debian-root.ts'
import type { Source } from '../source.ts'

const account = 'usm-billing:usm-billing'
const config = '/etc/usm-billing/usm-billing.jsonc'
const second = '/etc/usm-billing/kyiv.jsonc'
const folders = ['/etc/usm-billing', '/var/lib/usm-billing', '/var/log/usm-billing']

/** A root with the package's file in it, both systems, and the means to look. */
interface Trial extends ReturnType<Checklist['in']> {
  readonly debian: DebianRoot
  readonly list: Checklist
  readonly source: Source
  /** The package's file, and one of the next version, in `/root`. */
  readonly deb: string
  readonly next: string
  readonly billing: BillingSandbox
  readonly userside: UsersideSandbox
  /** UserSide of the second billing. */
  readonly other: UsersideSandbox
  run(line: string): Promise<Outcome>
  /** Sees to it that the last run of a unit ended well. */
  isWell(unit: string, what: string): Promise<void>
}

/** @param deb the package */
export async function tryDeb(
  debian: DebianRoot,
  list: Checklist,
  source: Source,
  deb: string,
): Promise<void> {
  const population = generatePopulation({ size: 200, seed: 4 })
  const billing = await startBilling({ population, latencyMs: 30 })
  const userside = await startUserside({ billingId: 3 })
  const other = await startUserside({ billingId: 4 })
  const run = async (line: string): Promise<Outcome> => {
    // The billing judges a client by the order of its questions: another run asks anew.
    if (/^(?:runuser .*|systemctl start )?usm-billing/.test(line)) billing.forgetRun()
    return await debian.run(line)
  }
  const checks = list.in(run)
  const isWell = (unit: string, what: string) =>
    checks.says(
      what,
      `systemctl show --value -p LoadState -p Result -p ExecMainStatus ${unit} | sort | paste -sd ' '`,
      '0 loaded success',
    )
  await cp(deb, debian.path(`/root/${basename(deb)}`))
  const next = await nextVersion(debian, source, deb)
  const shared = { debian, list, source, deb: `/root/${basename(deb)}`, next }
  const trial: Trial = { ...checks, ...shared, billing, userside, other, run, isWell }
  // What starts runs by itself is looked at, and must not start one in the middle of a look.
  await debian.run('systemctl stop cron.service')
  for (const timer of ['usm-billing.timer.d', 'usm-billing@.timer.d'])
    await debian.write(`/etc/systemd/system/${timer}/later.conf`, '[Timer]\nOnCalendar=\nOnCalendar=yearly\n')

  await tryReadme(trial)
  await tryPlaces(trial)
  await tryUnit(trial)
  await trySecondBilling(trial)
  await tryUpgrade(trial)
  await tryRemoval(trial)
  await tryPurge(trial)
  const violations = [...billing.violations, ...userside.violations, ...other.violations]
  list.check('both sides had nothing to complain of', violations.length === 0, violations)
  await Promise.all([billing.stop(), userside.stop(), other.stop()])
}

/** The package again as the next version, made in the root. */
async function nextVersion(debian: DebianRoot, source: Source, deb: string): Promise<string> {
  const { exitCode, stderr } = await debian.run(
    `set -e; dpkg-deb -R /root/${basename(deb)} next
    sed -i 's/^Version: .*/Version: ${source.version}+next/' next/DEBIAN/control
    dpkg-deb -Zgzip -z1 -b next next.deb; rm -r next`,
  )
  if (exitCode !== 0) throw new Error(`The next version could not be made:\n${stderr}`)
  return '/root/next.deb'
}

async function tryReadme({ debian, list, source, billing, userside, expectExit }: Trial): Promise<void> {
  console.log('\nThe lines of the README, from the old configuration to a run every ten minutes')
  const old = [
    '<?php',
    '$billingName = "standart";',
    `$billingUrl = '${billing.url}';`,
    '$billingId = 3;',
    `$usersideUrl = '${userside.url}';`,
    `$usersideApiKey = '${userside.apiKey}';`,
    "$logPath = dirname(__FILE__) . '/log/';",
  ]
  await debian.write('/path/to/usm_billing.conf.php', `${old.join('\n')}\n`, 0o600)
  const started = performance.now()
  const plans = [2, 0]
  const lines = await readmeLines(source)
  for (const line of lines) {
    const isFirstPlan = line === 'usm-billing plan' && plans.length === 2
    const exitCode = line === 'usm-billing plan' ? plans.shift() : 0
    await expectExit(line.replace('apt install', 'apt-get install --yes --quiet'), exitCode, line)
    const seconds = (performance.now() - started) / 1000
    if (isFirstPlan)
      list.check(`from the old configuration to the first plan in ${seconds.toFixed(0)} s`, seconds < 60)
  }
  list.check(
    'all lines are there, and the run wrote',
    lines.length === 7 && userside.counts.writes > 0,
    lines,
  )
}

/** The shell lines of the README that install the package, look, run and start it every ten minutes. */
async function readmeLines(source: Source): Promise<string[]> {
  const text = await Bun.file(join(source.root, 'README.md')).text()
  const [, block = ''] = /```sh\n(apt install [^`]*)```/.exec(text) ?? []
  const [, from = ''] = /```sh\n(usm-billing init --from [^`]*)```/.exec(text) ?? []
  return block
    .split('\n')
    .map((line) => line.replace(/\s*#.*$/, '').replaceAll('VERSION', source.version))
    .filter((line) => line !== '')
    .map((line) => (line === 'usm-billing init' ? from.trim() : line))
}

async function tryPlaces({ list, run, says, rights, expectExit }: Trial): Promise<void> {
  console.log('\nWhat the package and the run have put there')
  for (const folder of folders) await rights(folder, `${account} 750`)
  await rights(config, `${account} 600`)
  await says("all of it is the account's", `find ${folders.join(' ')} ! -user usm-billing`, '')
  const journal = '/var/lib/usm-billing/usm-billing-3.sqlite'
  await says('the journal is where it belongs', 'ls /var/lib/usm-billing/*.sqlite', journal)
  const log = '/var/log/usm-billing/usm-billing.log'
  await says('the log is where it belongs', `ls ${log}`, log)
  const home = '/var/lib/usm-billing:/usr/sbin/nologin'
  await says('the account may not log in', 'getent passwd usm-billing | cut -d: -f6-', home)
  const help = await run('usm-billing --help')
  const documentation = 'Documentation: /usr/share/doc/usm-billing/docs\n'
  list.check('--help names the documentation', help.stdout.includes(documentation), help)
  await expectExit('test -d /usr/share/doc/usm-billing/docs/uk')
  const line = "grep -c '^\\*/10 .* usm-billing /usr/bin/usm-billing --quiet$' /etc/cron.d/usm-billing"
  await says('the cron file names what was installed', line, '1')
}

async function tryUnit({ debian, list, userside, expectExit, isWell, says }: Trial): Promise<void> {
  console.log('\nThe unit, as the account, in its narrow place')
  await debian.run('rm /etc/cron.d/usm-billing')
  const { writes } = userside.counts
  await expectExit('systemctl start usm-billing.service')
  await isWell('usm-billing.service', 'it ended well')
  list.check('it found nothing to write', userside.counts.writes === writes, userside.counts)
  await says('the timer is off', 'systemctl is-enabled usm-billing.timer', 'disabled')
  await expectExit('systemctl enable --now usm-billing.timer')
  await says('then it is on', 'systemctl is-active usm-billing.timer', 'active')
  const units = ['', '@kyiv'].flatMap((name) => [`usm-billing${name}.service`, `usm-billing${name}.timer`])
  await expectExit(`systemd-analyze verify --man=no ${units.join(' ')}`)
}

async function trySecondBilling(trial: Trial): Promise<void> {
  const { debian, list, billing, other, expectExit, isWell, says } = trial
  console.log('\nA second billing')
  const text = { billingUrl: billing.url, billingId: 4, usersideUrl: other.url, usersideApiKey: other.apiKey }
  await debian.write(second, JSON.stringify(text), 0o600)
  await debian.run(`chown ${account} ${second}`)
  await expectExit('runuser -u usm-billing -- usm-billing --check-config --config kyiv')
  await expectExit('systemctl start usm-billing@kyiv.service')
  await isWell('usm-billing@kyiv.service', 'its unit ended well')
  list.check('it wrote', other.counts.writes > 0, other.counts)
  const log = '/var/log/usm-billing/kyiv/usm-billing.log'
  await says('it has a log of its own', `ls ${log}`, log)
  await expectExit('systemctl enable --now usm-billing@kyiv.timer')
}

async function tryUpgrade(trial: Trial): Promise<void> {
  const { debian, list, billing, next, expectExit, isWell, says, rights } = trial
  console.log('\nAn upgrade while a run is at work and the timer is on')
  const sum = (await debian.run(`sha256sum ${config}`)).stdout.trim()
  billing.forgetRun()
  const asked = billing.requests.length
  await debian.run('systemctl start --no-block usm-billing.service')
  list.check('a run is at work', await until(() => billing.requests.length > asked))
  await expectExit(`apt-get install --yes --quiet ${next}`, 0, 'the upgrade')
  await debian.run('while [ "$(systemctl is-active usm-billing.service)" = activating ]; do sleep 0.2; done')
  await isWell('usm-billing.service', 'the run that was at work ended well')
  await says('the timer is still on', 'systemctl is-active usm-billing.timer', 'active')
  await says('the configuration is the same', `sha256sum ${config}`, sum)
  await rights(config, `${account} 600`)
  await expectExit('systemctl start usm-billing.service', 0, 'a run of the new version')
  await isWell('usm-billing.service', 'it ended well')
}

async function tryRemoval({ deb, expectExit, says }: Trial): Promise<void> {
  console.log('\nRemoval, and coming back')
  await expectExit('apt-get remove --yes --quiet usm-billing', 0, 'the removal')
  await says('the timers are gone', "systemctl list-timers --all --no-legend 'usm-billing*'", '')
  await says('nothing starts it', 'ls /etc/systemd/system/timers.target.wants/ | grep usm-billing', '')
  await expectExit(`test -f ${config}`, 0, 'the configuration is kept: looking for it')
  await expectExit('test -f /var/lib/usm-billing/usm-billing-3.sqlite', 0, 'the journal too: looking for it')
  await expectExit(`apt-get install --yes --quiet ${deb}`, 0, 'installing again')
  await expectExit('usm-billing plan', 0, 'a plan with what was kept')
}

async function tryPurge({ debian, expectExit, says }: Trial): Promise<void> {
  console.log('\nPurge')
  await debian.run('rm -r /etc/systemd/system/usm-billing*.timer.d')
  await expectExit('apt-get purge --yes --quiet usm-billing', 0, 'the purge')
  const elsewhere = ['/root', '/proc', '/var/log/apt', '/tmp'].map((path) => `-not -path '${path}/*'`)
  await says('nothing is left', `find / -xdev -name '*usm-billing*' ${elsewhere.join(' ')}`, '')
  await says('the account is gone', 'getent passwd usm-billing; getent group usm-billing', '')
}

/** Looks again and again for half a minute. */
async function until(isSo: () => boolean): Promise<boolean> {
  for (let round = 0; round < 1500 && !isSo(); round++) await Bun.sleep(20)
  return isSo()
}
