/** The checks that judge every change are themselves checked: each must be able to say no. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dir, '../..')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-ci-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

function bun(...args: string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, ...args], { cwd: folder })
  return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() }
}

describe('the count in the last line', () => {
  const script = join(repository, 'scripts/test-counts.ts')

  async function report(name: string, ...tests: string[]): Promise<string> {
    const path = join(folder, `${name}.xml`)
    await Bun.write(
      join(folder, `${name}.test.ts`),
      `import { expect, test } from 'bun:test'\n${tests.join('\n')}`,
    )
    bun('test', `./${name}.test.ts`, '--reporter=junit', `--reporter-outfile=${path}`)
    return path
  }
  const good = (name: string) => `test('${name}', () => expect(1).toBe(1))`
  const bad = (name: string) => `test('${name}', () => expect(1).toBe(2))`

  test('adds up what the runner counted in every report', async () => {
    const reports = [await report('two', good('a'), good('b')), await report('one', good('c'))]
    expect(bun(script, ...reports)).toEqual({ exitCode: 0, stdout: '3 passed, 0 failed\n', stderr: '' })
  })

  test('is printed when a test failed, and the exit code tells it', async () => {
    const { exitCode, stdout } = bun(script, await report('mixed', good('a'), bad('b')))
    expect(stdout).toBe('1 passed, 1 failed\n')
    expect(exitCode).toBe(1)
  })

  test('is not made up when the runner left no report', () => {
    const { exitCode, stdout } = bun(script, join(folder, 'missing.xml'))
    expect(stdout).toBe('')
    expect(exitCode).not.toBe(0)
  })
})

describe('the check of the workflows', () => {
  const script = join(repository, 'scripts/check-workflows.ts')
  const pinned = `actions/checkout@${'0123456789'.repeat(4)} # v5.0.0`

  async function check(workflow: string) {
    await Bun.write(join(folder, 'workflows/some.yml'), workflow)
    return bun(script, join(folder, 'workflows'))
  }
  const workflow = (uses: string, permissions = 'permissions: {}', needs = '') =>
    `name: some\non: push\n${permissions}\njobs:\n  only:\n${needs}    runs-on: ubuntu-24.04\n    steps:\n      - uses: ${uses}\n`

  test('lets a pinned action and no permissions pass', async () => {
    expect(await check(workflow(pinned))).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  test.each(['actions/checkout@v5', 'actions/checkout@main', pinned.replace(/ #.*/, '')])(
    'refuses %s, which is not pinned with its version',
    async (action) => {
      const { exitCode, stderr } = await check(workflow(action))
      expect(stderr).toContain('must be pinned')
      expect(exitCode).toBe(1)
    },
  )

  test.each([
    '',
    'permissions: write-all',
    'permissions:\n  contents: write',
    'permissions:\n  contents: read\n  packages: write',
  ])('refuses a workflow that starts with %j', async (permissions) => {
    const { exitCode, stderr } = await check(workflow(pinned, permissions))
    expect(stderr).toContain('permissions must be none')
    expect(exitCode).toBe(1)
  })

  test("knows GitHub's syntax: a job that waits for one that is not there is named by its place", async () => {
    const { exitCode, stderr } = await check(workflow(pinned, undefined, '    needs: nothing\n'))
    expect(stderr).toContain("some.yml:6:12 Value 'nothing' is not valid")
    expect(exitCode).toBe(1)
  })
})

describe('the check of a release', () => {
  const script = join(repository, 'scripts/verify-release.sh')
  const verify = (...args: string[]) => {
    const { exitCode, stdout, stderr } = Bun.spawnSync(['bash', script, ...args], { cwd: folder })
    return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() }
  }

  test('ends before it builds anything when a file is not what SHA256SUMS says', async () => {
    const downloads = join(folder, 'downloads')
    await Bun.write(join(downloads, 'usm-billing.tar.gz'), 'tampered with')
    await Bun.write(join(downloads, 'SHA256SUMS'), `${'0'.repeat(64)}  usm-billing.tar.gz\n`)
    const { exitCode, stdout } = verify('v1.0.0', downloads)
    expect(stdout).toContain('usm-billing.tar.gz: FAILED')
    expect(stdout).not.toContain('built anew')
    expect(exitCode).not.toBe(0)
  })

  test('wants only what was downloaded to be right', async () => {
    const downloads = join(folder, 'one-download')
    const text = 'as it was'
    await Bun.write(join(downloads, 'usm-billing.tar.gz'), text)
    const sum = new Bun.CryptoHasher('sha256').update(text).digest('hex')
    await Bun.write(
      join(downloads, 'SHA256SUMS'),
      `${'0'.repeat(64)}  usm-billing-freebsd.tar.gz\n${sum}  usm-billing.tar.gz\n`,
    )
    const { exitCode, stdout, stderr } = verify('v0.0.0-none', downloads)
    expect(stdout).toContain('usm-billing.tar.gz: OK')
    expect(stdout).toContain('v0.0.0-none built anew')
    expect(stderr).toContain('v0.0.0-none')
    expect(exitCode).not.toBe(0)
  })

  test('says how it is called', () => {
    expect(verify('v1.0.0')).toMatchObject({ exitCode: 64, stderr: `Usage: ${script} TAG FOLDER\n` })
  })
})
