/** Something a run met that an operator should know of; the run goes on. */
import type { ProblemCode } from './problem-codes.ts'

export interface ProblemReport {
  readonly code: ProblemCode
  /** Names the subscriber, house or list it happened to. */
  readonly example: string
  /** The whole sentence, the same for every occurrence of the code. */
  readonly text: string
  /** Occurrences that are told of together; 1 when left out. */
  readonly count?: number
  /** True when a record was left undone by it, so the run ends with exit 3. */
  readonly partial?: boolean
}

export interface Problem {
  readonly code: string
  readonly text: string
  readonly partial: boolean
  count: number
  readonly sample: string[]
}

const SAMPLE_SIZE = 5

/** Gathers problems by code: a count and a few examples instead of a line each. */
export class Problems {
  readonly #byCode = new Map<string, Problem>()
  /** What was left undone, by code: all of it, so that two runs can be told apart. */
  readonly #undone = new Map<string, Set<string>>()

  /** Notes an occurrence, or several. */
  report(report: ProblemReport): void {
    const known = this.#byCode.get(report.code)
    const problem = known ?? {
      code: report.code,
      text: report.text,
      partial: report.partial ?? false,
      count: 0,
      sample: [],
    }
    if (known === undefined) this.#byCode.set(report.code, problem)
    problem.count += report.count ?? 1
    if (problem.sample.length < SAMPLE_SIZE && !problem.sample.includes(report.example))
      problem.sample.push(report.example)
    if (report.partial === true) this.#undoneOf(report.code).add(report.example)
  }

  /** All of them, in the order they were first met. */
  list(): Problem[] {
    return [...this.#byCode.values()]
  }

  /** What was left undone, each once, by code. */
  get undone(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#undone
  }

  #undoneOf(code: string): Set<string> {
    const known = this.#undone.get(code) ?? new Set()
    this.#undone.set(code, known)
    return known
  }

  /** True when a record was left undone, so that the run is not a whole success. */
  get isPartial(): boolean {
    return this.list().some((problem) => problem.partial)
  }
}

/** Where the rooms report to. */
export type ReportProblem = (report: ProblemReport) => void
