/** A process of its own that writes what it reads where its first argument says; waits for whoever reads a pipe. */
import { replaceFile } from '../../src/report/replace-file.ts'

const [path = ''] = process.argv.slice(2)
const text = await Bun.stdin.text()
for (;;) {
  try {
    replaceFile(path, text, 0o600)
    break
  } catch (error) {
    if (!(error instanceof Error && error.message === 'nobody reads it')) throw error
    Bun.sleepSync(5)
  }
}
