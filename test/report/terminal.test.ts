import { afterEach, expect } from 'bun:test'
import { join } from 'node:path'
import { testWith } from '../needs.ts'
import { startTerminal, type Terminal } from './terminal.ts'

const test = testWith('tmux')

const PROGRAM = [process.execPath, join(import.meta.dir, 'show-progress.ts')]
let terminal: Terminal | undefined
afterEach(() => terminal?.close())

const readable = (lines: readonly string[]) =>
  lines.map((line) => line.replaceAll('\u00a0', ' ')).filter((line) => line !== '')

const HEAD = ['usm_billing', '====================================', ' Start module at 2026-11-22 17:32:03']

test('a terminal shows progress on one line, which gives way to what is said', async () => {
  terminal = startTerminal(PROGRAM, { columns: 100, rows: 20 })
  await terminal.until('reading')
  expect(readable(terminal.screen())).toEqual([
    ...HEAD,
    ' Reading subscribers of the billing · 12 345 of 50 000, 24 % · 3 086/s · 12 s left',
  ])
  terminal.goOn('reading')
  await terminal.until('writing')
  expect(readable(terminal.screen())).toEqual([
    ...HEAD,
    ' Warning: Їжакевич Остап: the house is not in the list',
    ' ✔ Reading subscribers of the billing · 50 000 · 14 s',
    ' Writing · 200 · 200/s · 1.0 s',
  ])
  terminal.goOn('writing')
  await terminal.until('finished')
  expect(readable(terminal.screen())).toEqual([
    ...HEAD,
    ' Warning: Їжакевич Остап: the house is not in the list',
    ' ✔ Reading subscribers of the billing · 50 000 · 14 s',
    ' ✔ Writing · 200 · 1.0 s',
    'Finish module at 2026-11-22 17:32:18',
    '====================================',
  ])
})

test('a narrow terminal shows as much of it as fits one line', async () => {
  terminal = startTerminal(PROGRAM, { columns: 44, rows: 20 })
  await terminal.until('reading')
  expect(readable(terminal.screen())).toEqual([
    ...HEAD,
    ' Reading subscribers of the billing · 12 345'.slice(0, 43),
  ])
})
