/** Completion for bash 4 and later. */
import type { Command } from '../frame/program.ts'
import { argumentChoices, argumentValues, askingFor, commandsOf, optionsOf, quoted } from './options.ts'

/** The script that `source <(usm-billing completion bash)` reads. */
export function bashCompletion(program: Command): string {
  const commands = commandsOf(program)
  const options = new Map(commands.flatMap(optionsOf).map((option) => [option.name, option]))
  const valued = [...options.values()].filter(({ takesValue }) => takesValue)
  const descend = commands.flatMap((command) =>
    Object.keys(command.subCommands).map(
      (name) =>
        `      ${quoted(`${command.name.join(' ')}|${name}`)}) command=${quoted([...command.name, name].join(' '))} ;;`,
    ),
  )
  const values = valued.map(({ name, choices, isFile, values }) => {
    const words = isFile
      ? `compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current")`
      : `mapfile -t COMPREPLY < <(compgen -W ${values === undefined ? quoted(choices.join(' ')) : `"$(${askingFor(values)})"`} -- "$current")`
    return `    --${name}) ${words}; return ;;`
  })
  const words = commands.map((command) => {
    const names = optionsOf(command).flatMap(({ name, short }) => [
      `--${name}`,
      ...(short ? [`-${short}`] : []),
    ])
    const all = [...Object.keys(command.subCommands), ...argumentChoices(command), ...names]
    const values = argumentValues(command)
    const asked = values === undefined ? '' : `" $(${askingFor(values)})"`
    return `    ${quoted(command.name.join(' '))}) words=${quoted(all.join(' '))}${asked} ;;`
  })
  return `# Completion of usm-billing for bash. To use it: source <(usm-billing completion bash)
_usm_billing() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' words='' index
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$command|\${COMP_WORDS[index]}" in
${descend.join('\n')}
    esac
  done
  case "$previous" in
${values.join('\n')}
  esac
  case "$command" in
${words.join('\n')}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _usm_billing usm-billing
`
}
