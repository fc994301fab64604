import { afterEach, beforeEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '../../src/state/journal.ts'
import { recordingLogger } from '../report/recording-logger.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-processes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function start(script: string) {
  const command = [process.execPath, join(import.meta.dir, script), folder]
  const child = Bun.spawn(command, { stdin: 'pipe', stdout: 'pipe', stderr: 'inherit' })
  const firstLine = async () => {
    const { value } = await child.stdout.getReader().read()
    return new TextDecoder().decode(value).trim()
  }
  return { child, firstLine: firstLine() }
}

test('of many runs started together one works', async () => {
  const runs = Array.from({ length: 6 }, () => start('hold-lock.ts'))
  const lines = await Promise.all(runs.map((run) => run.firstLine))
  expect(lines.filter((line) => line === 'held')).toHaveLength(1)
  expect(
    lines.filter((line) => line.startsWith('LockHeld: Another run of this billing is at work')),
  ).toHaveLength(5)
  for (const { child } of runs) child.kill(9)
  await Promise.all(runs.map(({ child }) => child.exited))
}, 30_000)

test('a journal is whole after its writer was killed, again and again, and can be read while it writes', async () => {
  for (let round = 1; round <= 5; round++) {
    const { child, firstLine } = start('write-journal.ts')
    expect(await firstLine).toBe(String(round))

    const logger = recordingLogger()
    const reader = openJournal({ folder, billingId: 1, logger }).journal
    expect(reader.listRuns(1)[0]?.id).toBe(round)
    child.kill(9)
    await child.exited

    const sizes = [...Map.groupBy(reader.changesOf(round), (change) => change.fields[0]?.after)].map(
      ([, changes]) => new Set(changes.map(({ settlement }) => settlement)).size * changes.length,
    )
    expect(new Set(sizes)).toEqual(new Set([50]))
    expect(reader.pastWrites('subscriber', 's0')[0]).not.toBeEmpty()
    reader.close()
    expect(logger.lines).toEqual([])
  }
}, 30_000)
