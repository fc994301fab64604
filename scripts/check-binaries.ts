/**
 * Checks every binary `build:all` made: that it is of the right kind, holds the same program as all others, keeps no
 * path of the machine it was built on and, where this machine can execute it, works. Exits 1 when something is wrong, and
 * when the binary of this machine's own kind was not executed: a check that tried nothing has found nothing out.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBilling } from '../src/sandbox/billing.ts'
import { generatePopulation } from '../src/sandbox/generate.ts'
import { startUserside } from '../src/sandbox/userside.ts'
import { readElf } from './release/elf.ts'
import { runBinary, type Starter, Starters, thisMachine } from './release/run-binary.ts'
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

async function check(
  source: Source,
  target: Target,
  expectedProgram: Buffer,
  starters: Starters,
): Promise<Row> {
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
  const starter = await starters.of(target)
  const isExecuted = 'how' in starter
  const startup = isExecuted ? await execute(source, target, path, starter) : undefined
  return {
    target: target.name,
    megabytes: (file.length / 1_000_000).toFixed(1),
    kind: describe(elf),
    program: isSame ? 'the same' : 'DIFFERS',
    executed: isExecuted ? starter.how : `not here: ${starter.reason}`,
    startup: startup === undefined ? '–' : `${startup.toFixed(0)} ms`,
  }
}

/** Runs what a binary must be able to do anywhere; gives the median time of `--version` in milliseconds. */
async function execute(source: Source, target: Target, path: string, starter: Starter): Promise<number> {
  const command = [...starter.command, path]
  const expectEnd = async (args: readonly string[], env = {}, cwd?: string) => {
    const outcome = await runBinary(
      [...command, ...args],
      { ...starter.env, ...env },
      cwd === undefined ? {} : { cwd },
    )
    if (outcome.exitCode !== 0)
      complain(target, `${args.join(' ')} exits ${outcome.exitCode}: ${outcome.output}`)
    return outcome
  }
  const times: number[] = []
  // An emulator's time tells nothing.
  for (let round = 0; round < (starter.command.length === 0 ? 5 : 1); round++) {
    const { output, milliseconds } = await expectEnd(['--version'])
    times.push(milliseconds)
    if (!output.includes(source.version)) complain(target, `--version says ${output}`)
  }
  await expectEnd(['demo'])
  await sync(target, expectEnd)
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0
}

type Expect = (
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
) => Promise<{ output: string }>

/** Two runs with the environment as their configuration, as in a container: the second finds nothing to do. */
async function sync(target: Target, expectEnd: Expect): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'usm-billing-check-'))
  const billing = await startBilling({ population: generatePopulation({ size: 40, seed: 7 }) })
  const userside = await startUserside({ billingId: 1 })
  try {
    const env = {
      BILLING_URL: billing.url,
      BILLING_ID: '1',
      USERSIDE_API_URL: userside.url,
      USERSIDE_API_KEY: userside.apiKey,
    }
    await expectEnd(['--check-config'], env, folder)
    await expectEnd(['sync'], env, folder)
    const { writes } = userside.counts
    if (writes === 0) complain(target, 'sync has written nothing')
    billing.forgetRun()
    await expectEnd(['sync'], env, folder)
    if (userside.counts.writes !== writes) complain(target, 'a second sync has written again')
    for (const violation of [...billing.violations, ...userside.violations]) complain(target, violation)
  } finally {
    await Promise.all([billing.stop(), userside.stop()])
    await rm(folder, { recursive: true, force: true })
  }
}

const source = await readSource()
const [reference] = targets
if (reference === undefined) throw new Error('There are no targets.')
const referenceFile = Bun.file(join(source.root, 'dist', reference.name, binaryName))
const { program } = readElf(Buffer.from(await referenceFile.arrayBuffer()))
await using starters = new Starters(await thisMachine())
const rows: Row[] = []
for (const target of targets) rows.push(await check(source, target, program, starters))
console.log(Bun.inspect.table(rows, { colors: false }))
if (!rows.some(({ executed }) => executed === 'natively')) problems.push('No binary was executed natively.')
for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1
