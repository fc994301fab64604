/** The result of `doctor` for people: a table of all checks, then what to do, in whole sentences. */
import { printable } from '../model/text.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'
import { renderTable } from './table.ts'

/** One line of the table. */
export interface CheckLine {
  readonly system: string
  readonly name: string
  readonly ok: 'ok' | 'warn' | 'fail' | 'skip'
  readonly text: string
  readonly hint: string
}

const MARKS = {
  ok: '✔ ok',
  warn: '! warn',
  fail: '✘ FAIL',
  skip: '· skip',
} as const satisfies Readonly<Record<CheckLine['ok'], Phrase>>
const SYSTEMS: Readonly<Record<string, Phrase>> = { host: 'this host', billing: 'billing ‹check›' }
/** Checks that are called by a single word of this program; all others of one word are methods, queries and codes. */
const NAMES: Readonly<Record<string, Phrase>> = {
  'host configuration': 'configuration ‹check›',
  'billing billing': 'billing ‹check›',
  'billing address': 'address ‹check›',
  'billing connection': 'connection ‹check›',
  'billing account': 'account ‹check›',
  'billing snapshot': 'snapshot ‹check›',
  'billing sample': 'sample ‹check›',
  'billing encoding': 'encoding ‹check›',
  'billing reachable': 'reachable ‹check›',
  'billing certificate': 'certificate ‹check›',
  'billing key': 'key ‹check›',
  'billing clock': 'clock ‹check›',
  'userside reachable': 'reachable ‹check›',
  'userside certificate': 'certificate ‹check›',
  'userside key': 'key ‹check›',
  'userside clock': 'clock ‹check›',
  'userside subscribers': 'subscribers ‹check›',
  'userside licence': 'licence ‹check›',
  'userside writing': 'writing ‹check›',
}
/** The table has to fit beside the other columns; whole sentences stand below it. */
const MOST_TEXT = 64

/** @param width of the terminal, where there is one */
export function doctorText(checks: readonly CheckLine[], width?: number, speaker: Speaker = ENGLISH): string {
  const columns = [
    { title: speaker.say('Where') },
    { title: speaker.say('Check') },
    { title: speaker.say('Result') },
    { title: speaker.say('Found'), most: MOST_TEXT },
  ]
  const rows = checks.map((check) => [
    systemTold(check.system, speaker),
    checkNameTold(check, speaker),
    speaker.say(MARKS[check.ok]),
    speaker.retell(check.text),
  ])
  const table = renderTable(columns, rows, width)
  const remarks = checks.filter(({ ok }) => ok === 'fail' || ok === 'warn')
  const failures = remarks.filter(({ ok }) => ok === 'fail').length
  const advice = [...new Set(remarks.map((check) => remarkText(check, speaker)))]
  return [table, '', ...advice, verdict(failures, remarks.length - failures, speaker)].join('\n')
}

/** The name of a check, as people are told it. */
export function checkNameTold(
  { system, name }: Pick<CheckLine, 'system' | 'name'>,
  speaker: Speaker,
): string {
  const word = NAMES[`${system} ${name}`]
  if (word !== undefined) return speaker.say(word)
  return name.includes(' ') ? speaker.retell(name) : name
}

function remarkText(check: CheckLine, speaker: Speaker): string {
  const name = printable(checkNameTold(check, speaker))
  const mark = speaker.say(MARKS[check.ok])
  const what = `${mark} · ${systemTold(check.system, speaker)} · ${name}: ${printable(speaker.retell(check.text))}`
  return check.hint === '' ? `${what}\n` : `${what}\n    → ${printable(speaker.retell(check.hint))}\n`
}

function verdict(failures: number, warnings: number, speaker: Speaker): string {
  const parts = [
    ...(failures === 0 ? [] : [speaker.count(failures, '{1} check failed', '{1} checks failed')]),
    ...(warnings === 0 ? [] : [speaker.count(warnings, '{1} warning', '{1} warnings')]),
  ]
  return parts.length === 0 ? speaker.say('All is well.') : `${parts.join(', ')}.`
}

function systemTold(system: string, speaker: Speaker): string {
  if (system === 'userside') return 'UserSide'
  const phrase = SYSTEMS[system]
  return phrase === undefined ? system : speaker.say(phrase)
}
