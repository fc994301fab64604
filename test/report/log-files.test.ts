import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRedactor } from '../../src/model/redaction.ts'
import { type LogFileOptions, openLogFiles } from '../../src/report/log-files.ts'

let root = ''
let folder = ''
let now = new Date(2026, 10, 22, 17, 32, 3)
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'usm-logs-'))
  folder = root
  now = new Date(2026, 10, 22, 17, 32, 3)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function opened(over: Partial<LogFileOptions> = {}) {
  const troubles: string[] = []
  const logs = openLogFiles({
    folder,
    keepDays: 30,
    redact: createRedactor(['Zx9Zx9Zx9']),
    onTrouble: (message) => void troubles.push(message),
    now: () => now,
    ...over,
  })
  return { logs, troubles }
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const jsonLines = () =>
  read('usm-billing.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('the logs', () => {
  test('hold everything, as text and as JSON lines', () => {
    const { logs } = opened()
    logs.step('Reading subscribers', 10)
    logs.advance(10)
    logs.warn('mind this')
    logs.record({ type: 'summary', exitCode: 0 })
    logs.close()
    expect(read('usm-billing.log')).toBe(
      [
        '2026-11-22 17:32:03 INFO  Reading subscribers (10)',
        '2026-11-22 17:32:03 WARN  mind this',
        '2026-11-22 17:32:03 DEBUG Reading subscribers · 10 · 0.0 s',
        '',
      ].join('\n'),
    )
    expect(jsonLines().map(({ time, ...rest }) => rest)).toEqual([
      { level: 'info', text: 'Reading subscribers (10)' },
      { level: 'warn', text: 'mind this' },
      { level: 'debug', text: 'Reading subscribers · 10 · 0.0 s' },
      { type: 'summary', exitCode: 0 },
    ])
    expect(jsonLines()[0].time).toBe(now.toISOString())
  })

  test('are added to, never begun anew', () => {
    for (const text of ['first', 'second']) {
      const { logs } = opened()
      logs.info(text)
      logs.close()
      utimesSync(join(folder, 'usm-billing.log'), now, now)
    }
    expect(read('usm-billing.log')).toMatch(/first\n.*second\n$/)
  })

  test('are for their owner only, also when they were not', () => {
    folder = join(folder, 'new')
    mkdirSync(folder)
    writeFileSync(join(folder, 'usm-billing.log'), '')
    chmodSync(join(folder, 'usm-billing.log'), 0o644)
    const { logs } = opened()
    logs.info('x')
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    rmSync(folder, { recursive: true })
    opened().logs.info('x')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  test('hold no key', () => {
    const { logs } = opened()
    logs.debug('GET http://b/?module=x&key=Another1 Zx9Zx9Zx9')
    logs.record({ problem: 'Zx9Zx9Zx9' })
    expect(read('usm-billing.log') + read('usm-billing.jsonl')).not.toMatch(/Zx9|Another1/)
    expect(jsonLines()).toHaveLength(2)
  })

  test('take one line for a text, whatever it holds', () => {
    const { logs } = opened()
    logs.error('name\n2026-11-22 17:32:03 INFO  forged\u001b[2J')
    expect(read('usm-billing.log')).toBe(
      '2026-11-22 17:32:03 ERROR name 2026-11-22 17:32:03 INFO  forged[2J\n',
    )
  })
})

describe('rotation', () => {
  test('puts a file aside before it grows beyond its size', () => {
    const { logs } = opened({ maxBytes: 200 })
    for (let line = 0; line < 12; line++) logs.info(`line ${line} ${'x'.repeat(30)}`)
    logs.close()
    const names = readdirSync(folder).filter((name) => name.endsWith('.log'))
    expect(names).toContain('usm-billing-2026-11-22.log')
    expect(names).toContain('usm-billing-2026-11-22.1.log')
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(200)
    const all = names.map(read).join('')
    for (let line = 0; line < 12; line++) expect(all).toContain(`line ${line} `)
  })

  test('puts the file of another day aside, within a run and between runs', () => {
    const { logs } = opened()
    logs.info('yesterday')
    now = new Date(2026, 10, 23, 0, 0, 1)
    logs.info('today')
    logs.close()
    expect(read('usm-billing-2026-11-22.log')).toContain('yesterday')
    expect(read('usm-billing.log')).toEndWith('INFO  today\n')

    utimesSync(join(folder, 'usm-billing.log'), now, now)
    now = new Date(2026, 10, 24, 10, 0, 0)
    opened().logs.info('tomorrow')
    expect(read('usm-billing-2026-11-23.log')).toContain('today')
  })

  test('removes what is older than asked, and nothing that is not its own', () => {
    const put = (name: string, daysAgo: number) => {
      writeFileSync(join(folder, name), 'x')
      const time = new Date(now.getTime() - daysAgo * 86_400_000)
      utimesSync(join(folder, name), time, time)
    }
    put('usm-billing-2026-10-01.log', 50)
    put('usm-billing-2026-10-01.3.log', 50)
    put('usm-billing-2026-11-01.log', 20)
    put('usm-billing-2026-10-01.log.gz', 50)
    put('usm-billing-1.sqlite', 50)
    put('notes.log', 50)
    put('usm-billing.log', 50)
    opened().logs.info('x')
    expect(readdirSync(folder).sort()).toEqual([
      'notes.log',
      'usm-billing-1.sqlite',
      'usm-billing-2026-10-01.log.gz',
      'usm-billing-2026-11-01.log',
      'usm-billing.jsonl',
      'usm-billing.log',
    ])
  })
})

describe('trouble', () => {
  test('with the folder is told once, without a key, and the run goes on', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { logs, troubles } = opened({ folder: join(file, 'logs') })
    logs.info('one')
    logs.step('two')
    logs.record({})
    logs.close()
    expect(troubles).toHaveLength(1)
    expect(troubles[0]).toStartWith(`The logs in ${join(file, 'logs')} cannot be written: `)
  })

  test('with a full disk is told once, and the run goes on', () => {
    for (const name of ['usm-billing.log', 'usm-billing.jsonl']) symlinkSync('/dev/full', join(folder, name))
    const { logs, troubles } = opened()
    logs.info('one')
    logs.info('two')
    logs.close()
    expect(troubles).toEqual([expect.stringContaining('ENOSPC')])
  })

  test('that has passed does not keep the logs from going on', () => {
    symlinkSync('/dev/full', join(folder, 'usm-billing.log'))
    const { logs } = opened()
    logs.info('one')
    logs.close()
    rmSync(join(folder, 'usm-billing.log'))
    logs.info('two')
    logs.close()
    expect(read('usm-billing.log')).toEndWith('INFO  two\n')
  })
})
