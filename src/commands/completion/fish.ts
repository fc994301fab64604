/** Completion for fish. */
import type { Command } from '../frame/program.ts'
import {
  argumentChoices,
  argumentValues,
  askingFor,
  commandsOf,
  type Option,
  optionsOf,
  quoted,
} from './options.ts'

/** The script to put into `~/.config/fish/completions/usm-billing.fish`. */
export function fishCompletion(program: Command): string {
  const lines = commandsOf(program).flatMap((command) => linesOf(command, conditionOf(command)))
  return `# Completion of usm-billing for fish. To use it: usm-billing completion fish | source
complete -c usm-billing -f
${lines.join('\n')}
`
}

/** True while the words typed so far have named this command and none inside it. */
function conditionOf({ name, subCommands }: Command): string {
  const seen = name.map((word) => `__fish_seen_subcommand_from ${word}`)
  const inner = Object.keys(subCommands).join(' ')
  return [...seen, ...(inner === '' ? [] : [`not __fish_seen_subcommand_from ${inner}`])].join('; and ')
}

function linesOf(command: Command, condition: string): string[] {
  const line = (rest: string) => `complete -c usm-billing -n ${quoted(condition)} ${rest}`
  const names = Object.values(command.subCommands).map(({ name, description }) =>
    line(`-a ${name.at(-1)} -d ${quoted(description)}`),
  )
  const choices = argumentChoices(command).map((word) => line(`-a ${word}`))
  const values = argumentValues(command)
  const asked = values === undefined ? [] : [line(`-a ${quoted(`(${askingFor(values)})`)}`)]
  return [...names, ...choices, ...asked, ...optionsOf(command).map((option) => line(optionText(option)))]
}

function optionText({ name, short, argument, takesValue, choices, isFile, values }: Option): string {
  const value = !takesValue
    ? ''
    : isFile
      ? ' -r -F'
      : values !== undefined
        ? ` -x -a ${quoted(`(${askingFor(values)})`)}`
        : choices.length > 0
          ? ` -x -a ${quoted(choices.join(' '))}`
          : ' -x'
  return `${short === undefined ? '' : `-s ${short} `}-l ${name}${value} -d ${quoted(argument.description ?? '')}`
}
