/** HTML that cannot be injected into: what stands in a template is markup, whatever is put into it is text. */
import { printable } from '../../model/text.ts'

/** A piece of finished markup. Only `html` makes one, and the page's own script is one. */
export class Markup {
  private constructor(private readonly source: string) {}

  static of(strings: TemplateStringsArray, values: readonly Insert[]): Markup {
    return new Markup(strings.reduce((text, part, index) => text + textOf(values[index - 1]) + part))
  }

  /** A script of ours, as it is: nothing is put into it. */
  static script(source: string): Markup {
    return new Markup(`<script>${source}</script>`)
  }

  toString(): string {
    return this.source
  }
}

/** What may be put into a template; of a list every member, of nothing nothing. */
export type Insert = string | number | Markup | undefined | readonly Insert[]

/** ``html`<b>${name}</b>` `` is markup in which the name is text, in content and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: readonly Insert[]): Markup {
  return Markup.of(strings, values)
}

function textOf(value: Insert): string {
  if (value === undefined) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'object') return value.map(textOf).join('')
  return Bun.escapeHTML(printable(String(value)))
}
