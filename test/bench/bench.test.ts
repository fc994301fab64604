/** The benchmark: its arithmetic, and the one command that puts its table into a page. Never how long anything took. */
import { afterAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cost, median } from '../../bench/measure.ts'
import type { Row } from '../../bench/scenario.ts'
import { growthOf, tableOf } from '../../bench/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'usm-bench-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function cost(wallMs: number, cpuMs: number, peakMb: number): Cost {
  return { wallMs, cpuMs, peakMb }
}

/** The cells of a Markdown table's rows, its head left out. */
function cellsOf(markdown: string): string[][] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((line) => line.slice(2, -2).split(' | '))
}

test('the middle one of each figure counts, each on its own', () => {
  expect(median([cost(3, 10, 7), cost(1, 30, 9), cost(2, 20, 8)])).toEqual(cost(2, 20, 8))
})

test('a run is compared with its floor, one that has to wait with what it may take', () => {
  const row: Row = { size: 50_000, what: 'unchanged', cost: cost(1500, 0, 0), floor: cost(1000, 0, 0) }
  const ratios = cellsOf(tableOf([row, { ...row, allowedMs: 2000 }])).map((cells) => cells[5])
  expect(ratios).toEqual(['1.50', '0.75 *'])
})

test('growth is told as a power of the number of subscribers', () => {
  const rows: Row[] = [
    { size: 1000, what: 'run', cost: cost(10, 10, 10) },
    { size: 4000, what: 'run', cost: cost(40, 160, 20) },
  ]
  expect(cellsOf(growthOf(rows))).toEqual([['run', '1.00', '2.00', '0.50']])
})

test('one command measures everything and puts the table between the marks of a page', async () => {
  const page = join(folder, 'page.md')
  await Bun.write(page, 'head\n<!-- bench:begin -->\nold\n<!-- bench:end -->\ntail\n')
  const bench = Bun.spawn(
    [
      process.execPath,
      join(import.meta.dir, '../../bench/bench.ts'),
      '--source',
      '--sizes=20,40',
      '--rounds=1',
      '--latency-size=20',
      '--aged-size=20',
      '--aged-runs=4',
      `--write=${page}`,
    ],
    { stdout: 'ignore', stderr: 'pipe' },
  )
  const said = await bench.stderr.text()
  expect({ exit: await bench.exited, said }).toMatchObject({ exit: 0 })
  const text = await Bun.file(page).text()
  expect(text).toStartWith('head\n<!-- bench:begin -->\n')
  expect(text).toEndWith('\n<!-- bench:end -->\ntail\n')
  expect(text).not.toContain('old')

  const [table = '', growth = ''] = text.split('Growth from 20 to 40')
  const rows = cellsOf(table)
  const kinds = [
    'first import',
    ...['light', 'full'].flatMap((way) => [`unchanged, ${way}`, `1 % changed, ${way}`]),
  ]
  const slow = 'first import, 50 ms a write'
  expect(rows.map(([size, what]) => [size, what])).toEqual([
    ...['20', '40'].map((size) => [size, 'busy, light']),
    ...['2', '4'].map((run) => ['20', `busy, light, the ${run}th run`]),
    ...['20', '40'].flatMap((size) => kinds.map((what) => [size, what])),
    ['20', slow],
  ])
  for (const cells of rows) {
    expect(cells.every((cell) => cell !== '')).toBe(true)
    expect(cells[13] === '0').toBe(cells[1]?.startsWith('unchanged') ?? false)
  }
  const [, , time, , floor, ratio = '', , , , , , , , writes] = rows.at(-1) ?? []
  const allowed = 1.1 * Number(writes) * 0.05 * 0.5 + Number(floor)
  expect(Number.parseFloat(ratio)).toBeCloseTo(Number(time) / allowed, 1)
  expect(cellsOf(growth).map(([what]) => what)).toEqual(['busy, light', ...kinds])
  expect(table).toContain('From busy, light, the 2th run to busy, light, the 4th run')
}, 180_000)
