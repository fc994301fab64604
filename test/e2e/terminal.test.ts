/** What an operator sees: the screens of a real terminal, and the keys of a real keyboard. */
import { afterEach, describe, expect } from 'bun:test'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import { testWith } from '../needs.ts'
import { startTerminal, type Terminal } from '../report/terminal.ts'
import { bareEnvironment, program } from './cli.ts'
import { Site } from './site.ts'

const test = testWith('tmux')

let terminal: Terminal | undefined
afterEach(() => terminal?.close())

/** Types a command of this site into a terminal. */
function open(site: Site, args: readonly string[], { rows = 40, columns = 100, env = {} } = {}): Terminal {
  site.billing.forgetRun()
  // The terminal tells its programs its own TERM; `env` has the last word.
  const settings = Object.entries({ ...bareEnvironment, ...env }).map(([name, value]) => `${name}=${value}`)
  const command = ['env', ...settings, ...program, ...args, '--config', site.configFile]
  terminal = startTerminal(command, { rows, columns })
  return terminal
}

/** Counts have blanks that do not break; times are nobody's promise. */
const readable = (lines: readonly string[]): string[] =>
  lines.map((line) =>
    line
      .replaceAll('\u00a0', ' ')
      .replace(/\d+(\.\d)? s\b/g, '# s')
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '#'),
  )

function told(lines: readonly string[]): string[] {
  return readable(lines).filter((line) => line !== '')
}

function withBalances(people: Population, balances: readonly string[]): Population {
  const subscribers = people.subscribers.map((subscriber, index) => ({
    ...subscriber,
    balance: balances[index] ?? subscriber.balance,
  }))
  return { ...people, subscribers }
}

