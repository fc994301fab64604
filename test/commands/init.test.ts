import { afterAll, beforeEach, describe, expect, test } from 'bun:test'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { placed } from '../../src/commands/init/placed.ts'
import { askRequired } from '../../src/commands/init/prompt.ts'
import type { InitHooks } from '../../src/commands/init.ts'
import { initWith } from '../../src/commands/init.ts'
import { loadConfig } from '../../src/config/load.ts'
import { carryOver } from '../../src/config/php/carry-over.ts'
import { ENGLISH } from '../../src/text/speaker.ts'
import { errorsOf, machine } from '../config/machine.ts'
import { play } from './frame/console.ts'

const root = mkdtempSync(join(tmpdir(), 'usm-billing-init-'))
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'))
  file = join(folder, 'usm-billing.jsonc')
})

afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

const init = (
  argv: readonly string[],
  { isInteractive = false, ...hooks }: InitHooks & { isInteractive?: boolean } = {},
) =>
  play(['init', '--config', file, ...argv], { isInteractive, loaders: { init: async () => initWith(hooks) } })

const PHP = `<?php
// our old billing
$billingUrl = 'http://b.test/?key=1';
$billingId = 2;
$usersideUrl = 'http://us.test';
$usersideApiKey = 'k';
$additionalDataMerge = [1 => 62, 2 => '63',];
`

