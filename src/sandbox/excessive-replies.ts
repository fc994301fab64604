/** Answers that are small on the wire and too much for whoever reads them: packed a thousand times, nested without end. */
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { type Reply, textReply } from './reply.ts'

const BLOCK = Buffer.alloc(1024 * 1024, 'x')
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
const JSON_HEAD = Buffer.from('{"petrenko":{"userside_id":101,"comment":"')
const JSON_TAIL = Buffer.from('"}}')

/** Legal JSON of so many megabytes and a little, a thousandth of that as it is sent. */
export function bombReply(megabytes: number): Reply {
  const block = flushed(BLOCK)
  let crc = crc32(JSON_HEAD)
  for (let i = 0; i < megabytes; i++) crc = crc32(BLOCK, crc)
  crc = crc32(JSON_TAIL, crc)
  const end = Buffer.alloc(8)
  end.writeUInt32LE(crc, 0)
  end.writeUInt32LE((megabytes * BLOCK.length + JSON_HEAD.length + JSON_TAIL.length) % 2 ** 32, 4)
  const body = Buffer.concat([
    GZIP_HEAD,
    flushed(JSON_HEAD),
    ...Array.from({ length: megabytes }, () => block),
    deflateRawSync(JSON_TAIL),
    end,
  ])
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Encoding': 'gzip' }
  return { status: 200, headers, body: [body], framing: 'length' }
}

/** A piece that others may follow: it refers to nothing before it. */
function flushed(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
}

/** Legal JSON of so many lists within each other, in the midst of a map. */
export function deepReply(depth: number): Reply {
  const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`
  const record = `{"userside_id":101,"erp_id":101,"name":"x","tariff":${nested}}`
  return textReply(200, 'application/json; charset=utf-8', `{"Result":"OK","Id":1,"petrenko":${record}}`)
}
