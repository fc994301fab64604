import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { play } from './console.ts'

const VALID = `{ "billingUrl": "http://b.test/?key=1", "billingId": 3, "usersideUrl": "https://us.test/x", "usersideApiKey": "k" }`
let folder: string
let valid: string
let invalid: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-check-'))
  valid = join(folder, 'valid.jsonc')
  invalid = join(folder, 'invalid.jsonc')
  await writeFile(valid, VALID, { mode: 0o600 })
  await writeFile(invalid, '{\n  "billngUrl": "",\n  "billingId": 0,\n}', { mode: 0o600 })
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('--check-config', () => {
  test('says that a configuration is valid, and runs no command', async () => {
    for (const argv of [
      ['--check-config'],
      ['sync', '--check-config', '--dry-run'],
      ['undo', '1', '--check-config'],
    ]) {
      const result = await play([...argv, '--config', valid], {
        loaders: { sync: refuse, undo: refuse },
      })
      expect(result).toEqual({
        exitCode: 0,
        stdout: `The configuration is valid: ${valid}\nBilling 3 goes to us.test.\n`,
        stderr: '',
      })
    }
  })

  test('prints every error, with its place, and exits 4', async () => {
    const { exitCode, stderr, stdout } = await play(['--check-config', '--config', invalid])
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/invalid\.jsonc:1:1 billingUrl: is missing/),
      expect.stringMatching(/invalid\.jsonc:1:1 usersideUrl: is missing/),
      expect.stringMatching(/invalid\.jsonc:1:1 usersideApiKey: is missing/),
      `${invalid}:2:3 billngUrl: is unknown; did you mean "billingUrl"?`,
      `${invalid}:3:3 billingId: must be a whole number between 1 and 2147483647, found the number 0`,
      'The configuration is not valid: 5 errors.',
      '',
    ])
    expect(stdout).toBe('')
    expect(exitCode).toBe(4)
  })

  test('prints with --json one line of JSON and nothing else on stdout', async () => {
    const good = await play(['--check-config', '--json', '--config', valid])
    expect(JSON.parse(good.stdout)).toEqual({ type: 'config', exitCode: 0, source: valid, warnings: [] })
    const bad = await play(['--check-config', '--json', '--config', invalid])
    expect(JSON.parse(bad.stdout)).toMatchObject({ type: 'summary', exitCode: 4, outcome: 'config' })
    expect(JSON.parse(bad.stdout).problems).toHaveLength(5)
  })

  test('says with --quiet nothing when all is well', async () => {
    expect(await play(['--check-config', '--quiet', '--config', valid])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    })
  })

  test('takes the environment for a configuration', async () => {
    const env = {
      BILLING_URL: 'http://b.test',
      BILLING_ID: '3',
      USERSIDE_API_URL: 'http://us.test',
      USERSIDE_API_KEY: 'k',
    }
    const { exitCode, stdout } = await play(['--check-config'], { env })
    expect(stdout).toContain('The configuration is valid: from the environment')
    expect(exitCode).toBe(0)
  })
})

const refuse = async () => async () => {
  throw new Error('no command may run')
}