describe('a run on a terminal', () => {
  test('shows step, count, rate and time left; Ctrl-C asks it to end, a second one ends it', async () => {
    const population = generatePopulation({ size: 450, seed: 7, isHostile: false })
    const config = { usersideHttp: { concurrency: 1 } }
    await using site = await Site.open({ billing: { population }, config })
    // Two lots of 200 are written, the third is never answered.
    site.userside.faults.add({ kind: 'timeout', call: 'customer/group_edit', nth: 3, times: 9 })
    const { shows, press, ended, screen } = open(site, [])
    const running = await shows(/Writing subscribers · 400 of 450, 88 % · .* left$/m)
    expect(told(running).at(-1)).toMatch(/^ Writing subscribers · 400 of 450, 88 % · \d+\/s · # s left$/)
    expect(told(running).slice(0, 3)).toEqual(['usm_billing', '='.repeat(36), ' Start module at #'])
    expect(told(running).filter((line) => line.startsWith(' ✔'))).toEqual([
      expect.stringMatching(/^ ✔ Reading the lists of the billing · \d+ · # s$/),
      ' ✔ Reading the subscribers of the billing · 450 · # s',
      expect.stringMatching(/^ ✔ Reading the addresses of the billing · \d+ · # s$/),
      ' ✔ Reading UserSide · # s',
      ' ✔ Matching houses · # s',
      ' ✔ Comparing subscribers · # s',
      expect.stringMatching(/^ ✔ Creating houses · \d+ · # s$/),
      ' ✔ Creating subscribers · 450 · # s',
      ' ✔ Reading UserSide back · 450 · # s',
    ])
    press('C-c')
    await shows(/Warning: SIGINT: ending after the request in flight\./)
    press('C-c')
    expect(await ended()).toBe(130)
    expect(screen().join('\n')).not.toContain(site.userside.apiKey)
  }, 60_000)

  test('knows from the run before how much of the billing is still to come', async () => {
    const population = generatePopulation({ size: 300, seed: 7, isHostile: false })
    await using site = await Site.open({ billing: { population } })
    await site.run()
    site.billing.faults.add({ kind: 'stall', call: 'get_user_list' })
    const { shows } = open(site, [])
    const running = await shows(/Reading the subscribers of the billing · .* left$/m)
    expect(told(running).at(-1)).toMatch(/ · 1\d\d of 300, \d\d % · \d+\/s · # s left$/)
  }, 60_000)

  test('is coloured, and with NO_COLOR, or where lines cannot be drawn over, is not', async () => {
    await using site = await Site.open()
    const inColour = open(site, [])
    expect(await inColour.ended()).toBe(0)
    expect(inColour.drawing()).toContain('\u001b[32m✔')
    inColour.close()
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const plain = open(site, [], { env })
      expect(await plain.ended()).toBe(0)
      expect(plain.drawing()).not.toContain('\u001b[3')
      plain.close()
    }
  }, 60_000)

  test('says nothing with isSilence', async () => {
    await using site = await Site.open({ config: { isSilence: true } })
    const { ended, screen } = open(site, [])
    expect(await ended()).toBe(0)
    expect(told(screen())).toEqual([])
  }, 60_000)
})

describe('plan on a terminal', () => {
  test('tells the counts first, then the changes, both aligned and in their own letters', async () => {
    const people = withBalances(generatePopulation({ size: 14, seed: 3, isHostile: false }), ['12.50'])
    const [first, second, ...others] = people.subscribers
    if (first === undefined || second === undefined) throw new Error('nobody lives here')
    const petrenko = { ...first, login: 'petrenko', fullName: 'Петренко Олена' }
    const cyrillic = { ...second, login: 'їжак', fullName: 'Їжак Остап' }
    await using site = await Site.open({
      billing: { population: { ...people, subscribers: [petrenko, cyrillic, ...others] } },
    })
    await site.run()
    site.populate({
      ...people,
      subscribers: [
        { ...petrenko, balance: '-3.00' },
        { ...cyrillic, fullName: 'Їжакевич Остап', balance: '7.00' },
        ...others.map((one) => ({ ...one, balance: '1.00' })),
      ],
    })
    const { ended, screen } = open(site, ['plan'])
    expect(await ended()).toBe(2)
    const lines = readable(screen())
    const start = lines.indexOf('A run would:')
    const [headline, ...rest] = lines.slice(
      start,
      lines.findIndex((line) => line.startsWith(' Warning')),
    )
    expect(lines.slice(0, start)).toContainEqual(' ✔ Comparing subscribers · 14 · # s')
    expect(headline).toBe('A run would:')
    expect(rest.slice(0, 11)).toEqual([
      '  change        14 subscribers',
      '  fields        balance 14, name 1',
      '',
      'Changed: 14',
      '  subscriber petrenko · Петренко Олена',
      '    balance  12.50 → −3.00',
      '  subscriber їжак · Їжакевич Остап',
      '    name     Їжак Остап → Їжакевич Остап',
      expect.stringMatching(/^ {4}balance {2}.* → 7\.00$/),
      expect.stringMatching(/^ {2}subscriber \S+ · \S/),
      expect.stringMatching(/^ {4}balance {2}.* → 1\.00$/),
    ])
    expect(rest.at(-1)).toBe('… and 4 more (--all shows them)')
  }, 60_000)
})

test('what is asked again or sent in halves is counted once', async () => {
  const population = generatePopulation({ size: 450, seed: 7, isHostile: false })
  await using site = await Site.open({ billing: { population } })
  site.billing.faults.add({ kind: 'cut', call: 'get_user_list' })
  site.userside.faults.add({ kind: 'error-result', call: 'customer/group_edit' })
  const { stdout, exitCode } = await site.run()
  expect(exitCode).toBe(0)
  const steps = readable(stdout.split('\n')).join('\n')
  expect(steps).toContain(' Reading the subscribers of the billing\n')
  expect(steps).toMatch(/Asking again (?:in # s|at once(?:, uncompressed)?)\.\n {3}done · 450 · # s\n/)
  expect(steps).toContain(' Writing subscribers\n   done · 450 · # s\n')
  expect(steps).toContain(' Writing balances\n')
  expect(steps).not.toMatch(/traffic_up|date_activity/)
}, 60_000)
