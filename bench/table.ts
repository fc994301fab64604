/** The figures as Markdown. */
import { cpus, totalmem } from 'node:os'
import type { Row } from './scenario.ts'

const HEAD = [
  'subscribers',
  'run',
  'time, s',
  'UserSide writing, s',
  'floor, s',
  'ratio',
  'CPU, s',
  'CPU ratio',
  'memory, MB',
  'floor, MB',
  'billing: requests',
  'MB',
  'UserSide: requests',
  'of them writes',
  'MB',
]

/**
 * A row a run. The ratio is that of the time to the floor, without the time in which UserSide carried writes out, or to
 * what a run that has to wait may take.
 */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ size, what, cost, floor, writingMs = 0, allowedMs, billing, userside }) => {
    const limit = allowedMs ?? floor?.wallMs
    return [
      spaced(size),
      what,
      seconds(cost.wallMs),
      seconds(writingMs),
      floor === undefined ? '' : seconds(floor.wallMs),
      limit === undefined
        ? ''
        : `${((cost.wallMs - (allowedMs === undefined ? writingMs : 0)) / limit).toFixed(2)}${allowedMs === undefined ? '' : ' *'}`,
      seconds(cost.cpuMs),
      floor === undefined ? '' : (cost.cpuMs / floor.cpuMs).toFixed(2),
      cost.peakMb.toFixed(0),
      floor === undefined ? '' : floor.peakMb.toFixed(0),
      billing === undefined ? '' : spaced(billing.requests),
      billing === undefined ? '' : megabytes(billing.bytes),
      userside === undefined ? '' : spaced(userside.requests),
      userside === undefined ? '' : spaced(userside.writes),
      userside === undefined ? '' : megabytes(userside.bytes),
    ]
  })
  const align = HEAD.map((_, index) => (index === 1 ? ':--' : '--:'))
  return [HEAD, align, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** How much more the last of aging runs took than the first of them, and how far the journal has grown. */
export function agingOf([young, old]: readonly Row[]): string {
  if (young === undefined || old === undefined) return ''
  const times = (figure: (cost: Row['cost']) => number): string =>
    (figure(old.cost) / figure(young.cost)).toFixed(2)
  const journal = [young, old]
    .map(({ journalBytes = 0 }) => `${megabytes(journalBytes)} MB`)
    .join(' and then ')
  return `From ${young.what} to ${old.what}: ${times((cost) => cost.wallMs)} times the time, ${times((cost) => cost.cpuMs)} times the CPU, ${times((cost) => cost.peakMb)} times the memory; the journal, which may take 16 MB, took ${journal}.`
}

/** By which power of the number of subscribers a figure grows between the smallest and the largest population. */
export function growthOf(rows: readonly Row[]): string {
  const [kinds, sizes] = [new Set(rows.map(({ what }) => what)), rows.map(({ size }) => size)]
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const lines = [...kinds].flatMap((what) => {
    const small = rows.find((row) => row.what === what && row.size === least)
    const large = rows.find((row) => row.what === what && row.size === most)
    if (small === undefined || large === undefined || least === most) return []
    const exponent = (one: number, other: number): string =>
      (Math.log(other / one) / Math.log(most / least)).toFixed(2)
    return [
      `| ${what} | ${exponent(small.cost.wallMs, large.cost.wallMs)} | ${exponent(small.cost.cpuMs, large.cost.cpuMs)} | ${exponent(small.cost.peakMb, large.cost.peakMb)} |`,
    ]
  })
  return ['| run | time | CPU | memory |', '| :-- | --: | --: | --: |', ...lines].join('\n')
}

/** The machine in words. */
export function machine(): string {
  const cores = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${process.platform} ${process.arch}, Bun ${Bun.version}`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

function spaced(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ' ')
}
