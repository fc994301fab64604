/**
 * Keys and passwords: where they may come from, and that they never get out. Every other test of this folder searches
 * what it has produced in the same way when it closes its site.
 */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { bareEnvironment, run } from './cli.ts'
import { Site } from './site.ts'

setDefaultTimeout(60_000)

const PEOPLE = generatePopulation({ size: 30, seed: 12 })
const API_KEY = 'us+api/key&with=signs 0815"\'é'
const SALT = 'a salt, which is a secret too'
const PING = '/6f1d6f5e-3b1c-4d2a-9f59-2f0f7f1f9f10'
const PROXY_PASSWORD = 'proxy p@ss/wörd'

/** Everything an operator may do, each at its most talkative. */
const COMMANDS = [
  ['plan', '--all'],
  ['sync'],
  ['verify'],
  ['doctor'],
  ['history'],
  ['history', 'show', '1'],
  ['report'],
  ['report', '--out', 'REPORT'],
  ['--check-config'],
  ['undo', '1', '--yes'],
] as const

async function everything(site: Site, manner: 'for people' | 'also as JSON'): Promise<void> {
  for (const command of COMMANDS) {
    const args = command.map((word) => (word === 'REPORT' ? join(site.folder, 'report.html') : word))
    await site.run([...args, '--verbose'])
    if (manner === 'also as JSON') await site.run([...args, '--verbose', '--json'])
  }
}

function startPing(): Bun.Server<undefined> {
  return Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('', { status: 500 }) })
}

async function openSite(settings: Readonly<Record<string, number>> = {}): Promise<Site> {
  const site = await Site.open({
    billing: { population: PEOPLE },
    userside: { apiKey: API_KEY, settings },
    config: {
      confIsImportPasswordToUsPassword: true,
      usersidePasswordSalt: SALT,
      metricsFile: 'metrics.prom',
      reportFile: 'page.html',
      billingHttp: { retries: 0 },
      usersideHttp: { retries: 0 },
    },
  })
  site.hide(SALT)
  return site
}

function tellSearch(site: Site): void {
  const { files, streams, bytes } = site.search()
  console.log(`searched for secrets: ${files} files, ${streams} streams, ${Math.round(bytes / 1024)} KiB`)
}

describe('nothing that was written or said holds a key or a password', () => {
  test.each([
    ['plain', {}, 'also as JSON'],
    ['encoded', { is_encode_customer_password: 1 }, 'for people'],
  ] as const)('while passwords are imported %s', async (_, settings, manner) => {
    await using site = await openSite(settings)
    await site.run(['--verbose'])
    site.populate(evolve(PEOPLE, { seed: 2, changes: 40 }))
    await everything(site, manner)
    const held = Object.values(site.userside.snapshot().subscribers).map((one) => String(one['password']))
    expect(held.filter((password) => password !== '').length).toBeGreaterThan(20)
    site.hide(...held.filter((password) => password !== ''))
    tellSearch(site)
  })

  test('when both systems throw them back', async () => {
    await using site = await openSite()
    using ping = startPing()
    site.configure({ pingUrl: `http://127.0.0.1:${ping.port}${PING}` })
    site.hide(PING.slice(1))
    expect((await site.run(['--verbose'])).exitCode).toBe(0)

    const { key, url } = site.billing
    const [one] = PEOPLE.subscribers
    const echo = `{"${one?.login}":{"login":"${one?.login}","password":"${one?.password}"},`
    for (const [call, text] of [
      ['get_system_information', `ERROR:GET_WRONG_KEY ${key}`],
      ['get_system_information', `<html><form action="${Bun.escapeHTML(url)}">${key}</form></html>`],
      ['get_system_information', `{"error":"${JSON.stringify(url).slice(1, -1)}"}`],
      ['get_user_list', echo],
      ['get_user_list', `{"result":"error","error":"no such key ${key}, ${encodeURIComponent(url)}"}`],
      ['get_user_tags', `Warning: ${url} in api.php`],
    ] as const) {
      site.billing.faults.add({ kind: 'body', call, text, times: 99 })
      expect((await site.run(['--verbose'])).exitCode).toBe(call === 'get_user_tags' ? 3 : 5)
      await site.run(['plan', '--json', '--verbose'])
      site.billing.faults.clear()
    }

    const renewed = PEOPLE.subscribers.map((each) => ({ ...each, password: `new-${each.password}` }))
    site.populate({ ...PEOPLE, subscribers: renewed })
    const form = new URLSearchParams({ key: API_KEY }).toString()
    for (const [call, text] of [
      ['module/get_system_information', `wrong key ${API_KEY}`],
      ['module/get_user_list', `GET /api.php?${form}`],
      ['usm_billing/get_settings', Bun.escapeHTML(API_KEY)],
      ['customer/group_edit', form],
    ] as const) {
      for (const kind of ['error-result', 'body'] as const) {
        site.userside.faults.add({ kind, call, text, times: 99 })
        expect([3, 6]).toContain((await site.run(['--verbose'])).exitCode)
        site.userside.faults.clear()
      }
    }
    for (const { login, password } of renewed)
      site.userside.refusals.customers.set(login, `The password ${password} of ${login} is too simple`)
    const refused = await site.runJson(['--verbose'])
    expect(refused.exitCode).toBe(3)
    expect(JSON.stringify(refused.summary)).toContain('is too simple')
    // Whoever does not send a password cannot know it when it comes back.
    site.userside.refusals.customers.clear()
    await everything(site, 'also as JSON')
    tellSearch(site)
  }, 120_000)

  test('when the configuration is wrong where they stand, or a proxy with a password cannot be reached', async () => {
    await using site = await openSite()
    site.hide(PROXY_PASSWORD)
    const proxy = `http://joe:${encodeURIComponent(PROXY_PASSWORD)}@127.0.0.1:1`
    for (const changes of [
      { billingUrl: `billing.example/?key=${site.billing.key}` },
      { billingUrl: [site.billing.url] },
      { usersideApiKey: [API_KEY] },
      { usersideApiKey: { key: API_KEY } },
      { usersideUrl: `http://joe:${API_KEY}@:x/` },
      { usersidePasswordSalt: [SALT] },
      { usersideApiKey: API_KEY, usersideHttp: { proxy: `${proxy}:x` } },
      { billingHttp: { proxy, retries: 0 } },
      { usersideHttp: { proxy, retries: 0 } },
    ]) {
      await using other = await openSite()
      other.hide(PROXY_PASSWORD, site.billing.key)
      other.configure(changes)
      for (const args of [['--verbose'], ['plan', '--json', '--verbose'], ['doctor'], ['--check-config']])
        expect((await other.run(args)).exitCode, JSON.stringify(changes)).not.toBe(1)
    }
  })

  test('and the search would find them: in a file, in a database, in what is said, however they are written', async () => {
    await using site = await openSite()
    const [one] = PEOPLE.subscribers
    for (const text of [
      API_KEY,
      encodeURIComponent(API_KEY),
      JSON.stringify({ text: JSON.stringify(API_KEY) }),
      Buffer.from(API_KEY).toString('base64'),
      Buffer.from(API_KEY).toString('hex'),
      `… ${one?.password} …`,
      new URL(site.billing.url).search,
    ]) {
      const path = site.write('leak.txt', text)
      expect(site.search().leaks.length, text).toBeGreaterThan(0)
      rmSync(path)
    }
    expect(site.search().leaks).toEqual([])
  })
})

