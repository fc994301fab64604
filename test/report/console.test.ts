import { describe, expect, test } from 'bun:test'
import { createRedactor } from '../../src/model/redaction.ts'
import { type ConsoleOptions, createConsole } from '../../src/report/console.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { fakeOutput } from './fake-output.ts'

function started(
  over: Partial<ConsoleOptions> = {},
  terminal: { isTerminal?: boolean; columns?: number } = {},
) {
  const stdout = fakeOutput(terminal)
  const stderr = fakeOutput(terminal)
  const clock = { now: new Date(2026, 10, 22, 17, 32, 3) }
  const console = createConsole({
    stdout,
    stderr,
    env: {},
    redact: createRedactor(['Zx9Zx9Zx9']),
    now: () => clock.now,
    ...over,
  })
  const wait = (milliseconds: number) => {
    clock.now = new Date(clock.now.getTime() + milliseconds)
  }
  return { console, stdout, stderr, wait }
}

function tellEverything(console: ReturnType<typeof createConsole>) {
  console.begin()
  console.step('Reading subscribers', 1000)
  console.advance(1000)
  console.info('all is well')
  console.warn('mind this')
  console.error('it broke')
  console.debug('details')
  console.end()
}

test('what is worded already is not told again: codes and names of lists in it read like words of the program', async () => {
  const { console, stdout, stderr } = started({ speaker: await speakerOf('uk') })
  console.warn('all is well')
  console.tell('info', 'Не зроблено (refused, 1): тарифи (tariffs), all is well')
  console.tell('warn', 'group, tag')
  expect(stdout.text).toBe(
    ' Увага: усе гаразд\n Не зроблено (refused, 1): тарифи (tariffs), all is well\n Увага: group, tag\n',
  )
  expect(stderr.text).toBe('')
})

describe('cron and pipes', () => {
  test('get the frame of the original and plain lines; errors go to stderr', () => {
    const { console, stdout, stderr, wait } = started()
    console.begin()
    console.step('Reading subscribers', 1000)
    console.advance(1000)
    wait(2500)
    console.info('all is well')
    console.warn('mind this')
    console.error('it broke')
    console.debug('details')
    wait(8500)
    console.end()
    expect(stdout.text).toBe(
      [
        'usm_billing',
        '====================================',
        ' Start module at 2026-11-22 17:32:03',
        ' Reading subscribers',
        ' all is well',
        ' Warning: mind this',
        '   done · 1\u00a0000 · 11 s',
        'Finish module at 2026-11-22 17:32:14',
        '====================================',
        '',
      ].join('\n'),
    )
    expect(stderr.text).toBe('Error: it broke\n')
  })

  test('get no escape sequence, whatever a text from outside holds', () => {
    const { console, stdout } = started()
    console.info('name \u001b[31mred\u001b[0m \u202e\u0007\r end\nsecond line')
    expect(stdout.text).toBe(' name [31mred[0m end\nsecond line\n'.replace('[0m end', '[0m   end'))
  })

  test('see details only when asked', () => {
    const { console, stdout } = started({ isVerbose: true })
    console.debug('details')
    expect(stdout.text).toBe(' details\n')
  })

  test('see no key, in what is said, printed or written as JSON', () => {
    const { console, stdout, stderr } = started({ isVerbose: true })
    console.info('Zx9Zx9Zx9')
    console.debug('http://b/?key=other')
    console.error('Zx9Zx9Zx9')
    console.print('key=Zx9Zx9Zx9')
    expect(stdout.text + stderr.text).not.toMatch(/Zx9|other/)
  })
})

describe('quiet', () => {
  test('leaves only errors and what was asked for', () => {
    const { console, stdout, stderr } = started({ isQuiet: true })
    tellEverything(console)
    console.print('the answer')
    expect(stdout.text).toBe('the answer\n')
    expect(stderr.text).toBe('Error: it broke\n')
  })
})

describe('--json', () => {
  test('puts nothing on stdout but JSON, and what is said on stderr', () => {
    const { console, stdout, stderr } = started({ isJson: true }, { isTerminal: true })
    tellEverything(console)
    console.print('a table for people')
    console.printJson({ type: 'summary', text: 'Zx9Zx9Zx9', count: 3 })
    expect(stdout.text).toBe('{"type":"summary","text":"***","count":3}\n')
    expect(stderr.text).toContain('Start module at')
    expect(stderr.text).toContain('Error: it broke')
    expect(stderr.text).not.toContain('\u001b')
  })

  test('stays JSON when a key is a number', () => {
    const { console, stdout } = started({ isJson: true, redact: createRedactor(['123456']) })
    console.printJson({ count: 123456, text: 'key 123456' })
    expect(JSON.parse(stdout.text)).toEqual({ count: 123456, text: 'key ***' })
  })

  test('is not printed to people', () => {
    const { console, stdout } = started()
    console.printJson({ a: 1 })
    expect(stdout.text).toBe('')
  })
})

describe('a terminal', () => {
  test('shows step, count, rate and time left, and what is left of a step when it ends', () => {
    const { console, stdout, wait } = started({}, { isTerminal: true, columns: 100 })
    console.step('Reading subscribers', 50_000)
    wait(4000)
    console.advance(10_000)
    expect(stdout.shown.at(-1)).toBe(
      ' Reading subscribers · 10\u00a0000 of 50\u00a0000, 20 % · 2\u00a0500/s · 16 s left',
    )
    wait(16_000)
    console.advance(40_000)
    console.step('Writing')
    expect(stdout.shown).toContain(' ✔ Reading subscribers · 50\u00a0000 · 20 s')
    console.close()
  })

  test('a line that is said takes the place of the progress, which comes back below it', () => {
    const { console, stdout } = started({}, { isTerminal: true, columns: 80 })
    console.step('Reading subscribers')
    console.warn('mind this')
    expect(stdout.shown).toEqual([
      ' Reading subscribers · 0.0 s',
      ' Warning: mind this',
      ' Reading subscribers · 0.0 s',
    ])
    console.close()
  })

  test('has colours unless NO_COLOR is set', () => {
    const coloured = started({}, { isTerminal: true })
    coloured.console.warn('mind this')
    expect(coloured.stdout.text).toBe('\u001b[33m Warning: mind this\u001b[39m\n')
    const plain = started({ env: { NO_COLOR: '1' } }, { isTerminal: true })
    plain.console.warn('mind this')
    expect(plain.stdout.text).toBe(' Warning: mind this\n')
  })

  test('never gets a progress line wider than it is', () => {
    const { console, stdout, wait } = started({}, { isTerminal: true, columns: 40 })
    console.step('Читання абонентів білінгу з дуже довгою назвою кроку', 1000)
    wait(1000)
    console.advance(1)
    for (const line of stdout.shown) expect(Bun.stringWidth(line)).toBeLessThan(40)
    console.close()
  })

  test('is left alone when quiet', () => {
    const { console, stdout } = started({ isQuiet: true }, { isTerminal: true })
    console.step('Reading subscribers', 10)
    console.advance(10)
    console.close()
    expect(stdout.text).toBe('')
  })
})
