/**
 * `docs/where-do-i.md` held to its word: a field, a billing and a command that are written in the places it names, in a
 * copy of the source, are whole. With only the first place written the type checker names the others.
 */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeSpans, ROOT, read } from '../docs/pages.ts'

interface Place {
  readonly file: string
  /** Puts a text before another one; a new file when there is none. */
  readonly before?: string
  readonly text: string
}

/** By the first cell of their row, each with its places in the order of the page. */
const ADDITIONS: Readonly<Record<string, readonly Place[]>> = {
  'a field': [
    {
      file: 'src/model/policy.ts',
      before: '} as const satisfies Record<string, PolicyRule>',
      text: "  nickname: { default: 'update' },\n",
    },
    {
      file: 'src/sync/fields/table.ts',
      before: '} satisfies Record<FieldName, Row>',
      text: `  nickname: text({
    title: 'Nickname',
    exportedAs: 'login',
    want: (subscriber) => subscriber.login,
    have: (customer) => customer.login,
    key: 'login',
  }),
`,
    },
  ],
  'a billing that speaks the universal API': [
    { file: 'src/model/dialect-names.ts', before: "'generic']", text: "'acme', " },
    {
      file: 'src/billing/universal/dialects/dialects.ts',
      before: '  generic,\n} as const',
      text: '  acme,\n',
    },
    {
      file: 'src/billing/universal/dialects/acme.ts',
      text: `import type { Dialect } from './dialect.ts'
import { generic } from './generic.ts'

export const acme: Dialect = { ...generic, isOfName: (name) => name === 'Acme' }
`,
    },
  ],
  'a command': [
    {
      file: 'src/commands/frame/declarations.ts',
      before: '} as const satisfies Record<string, Declaration>',
      text: "  greet: { description: 'say hello', args: {} },\n",
    },
    {
      file: 'src/commands/registry.ts',
      before: '  completion: async',
      text: "  greet: async () => (await import('./greet.ts')).greet,\n",
    },
    {
      file: 'src/commands/greet.ts',
      text: `import type { Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'

export const greet: Run<'greet'> = async ({ io }) => {
  io.stdout.write('hello\\n')
  return EXIT.done
}
`,
    },
  ],
}

/** A row of a table is written with its import. */
const IMPORTS: readonly Place[] = [
  {
    file: 'src/billing/universal/dialects/dialects.ts',
    before: "import { carbon } from './carbon.ts'",
    text: "import { acme } from './acme.ts'\n",
  },
]

const CONFIG = `{
  "billingUrl": "http://127.0.0.1:9/", "billingId": 1, "usersideUrl": "http://127.0.0.1:9/api.php", "usersideApiKey": "k",
  "billingDialect": "acme", "fields": { "nickname": "fill" }
}`

const MINUTES = 180_000
const copy = mkdtempSync(join(tmpdir(), 'usm-additions-'))

beforeAll(() => {
  for (const name of ['src', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, 'usm-billing.jsonc'), CONFIG, { mode: 0o600 })
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('the page names the places', () => {
  for (const [what, places] of Object.entries(ADDITIONS)) {
    const row = read('docs/where-do-i.md')
      .split('\n')
      .find((line) => line.startsWith(`| ${what} |`))
    const named = codeSpans(row?.split('|')[2] ?? '')
    expect(
      places.map(({ file, before }) => (before === undefined ? file.replace(/[^/]+$/, '') : file)),
    ).toEqual(named)
  }
})

test(
  'with the first place written the type checker names the others',
  async () => {
    for (const [first] of Object.values(ADDITIONS)) if (first !== undefined) write(first)
    const others = Object.values(ADDITIONS).flatMap((places) => places.slice(1))
    const rows = others.flatMap(({ file, before }) => (before === undefined ? [] : [file]))
    expect(await wrongFiles()).toEqual(expect.arrayContaining(rows))
  },
  MINUTES,
)

test(
  'with all of them written nothing is missing: types, command line, configuration, docs',
  async () => {
    for (const place of [...Object.values(ADDITIONS).flatMap((places) => places.slice(1)), ...IMPORTS])
      write(place)
    expect(await wrongFiles()).toEqual([])

    expect(await run('src/main.ts', 'greet')).toBe('hello\n')
    expect(await run('src/main.ts', '--help')).toContain('say hello')
    expect(await run('src/main.ts', 'completion', 'bash')).toContain('greet')
    expect(await run('src/main.ts', '--check-config', '--config', 'usm-billing.jsonc')).toContain('valid')
    const asked = `
      import { dialectOfName } from './src/billing/universal/dialects/dialects.ts'
      import { fieldNamed } from './src/sync/fields/table.ts'
      import { configJsonSchema } from './scripts/generate/json-schema.ts'
      import { TABLES } from './scripts/generate/tables.ts'
      const asIs = (text) => text
      const { properties } = configJsonSchema()
      console.log(JSON.stringify({
        dialect: dialectOfName('Acme', 'generic', 'auto'),
        field: fieldNamed('nickname').title,
        schema: [properties.billingDialect.enum.includes('acme'), 'nickname' in properties.fields.properties],
        docs: [/\`nickname\` \\| Nickname/.test(TABLES.fields(asIs)), TABLES.commands(asIs).includes('usm-billing greet')],
      }))`
    expect(JSON.parse(await run('--eval', asked))).toEqual({
      dialect: 'acme',
      field: 'Nickname',
      schema: [true, true],
      docs: [true, true],
    })
  },
  MINUTES,
)

function write({ file, before, text }: Place): void {
  const path = join(copy, file)
  if (before === undefined) {
    writeFileSync(path, text)
    return
  }
  const former = readFileSync(path, 'utf8')
  expect(former.split(before), file).toHaveLength(2)
  writeFileSync(
    path,
    former.replace(before, () => text + before),
  )
}

/** The files the type checker finds fault with. */
async function wrongFiles(): Promise<string[]> {
  const process = Bun.spawn([join(ROOT, 'node_modules/.bin/tsc'), '-p', '.', '--pretty', 'false'], {
    cwd: copy,
  })
  const text = await new Response(process.stdout).text()
  const files = [...text.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, file = '']) => file)
  return [...new Set(files)].sort()
}

async function run(...words: readonly string[]): Promise<string> {
  const process = Bun.spawn(['bun', ...words], { cwd: copy, stderr: 'inherit' })
  const text = await new Response(process.stdout).text()
  expect(await process.exited, words[1] ?? words[0]).toBe(0)
  return text
}
