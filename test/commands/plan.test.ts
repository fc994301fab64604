import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Operator, POPULATION, startOperator } from './operator.ts'

/** Everything is there; then one is renamed, half get another balance, one is new. */
let operator: Operator
let writesOfFirstRun = 0
const [first, second, ...others] = POPULATION.subscribers
if (first === undefined || second === undefined) throw new Error('nobody lives here')
const petrenko = { ...first, login: 'petrenko', fullName: 'Петренко Олена', balance: '12.50' }
const before = { ...POPULATION, subscribers: [petrenko, second, ...others] }
const after = {
  ...POPULATION,
  subscribers: [
    { ...petrenko, balance: '-3.00', password: 'new-Secret-77' },
    { ...second, fullName: 'Ім`я "нове"', comment: '\u001b[31m' },
    ...others.map((one) => ({ ...one, balance: '-1.00' })),
  ],
}
const WITH_PASSWORDS = { confIsImportPasswordToUsPassword: true }

beforeAll(async () => {
  operator = await startOperator({ population: before })
  expect((await operator.type('sync', WITH_PASSWORDS)).exitCode).toBe(0)
  writesOfFirstRun = operator.userside.counts.writes
  operator.billing.setPopulation(after)
})

afterAll(async () => {
  operator.expectNoViolation()
  await operator[Symbol.asyncDispose]()
})

const plan = (options = '', changes = WITH_PASSWORDS) => operator.type(`plan ${options}`.trim(), changes)
/** The plan itself, without what is told of reading and of what was met. */
const planned = (stdout: string): string[] => {
  const lines = stdout.replaceAll('\u00a0', ' ').split('\n')
  const start = lines.findIndex((line) => /^A run would:$|^Nothing /.test(line))
  const end = lines.findIndex((line, index) => index > start && /^ \S/.test(line))
  return lines.slice(start, end < 0 ? lines.length - 1 : end)
}

describe('plan', () => {
  test('tells the numbers that matter, then every subscriber in a block, long lists folded; exit 2', async () => {
    const { exitCode, stdout } = await plan()
    expect(exitCode).toBe(2)
    const lines = planned(stdout)
    expect(lines.slice(0, 5)).toEqual([
      'A run would:',
      `  change        ${POPULATION.subscribers.length} subscribers`,
      '  fields        balance 29, password 1, name 1, comment 1',
      '',
      `Changed: ${POPULATION.subscribers.length}`,
    ])
    expect(lines.slice(5, 8)).toEqual([
      '  subscriber petrenko · Петренко Олена',
      '    balance   12.50 → −3.00',
      '    password  *** → ***',
    ])
    expect(lines.at(-1)).toBe('… and 19 more (--all shows them)')
    expect(lines.find((line) => line.startsWith('    name'))).toEndWith(' → Ім`я "нове"')
    expect(stdout).not.toContain('\u001b')
    expect(stdout).not.toContain('new-Secret-77')
  })

  test('--all folds nothing', async () => {
    const lines = planned((await plan('--all')).stdout)
    expect(lines.filter((line) => /^ {4}balance .* → /.test(line))).toHaveLength(29)
    expect(lines.join('\n')).not.toContain('more')
  })

  test('--id and --field tell a part, and what of it there is; what is about others is not repeated', async () => {
    const one = await plan('--id petrenko')
    expect(planned(one.stdout)).toEqual([
      'A run would:',
      '  change        1 subscriber',
      '  fields        balance 1, password 1',
      '',
      'Changed: 1',
      '  subscriber petrenko · Петренко Олена',
      '    balance   12.50 → −3.00',
      '    password  *** → ***',
    ])
    const both = await plan('--id petrenko --field balance')
    expect(planned(both.stdout)).toContain('    balance  12.50 → −3.00')
    expect(planned(both.stdout).join('\n')).not.toContain('password')
    expect(both.exitCode).toBe(2)
    const field = await plan(`--id petrenko --field phones`)
    expect(planned(field.stdout)).toEqual(['Nothing of what was asked for would change.'])
    expect(field.exitCode).toBe(0)
    const codes = (stdout: string): string[] => stdout.match(/^ (?:Warning|Left undone) \([\w-]+/gm) ?? []
    const whole = codes((await plan()).stdout)
    expect(whole.length).toBeGreaterThan(0)
    expect(new Set(whole).size).toBe(whole.length)
    expect(codes(one.stdout)).toEqual([])
    expect(one.stdout).toContain(`Warnings about others: ${whole.length}.`)
  })

  test('--id names somebody: who is known to neither side is told with the nearest, exit 64', async () => {
    const nobody = await plan('--id petrenk0')
    expect(nobody.stderr).toContain(
      'Neither the billing nor UserSide knows "petrenk0"; did you mean "petrenko"?',
    )
    expect(nobody.exitCode).toBe(64)
    const sync = await operator.type('sync --id petrenko --id nobody-at-all', WITH_PASSWORDS)
    expect(sync.stderr).toContain('"nobody-at-all"')
    expect(sync.exitCode).toBe(64)
    const file = join(operator.folder, 'five.txt')
    await writeFile(file, '\uFEFF# whom we try it on\r\n\r\n  petrenko  \r\n')
    expect((await plan(`--id @${file} --json`)).lines.map((line) => line['id'])).toEqual([
      'petrenko',
      'petrenko',
      undefined,
    ])
    await writeFile(file, '# nobody yet\n')
    for (const command of ['plan', 'sync']) {
      for (const missing of [file, `${file}x`]) {
        const { exitCode, stderr } = await operator.type(`${command} --id @${missing}`, WITH_PASSWORDS)
        expect([exitCode, stderr.includes(missing)]).toEqual([64, true])
      }
    }
    expect(operator.userside.counts.writes).toBe(writesOfFirstRun)
  })

  test('--json gives a line a change, then the summary, and tells no secret', async () => {
    const { exitCode, stdout, lines } = await plan('--json')
    expect(exitCode).toBe(2)
    const summary = lines.at(-1)
    const changes = lines.slice(0, -1)
    expect(summary).toMatchObject({ type: 'summary', command: 'plan', exitCode: 2, outcome: 'changes' })
    expect(changes).toHaveLength(32)
    expect(changes[0]).toEqual({
      ...{ type: 'change', entity: 'subscriber', id: 'petrenko' },
      ...{ field: 'balance', from: '12.50', to: '-3.00' },
    })
    expect(changes.find((line) => line['field'] === 'password')).toMatchObject({ from: '***', to: '***' })
    expect(stdout).not.toContain('new-Secret-77')
    const part = (await plan('--json --field name')).lines
    expect(part.map((line) => [line.type, line['field']])).toEqual([
      ['change', 'name'],
      ['summary', undefined],
    ])
  })

  test('of equal sides says so and exits 0; nothing was written by any of them', async () => {
    operator.billing.setPopulation(before)
    const { exitCode, stdout } = await plan()
    expect(planned(stdout)).toEqual(['Nothing would change.'])
    expect(exitCode).toBe(0)
    // The first import, and one that was asked for nobody there is.
    expect(operator.userside.runs).toHaveLength(2)
  })
})
