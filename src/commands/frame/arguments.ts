/**
 * The command line against its declarations, before anything runs. citty lets unknown options pass and runs a parent
 * after its subcommand; here a mistyped `--dry-run` must never become a run that writes.
 */
import { nearest, withMeant } from '../../model/nearest.ts'
import type { Argument, Options } from './declarations.ts'
import { UsageError } from './exit-codes.ts'
import type { Command } from './program.ts'

/** So many choices are named when the wrong one is given; more stand in the help. */
const FEW = 5

export interface Invocation {
  readonly command: Command
  /** The arguments without the words that name the command, for citty to parse. */
  readonly rawArgs: readonly string[]
  /** The options that were given, by their names without dashes; a switch has the value `true`. */
  readonly options: Options
}

/**
 * Finds the command and checks every word of the command line.
 * @throws UsageError for an unknown command or option, a missing, unwanted or repeated value, a word too many
 */
export function checkArguments(argv: readonly string[], program: Command): Invocation {
  const words = split(argv, valueOptions(program))
  const { command, rest } = descend(words, program)
  const options = new Map<string, string | true | string[]>()
  for (const word of rest) if (word.option !== undefined) checkOption(word, command, options)
  // Whoever asks for help need not know yet what is missing.
  checkPositionals(rest, command, options.has('help') || options.has('version'))
  return { command, rawArgs: rest.flatMap(({ raw }) => raw), options }
}

/** One option with its value, or one word. */
interface Word {
  readonly raw: readonly string[]
  /** `--name` or `-x` as typed, without its value. */
  readonly option?: string
  readonly value?: string | undefined
  readonly text?: string
}

/** Options that take a value, of whatever command: only with them can options stand before the command's name. */
function valueOptions(command: Command): Set<string> {
  const own = Object.entries(command.args).filter(([, { type }]) => type === 'string')
  return new Set([
    ...own.map(([name]) => `--${name}`),
    ...Object.values(command.subCommands).flatMap((subCommand) => [...valueOptions(subCommand)]),
  ])
}

function split(argv: readonly string[], withValue: ReadonlySet<string>): Word[] {
  const words: Word[] = []
  for (let index = 0; index < argv.length; index++) {
    const raw = argv[index] ?? ''
    if (raw === '--') return [...words, ...argv.slice(index + 1).map((text) => ({ raw: ['--', text], text }))]
    if (!raw.startsWith('-') || raw === '-') {
      words.push({ raw: [raw], text: raw })
      continue
    }
    const [option = raw, ...values] = raw.split('=')
    const next = argv[index + 1]
    if (values.length > 0) {
      words.push({ raw: [raw], option, value: values.join('=') })
    } else if (withValue.has(option) && next !== undefined && !next.startsWith('-')) {
      words.push({ raw: [raw, next], option, value: next })
      index++
    } else {
      words.push({ raw: [raw], option })
    }
  }
  return words
}

function descend(words: readonly Word[], program: Command): { command: Command; rest: Word[] } {
  let command = program
  const rest: Word[] = []
  for (const word of words) {
    const names = Object.keys(command.subCommands)
    const isName = word.text !== undefined && word.raw[0] !== '--' && names.length > 0
    const named =
      isName && Object.hasOwn(command.subCommands, word.text) ? command.subCommands[word.text] : undefined
    if (named !== undefined) command = named
    else if (isName && !takesWord(command, word.text))
      throw strayOption(rest, command) ?? unknown('command', word.text, names, command)
    else rest.push(word)
  }
  return { command, rest: afterMark(rest) }
}

/** Whether a word can be the argument of a command that has commands inside it. */
function takesWord({ args }: Command, word: string | undefined): boolean {
  return Object.values(args).some(({ form }) => word !== undefined && form?.test(word))
}

/** A mistyped option's value looks like a command; the option is what to complain of. */
function strayOption(words: readonly Word[], command: Command): UsageError | undefined {
  const known = optionNames(command)
  const stray = words.find(({ option }) => option !== undefined && !known.includes(option))
  return stray?.option === undefined ? undefined : unknown('option', stray.option, known, command)
}

/** Words after `--` need the mark in front of them once, not each. */
function afterMark(words: readonly Word[]): Word[] {
  const first = words.findIndex(({ raw }) => raw[0] === '--')
  return words.map((word, index) =>
    first >= 0 && index > first ? { ...word, raw: word.raw.slice(1) } : word,
  )
}

function checkOption(
  { option = '', value }: Word,
  command: Command,
  given: Map<string, string | true | string[]>,
): void {
  const found = Object.entries(command.args).find(([name, argument]) =>
    namesOf(name, argument).includes(option),
  )
  if (found === undefined) throw unknown('option', option, optionNames(command), command)
  const [name, { type, choices, isRepeatable = false }] = found
  if (type === 'boolean' && value !== undefined) throw usage(`--${name} takes no value.`, command)
  if (type === 'string' && !value) throw usage(`--${name} needs a value.`, command)
  // A switch may be repeated; of two values nobody can say which one is meant.
  if (type === 'string' && given.has(name) && !isRepeatable) throw usage(`--${name} is given twice.`, command)
  const before = given.get(name)
  if (isRepeatable && value !== undefined) given.set(name, [...(Array.isArray(before) ? before : []), value])
  else given.set(name, value ?? true)
  if (value !== undefined) checkChoice(`--${name}`, value, choices, command)
}

function optionNames(command: Command): string[] {
  return Object.entries(command.args).flatMap(([name, argument]) => namesOf(name, argument))
}

/** What an option may be called on the command line; nothing for an argument without a name. */
function namesOf(name: string, argument: Argument): string[] {
  if (argument.type === 'positional') return []
  const aliases = 'alias' in argument ? [argument.alias ?? []].flat() : []
  return [`--${name}`, ...aliases.map((letter) => `-${letter}`)]
}

function checkPositionals(words: readonly Word[], command: Command, mayBeMissing: boolean): void {
  const texts = words.flatMap(({ text }) => (text === undefined ? [] : [text]))
  const declared = Object.entries(command.args).filter(([, { type }]) => type === 'positional')
  for (const [index, [name, { choices, required }]] of declared.entries()) {
    const text = texts[index]
    if (text !== undefined) checkChoice(name.toUpperCase(), text, choices, command)
    else if (!mayBeMissing && required !== false) throw usage(`${name.toUpperCase()} is missing.`, command)
  }
  const extra = texts[declared.length]
  if (extra !== undefined) throw usage(`"${extra}" is one word too many.`, command)
}

function checkChoice(
  what: string,
  value: string,
  choices: readonly string[] | undefined,
  command: Command,
): void {
  if (choices === undefined || choices.includes(value)) return
  const isSeen = nearest(value, choices) === undefined && choices.length <= FEW
  throw usage(
    isSeen
      ? `${what} cannot be "${value}": it is one of ${choices.join(', ')}.`
      : withMeant(`${what} cannot be "${value}"`, value, choices, '.'),
    command,
  )
}

function unknown(
  kind: 'command' | 'option',
  name: string,
  known: readonly string[],
  command: Command,
): UsageError {
  // One letter is as near to any other.
  const worthNaming = known.filter((candidate) => candidate.length > 2)
  const sentence = kind === 'option' ? `The option "${name}" is unknown` : `The command "${name}" is unknown`
  return usage(withMeant(sentence, name, worthNaming, '.'), command)
}

function usage(message: string, command: Command): UsageError {
  const help = ['usm-billing', ...command.name, '--help'].join(' ')
  return new UsageError(message, { hint: `See "${help}".` })
}