describe('init', () => {
  test('writes a private file that lacks only the required values, and says which', async () => {
    const { exitCode, stdout } = await init([])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(stdout).toContain('Still to be set in it: billingUrl, billingId, usersideUrl, usersideApiKey')
    expect(exitCode).toBe(0)
    const lines = errorsOf(() => loadConfig({ file }))
    expect(lines.map((line) => /^\S+:(\d+):3 (\w+): (?:is missing|must be)/.exec(line)?.[2])).toEqual([
      'billingUrl',
      'billingId',
      'usersideUrl',
      'usersideApiKey',
    ])
  })

  test('ends with the next commands, ready to be copied, whatever the file is called', async () => {
    expect((await init([])).stdout).toEndWith(
      `Next:\n  usm-billing --check-config --config ${file}\n  usm-billing doctor --config ${file}\n  usm-billing plan --config ${file}\n`,
    )
    file = join(folder, "it's mine.jsonc")
    const last = (await init([])).stdout.trim().split('\n').at(-1) ?? ''
    expect(last).toStartWith(`  usm-billing plan --config '${folder}`)
    const shell = Bun.spawnSync(['sh', '-c', `printf %s ${last.split('--config ')[1]}`])
    expect(shell.stdout.toString()).toBe(file)
  })

  test('never overwrites a file', async () => {
    writeFileSync(file, 'mine')
    const { exitCode, stderr } = await init([])
    expect(stderr).toStartWith(`${file} is there already; nothing was written.`)
    expect(exitCode).toBe(64)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('carries the old PHP configuration over into one that is valid and equal', async () => {
    const from = join(folder, 'usm_billing.conf.php')
    writeFileSync(from, PHP)
    const { exitCode, stdout, stderr } = await init(['--from', from])
    expect(stderr).toBe('')
    expect(stdout).not.toContain('Not carried over')
    expect(exitCode).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('  // our old billing\n')
    expect(loadConfig({ file }).config).toMatchObject({
      billingUrl: 'http://b.test/?key=1',
      billingId: 2,
      usersideUrl: 'http://us.test',
      usersideApiKey: 'k',
      additionalDataMerge: { '1': '62', '2': '63' },
    })
  })

  test('names what it could not carry over, in the file too, and exits 3', async () => {
    const from = join(folder, 'usm_billing.conf.php')
    writeFileSync(from, `${PHP}$memory = 1;\n$isSilence = 'maybe';\n`)
    const { exitCode, stdout } = await init(['--from', from])
    const notes = [
      'line 8: $memory has no counterpart',
      'line 9: $isSilence: must be true or false, found the text "maybe"',
    ]
    for (const note of notes) {
      expect(stdout).toContain(`  ${note}\n`)
      expect(readFileSync(file, 'utf8')).toContain(`  // ${note}\n`)
    }
    expect(exitCode).toBe(3)
    expect(errorsOf(() => loadConfig({ file }))).toEqual([])
  })

  test('says with --json what it did', async () => {
    const from = join(folder, 'usm_billing.conf.php')
    writeFileSync(from, `${PHP}$memory = 1;\n`)
    const { stdout } = await init(['--json', '--from', from])
    expect(JSON.parse(stdout)).toEqual({
      type: 'init',
      exitCode: 3,
      file,
      carriedOver: ['billingUrl', 'billingId', 'usersideUrl', 'usersideApiKey', 'additionalDataMerge'],
      leftOut: ['line 8: $memory has no counterpart'],
      missing: [],
    })
  })

  test('says in a sentence that the old file cannot be read, or the new one not written', async () => {
    const unread = await init(['--from', join(folder, 'gone.php')])
    expect(unread.stderr).toStartWith(
      `${join(folder, 'gone.php')} cannot be read: no such file or directory.`,
    )
    file = join(folder, 'gone', 'usm-billing.jsonc')
    const unwritten = await init([])
    expect(unwritten.stderr).toStartWith(`${file} cannot be written: no such file or directory.`)
    expect([unread.exitCode, unwritten.exitCode]).toEqual([64, 64])
  })

  test('takes no other file for an old configuration', async () => {
    for (const text of ['', 'CREATE TABLE users (id int);', '{"billingId": 1}', '$billingId = 2;']) {
      const from = join(folder, 'other')
      writeFileSync(from, text)
      const { exitCode, stderr } = await init(['--from', from])
      expect(stderr).toStartWith(`There is no PHP in ${from}; nothing was written.`)
      expect(exitCode).toBe(64)
      expect(existsSync(file)).toBe(false)
    }
  })

  test('asks on a terminal for what is missing, then offers to test it', async () => {
    const asked: string[][] = []
    const tested: string[] = []
    const values = {
      billingUrl: 'http://b.test',
      billingId: 5,
      usersideUrl: 'http://us.test',
      usersideApiKey: 'k',
    }
    const { exitCode } = await init([], {
      isInteractive: true,
      ask: async (keys) => {
        asked.push([...keys])
        return { values, confirmTest: async () => true }
      },
      doctor: async (path) => {
        tested.push(path)
        return 5
      },
    })
    expect(asked).toEqual([['billingName', 'billingUrl', 'billingId', 'usersideUrl', 'usersideApiKey']])
    expect(tested).toEqual([file])
    expect(exitCode).toBe(5)
    expect(loadConfig({ file }).config).toMatchObject(values)
  })

  test('asks nobody in cron, and with --json', async () => {
    const ask = async () => {
      throw new Error('nobody is there')
    }
    expect((await init([], { ask })).exitCode).toBe(0)
    file = join(folder, 'other.jsonc')
    expect((await init(['--json'], { ask, isInteractive: true })).exitCode).toBe(0)
  })
})

describe('the questions', () => {
  /** Answers one line after the other, and keeps what was asked. */
  function operator(lines: readonly string[]) {
    const asked: string[] = []
    const left = [...lines]
    const askLine = async (question: string) => {
      asked.push(question)
      return left.shift() ?? ''
    }
    return { asked, askLine }
  }

  test('are put again, with what was wrong, until the answer is valid', async () => {
    const { asked, askLine } = operator(['', 'b.test', ' http://b.test/?key=1 ', 'two', '2', 'n'])
    const { values, confirmTest } = await askRequired(['billingUrl', 'billingId'], { askLine })
    expect(values).toEqual({ billingUrl: 'http://b.test/?key=1', billingId: 2 })
    expect(asked).toEqual([
      expect.stringMatching(/^billingUrl: /),
      '> ',
      '  billingUrl: must be an http:// or https:// URL; for tables mysql://…, postgres://…, sqlite:PATH or file:FOLDER, found a text that is not shown\n> ',
      expect.stringMatching(/^billingId: /),
      '  billingId: must be a whole number between 1 and 2147483647, found the text "two"\n> ',
    ])
    expect(await confirmTest()).toBe(false)
  })

  test.each([
    ['', true],
    ['y', true],
    ['No', false],
    ['n', false],
  ])('take "%s" for %p', async (line, expected) => {
    const { confirmTest } = await askRequired([], { askLine: operator([line]).askLine })
    expect(await confirmTest()).toBe(expected)
  })
})

describe('a configuration that is carried over', () => {
  const php = `<?php\n$billingId = 2;\n// our logs\n$logPath = '/var/www/usm_billing/log';\n`
  const carried = carryOver(php, '/var/www/usm_billing', machine({}))

  test.each([
    ['/etc/usm-billing/usm-billing.jsonc', '/var/log/usm-billing'],
    ['/etc/usm-billing/kyiv.jsonc', '/var/log/usm-billing/kyiv'],
  ])('into %s uses the folders of the system and tells the old one', (path, logPath) => {
    const { values, comments } = placed(carried, path, machine({}), ENGLISH)
    expect(values).toEqual({ billingId: 2, logPath, statePath: '/var/lib/usm-billing' })
    expect(comments.get('logPath')).toEqual([
      'our logs',
      'The old module wrote its log to /var/www/usm_billing/log.',
    ])
  })

  test('into any other folder keeps its own', () => {
    expect(placed(carried, '/opt/usm-billing/usm-billing.jsonc', machine({}), ENGLISH)).toEqual(carried)
  })
})
