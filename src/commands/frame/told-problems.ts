/** What a command met, told once with its codes: what is about everybody is not repeated under a few. */
import { problemText } from '../../report/summary-text.ts'
import type { Session } from './session.ts'

export interface Telling {
  readonly isQuiet: boolean
  /** Ids of the only subscribers of the command; left out, everything is told. */
  readonly about?: ReadonlySet<string> | undefined
  /** True for a code of which the command has said all there is: it is only logged. */
  readonly isSaid?: (code: string) => boolean
}

/** Tells the problems of a command that writes nothing. */
export function tellProblems(
  { problems, console, logs }: Pick<Session, 'problems' | 'console' | 'logs'>,
  { isQuiet, about, isSaid = () => false }: Telling,
): void {
  const all = problems.list()
  const isTold = ({ partial, code, sample }: (typeof all)[number]): boolean =>
    about === undefined || partial || code.endsWith('-guard') || sample.some((one) => isAbout(one, about))
  const told = all.filter(isTold)
  for (const problem of told) logs.warn(problemText(problem))
  if (isQuiet) return
  const rest = all.length - told.length
  console.printLines([
    ...told
      .filter(({ code }) => !isSaid(code))
      .map((problem) => ({ text: ` ${problemText(problem, console.speaker)}`, kind: 'warning' as const })),
    ...(rest === 0
      ? []
      : [
          {
            text: ` ${console.speaker.say('Warnings about others: {1}. "usm-billing plan" tells them.', rest)}`,
          },
        ]),
  ])
}

/** Examples begin with whom they are about. */
function isAbout(example: string, ids: ReadonlySet<string>): boolean {
  if (ids.has(example)) return true
  for (const id of ids) if (example.startsWith(`${id}:`) || example.startsWith(`${id} `)) return true
  return false
}
