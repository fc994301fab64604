/**
 * Checks the workflows with GitHub's own language service, and by the rules of this project: an action of somebody
 * else is pinned by commit with its version beside it, and a workflow starts with no permission but reading.
 * Argument: their folder, when it is another than this repository's.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { validate } from '@actions/languageservice/validate'
import { TextDocument } from 'vscode-languageserver-textdocument'

const { positionals } = parseArgs({ allowPositionals: true })
const folder = positionals[0] ?? join(import.meta.dir, '../.github/workflows')
const problems: string[] = []

for (const name of [...new Bun.Glob('*.{yml,yaml}').scanSync(folder)].sort()) {
  const text = await Bun.file(join(folder, name)).text()
  const document = TextDocument.create(`file:///${name}`, 'yaml', 1, text)
  for (const { range, message } of await validate(document)) {
    problems.push(`${name}:${range.start.line + 1}:${range.start.character + 1} ${message}`)
  }
  problems.push(...ownRules(name, text))
}

function ownRules(name: string, text: string): string[] {
  const found: string[] = []
  if (!/^permissions:(?: \{\}|\n {2}contents: read)\n(?! )/m.test(text)) {
    found.push(`${name} permissions must be none, or reading of contents, for the whole workflow`)
  }
  for (const [index, line] of text.split('\n').entries()) {
    const action = /^\s*(?:- )?uses: (.*)$/.exec(line)?.[1]
    if (action === undefined || action.startsWith('./')) continue
    if (!/^[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*$/.test(action)) {
      found.push(`${name}:${index + 1} ${action} must be pinned as NAME@COMMIT # vVERSION`)
    }
  }
  return found
}

for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
