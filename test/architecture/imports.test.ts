/** The house as `docs/architecture.md` tells it, held against what the files of `src/` import. */
import { describe, expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Glob } from 'bun'
import { isWithin, ROOMS, type Room, roomOf } from '../../scripts/generate/rooms.ts'
import { DIALECTS } from '../../src/billing/universal/dialects/dialects.ts'
import { DECLARATIONS } from '../../src/commands/frame/declarations.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import { allImports, circlesOf, codeOf, FILES, type Import, importsIn, SOURCE } from './source-imports.ts'

const IMPORTS = allImports()

describe('the imports of a file', () => {
  test('are read whatever they look like', () => {
    const text = `
      /** import { no } from './comment.ts' */
import type { A } from './a.ts'
import { type B, type C } from './b.ts'
import d, { type E } from './d.ts'
import {
  F,
  type G,
} from './f.ts'
import * as h from './h.ts'
import './side.ts'
export type { I } from './i.ts'
export { j } from './j.ts'
// import { no } from './line.ts'
const k = async () => (await import('./k.ts')).k
const l: import('./l.ts').L = k`
    expect(importsIn(text)).toEqual([
      { path: './a.ts', isTypeOnly: true },
      { path: './b.ts', isTypeOnly: true },
      { path: './d.ts', isTypeOnly: false },
      { path: './f.ts', isTypeOnly: false },
      { path: './h.ts', isTypeOnly: false },
      { path: './side.ts', isTypeOnly: false },
      { path: './i.ts', isTypeOnly: true },
      { path: './j.ts', isTypeOnly: false },
      { path: './k.ts', isTypeOnly: false },
      { path: './l.ts', isTypeOnly: false },
    ])
  })

  test('lead to files that are there, all relative ones', () => {
    expect(IMPORTS.length).toBeGreaterThan(1000)
    expect(IMPORTS.filter(({ to }) => !existsSync(join(SOURCE, to)))).toEqual([])
  })
})

describe('the rooms', () => {
  test('are those of the source: each is there, and every file stands in one', () => {
    expect(ROOMS.map(({ path }) => path).filter((path) => !existsSync(join(SOURCE, path)))).toEqual([])
    expect(FILES.filter((file) => roomOf(file) === undefined)).toEqual([])
  })

  test('may import only what stands below them', () => {
    const arrows = ROOMS.flatMap((room, place) => {
      const above = ROOMS.slice(0, place + 1)
      const all = [...room.mayImport, ...(room.typesOf ?? [])]
      return all
        .filter((path) => above.some((other) => other === roomOf(path) || isWithin(other.path, path)))
        .map((path) => `${room.path} may import ${path}, which does not stand below it`)
    })
    expect(arrows).toEqual([])
  })

  test.each(ROOMS.map((room): [string, Room] => [room.path, room]))(
    '%s imports no more than it may',
    (_, room) => {
      const told = IMPORTS.filter(({ from }) => roomOf(from) === room).flatMap((one) => faultOf(room, one))
      expect(told).toEqual([])
    },
  )
})

test('the folders of the tests are named as those of the source', () => {
  const folders = [...new Glob('{billing,commands,sync}/**/*.test.ts').scanSync(join(SOURCE, '../test'))].map(
    dirname,
  )
  expect([...new Set(folders)].filter((folder) => !existsSync(join(SOURCE, folder)))).toEqual([])
})

test('no file imports itself by way of others', () => {
  expect(circlesOf(IMPORTS).map((circle) => circle.join(' → '))).toEqual([])
})

