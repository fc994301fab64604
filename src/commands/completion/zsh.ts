/** Completion for zsh. */
import type { Command } from '../frame/program.ts'
import { argumentChoices, argumentValues, askingFor, type Option, optionsOf, quoted } from './options.ts'

/** The script to put into a folder of `$fpath` as `_usm-billing`. */
export function zshCompletion(program: Command): string {
  return `#compdef usm-billing
# Completion of usm-billing for zsh. To use it: usm-billing completion zsh > FOLDER_OF_FPATH/_usm-billing
${functionOf(program)}
# When read by autoload this text is the function; when sourced it has to be made known.
if [ "$funcstack[1]" = "_usm-billing" ]; then _usm_billing "$@"; else compdef _usm_billing usm-billing; fi
`
}

function functionOf(command: Command): string {
  const inner = Object.values(command.subCommands)
  const options = optionsOf(command).flatMap(specification)
  const choices = argumentChoices(command)
  const values = argumentValues(command)
  const own =
    values !== undefined
      ? [quoted(`1: :${asking(values)}`)]
      : choices.length > 0
        ? [quoted(`1: :(${choices.join(' ')})`)]
        : []
  const specifications = [...options, ...(inner.length > 0 ? ["'1: :->command'", "'*:: :->rest'"] : own)]
  const lines = [
    `_arguments -C \\`,
    ...specifications.map((line, index) => `  ${line}${index < specifications.length - 1 ? ' \\' : ''}`),
  ]
  const choose = [
    'case $state in',
    '  command)',
    '    local -a commands=(',
    ...inner.map(
      ({ name, description }) => `      ${quoted(`${name.at(-1)}:${description.replaceAll(':', '\\:')}`)}`,
    ),
    '    )',
    "    _describe 'command' commands ;;",
    '  rest)',
    '    case $line[1] in',
    ...inner.map(({ name }) => `      ${name.at(-1)}) ${functionName(name)} ;;`),
    '    esac ;;',
    'esac',
  ]
  const body = inner.length > 0 ? ['local state line', ...lines, ...choose] : lines
  const text = [`${functionName(command.name)}() {`, ...body.map((line) => `  ${line}`), '}'].join('\n')
  return [text, ...inner.map(functionOf)].join('\n')
}

function asking(values: NonNullable<Option['values']>): string {
  return `{compadd -- ${'${(f)"$('}${askingFor(values)}${')"}'}}`
}

function functionName(name: readonly string[]): string {
  return ['_usm_billing', ...name].join('_')
}

function specification({
  name,
  short,
  argument,
  takesValue,
  choices,
  isFile,
  isRepeatable,
  values,
}: Option): string[] {
  const about = `[${(argument.description ?? '').replace(/[[\]:\\]/g, '\\$&')}]`
  const source =
    values !== undefined
      ? asking(values)
      : isFile
        ? '_files'
        : choices.length > 0
          ? `(${choices.join(' ')})`
          : ' '
  const value = takesValue ? `:value:${source}` : ''
  const forms = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]
  return forms.map((form) =>
    quoted(`${isRepeatable ? '*' : ''}${form}${takesValue ? '=' : ''}${about}${value}`),
  )
}
