import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../src/commands/frame/cli.ts'
import { keepCompleteness } from '../../src/commands/frame/report-page.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import type { RecordChange } from '../../src/model/journal.ts'
import { openJournal } from '../../src/state/journal.ts'
import { anySummary } from './any-summary.ts'
import { fakeOutput } from './fake-output.ts'
import { recordingLogger } from './recording-logger.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-past-'))
  const config = {
    billingUrl: 'http://127.0.0.1:1/?module=remoteapi&key=BillingKey77&action=userside',
    billingId: 1,
    usersideUrl: 'http://127.0.0.1:1/',
    usersideApiKey: 'UsersideKey88',
    billingHttp: { proxy: 'http://joe:ProxyPass99@127.0.0.1:3128/' },
    logPath: 'log',
  }
  writeFileSync(join(folder, 'usm.jsonc'), JSON.stringify(config), { mode: 0o600 })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function usm(...argv: string[]) {
  const stdout = fakeOutput()
  const stderr = fakeOutput()
  const io = { stdout, stderr, isInteractive: false, env: {}, now: () => new Date('2026-11-22T18:00:00Z') }
  const exitCode = await runCli([...argv, '--config', join(folder, 'usm.jsonc')], io, COMMANDS)
  return {
    exitCode,
    out: stdout.text,
    errors: stderr.text,
    json: () =>
      stdout.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
  }
}

function edit(id: string, from: string, to: string): RecordChange {
  const fields = [{ field: 'balance', before: from, after: to, from, to }]
  return { entity: 'subscriber', id, erpId: '7', action: 'update', fields }
}

/** Two runs: one that ended, and one that was killed while it waited for an answer. */
function twoRuns() {
  const { journal } = openJournal({
    folder: join(folder, 'log'),
    billingId: 1,
    logger: recordingLogger(),
  })
  journal.beginRun('sync')
  journal.settle(journal.open([edit('petrenko', '12.50', '-3.00')]), 'done')
  journal.settle(journal.open([edit('їжак\u001b[2J', '0.00', '1.00')]), 'refused')
  journal.finishRun(anySummary({ outcome: 'partial', exitCode: 3 }))
  const foundAt = new Date('2026-11-22T15:30:00Z')
  keepCompleteness(journal, [{ field: 'phones', billing: 0.5, userside: 0.25 }], foundAt)
  journal.beginRun('sync')
  journal.open([{ ...edit('new', '', ''), action: 'create', fields: [] }])
  journal.close()
}

describe('history', () => {
  test('lists the runs, the newest last', async () => {
    twoRuns()
    const { exitCode, out } = await usm('history')
    expect(exitCode).toBe(0)
    const [heading, , first, second] = out.split('\n')
    expect(heading).toStartWith('run  started')
    expect(first).toMatch(/^ {2}1 .* sync +some records left undone +12 s +0 +0 +0 +0$/)
    expect(second).toMatch(/^ {2}2 .* sync +did not end$/)
  })

  test('with --json prints a line a run and nothing else', async () => {
    twoRuns()
    const { json } = await usm('history', '--json')
    expect(json()).toMatchObject([
      { type: 'run', id: 1, outcome: 'partial', summary: { exitCode: 3 } },
      { type: 'run', id: 2 },
    ])
  })

  test('before the first run says so, and begins no journal', async () => {
    const { exitCode, out } = await usm('history')
    expect([exitCode, out]).toEqual([0, 'There was no run yet.\n'])
    expect(readdirSync(folder)).toEqual(['usm.jsonc'])
  })
})

describe('history show', () => {
  test('tells a run and every change of it, with what became of it', async () => {
    twoRuns()
    const { exitCode, out } = await usm('history', 'show', '1')
    expect(exitCode).toBe(0)
    expect(out).toStartWith('Run 1, sync, ')
    expect(out).toContain('Done, but some records were left undone')
    expect(out).toContain('subscriber petrenko · balance · 12.50 → −3.00\n')
    expect(out).toContain('subscriber їжак[2J · balance · 0.00 → 1.00 (refused)\n')
    expect((await usm('history', 'show', '2')).out).toContain('subscriber new · create (unsettled)\n')
  })

  test('with --json prints a line a change, the run last', async () => {
    twoRuns()
    const { json } = await usm('history', 'show', '1', '--json')
    expect(json()).toMatchObject([
      {
        type: 'change',
        run: 1,
        id: 'petrenko',
        field: 'balance',
        from: '12.50',
        to: '-3.00',
        settlement: 'done',
      },
      { type: 'change', settlement: 'refused' },
      { type: 'run', id: 1 },
    ])
  })

  for (const name of ['3', '0', 'lats', '1e3', '99999999999999999999']) {
    test(`of a run that is none is a wrong command line: ${name}`, async () => {
      twoRuns()
      const { exitCode, errors } = await usm('history', 'show', name)
      expect(exitCode).toBe(64)
      expect(errors).toMatch(/is not the number of a run|knows no run/)
    })
  }
})

describe('report', () => {
  test('writes the page for its owner only', async () => {
    twoRuns()
    const file = join(folder, 'report.html')
    const { exitCode, out } = await usm('report', '--out', file)
    expect(exitCode).toBe(0)
    expect(out).toContain(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const page = readFileSync(file, 'utf8')
    expect(page).toStartWith('<!doctype html>')
    expect(page).toContain('some records left undone')
    expect(page).toContain('phones, UserSide: 25.0 %')
  })

  test('shows the configuration in force without its secrets', async () => {
    const { out } = await usm('report')
    expect(out).toContain('<dt>billingUrl</dt><dd>http://127.0.0.1:1/?***</dd>')
    expect(out).toContain('<dt>usersideApiKey</dt><dd>***</dd>')
    expect(out).toContain('<dt>safety.maxAbsentCount</dt><dd>20</dd>')
    expect(out).not.toMatch(/BillingKey77|UsersideKey88|ProxyPass99|remoteapi/)
  })

  test('that cannot be written is a sentence', async () => {
    const { exitCode, errors } = await usm('report', '--out', join(folder, 'missing', 'report.html'))
    expect(exitCode).toBe(64)
    expect(errors).toContain('report.html cannot be written: no such file or directory.\n')
    expect(errors).not.toContain('bug')
  })

  test('with --json names the file', async () => {
    const file = join(folder, 'report.html')
    expect((await usm('report', '--json', '--out', file)).json()).toEqual([{ type: 'report', file }])
  })
})
