/** A program of its own that shows progress on the terminal it runs in, and stops where it is told to. */
import { processIo } from '../../src/commands/frame/io.ts'
import { createRedactor } from '../../src/model/redaction.ts'
import { createConsole } from '../../src/report/console.ts'
import { reach } from './terminal.ts'

const { stdout, stderr, env } = processIo()
let now = new Date(2026, 10, 22, 17, 32, 3)
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
const console = createConsole({ stdout, stderr, env, redact: createRedactor([]), now: () => now })

console.begin()
console.step('Reading subscribers of the billing', 50_000)
later(4)
console.advance(12_345)
await reach('reading')
later(10)
console.advance(37_655)
console.warn('Їжакевич Остап: the house is not in the list')
console.step('Writing')
later(1)
console.advance(200)
await reach('writing')
console.end()
await reach('finished')
