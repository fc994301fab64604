/**
 * The floor: what the cheapest program there can be needs to learn what both systems say. It fetches the lists, as the
 * run does one after the other, parses them, and knows nothing then. `bun bench/floor.ts URL...`
 */
const held: unknown[] = []
for (const url of process.argv.slice(2)) held.push(JSON.parse(await (await fetch(url)).text()))
if (held.length === 0) throw new Error('There was nothing to fetch.')

export {}