describe('a secret may stand somewhere else', () => {
  test('in the environment, in a file, in a systemd credential', async () => {
    await using site = await Site.open()
    const credentials = join(site.folder, 'credentials')
    mkdirSync(credentials)
    const { url } = site.billing
    const key = site.userside.apiKey
    site.writeSecret('billing-url', `${url}\n`)
    site.writeSecret('credentials/userside-key', key)
    const env = { ...bareEnvironment, CREDENTIALS_DIRECTORY: credentials, US_KEY: key, B_URL: url }
    for (const [billingUrl, usersideApiKey] of [
      ['env:B_URL', 'env:US_KEY'],
      ['file:billing-url', 'credential:userside-key'],
      [`file:${join(site.folder, 'billing-url')}`, 'env:US_KEY'],
    ]) {
      site.configure({ billingUrl, usersideApiKey })
      const result = await site.run([], { env })
      expect(result.stderr).toBe('')
      expect(result.exitCode).toBe(0)
    }
  })

  test('and is missed with a sentence that says where it was looked for', async () => {
    await using site = await Site.open()
    for (const [reference, says] of [
      ['env:NO_SUCH_NAME', 'NO_SUCH_NAME'],
      ['file:no-such-file', join(site.folder, 'no-such-file')],
      ['credential:none', 'CREDENTIALS_DIRECTORY'],
    ] as const) {
      site.configure({ usersideApiKey: reference })
      const { exitCode, stderr } = await site.run()
      expect(exitCode).toBe(4)
      expect(stderr).toContain(says)
    }
  })

  test('a configuration with a key that others may read is warned of', async () => {
    await using site = await Site.open()
    const text = site.read('usm-billing.jsonc')
    for (const [mode, says] of [
      [0o644, 'everybody on this machine'],
      [0o640, 'its group'],
    ] as const) {
      site.writeSecret('usm-billing.jsonc', text, mode)
      const { exitCode, stderr } = await site.run()
      expect(exitCode).toBe(0)
      expect(stderr).toContain(`Warning: ${site.configFile} holds a key`)
      expect(stderr).toContain(says)
      expect(stderr).toContain(`chmod 600 ${site.configFile}`)
    }
    site.configure({ usersideApiKey: 'env:K', billingUrl: 'env:B' })
    site.writeSecret('usm-billing.jsonc', site.read('usm-billing.jsonc'), 0o644)
    const env = { ...bareEnvironment, K: site.userside.apiKey, B: site.billing.url }
    site.billing.forgetRun()
    const { exitCode, stderr } = await run(['--config', site.configFile], { env })
    expect([exitCode, stderr]).toEqual([0, ''])
  })
})
