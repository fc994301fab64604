/**
 * What is left in English of a text in another language: two words of small Latin letters side by side. Names stand in
 * quotes, and what is typed (commands, paths, chmod) is taken out by whoever knows it is there.
 */
export function englishIn(text: string, ...names: readonly (string | RegExp)[]): string[] {
  const bare = names.reduce<string>(
    (rest, name) => rest.replaceAll(name instanceof RegExp ? new RegExp(name, 'g') : name, '·'),
    text,
  )
  const unquoted = bare.replace(/"[^"\n]*"|'[^'\n]*'|\{[^{}\n]*\}|\[[^\]\n]*\]/g, '·')
  return [...unquoted.matchAll(/(?<![\w/.$-])[a-z]{2,}[,:;]? [a-z]{2,}\b/g)].map(([words]) => words)
}
