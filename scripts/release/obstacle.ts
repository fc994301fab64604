/** What keeps a release from being tried on this machine in a root of its own. */

/** Why it cannot be, in words that follow a colon; `undefined` when it can. */
export function obstacleTo(tools: readonly string[]): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it is for Linux on x86-64'
  if (process.getuid?.() !== 0) return 'only root can make a root of its own'
  const missing = [...tools, 'unshare', 'mount'].filter((tool) => Bun.which(tool) === null)
  if (missing.length > 0) return `${missing.join(', ')} is not on this machine`
  const mount = ['unshare', '--mount', '--propagation=private', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']
  return Bun.spawnSync(mount).success ? undefined : 'nothing may be mounted on this machine'
}
