import { describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { staleFiles } from '../../scripts/generate.ts'
import { everyKey, OUTLINE } from '../../src/config/outline.ts'
import { CERTIFICATE } from '../userside/tls-identity.ts'
import { errorsOf, load } from './machine.ts'

const CONFIG = join(import.meta.dir, '../../config')
const example = readFileSync(join(CONFIG, 'example.jsonc'), 'utf8')

describe('what is generated from the schema', () => {
  test('is not stale', () => {
    expect(staleFiles()).toEqual([])
  })

  test('names every key in the example, and in the docs with its environment variable', () => {
    const docs = readFileSync(join(import.meta.dir, '../../docs/en/configuration.md'), 'utf8')
    for (const { key, path, env } of everyKey()) {
      if (path.length === 1) expect(example).toContain(`"${key}": `)
      expect(docs).toContain(`| \`${path.join('.')}\` |`)
      if (env !== undefined) expect(docs).toContain(`| \`${env}\` |`)
    }
  })

  test('gives an example that is valid as it stands', () => {
    expect(errorsOf(() => load(example))).toEqual([])
  })

  test('gives an example that sets nothing but defaults beside the required keys', () => {
    const { config } = load(example)
    const required = OUTLINE.filter(({ isRequired }) => isRequired).map(({ key }) => key)
    const bare = load(
      JSON.stringify(Object.fromEntries(required.map((key) => [key, Reflect.get(config, key)]))),
    )
    expect(config).toEqual(bare.config)
  })

  test('is still valid with every commented-out key put in', () => {
    const all = example
      .replace(/^( *)\/\/ ("\w+": .*)$/gm, '$1$2')
      .replace('  "filter": {},\n', '')
      .replace('  "fields": {},\n', '')
      .replace('  "notify": [],\n', '')
    const files = { '/etc/usm/ca.pem': CERTIFICATE }
    expect(errorsOf(() => load(all, { files }))).toEqual([])
  })

  test('gives editors a schema that knows every key and refuses any other', () => {
    const schema = JSON.parse(readFileSync(join(CONFIG, 'usm-billing.schema.json'), 'utf8'))
    for (const { path, meaning, default: usual } of everyKey()) {
      const found = path.reduce((inner, key) => (inner.items ?? inner).properties[key], schema)
      expect(found.description, path.join('.')).toBe(meaning)
      expect(found.default, path.join('.')).toEqual(usual)
    }
    expect(schema.additionalProperties).toBe(false)
    expect(schema.required).toEqual(['billingUrl', 'billingId', 'usersideUrl', 'usersideApiKey'])
  })
})
