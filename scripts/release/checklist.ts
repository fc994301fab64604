/** What a release was tried for: a line for each point while it is looked at, what is wrong in full at the end. */
import type { Outcome } from './debian-root.ts'

export class Checklist {
  readonly #problems: string[] = []

  /** @param found what is shown when it is not right */
  check(what: string, isRight: boolean, found: unknown = ''): void {
    console.log(`${isRight ? 'ok   ' : 'WRONG'} ${what}`)
    if (!isRight) this.#problems.push(`${what}: ${typeof found === 'string' ? found : Bun.inspect(found)}`)
  }

  /** The points of a root. @param run runs a line of shell there */
  in(run: (line: string) => Promise<Outcome>) {
    /** Runs a line that has to end with this code. */
    const expectExit = async (line: string, exitCode = 0, what = line): Promise<Outcome> => {
      const outcome = await run(line)
      this.check(`${what} ends with ${exitCode}`, outcome.exitCode === exitCode, outcome)
      return outcome
    }
    /** Runs a line that has to say just this. */
    const says = async (what: string, line: string, expected: string): Promise<void> => {
      const { stdout, stderr } = await run(line)
      const said = stdout.trim()
      this.check(what, said === expected, `${line} says "${said}${stderr.trim()}", not "${expected}"`)
    }
    const rights = (path: string, expected: string) =>
      says(`${path} is ${expected}`, `stat -c '%U:%G %a' ${path}`, expected)
    return { expectExit, says, rights }
  }

  /** Tells what is wrong; gives the exit code. */
  conclude(): number {
    for (const problem of this.#problems) console.error(problem)
    return this.#problems.length === 0 ? 0 : 1
  }
}
