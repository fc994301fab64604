/** A command that reads both sides, where one of them fails: what was asked of them is told all the same. */
import { describe, expect, test } from 'bun:test'
import { type Operator, startOperator } from './operator.ts'

const ALWAYS = { times: Number.POSITIVE_INFINITY }

function counts({ billing, userside }: Operator) {
  return {
    billing: { requests: billing.requests.length },
    userside: { reads: userside.requests.length, writes: 0 },
  }
}

describe.each(['plan', 'verify', 'doctor'])('%s --json', (command) => {
  test('tells how often the billing was asked before it failed', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'status', status: 500, call: 'get_user_list', ...ALWAYS })
    const { lines, exitCode } = await operator.type(`${command} --json`, { billingHttp: { retries: 1 } })
    expect(operator.billing.requests.length).toBeGreaterThan(3)
    expect(lines.at(-1)).toMatchObject({
      type: 'summary',
      exitCode: 5,
      outcome: 'billing',
      ...counts(operator),
    })
    expect(exitCode).toBe(5)
  })

  test('tells what was asked of both sides before UserSide failed', async () => {
    await using operator = await startOperator()
    operator.userside.faults.add({ kind: 'status', status: 403, call: 'module/get_user_list', ...ALWAYS })
    const { lines, exitCode, stderr } = await operator.type(`${command} --json`)
    expect(operator.userside.requests.length).toBeGreaterThan(3)
    expect(lines.at(-1)).toMatchObject({
      type: 'summary',
      exitCode: 6,
      outcome: 'userside',
      error: expect.stringContaining('get_user_list'),
      ...counts(operator),
    })
    expect(exitCode).toBe(6)
    if (command !== 'doctor') expect(stderr).toMatch(/^Error: UserSide .* did not answer .*get_user_list/m)
  })
})

describe('a billingId that UserSide does not have', () => {
  test.each(['sync', 'plan', 'verify', 'doctor'])(
    'is named by %s as the first thing to look at',
    async (command) => {
      await using operator = await startOperator()
      const { stdout, stderr, exitCode } = await operator.type(command, { billingId: 9 })
      expect(stdout + stderr).toMatch(
        /Check billingId: the number of this billing in UserSide's list, Settings - Billings\./,
      )
      expect(exitCode).toBe(6)
    },
  )
})
