/** What some tests need of the machine beside the project's own packages, and what of it is missing here. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { missingTools, TOOLS, type ToolName } from './test-tools.ts'

const SAMPLES = join(import.meta.dir, '../../shared/samples/ubilling')

/** Beside the tools. */
const OTHERS = {
  root: {
    isMet: () => process.getuid?.() === 0,
    reason: 'only root can act as other accounts',
    for: 'several accounts on one installation',
  },
  mount: { isMet: canMount, reason: 'no disk can be mounted here', for: 'a disk that is full' },
  samples: {
    isMet: () => existsSync(SAMPLES),
    reason: 'they lie beside the project only where it is developed',
    for: 'the recorded answers of a real uBilling',
  },
} as const

export type Need = ToolName | keyof typeof OTHERS

export function isMet(need: Need): boolean {
  return need in OTHERS
    ? OTHERS[need as keyof typeof OTHERS].isMet()
    : !missingTools().includes(need as ToolName)
}

/**
 * A line for each need that is not met.
 * @param reasons why tools cannot be had
 */
export function unmetNeeds(reasons: ReadonlyMap<ToolName, string>): string[] {
  const tools = missingTools().map(
    (name) => `${name}: ${reasons.get(name) ?? 'not installed'} (${TOOLS[name].for})`,
  )
  const others = Object.entries(OTHERS).filter(([, { isMet }]) => !isMet())
  return [...tools, ...others.map(([name, need]) => `${name}: ${need.reason} (${need.for})`)]
}

function canMount(): boolean {
  const probe = join('/tmp', `usm-billing-mount-${process.pid}`)
  const script = `mkdir -p ${probe} && mount -t tmpfs -o size=64k tmpfs ${probe} && umount ${probe}; status=$?; rmdir ${probe}; exit $status`
  return existsSync('/tmp') && Bun.spawnSync(['sh', '-c', script], { stderr: 'ignore' }).success
}
