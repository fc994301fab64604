/**
 * Checks every binary `build:all` made: that it is of the right kind, holds the same program as all others, keeps no
 * path of the machine it was built on and, where this machine can execute it, works. Exits 1 when something is wrong.
 */
import { join } from 'node:path'
import { readElf } from './release/elf.ts'
import { runBinary, type Starter, starterFor } from './release/run-binary.ts'
import { readSource, type Source } from './release/source.ts'
import { binaryName, type ElfKind, type Target, targets } from './release/targets.ts'

interface Row {
  readonly target: string
  readonly megabytes: string
  readonly kind: string
  readonly program: string
  readonly executed: string
  readonly startup: string
}

const problems: string[] = []
const complain = (target: Target, problem: string) => problems.push(`${target.name}: ${problem}`)

/** Enough to be a valid configuration; nothing is ever sent there. */
const configuration = {
  BILLING_URL: 'http://127.0.0.1:9/billing?key=example',
  BILLING_ID: '1',
  USERSIDE_API_URL: 'http://127.0.0.1:9/userside',
  USERSIDE_API_KEY: 'example',
}

async function check(source: Source, target: Target, expectedProgram: Buffer): Promise<Row> {
  const path = join(source.root, 'dist', target.name, binaryName)
  const file = Buffer.from(await Bun.file(path).arrayBuffer())
  const elf = readElf(file)
  const describe = ({ machine, system, interpreter }: ElfKind) => `${machine} ${system} ${interpreter}`
  if (describe(elf) !== describe(target.elf))
    complain(target, `is ${describe(elf)}, not ${describe(target.elf)}`)
  const isSame = elf.program.equals(expectedProgram)
  if (!isSame) complain(target, 'holds another program than the others')
  if (file.includes(source.root))
    complain(target, `holds the path ${source.root} of the machine it was built on`)
  const starter = starterFor(target)
  const startup = starter === undefined ? undefined : await execute(source, target, [...starter, path])
  return {
    target: target.name,
    megabytes: (file.length / 1_000_000).toFixed(1),
    kind: describe(elf),
    program: isSame ? 'the same' : 'DIFFERS',
    executed: howExecuted(starter),
    startup: startup === undefined ? '–' : `${startup.toFixed(0)} ms`,
  }
}

/** Runs what a binary must be able to do anywhere; gives the median time of `--version` in milliseconds. */
async function execute(source: Source, target: Target, command: readonly string[]): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const { exitCode, output, milliseconds } = await runBinary([...command, '--version'])
    times.push(milliseconds)
    if (exitCode !== 0 || !output.includes(source.version))
      complain(target, `--version exits ${exitCode}: ${output}`)
  }
  const config = await runBinary([...command, '--check-config'], configuration)
  if (config.exitCode !== 0) complain(target, `--check-config exits ${config.exitCode}: ${config.output}`)
  const demo = await runBinary([...command, 'demo'])
  if (demo.exitCode !== 0) complain(target, `demo exits ${demo.exitCode}: ${demo.output}`)
  return times.sort((a, b) => a - b)[2] ?? 0
}

function howExecuted(starter: Starter): string {
  if (starter === undefined) return 'not here'
  return starter.length === 0 ? 'natively' : 'under qemu'
}

const source = await readSource()
const [reference] = targets
if (reference === undefined) throw new Error('There are no targets.')
const referenceFile = Bun.file(join(source.root, 'dist', reference.name, binaryName))
const { program } = readElf(Buffer.from(await referenceFile.arrayBuffer()))
const rows: Row[] = []
for (const target of targets) rows.push(await check(source, target, program))
console.log(Bun.inspect.table(rows, { colors: false }))
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
