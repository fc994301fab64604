/** What `--help` prints, from the declarations. */
import type { Speaker } from '../../text/speaker.ts'
import type { Phrase } from '../../text/uk.ts'
import { VERSION } from '../../version.ts'
import { type Argument, EVERYWHERE } from './declarations.ts'
import { documentationPlace } from './documentation.ts'
import { EXIT, MEANINGS } from './exit-codes.ts'
import { jsonLine } from './io.ts'
import type { Command, Surroundings } from './program.ts'

type Row = readonly [term: string, meaning: string]

/** What `--help` prints; with `--json` as one value, since nothing else may stand there. */
export function printHelp(
  command: Command,
  { io, speaker, isJson }: Pick<Surroundings, 'io' | 'speaker'> & { readonly isJson: boolean },
): void {
  const text = renderHelp(command, io.stdout.columns, speaker())
  io.stdout.write(isJson ? jsonLine({ type: 'help', exitCode: EXIT.done, text }) : text)
}

/** Help for the program or one command, wrapped to a width in characters. */
function renderHelp(command: Command, columns: number, speaker: Speaker): string {
  const width = Math.min(Math.max(columns, 60), 100)
  const isProgram = command.name.length === 0
  const own = Object.entries(command.args).filter(([name]) => !Object.hasOwn(EVERYWHERE, name))
  const positionals = own.filter(([, { type }]) => type === 'positional')
  const options = own.filter(([, { type }]) => type !== 'positional')
  const call = ['usm-billing', ...command.name, ...positionals.map(shownPositional)].join(' ')
  const title = isProgram
    ? `usm-billing ${VERSION}: ${speaker.say('copies tariffs and subscribers from a billing into UserSide ERP')}`
    : `${['usm-billing', ...command.name].join(' ')}: ${speaker.retell(command.description)}`
  const block = (heading: Phrase, rows: readonly Row[]): string =>
    table(
      speaker.say(heading),
      rows.map(([term, meaning]) => [term, speaker.retell(meaning)]),
      width,
    )
  const blocks = [
    wrap(title, width).join('\n'),
    speaker.say('Usage: {1}', `${call}${isProgram ? ' [COMMAND]' : ''} [OPTIONS]`),
    block('Commands', Object.entries(subCommandRows(command))),
    block(
      'Arguments',
      positionals.map(([name, argument]) => [name.toUpperCase(), argument.description ?? '']),
    ),
    block(isProgram ? 'Options of sync' : 'Options', options.map(optionRow)),
    block('Options everywhere', Object.entries(EVERYWHERE).map(optionRow)),
    isProgram ? block('Exit codes', Object.entries(MEANINGS)) : '',
    isProgram ? speaker.say('Documentation: {1}', speaker.retell(documentationPlace())) : '',
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function subCommandRows(command: Command): Record<string, string> {
  return Object.fromEntries(
    Object.values(command.subCommands).flatMap((subCommand): Row[] => {
      const inner = Object.entries(subCommandRows(subCommand)).map(([name, text]): Row => [name, text])
      return [
        [[...subCommand.name, ...positionalNames(subCommand)].join(' '), subCommand.description],
        ...inner,
      ]
    }),
  )
}

function positionalNames(command: Command): string[] {
  return Object.entries(command.args).flatMap(([name, argument]) =>
    argument.type === 'positional' ? [shownPositional([name, argument])] : [],
  )
}

function shownPositional([name, { required }]: readonly [string, Argument]): string {
  return required === false ? `[${name.toUpperCase()}]` : name.toUpperCase()
}

function optionRow([name, argument]: readonly [string, Argument]): Row {
  const alias = 'alias' in argument && argument.alias !== undefined ? `-${argument.alias}, ` : ''
  const hint = argument.type === 'string' ? ` ${argument.valueHint ?? 'VALUE'}` : ''
  return [`${alias}--${name}${hint}`, argument.description ?? '']
}

function table(title: string, rows: readonly Row[], width: number): string {
  if (rows.length === 0) return ''
  const indent = Math.max(...rows.map(([term]) => term.length)) + 4
  const lines = rows.map(([term, meaning]) => {
    const [first = '', ...others] = wrap(meaning, width - indent)
    return [`  ${term.padEnd(indent - 2)}${first}`, ...others.map((line) => ' '.repeat(indent) + line)].join(
      '\n',
    )
  })
  return [`${title}:`, ...lines].join('\n')
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && Bun.stringWidth(last) + Bun.stringWidth(word) < width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
