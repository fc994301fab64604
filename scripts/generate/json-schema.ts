/** The JSON schema that editors read, made from the valibot schema. */
import * as v from 'valibot'
import { wordsOf } from '../../src/config/outline.ts'
import { ConfigSchema } from '../../src/config/schema.ts'

type Json = Readonly<Record<string, unknown>>

/** The document `config/usm-billing.schema.json`. */
export function configJsonSchema(): Json {
  const schema = convert(ConfigSchema)
  const properties = schema['properties'] as Json
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'usm-billing configuration',
    ...schema,
    properties: { $schema: { type: 'string', description: 'this schema, for editors' }, ...properties },
  }
}

interface Introspected {
  readonly type: string
  readonly pipe?: readonly { readonly kind: string; readonly type: string; readonly requirement?: unknown }[]
  readonly wrapped?: v.GenericSchema
  readonly default?: unknown
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
  readonly options?: readonly unknown[]
  readonly item?: v.GenericSchema
  readonly value?: v.GenericSchema
}

function convert(schema: v.GenericSchema): Json {
  const known: Introspected = schema
  if (known.wrapped !== undefined) {
    const inner = convert(known.wrapped)
    return known.default === undefined ? inner : { ...inner, default: known.default }
  }
  const description = v.getDescription(schema)
  return { ...shape(known), ...(description === undefined ? {} : { description }) }
}

/** Words in any letter case, for a language of patterns that has no flags. */
function inAnyCase(words: readonly unknown[]): string {
  const each = words.map((word) =>
    String(word).replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`),
  )
  return `^(?:${each.join('|')})$`
}

function shape(schema: Introspected): Json {
  switch (schema.type) {
    case 'boolean':
      return { type: 'boolean' }
    case 'string': {
      const words = wordsOf(schema as Parameters<typeof wordsOf>[0])
      if (words !== undefined)
        return { anyOf: [{ enum: words }, { type: 'string', pattern: inAnyCase(words) }] }
      return { type: 'string', ...constraint(schema, 'non_empty', () => ({ minLength: 1 })) }
    }
    case 'number':
      return {
        type: has(schema, 'integer') ? 'integer' : 'number',
        ...constraint(schema, 'min_value', (minimum) => ({ minimum })),
        ...constraint(schema, 'max_value', (maximum) =>
          maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum },
        ),
      }
    case 'picklist':
      return { enum: schema.options ?? [] }
    case 'union':
      return { anyOf: (schema.options ?? []).map((option) => convert(option as v.GenericSchema)) }
    case 'array':
      return { type: 'array', items: schema.item === undefined ? {} : convert(schema.item) }
    case 'record':
      return { type: 'object', additionalProperties: schema.value === undefined ? {} : convert(schema.value) }
    case 'strict_object':
      return objectShape(schema.entries ?? {})
    default:
      throw new Error(`The JSON schema has no words for a ${schema.type}.`)
  }
}

function objectShape(entries: Readonly<Record<string, v.GenericSchema>>): Json {
  const required = Object.entries(entries).flatMap(([key, member]) =>
    (member as Introspected).wrapped === undefined ? [key] : [],
  )
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(entries).map(([key, member]) => [key, convert(member)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  }
}

function has(schema: Introspected, type: string): boolean {
  return everyAction(schema).some((action) => action.type === type)
}

function constraint(schema: Introspected, type: string, write: (requirement: unknown) => Json): Json {
  const action = everyAction(schema).find((candidate) => candidate.type === type)
  return action === undefined ? {} : write(action.requirement)
}

/** Pipes stand in pipes. */
function everyAction(
  schema: Introspected,
): readonly { readonly type: string; readonly requirement?: unknown }[] {
  return (schema.pipe ?? []).flatMap((item) => {
    const inner = item as unknown as Introspected
    return item.kind === 'schema' && inner !== schema && inner.pipe !== undefined
      ? everyAction(inner)
      : [item]
  })
}
