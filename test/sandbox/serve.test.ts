import { expect, test } from 'bun:test'
import { join } from 'node:path'

const SCRIPT = join(import.meta.dir, '../../src/sandbox/serve.ts')

test('a process of its own serves both sandboxes, answers commands and ends with its input', async () => {
  const child = Bun.spawn(
    [
      process.execPath,
      SCRIPT,
      '--billing-size',
      '20',
      '--userside',
      '--write-latency',
      '5',
      '--dialect',
      'generic',
    ],
    { stdin: 'pipe', stdout: 'pipe', stderr: 'inherit' },
  )
  const lines = linesOf(child.stdout)
  const addresses = await lines.next()
  const ask = async (): Promise<string> => {
    const response = await fetch(`${addresses.value['billingUrl']}&temp=1790000000&request=get_user_list`)
    return response.text()
  }
  const before = await ask()
  child.stdin.write('evolve 5\n')
  expect((await lines.next()).value).toMatchObject({
    billing: { requests: 1, bytes: Buffer.byteLength(before) },
  })
  expect(await ask()).not.toBe(before)
  const query = new URLSearchParams({
    key: addresses.value['usersideApiKey'] ?? '',
    cat: 'module',
    request: 'get_user_tags',
  })
  expect(await (await fetch(`${addresses.value['usersideUrl']}/api.php?${query}`)).text()).toBe('[]')
  child.stdin.write('report\n')
  expect((await lines.next()).value).toMatchObject({ userside: { reads: 1, writes: 0, violations: [] } })
  child.stdin.end()
  expect(await child.exited).toBe(0)
})

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Record<string, string>, never> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true })
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
  throw new Error('The process ended.')
}