describe('src/commands', () => {
  const files = FILES.flatMap((file) => /^commands\/([^/]+)\.ts$/.exec(file)?.[1] ?? [])
  const folders = new Set(FILES.flatMap((file) => /^commands\/([^/]+)\//.exec(file)?.[1] ?? []))
  const names = new Set(Object.keys(DECLARATIONS).map((name) => name.split(' ')[0] ?? ''))

  test('has a file for each command, and no other but the registry', () => {
    expect(files.filter((name) => name !== 'registry').sort()).toEqual([...names].sort())
    expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(DECLARATIONS).sort())
  })

  test('has a folder for the frame, and for what is one command alone', () => {
    expect([...folders].filter((name) => name !== 'frame' && !names.has(name))).toEqual([])
    const strangers = IMPORTS.filter(({ from, to }) => {
      const [, owner] = /^commands\/([^/]+)\//.exec(to) ?? []
      return owner !== undefined && owner !== 'frame' && !from.startsWith(`commands/${owner}`)
    })
    expect(strangers.map(({ from, to }) => `${from} imports ${to}, which is another command's`)).toEqual([])
  })
})

describe('UserSide', () => {
  /** Its houses are asked for by a request that can create them too. */
  const ASKS: Readonly<Record<string, string>> = { 'sync/addresses/houses.ts': 'create: false' }

  test('is written to in sync/apply and sync/undo, and nowhere else', () => {
    const [, members = ''] =
      /export interface Userside \{([\s\S]*?)\n\}/.exec(codeOf('userside/userside.ts')) ?? []
    const writes = members.split(/\n {2}(?=\w)/).flatMap((member) => {
      const [, name = ''] = /^(\w+)\(/.exec(member) ?? []
      return member.includes('Promise<WriteResult') ? [name] : []
    })
    expect(writes).toContain('editCustomers')
    expect(writes.length).toBeGreaterThan(12)
    const mayWrite = ['sync/apply', 'sync/undo', 'userside', 'sandbox']
    const told = FILES.filter((file) => !mayWrite.some((path) => isWithin(file, path))).flatMap((file) => {
      const called = [...codeOf(file).matchAll(/\.(\w+)\b/g)].map(([, name = '']) => name)
      const written = called.filter((name) => writes.includes(name))
      const isAsking = written.join() === 'compareHouses' && codeOf(file).includes(ASKS[file] ?? '\0')
      return isAsking ? [] : written.map((name) => `${file} calls ${name}, which writes to UserSide`)
    })
    expect(told).toEqual([])
  })
})

describe('a dry run', () => {
  /** Houses are matched by a POST that can create them too: whether it may be sent is told from `run.ts` down to there. */
  const MAY_ASK: Readonly<Record<string, readonly string[]>> = {
    canPost: ['sync/run.ts', 'sync/decide/plan.ts', 'sync/addresses'],
    previewSync: ['sync/run.ts', 'commands'],
    'dry-run': ['commands'],
  }

  test.each(Object.entries(MAY_ASK))('is not asked for as "%s" where it is of no concern', (word, places) => {
    const isNamed = new RegExp(`\\b${word}\\b`)
    const told = FILES.filter((file) => isNamed.test(codeOf(file)))
    expect(told).not.toEqual([])
    expect(told.filter((file) => !places.some((path) => isWithin(file, path)))).toEqual([])
  })
})

describe('the product of a billing', () => {
  /** The operator may name it in the configuration; the sandbox plays it. */
  const MAY_NAME = ['billing/universal/dialects', 'model/dialect-names.ts', 'sandbox']

  test('is asked for by its name in billing/universal/dialects, and nowhere else', () => {
    const name = new RegExp(`['"](?:${Object.keys(DIALECTS).join('|')})['"]`)
    const told = FILES.filter((file) => !MAY_NAME.some((path) => isWithin(file, path)))
      .filter((file) => name.test(codeOf(file)))
      .map((file) => `${file} names the product of a billing`)
    expect(told).toEqual([])
  })
})

/** What is wrong with an import of a room, as a sentence. */
function faultOf(room: Room, { from, to, isTypeOnly }: Import): string[] {
  const { path, mayImport, typesOf = [] } = room
  if (roomOf(to) === room || mayImport.some((allowed) => isWithin(to, allowed))) return []
  if (isTypeOnly && typesOf.some((allowed) => isWithin(to, allowed))) return []
  const types = typesOf.map((allowed) => `types of ${allowed}`)
  const rule = [...mayImport, ...types].join(', ') || 'nothing'
  return [`${from} imports ${isTypeOnly ? 'a type of ' : ''}${to}; ${path} may import: ${rule}`]
}
