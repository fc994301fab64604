import { describe, expect, test } from 'bun:test'
import { createConsole } from '../../src/report/console.ts'
import { changeLine, heldBackLines, type PlanLine, PlanText } from '../../src/report/plan-text.ts'
import type { PlannedChange } from '../../src/sync/decide/planned-changes.ts'
import { fakeOutput } from './fake-output.ts'

const change = (id: string, field = 'balance', kind: PlannedChange['kind'] = 'change'): PlannedChange => ({
  kind,
  isMark: false,
  entity: 'subscriber',
  id,
  field,
  before: 1250,
  after: -300,
  from: '12.50',
  to: '-3.00',
})

const created = (id: string, name: string): PlannedChange => ({
  ...change(id, 'created', 'create'),
  isMark: true,
  from: '',
  to: name,
})

const marked = (id: string, kind: 'gone' | 'return'): PlannedChange => ({
  ...change(id, 'inBilling', kind),
  isMark: true,
  from: kind === 'gone' ? '1' : '0',
  to: kind === 'gone' ? '0' : '1',
})

const plain = (lines: readonly PlanLine[]): string => lines.map(({ text }) => text).join('\n')

const NAMES: Readonly<Record<string, string>> = { petrenko: 'Петренко Олена', lys: 'Лисенко О.' }
const nameOf = (id: string): string => NAMES[id] ?? ''

function planOf(changes: readonly PlannedChange[], isWhole = false): PlanText {
  const text = new PlanText({ isWhole, nameOf })
  for (const one of changes) text.add(one)
  return text
}

describe('a change in one line', () => {
  test('has a minus sign that is seen', () => {
    expect(changeLine(change('petrenko'))).toBe('subscriber petrenko · balance · 12.50 → −3.00')
    expect(changeLine({ ...change('коваль'), from: '' })).toBe('subscriber коваль · balance · ∅ → −3.00')
    // To be copied and looked for as it is.
    const login = { ...change('-5', 'login'), from: '', to: '-5' }
    expect(changeLine(login)).toBe('subscriber -5 · login · ∅ → -5')
  })

  test('keeps what a hostile name could do to a terminal out of it', () => {
    expect(changeLine(change('\u001b[2Jx\u202e'))).toBe('subscriber [2Jx · balance · 12.50 → −3.00')
  })
})

describe('a plan for people', () => {
  test('begins with the numbers that matter, then tells block by block, a subscriber by name', () => {
    const house: PlannedChange = { ...created('41', 'Київ, Соборна, 12'), entity: 'house' }
    const text = planOf([
      house,
      created('neu', 'Новенко Н.'),
      { ...change('neu', 'login', 'create'), from: '', to: 'neu' },
      change('petrenko'),
      change('petrenko', 'name'),
      change('kit'),
      marked('lys', 'gone'),
      marked('petro', 'return'),
      change('petro', 'balance', 'return'),
    ])
    const brakes = ['60 houses beside 90 (66.7 %) would be created']
    expect(
      plain(text.lines({ brakes, similarHouses: ['Lenina, 5 (id 1), ул. Ленина, 5 (id 7)'] })),
    ).toBe(`A run would:
  create        1 house, 1 subscriber
  change        2 subscribers
  mark as gone  1 subscriber
  bring back    1 subscriber
  fields        balance 3, name 1
Held by a guard: 60 houses beside 90 (66.7 %) would be created

These houses of the billing read like houses UserSide has; they are not created, nobody is moved:
  Lenina, 5 (id 1), ул. Ленина, 5 (id 7)

Marked as gone: 1
  subscriber lys · Лисенко О.

Back in the billing: 1
  subscriber petro
    balance  12.50 → −3.00

New: 2
  house 41 · Київ, Соборна, 12
  subscriber neu · Новенко Н.
    login  neu

Changed: 2
  subscriber petrenko · Петренко Олена
    balance  12.50 → −3.00
    name     12.50 → −3.00
  subscriber kit
    balance  12.50 → −3.00`)
  })

  test('folds long lists, but no field is folded away, and nobody who is gone or back', () => {
    const many = (length: number, one: (id: string) => PlannedChange): PlannedChange[] =>
      Array.from({ length }, (_, id) => one(`s${id}`))
    const changes = [
      ...many(30, (id) => change(id)),
      change('rare', 'house'),
      ...many(25, (id) => marked(`${id}g`, 'gone')),
      ...many(25, (id) => marked(`${id}r`, 'return')),
    ]
    const text = plain(planOf(changes).lines())
    expect(text.match(/^ {2}subscriber s\d+$/gm)).toHaveLength(10)
    expect(text).toContain('subscriber rare\n    house')
    expect(text).toContain('… and 20 more (--all shows them)')
    expect(text.match(/subscriber s\d+g$/gm)).toHaveLength(25)
    expect(text.match(/subscriber s\d+r$/gm)).toHaveLength(25)
    expect(plain(planOf(changes, true).lines()).match(/^ {2}subscriber s\d+$/gm)).toHaveLength(30)
  })

  test('says of nothing that it is nothing, and what the guards hold', () => {
    expect(plain(planOf([]).lines({ brakes: ['too many'], similarHouses: [] }))).toBe(
      'Nothing would change.\nHeld by a guard: too many',
    )
    expect(plain(new PlanText({ isWhole: false, isPart: true }).lines())).toBe(
      'Nothing of what was asked for would change.',
    )
  })

  test('has a colour for each kind on a terminal, none with NO_COLOR or in a pipe, and lets nobody else colour', () => {
    const shown = (env: Record<string, string>, isTerminal: boolean): string => {
      const stdout = { ...fakeOutput(), isTerminal }
      const told: string[] = []
      const output = { ...stdout, write: (text: string) => void told.push(text) }
      const console = createConsole({ stdout: output, stderr: output, redact: (text) => text, env })
      console.printLines(planOf([created('\u001b[31mx', 'Y'), marked('lys', 'gone')]).lines())
      return told.join('')
    }
    const coloured = shown({}, true)
    expect(coloured).toContain('\u001b[32m  subscriber [31mx · Y\u001b[39m')
    expect(coloured).toContain('\u001b[31m  subscriber lys · Лисенко О.\u001b[39m')
    for (const text of [shown({ NO_COLOR: '1' }, true), shown({}, false)])
      expect(text).not.toContain('\u001b')
  })

  test('names who a guard holds back, folded like the rest', () => {
    const ids = Array.from({ length: 11 }, (_, id) => `s${id}`)
    expect(heldBackLines('not created', [], { isWhole: false })).toEqual([])
    const folded = plain(heldBackLines('not created', ids, { isWhole: false, nameOf }))
    expect(folded).toStartWith('\nHeld back by a guard, not created: 11\n  s0\n')
    expect(folded).toEndWith('  s9\n… and 1 more (--all shows them)')
    expect(plain(heldBackLines('not created', ids, { isWhole: true }))).toEndWith('  s10')
    expect(plain(heldBackLines('not created', ['lys'], { isWhole: true, nameOf }))).toEndWith(
      '  lys · Лисенко О.',
    )
  })
})
