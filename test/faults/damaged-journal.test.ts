/**
 * A disk, or a memory on the way to it, changes what stands in the journal: bits flip, pages are lost, values have
 * become something else. Whatever a run then believes, UserSide ends as the billing is, and the run ends in order.
 */
import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { seededRandom } from '../../src/sandbox/random.ts'
import type { Snapshot } from '../../src/sandbox/userside/snapshot.ts'
import { MIGRATIONS } from '../../src/state/schema.ts'
import { type Operator, startOperator } from '../commands/operator.ts'

setDefaultTimeout(240_000)

const SEED = Number(process.env['USM_SEED'] ?? 20_261_129)
const FLIPS = Number(process.env['USM_FLIPS'] ?? 100)

const TOWN = generatePopulation({ size: 24, seed: 8 })
const KINDS = ['balance', 'traffic', 'comment', 'name', 'state', 'phone', 'tariff', 'field'] as const
/** As the damaged journal knows it. */
const BEFORE = evolve(TOWN, { seed: 2, changes: 14, kinds: [...KINDS] })
/** As the billing is when the damage is met: edits, and somebody gone. */
const AFTER = evolve(BEFORE, { seed: 3, changes: 10, kinds: [...KINDS, 'gone'] })

let operator: Operator
/** The journal as the last run left it, whole. */
let journal: Buffer
let before: Snapshot
let after: Snapshot

beforeAll(async () => {
  operator = await startOperator({ population: TOWN })
  const settle = async (): Promise<Snapshot> => {
    expect((await operator.type('sync --quiet')).exitCode).toBe(0)
    return operator.userside.snapshot()
  }
  await settle()
  operator.billing.setPopulation(AFTER)
  after = await settle()
  operator.billing.setPopulation(BEFORE)
  before = await settle()
  // A run that has nothing to do leaves the journal as light runs have it.
  await settle()
  journal = readFileSync(journalFile())
  expect(journal.length).toBeGreaterThan(80_000)
})
afterAll(() => operator[Symbol.asyncDispose]())

function journalFile(): string {
  return join(operator.folder, 'log', 'usm-billing-1.sqlite')
}

/** Puts a journal in the place of the one that is there, and of everything that was set aside. */
function place(bytes: Uint8Array): void {
  const folder = join(operator.folder, 'log')
  for (const name of readdirSync(folder))
    if (name.includes('.sqlite')) rmSync(join(folder, name), { recursive: true })
  writeFileSync(journalFile(), bytes, { mode: 0o600 })
}

/** A run meets the damage, another one what the first has made of it. */
async function expectUnharmed(what: string, damage: () => void): Promise<void> {
  place(journal)
  damage()
  for (const command of ['history', 'history show 2'])
    expect([what, command, (await operator.type(command)).exitCode]).not.toContain(1)
  operator.billing.setPopulation(AFTER)
  const first = await operator.type('sync --quiet')
  expect([what, first.exitCode, first.stderr]).toEqual([what, 0, expect.any(String)])
  expect({ what, ...operator.userside.snapshot() }).toEqual({ what, ...after })
  operator.billing.setPopulation(BEFORE)
  const second = await operator.type('sync --quiet')
  expect([what, second.exitCode, second.stderr]).toEqual([what, 0, expect.any(String)])
  expect({ what, ...operator.userside.snapshot() }).toEqual({ what, ...before })
}

test(`${FLIPS} random bits`, async () => {
  console.log(`seed ${SEED}`)
  const random = seededRandom(SEED)
  for (let count = 0; count < FLIPS; count++) {
    const [byte, bit] = [random.int(journal.length), random.int(8)]
    await expectUnharmed(`bit ${bit} of byte ${byte}`, () => {
      const damaged = Buffer.from(journal)
      damaged[byte] = (damaged[byte] ?? 0) ^ (1 << bit)
      place(damaged)
    })
  }
  operator.expectNoViolation()
})

/** Values no program of ours writes there. */
const VALUES = ['NULL', "x'00ff'", '-1', '9007199254740993', '1.5', "'zzz'", "''"] as const

// With the pages below more than 85 damages.
test('values that have become something else, in every column of every table', async () => {
  const all = columns()
  expect(all.length).toBeGreaterThan(40)
  for (const [index, { table, column, hasRowid, isPlace }] of all.entries()) {
    const value = isPlace ? `-${column}` : VALUES[index % VALUES.length]
    const some = isPlace || !hasRowid ? '' : 'WHERE rowid % 2 = 1'
    await expectUnharmed(`${table}.${column} = ${value}`, () => {
      const database = new Database(journalFile())
      database.run(`UPDATE OR IGNORE ${table} SET ${column} = ${value} ${some}`)
      database.close()
    })
  }
  operator.expectNoViolation()
})

const PAGE = 4096

test('pages that are lost, exchanged or come from elsewhere, and a file that ends too early', async () => {
  const pages = journal.length / PAGE
  const random = seededRandom(SEED)
  const damages: Record<string, (damaged: Buffer) => Buffer> = {}
  for (let eighth = 0; eighth < 8; eighth++)
    damages[`ends after ${eighth} eighths`] = (whole) => whole.subarray(0, (whole.length * eighth) >> 3)
  for (let count = 0; count < 12; count++) {
    const [page, other] = [random.int(pages), random.int(pages)]
    damages[`page ${page} is empty`] = (whole) => whole.fill(0, page * PAGE, (page + 1) * PAGE)
    damages[`page ${page} is page ${other}`] = (whole) => {
      whole.copyWithin(page * PAGE, other * PAGE, (other + 1) * PAGE)
      return whole
    }
    damages[`half of page ${page} is noise`] = (whole) => {
      for (let at = page * PAGE; at < (page + 0.5) * PAGE; at++) whole[at] = random.int(256)
      return whole
    }
  }
  for (const [what, damage] of Object.entries(damages))
    await expectUnharmed(what, () => place(damage(Buffer.from(journal))))
  operator.expectNoViolation()
})

/** As the newest program makes them. */
function columns(): { table: string; column: string; hasRowid: boolean; isPlace: boolean }[] {
  const database = new Database(':memory:')
  for (const step of MIGRATIONS) database.run(step)
  const found = database
    .query<{ table: string; column: string; type: string; pk: number; wr: number }, []>(
      `SELECT list.name AS "table", info.name AS "column", info.type, info.pk, list.wr FROM pragma_table_list AS list
       JOIN pragma_table_info(list.name) AS info WHERE list.schema = 'main' AND list.name NOT LIKE 'sqlite_s%'`,
    )
    .all()
  database.close()
  return found.map(({ table, column, type, pk, wr }) => ({
    table,
    column,
    hasRowid: wr === 0,
    isPlace: pk === 1 && type === 'INTEGER',
  }))
}
