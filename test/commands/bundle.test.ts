/** `bundle`: one private archive that can be played, with nothing of the operator's in it. */
import { expect, test } from 'bun:test'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackBundle } from '../../src/bundle/contents.ts'
import { evolve } from '../../src/sandbox/evolve.ts'
import { play } from './frame/console.ts'
import { now, POPULATION, startOperator } from './operator.ts'

test('a bundle is private, holds no secret and no address of a server, and its demo plans what the original does', async () => {
  await using operator = await startOperator()
  await operator.type('sync')
  operator.billing.setPopulation(evolve(POPULATION, { changes: 12, seed: 4 }))
  const original = await operator.type('plan --json')
  const file = join(operator.folder, 'bundle.tar.gz')
  const made = await operator.type(`bundle --out ${file} --json`)
  expect(made.exitCode).toBe(0)
  expect(made.lines.at(-1)).toEqual({ type: 'bundle', file })
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const { texts, exchanges } = unpackBundle(readFileSync(file))
  expect([...texts.keys()].sort()).toEqual([
    'README.txt',
    'about.json',
    'doctor.jsonl',
    'runs.json',
    'usm-billing.jsonc',
  ])
  const everything = [
    ...texts.values(),
    ...exchanges.map((each) => JSON.stringify(each.question) + new TextDecoder().decode(each.body)),
  ].join('\n')
  const secrets = [
    operator.billing.key,
    operator.userside.apiKey,
    ...POPULATION.subscribers.map(({ password }) => password),
  ]
  const places = [new URL(operator.billing.url).host, new URL(operator.userside.url).host]
  for (const hidden of [...secrets, ...places]) expect(everything).not.toContain(hidden)
  expect(JSON.parse(texts.get('runs.json') ?? '')).toHaveLength(1)
  expect(texts.get('doctor.jsonl')).toContain('"system":"userside"')

  const played = await play(['demo', '--bundle', file, '--json'], { now })
  const changes = (text: string): string[] =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ type }) => type === 'change')
      .map(({ entity, field }) => `${entity} ${field}`)
  expect(played.stderr).not.toContain('no answer')
  expect(changes(played.stdout).length).toBeGreaterThan(8)
  expect(changes(played.stdout)).toEqual(changes(original.stdout))
  expect(played.exitCode).toBe(original.exitCode)
  operator.expectNoViolation()
})

test('a side that cannot be read is part of the bundle, and of the exit code', async () => {
  await using operator = await startOperator()
  const file = join(operator.folder, 'bundle.tar.gz')
  const made = await operator.type(`bundle --out ${file}`, { usersideApiKey: 'wrong' })
  expect(made.exitCode).toBe(6)
  const { texts, exchanges } = unpackBundle(readFileSync(file))
  expect(JSON.parse(texts.get('about.json') ?? '').failure).toContain('UserSide')
  expect(
    exchanges.some(({ side, question }) => side === 'billing' && question['request'] === 'get_user_list'),
  ).toBe(true)
  const played = await play(['demo', '--bundle', file], { now })
  expect(played.exitCode).toBe(6)
})

test('what is no bundle is not played', async () => {
  await using operator = await startOperator()
  const file = join(operator.folder, 'no.tar.gz')
  writeFileSync(file, 'no archive')
  const played = await play(['demo', '--bundle', file], { now })
  expect(played.exitCode).toBe(64)
  expect(played.stderr).toContain('it is no bundle')
})

test('a billing that is read as tables is told so', async () => {
  await using operator = await startOperator()
  const made = await operator.type('bundle', { billingName: 'utm5', billingUrl: 'sqlite:/nowhere.sqlite' })
  expect(made.exitCode).toBe(64)
  expect(made.stderr).toContain('universal API')
})
