/** Where the pages lie that were installed or unpacked with this program. */
import { dirname, join } from 'node:path'
import { type ConfigHost, thisHost } from '../../config/host.ts'

/** The folder of the pages, or in words where to look for it when it is in none of its places. */
export function documentationPlace(host: ConfigHost = thisHost()): string {
  const places =
    host.binary === undefined ? [join(host.cwd, 'docs')] : beside(dirname(host.realPath(host.binary)))
  return (
    places.find((place) => isThere(join(place, 'en'), host)) ?? 'the folder docs of the archive it came in'
  )
}

/** In an archive the pages lie beside the binary; a package puts it into `bin` and them into `share`. */
function beside(folder: string): string[] {
  return [join(folder, 'docs'), join(folder, '../share/doc/usm-billing/docs')]
}

function isThere(path: string, host: ConfigHost): boolean {
  try {
    return host.permissions(path) !== undefined
  } catch {
    return false
  }
}
