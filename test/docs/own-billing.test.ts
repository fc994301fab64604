/** The pages about databases tell the truth: their example works as it stands, their configurations are valid. */

import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../src/config/load.ts'
import { type QueryForm, type QueryName, TABLE_QUERIES } from '../../src/model/table-queries.ts'
import { startUserside } from '../../src/sandbox/userside.ts'
import { play } from '../commands/frame/console.ts'
import { codeBlocks, inEveryLanguage } from './pages.ts'

const PAGES = [...inEveryLanguage('own-billing'), ...inEveryLanguage('databases')]
const CONFIGURATIONS = PAGES.flatMap(({ path, text }) =>
  codeBlocks(text)
    .filter(({ kind }) => kind === 'jsonc')
    .map(({ lines }, index) => [`${path} ${index + 1}`, lines.join('\n')] as const),
)

/** A configuration of the docs as a file, in a folder of its own. */
class Written implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'usm-billing-docs-'))
  readonly file: string

  constructor(text: string) {
    this.file = join(this.folder, 'usm-billing.jsonc')
    writeFileSync(this.file, text, { mode: 0o600 })
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true })
  }
}

describe('the configurations', () => {
  test('are found', () => {
    expect(CONFIGURATIONS).toHaveLength(3 * 8)
  })

  test.each(CONFIGURATIONS)('are valid: %s', (_, text) => {
    using written = new Written(text)
    const { config } = loadConfig({ file: written.file })
    for (const [query, sql] of Object.entries(config.billingDatabase.queries)) {
      const { columns, required }: QueryForm = TABLE_QUERIES[query as QueryName]
      const named = [...String(sql).matchAll(/\bAS (\w+)/g)].map(([, name = '']) => name)
      expect(named.filter((name) => !Object.hasOwn(columns, name))).toEqual([])
      expect(required.filter((name) => !named.includes(name))).toEqual([])
    }
  })
})

test.each(inEveryLanguage('own-billing').map(({ path, text }) => [path, text] as const))(
  'the invented billing of %s comes into UserSide as it stands',
  async (_, text) => {
    const [schema = ''] = codeBlocks(text)
      .filter(({ kind, lines }) => kind === 'sql' && lines[0]?.startsWith('CREATE TABLE') === true)
      .map(({ lines }) => lines.join('\n'))
    const [configuration = ''] = codeBlocks(text)
      .filter(({ kind }) => kind === 'jsonc')
      .map(({ lines }) => lines.join('\n'))
    const userside = await startUserside()
    using written = new Written(
      configuration
        .replace(/mysql:\/\/[^"]+/, 'sqlite:billing.sqlite')
        .replace('https://userside.example.com/', userside.url)
        .replace('"usersideApiKey": "change-me"', `"usersideApiKey": "${userside.apiKey}"`),
    )
    const database = new Database(join(written.folder, 'billing.sqlite'))
    database.run(schema)
    database.run("INSERT INTO rates VALUES (1, 'Домашній', 250, 100)")
    database.run(
      "INSERT INTO clients VALUES (7, 'Іваненко Іван', 'Д-7', -12.5, 1, 1, '2024-05-01', '067 111 22 33', 'Київ', 'Хрещатик', '22', '5'), (8, 'Ґалаґан Ольга', 'Д-8', 100, 1, 0, '2025-01-02', '', 'Київ', 'Хрещатик', '24', '')",
    )
    database.run("INSERT INTO leases VALUES (7, '10.0.0.7', 'aa:bb:cc:dd:ee:01'), (7, '10.0.0.8', '')")
    database.close()
    const type = (command: string) =>
      play([command, '--config', written.file, '--json'], { now: () => new Date() })
    expect((await type('doctor')).exitCode).toBe(0)
    expect((await type('plan')).exitCode).toBe(2)
    expect((await type('sync')).exitCode).toBe(0)
    const { subscribers, tariffs } = userside.snapshot('id')
    expect(subscribers['7']).toMatchObject({ name: 'Іваненко Іван', agreementNumber: 'Д-7' })
    expect(Object.keys(subscribers)).toEqual(['7', '8'])
    expect(Object.keys(tariffs)).toHaveLength(1)
    expect((await type('plan')).exitCode).toBe(0)
    expect(userside.violations).toEqual([])
    await userside.stop()
  },
)
