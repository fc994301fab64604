/** The rooms of the source as rows of a table: made of the folders and of the first comments of their front files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Glob } from 'bun'
import { ALL_BELOW_COMMANDS, isWithin, ROOMS, type Room, roomOf } from './rooms.ts'

const SOURCE = join(import.meta.dir, '../../src')

/** Every room from the top down: its path, what it holds, its other files, what it may import. */
export function roomRows(): string[][] {
  const files = [...new Glob('**/*.ts').scanSync(SOURCE)].sort()
  return ROOMS.map((room) => [
    `\`src/${room.path}${room.path.endsWith('.ts') ? '' : '/'}\``,
    purposeOf(room),
    namesIn(room, files).join(', '),
    importsOf(room),
  ])
}

/** What a room holds: the first sentence of the first comment of its front file. @throws Error when there is none */
function purposeOf({ front }: Room): string {
  const [, comment = ''] = /\/\*\*(.*?)\*\//s.exec(readFileSync(join(SOURCE, front), 'utf8')) ?? []
  const text = comment.replaceAll(/\s*\n\s*\*\s?/g, ' ').trim()
  const [, sentence] = /^(.+?)\.(?= |$)/.exec(text) ?? []
  if (sentence === undefined) throw new Error(`The first comment of src/${front} says nothing.`)
  return sentence
}

/** The files of a room but its front, and its folders that are no rooms themselves. */
function namesIn(room: Room, files: readonly string[]): string[] {
  const own = files.filter((file) => roomOf(file) === room && file !== room.front && file !== room.path)
  const names = own.map((file) => {
    const [first = '', ...rest] = file.slice(room.path.length + 1).split('/')
    return rest.length === 0 ? first.replace(/\.ts$/, '') : `${first}/`
  })
  return [...new Set(names)].sort()
}

function importsOf({ mayImport, typesOf = [] }: Room): string {
  const isAll = ALL_BELOW_COMMANDS.every((path) => mayImport.includes(path))
  const named = isAll
    ? mayImport.filter((path) => !ALL_BELOW_COMMANDS.some((one) => isWithin(path, one)))
    : mayImport
  const all = [
    ...named,
    ...(isAll ? ['all below `commands/`'] : []),
    ...typesOf.map((path) => `types of ${path}`),
  ]
  return all.join(', ') || '—'
}
