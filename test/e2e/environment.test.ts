/** The vendor's Docker service as a host: eighteen variables, no file, a folder on a volume. */
import { expect, test } from 'bun:test'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { everyKey } from '../../src/config/outline.ts'
import { repository, run } from './cli.ts'
import { PEOPLE, Site } from './site.ts'

const VARIABLES = everyKey().flatMap(({ env }) => (env === undefined ? [] : [env]))

/** What the compose fragment gives, its blanks filled in for this site. */
async function composed({ billing, userside }: Site): Promise<Record<string, string>> {
  const file = Bun.file(join(repository, 'packaging/docker/compose.yaml'))
  const compose = Bun.YAML.parse(await file.text()) as {
    services: { 'usm-billing': { environment: Record<string, string | number> } }
  }
  const own = {
    BILLING_URL: billing.url,
    BILLING_ID: String(userside.billingId),
    USERSIDE_API_URL: userside.url,
    USERSIDE_API_KEY: userside.apiKey,
  }
  const { environment } = compose.services['usm-billing']
  return {
    ...Object.fromEntries(Object.entries(environment).map(([k, value]) => [k, String(value)])),
    ...own,
  }
}

test('the variables alone are enough: checks, plan and run, with everything kept in the working folder', async () => {
  await using site = await Site.open()
  const env = await composed(site)
  expect(Object.keys(env).sort()).toEqual(VARIABLES.toSorted())
  const cwd = join(site.folder, 'volume')
  mkdirSync(cwd)
  const inContainer = async (...args: string[]) => {
    site.billing.forgetRun()
    return await run(args, { env, cwd })
  }
  expect(await inContainer('--check-config')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await inContainer('doctor')).toMatchObject({ exitCode: 0 })
  expect(await inContainer('plan')).toMatchObject({ exitCode: 2, stderr: '' })
  expect(await inContainer()).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await inContainer('plan')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(Object.keys(site.userside.snapshot().subscribers)).toHaveLength(PEOPLE.subscribers.length)
  expect(readdirSync(cwd)).toEqual(['log'])
  expect(readdirSync(join(cwd, 'log'))).toContain('usm-billing-1.sqlite')
})
