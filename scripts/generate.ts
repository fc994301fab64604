/**
 * Writes what is made from the schema and the declarations: the JSON schema, the example, the tables in the docs.
 * With `--check` it writes nothing. It ends with 1 when something is stale or a text of a table has no translation.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Glob } from 'bun'
import { renderExample } from './generate/example.ts'
import { configJsonSchema } from './generate/json-schema.ts'
import { TABLES, translationsOfTables } from './generate/tables.ts'
import { languageOf, translator } from './generate/translate.ts'

const ROOT = join(import.meta.dir, '..')

/** Every generated file with the text it must have, by its path in the project. */
export function generatedFiles(): Map<string, string> {
  const paths = ['README*.md', 'docs/**/*.md'].flatMap((pattern) => [...new Glob(pattern).scanSync(ROOT)])
  const pages = paths.sort().flatMap((path): [string, string][] => {
    const text = current(path)
    return text?.includes('<!-- generated:') ? [[path, withTables(text, path)]] : []
  })
  return new Map([
    ['config/usm-billing.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`],
    ['config/example.jsonc', renderExample()],
    ...pages,
  ])
}

/** The paths whose text is not what it must be. */
export function staleFiles(): string[] {
  return [...generatedFiles()].flatMap(([path, text]) => (current(path) === text ? [] : [path]))
}

function withTables(text: string, path: string): string {
  const say = translator(languageOf(path))
  return text.replace(
    /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_whole, open, name, close) => {
      const table = TABLES[name]
      if (table === undefined) throw new Error(`There is no generated table "${name}".`)
      return `${open}${table(say)}\n${close}`
    },
  )
}

function current(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const stale = staleFiles()
  const flaws = [...translationsOfTables().missing]
  const isCheck = process.argv.includes('--check')
  if (isCheck) {
    for (const path of stale) console.error(`${path} is stale: run "bun run generate".`)
  } else {
    const files = generatedFiles()
    for (const path of stale) writeFileSync(join(ROOT, path), files.get(path) ?? '')
    console.log(stale.length === 0 ? 'Nothing was stale.' : `Written: ${stale.join(', ')}`)
  }
  for (const flaw of flaws) console.error(`src/text/uk.ts, src/text/ru.ts: nobody has translated ${flaw}`)
  process.exitCode = flaws.length > 0 || (isCheck && stale.length > 0) ? 1 : 0
}
