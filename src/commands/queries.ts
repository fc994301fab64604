/** The queries of a built-in billing as an operator would write them, to lay his own over them. Asks nobody anything. */
import { type BuiltInBilling, layOver, type Overlay } from '../billing/tables/billings/billing.ts'
import { BUILT_IN } from '../billing/tables/billings/billings.ts'
import { BUILT_IN_NAMES } from '../model/table-address.ts'
import type { Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'
import type { Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
import { jsonLine } from './frame/io.ts'

/** `usm-billing queries NAME` */
export const queries: Run<'queries'> = async ({ flags, io, speaker }) => {
  const name = BUILT_IN_NAMES.find((known) => known === flags.name)
  if (name === undefined) throw new RangeError(`There is no built-in billing "${flags.name}".`)
  const billing: BuiltInBilling = BUILT_IN[name]
  if (flags.json) {
    const variants = billing.variants.map(({ title, queries: over }) => ({ title, queries: lines(over) }))
    const told = {
      type: 'queries',
      name,
      queries: lines(billing.queries),
      variants,
      parameters: billing.parameters,
    }
    io.stdout.write(jsonLine(told))
  } else {
    io.stdout.write(rendered(name, billing, speaker()))
  }
  return EXIT.done
}

/** As part of a configuration: what is copied from here into `billingDatabase` is valid there. */
function rendered(
  name: string,
  { queries: own, variants, parameters }: BuiltInBilling,
  speaker: Speaker,
): string {
  const settable = Object.entries(parameters).map(
    ([parameter, meaning]) => `  // "${parameter}": ${speaker.retell(meaning)}`,
  )
  const comment = (phrase: Phrase, ...values: string[]): string => `// ${speaker.say(phrase, ...values)}`
  return [
    comment(
      'The queries of billingName "{1}". Those you put into billingDatabase.queries lie over them, one by one;',
      name,
    ),
    comment('null takes one away. The names of the columns are the mapping.'),
    ...(settable.length === 0 ? [] : [comment('billingDatabase.parameters may have:'), ...settable]),
    '"queries": {',
    ...members(own),
    '}',
    ...variants.flatMap(({ title, queries: over }) => [
      '',
      comment('Used instead for {1}:', speaker.retell(title)),
      '"queries": {',
      ...members(over),
      '}',
    ]),
    '',
  ].join('\n')
}

function members(queries: Overlay): string[] {
  return Object.entries(lines(queries)).flatMap(([name, text]) =>
    text === null
      ? [`  "${name}": null,`]
      : [`  "${name}": [`, ...text.map((line) => `    ${JSON.stringify(line)},`), '  ],'],
  )
}

/** Each query as a list of its lines. */
function lines(queries: Overlay): Record<string, readonly string[] | null> {
  const texts = layOver({}, queries)
  const taken = Object.keys(queries).filter((name) => !Object.hasOwn(texts, name))
  const told = Object.entries(texts).map(([name, text]) => [name, text.trim().split('\n')] as const)
  return Object.fromEntries([...told, ...taken.map((name) => [name, null] as const)])
}
