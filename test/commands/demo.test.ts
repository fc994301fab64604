/** `demo`: three runs that end well, whatever kind of billing is shown, and nothing left behind. */
import { describe, expect, test } from 'bun:test'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { play } from './frame/console.ts'

describe('the demo', () => {
  test.each(['', 'utm5', 'abills', 'sql'])('of the billing "%s" fills, rests, and follows', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'usm-billing-demo-test-'))
    const usual = process.env['TMPDIR']
    process.env['TMPDIR'] = folder
    try {
      const option = name === '' ? [] : ['--billing', name]
      const { exitCode, stdout } = await play(['demo', '--json', ...option])
      const runs = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(runs.map(({ step }) => step)).toEqual(['first', 'unchanged', 'changed'])
      expect(runs[0]).toMatchObject({ done: { subscribers: { created: 400 }, addresses: { failed: 0 } } })
      expect(runs[1]).toMatchObject({ writes: 0, done: { subscribers: { unchanged: 400 } } })
      expect(runs[2].done.subscribers.updated).toBeGreaterThan(100)
      expect(runs.every(({ billingRequests }) => billingRequests > 5)).toBe(true)
      expect(exitCode).toBe(0)
      expect(readdirSync(folder)).toEqual([])
    } finally {
      if (usual === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = usual
      rmSync(folder, { recursive: true })
    }
  })

  test('says where the tables are, and as what they are read', async () => {
    const { stdout } = await play(['demo', '--billing', 'utm5'])
    expect(stdout).toContain('the tables of UTM5')
    expect(stdout).toContain('"billingName": "utm5"')
    expect(stdout).toContain('found nothing wrong')
  })

  test('shows no billing it has no tables of', async () => {
    expect(await play(['demo', '--billing', 'lanbilling'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('it is one of utm5, abills, sql'),
    })
  })
})
