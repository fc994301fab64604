/**
 * What runs cost on populations of several sizes, as a table: `bun run bench`.
 *
 *     --sizes 5000,50000,200000   numbers of subscribers
 *     --rounds 5                  runs of each kind, of which the middle one counts
 *     --latency-size 50000        the population of the first import into a slow UserSide; 0 leaves it out
 *     --aged-size 5000            the population of many busy runs one after another; 0 leaves them out
 *     --aged-runs 300             how many
 *     --gzip                      both systems compress their answers; without it the floor is at its lowest
 *     --source                    the program from source instead of the compiled binary
 *     --write README.md           puts the table between the marks `<!-- bench:begin -->` and `<!-- bench:end -->` of a file
 *
 * Prints, asserts nothing about time; throws when more requests were sent than the lot sizes allow.
 */
import { parseArgs } from 'node:util'
import { programCommand } from './program.ts'
import { playAging, playLatency, playScenario, type Row } from './scenario.ts'
import { measureStartup } from './startup.ts'
import { agingOf, growthOf, machine, tableOf } from './table.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5000,50000,200000' },
    rounds: { type: 'string', default: '5' },
    'latency-size': { type: 'string', default: '50000' },
    'aged-size': { type: 'string', default: '5000' },
    'aged-runs': { type: 'string', default: '300' },
    gzip: { type: 'boolean', default: false },
    source: { type: 'boolean', default: false },
    write: { type: 'string' },
  },
})

const WRITE_LATENCY_MS = 50

const common = {
  command: await programCommand(values.source),
  rounds: Number(values.rounds),
  isGzip: values.gzip,
}
const startup = await measureStartup(common.command)
const sizes = values.sizes.split(',').map(Number)
const rows: Row[] = []
for (const size of sizes) rows.push(...(await playScenario({ ...common, size })))
const agedSize = Number(values['aged-size'])
const aged = agedSize > 0 ? await playAging({ ...common, size: agedSize }, Number(values['aged-runs'])) : []
const slowSize = Number(values['latency-size'])
const slow = slowSize > 0 ? [await playLatency({ ...common, size: slowSize }, WRITE_LATENCY_MS)] : []

const text = [
  `${machine()}; ${values.source ? 'the source' : 'the compiled binary'}; answers ${values.gzip ? 'compressed' : 'not compressed'}; the middle one of ${common.rounds} runs, in turns with the floor.`,
  tableOf([...rows.filter(isBusy), ...aged, ...rows.filter((row) => !isBusy(row)), ...slow]),
  `Start: ${startup.firstRequest.toFixed(0)} ms until the first request arrives, ${startup.version.toFixed(0)} ms for \`--version\`; an empty Bun program takes ${startup.empty.toFixed(0)} ms.`,
  agingOf(aged),
  slow.length === 0 ? '' : '\\* to 1.1 × (writes × latency ÷ writes at a time) + the floor.',
  sizes.length < 2
    ? ''
    : `Growth from ${Math.min(...sizes)} to ${Math.max(...sizes)} subscribers, as a power of their number (1 is linear):\n\n${growthOf(rows)}`,
]
  .filter((part) => part !== '')
  .join('\n\n')
console.log(text)
if (values.write !== undefined) await writeBetweenMarks(values.write, text)

function isBusy({ what }: Row): boolean {
  return what.startsWith('busy')
}

async function writeBetweenMarks(path: string, table: string): Promise<void> {
  const page = await Bun.file(path).text()
  const marked = /(<!-- bench:begin -->\n)[\s\S]*?(<!-- bench:end -->)/
  if (!marked.test(page)) throw new Error(`${path} has no marks <!-- bench:begin --> and <!-- bench:end -->.`)
  await Bun.write(
    path,
    page.replace(marked, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`),
  )
}
