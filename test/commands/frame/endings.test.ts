import { describe, expect, test } from 'bun:test'
import { exitCodeOf } from '../../../src/commands/frame/exit-codes.ts'
import {
  BillingError,
  ConfigError,
  GuardStop,
  Interrupted,
  LockHeld,
  UsersideError,
} from '../../../src/model/errors.ts'
import { play } from './console.ts'

const failing = (error: unknown) => ({
  sync: async () => async () => {
    throw error
  },
})

describe('the end of a command', () => {
  test.each([
    [4, 'config', new ConfigError('Bad.')],
    [5, 'billing', new BillingError('auth', 'get_user_list', 'No.')],
    [6, 'userside', new UsersideError('refused', 'get_settings', 'No.')],
    [7, 'guard', new GuardStop('Too many.')],
    [11, 'locked', new LockHeld('Busy.')],
    [130, 'interrupted', new Interrupted('SIGINT')],
    [143, 'interrupted', new Interrupted('SIGTERM')],
    [1, 'error', new Error('boom')],
    [1, 'error', 'a thrown text'],
  ])('is exit code %d, "%s" in the summary, for %s', async (code, outcome, error) => {
    expect(exitCodeOf(error)).toBe(code as ReturnType<typeof exitCodeOf>)
    const { exitCode, stdout, stderr } = await play(['--json'], { loaders: failing(error) })
    expect(exitCode).toBe(code)
    expect(stderr).not.toBe('')
    expect(stdout.split('\n')).toHaveLength(2)
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'summary',
      command: 'sync',
      exitCode: code,
      outcome,
      firstRun: false,
    })
  })

  test('is told in a sentence with what to do', async () => {
    const error = new BillingError('config', 'get_user_list', 'The billing answers HTML.', {
      hint: 'Check billingUrl.',
    })
    const { stderr, stdout } = await play([], { loaders: failing(error) })
    expect(stderr).toBe('The billing answers HTML.\nCheck billingUrl.\n')
    expect(stdout).toBe('')
  })

  test('shows no key and no password, whatever the error says, at any verbosity', async () => {
    const error = new Error('GET https://user:PASS@b.test/?a=1&key=SECRET&x=2 failed')
    for (const options of [['--json'], ['--verbose', '--json'], []]) {
      const { stderr, stdout } = await play(options, { loaders: failing(error) })
      expect(stderr).toContain('b.test')
      expect(stderr + stdout).not.toMatch(/SECRET|PASS/)
    }
  })

  test('steers no terminal, whatever a key, a file or a word is called', async () => {
    const hostile = 'a\u001b[2J\u202eb'
    const issue = { file: `${hostile}.jsonc`, line: 1, column: 1, key: hostile, message: 'is unknown' }
    for (const error of [new ConfigError('Bad.', [issue]), new BillingError('auth', 'x', hostile)]) {
      const { stderr } = await play([], { loaders: failing(error) })
      expect(stderr).toContain('a[2Jb')
      expect(stderr).not.toMatch(/[\u001b\u202e]/)
    }
    expect((await play([hostile])).stderr).toStartWith('The command "a[2Jb" is unknown.\n')
  })

  test('shows where a bug is only with --verbose', async () => {
    const loaders = failing(new Error('boom'))
    expect((await play([], { loaders })).stderr).not.toContain(' at ')
    expect((await play(['--verbose'], { loaders })).stderr).toContain(' at ')
  })
})
