/** The first minute of an operator: from nothing, or from the old module's file, to a first plan. */
import { afterEach, expect } from 'bun:test'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { testWith } from '../needs.ts'
import { startTerminal, type Terminal } from '../report/terminal.ts'
import { program, run } from './cli.ts'
import { Site } from './site.ts'

const test = testWith('tmux')

let terminal: Terminal | undefined
afterEach(() => terminal?.close())

test('init asks on a terminal for the billing and the four values, again when one cannot be, and tests them', async () => {
  await using site = await Site.open()
  const file = join(site.folder, 'new.jsonc')
  site.own(file)
  terminal = startTerminal([...program, 'init', '--config', file], { columns: 200, rows: 100 })
  const { shows, type, ended } = terminal
  await shows(/^billingName \[standart\]\n>$/m)
  type('')
  await shows(/^billingUrl: .*\n>$/m)
  type('billing.example.com')
  await shows(
    /billingUrl: must be an http:\/\/ or https:\/\/ URL; for tables .*, found a text that is not shown\n>$/m,
  )
  type(site.billing.url)
  await shows(/^billingId: .*\n>$/m)
  type(String(site.userside.billingId))
  await shows(/^usersideUrl: .*\n>$/m)
  type(site.userside.url)
  await shows(/^usersideApiKey: .*\n>$/m)
  type(site.userside.apiKey)
  await shows(/^Test the connections now\? \[Y\/n\]$/m)
  type('')
  expect(await ended()).toBe(0)
  const screen = terminal.screen().join('\n')
  expect(screen).toContain(`Written: ${file}`)
  expect(screen).toMatch(/UserSide {3}key {2,}✔ ok {4}accepted/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(site.userside.counts.writes + site.userside.counts.bookkeeping).toBe(0)
  site.billing.forgetRun()
  expect(await run(['plan', '--config', file, '--quiet'])).toMatchObject({ exitCode: 2, stderr: '' })
}, 60_000)

test('init takes answers that are pasted all at once', async () => {
  await using site = await Site.open()
  const file = join(site.folder, 'pasted.jsonc')
  site.own(file)
  terminal = startTerminal([...program, 'init', '--config', file], { columns: 110, rows: 40 })
  await terminal.shows(/^billingName \[standart\]\n>$/m)
  const { billing, userside } = site
  terminal.type(['standart', billing.url, userside.billingId, userside.url, userside.apiKey, 'n'].join('\n'))
  expect(await terminal.ended()).toBe(0)
  expect(terminal.screen().join('\n')).toMatch(/^> 1\nusersideUrl: .*\n> http.*\nusersideApiKey: /m)
  expect(await run(['--check-config', '--config', file])).toMatchObject({ exitCode: 0, stderr: '' })
}, 60_000)

test('init ends with nothing written when the operator leaves', async () => {
  await using site = await Site.open()
  const file = join(site.folder, 'new.jsonc')
  for (const leave of ['C-c', 'C-d']) {
    terminal = startTerminal([...program, 'init', '--config', file], { columns: 110, rows: 40 })
    await terminal.shows(/^billingName \[standart\]\n>$/m)
    terminal.press(leave)
    expect(await terminal.ended()).toBe(130)
    terminal.close()
  }
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
}, 60_000)

test('from the old PHP configuration to a first plan it takes three commands and seconds', async () => {
  await using site = await Site.open()
  const old = site.writeSecret(
    'usm_billing.conf.php',
    `<?php
/* Настройки нашего биллинга */
$billingName = "standart"; // стандартный
$billingUrl = '${site.billing.url}';
$billingId = ${site.userside.billingId} ;
$usersideUrl = "${site.userside.url}" . '/';
$usersideApiKey = <<<KEY
${site.userside.apiKey}
KEY;
$logPath = dirname(__FILE__) . '/log/';
$confSkipDeleteIp = array(array(ip2long('10.0.0.1'), ip2long('10.0.0.9'),),);
$additionalDataMerge = [];
`,
  )
  const file = join(site.folder, 'new.jsonc')
  site.own(file)
  const startedAt = performance.now()
  expect(await run(['init', '--from', old, '--config', file])).toMatchObject({ exitCode: 0, stderr: '' })
  site.billing.forgetRun()
  expect(await run(['doctor', '--config', file])).toMatchObject({ exitCode: 0 })
  site.billing.forgetRun()
  const plan = await run(['plan', '--config', file])
  expect(performance.now() - startedAt).toBeLessThan(30_000)
  expect(plan.exitCode).toBe(2)
  expect(plan.stdout).toMatch(/^ {2}create .*, 12 subscribers$/m)
  expect(readFileSync(file, 'utf8')).toContain('// Настройки нашего биллинга')
  expect(site.userside.counts.writes + site.userside.counts.bookkeeping).toBe(0)
}, 60_000)
