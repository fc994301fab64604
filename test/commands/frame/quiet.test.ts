import { expect, test } from 'bun:test'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../e2e/cli.ts'

const KEYS =
  '"billingUrl": "http://127.0.0.1:1/?key=abcdef", "billingId": 1, "usersideUrl": "http://127.0.0.1:1/", "usersideApiKey": "abcdef"'

test.each([
  ['a file everybody can read is warned of', [], '', true],
  ['not with --quiet: cron would send a mail every ten minutes', ['--quiet'], '', false],
  ['not with isSilence either', [], ', "isSilence": true', false],
])('%s', async (_, options, more, isWarned) => {
  const folder = mkdtempSync(join(tmpdir(), 'usm-billing-quiet-'))
  try {
    const file = join(folder, 'usm-billing.jsonc')
    writeFileSync(file, `{ ${KEYS}${more} }`)
    chmodSync(file, 0o644)
    const { exitCode, stderr } = await run(['--check-config', '--config', file, ...options])
    expect(exitCode).toBe(0)
    expect(stderr.includes('can be read by everybody')).toBe(isWarned)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
