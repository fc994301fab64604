/**
 * What is inside Bun, which no package manager tells: read by a person from Bun's own LICENSE.md when its version
 * changes. The texts stand in `packaging/licenses/`.
 */

/** The Bun that was looked at. Another one is refused until somebody has looked again. */
export const lookedAt = '1.4.5'

export interface RuntimePart {
  readonly name: string
  /** SPDX expression. */
  readonly license: string
  readonly home: string
  /** File of `packaging/licenses/` with its notices. */
  readonly text: string
}

export const runtimeParts: readonly RuntimePart[] = [
  { name: 'Bun', license: 'MIT', home: 'https://github.com/oven-sh/bun', text: 'bun.txt' },
  {
    name: 'JavaScriptCore, WTF and bmalloc (WebKit)',
    license: 'LGPL-2.0-or-later AND LGPL-2.1-or-later AND BSD-2-Clause AND BSD-3-Clause',
    home: 'https://github.com/oven-sh/WebKit',
    text: 'javascriptcore.txt',
  },
  {
    name: 'TinyCC',
    license: 'LGPL-2.1-or-later',
    home: 'https://github.com/tinycc/tinycc',
    text: 'tinycc.txt',
  },
  {
    name: 'BoringSSL',
    license: 'OpenSSL AND ISC AND MIT',
    home: 'https://boringssl.googlesource.com/boringssl/',
    text: 'boringssl.txt',
  },
  { name: 'Brotli', license: 'MIT', home: 'https://github.com/google/brotli', text: 'brotli.txt' },
  { name: 'base64', license: 'BSD-2-Clause', home: 'https://github.com/aklomp/base64', text: 'base64.txt' },
  { name: 'c-ares', license: 'MIT', home: 'https://github.com/c-ares/c-ares', text: 'c-ares.txt' },
  { name: 'Highway', license: 'Apache-2.0', home: 'https://github.com/google/highway', text: 'highway.txt' },
  { name: 'ICU', license: 'Unicode-3.0', home: 'https://github.com/unicode-org/icu', text: 'icu.txt' },
  {
    name: 'libarchive',
    license: 'BSD-2-Clause',
    home: 'https://github.com/libarchive/libarchive',
    text: 'libarchive.txt',
  },
  {
    name: 'libc++abi (its fallback of __cxa_thread_atexit)',
    license: 'Apache-2.0 WITH LLVM-exception',
    home: 'https://github.com/llvm/llvm-project',
    text: 'libcxxabi.txt',
  },
  {
    name: 'libdeflate',
    license: 'MIT',
    home: 'https://github.com/ebiggers/libdeflate',
    text: 'libdeflate.txt',
  },
  {
    name: 'libjpeg-turbo',
    license: 'IJG AND BSD-3-Clause AND Zlib',
    home: 'https://github.com/libjpeg-turbo/libjpeg-turbo',
    text: 'libjpeg-turbo.txt',
  },
  {
    name: 'libspng',
    license: 'BSD-2-Clause',
    home: 'https://github.com/randy408/libspng',
    text: 'libspng.txt',
  },
  {
    name: 'libwebp',
    license: 'BSD-3-Clause',
    home: 'https://github.com/webmproject/libwebp',
    text: 'libwebp.txt',
  },
  {
    name: 'lol-html',
    license: 'BSD-3-Clause',
    home: 'https://github.com/cloudflare/lol-html',
    text: 'lol-html.txt',
  },
  {
    name: 'ls-hpack, ls-qpack',
    license: 'MIT',
    home: 'https://github.com/litespeedtech/ls-hpack',
    text: 'ls-hpack.txt',
  },
  {
    name: 'lsquic',
    license: 'MIT AND BSD-3-Clause',
    home: 'https://github.com/litespeedtech/lsquic',
    text: 'lsquic.txt',
  },
  { name: 'mimalloc', license: 'MIT', home: 'https://github.com/microsoft/mimalloc', text: 'mimalloc.txt' },
  {
    name: 'picohttpparser',
    license: 'MIT',
    home: 'https://github.com/h2o/picohttpparser',
    text: 'picohttpparser.txt',
  },
  { name: 'simdutf', license: 'MIT', home: 'https://github.com/simdutf/simdutf', text: 'simdutf.txt' },
  { name: 'SQLite', license: 'blessing', home: 'https://www.sqlite.org/', text: 'sqlite.txt' },
  {
    name: 'uSockets, uWebSockets',
    license: 'Apache-2.0',
    home: 'https://github.com/uNetworking',
    text: 'usockets.txt',
  },
  { name: 'uucode', license: 'MIT', home: 'https://github.com/jacobsandlund/uucode', text: 'uucode.txt' },
  { name: 'zlib-ng', license: 'Zlib', home: 'https://github.com/zlib-ng/zlib-ng', text: 'zlib-ng.txt' },
  { name: 'Zstandard', license: 'BSD-3-Clause', home: 'https://github.com/facebook/zstd', text: 'zstd.txt' },
  {
    name: 'packages for compatibility with Node.js (acorn, buffer, events, process, util and others)',
    license: 'MIT',
    home: 'https://github.com/oven-sh/bun/blob/main/LICENSE.md',
    text: 'polyfills.txt',
  },
]

/** Licences that the texts above refer to by name. */
export const sharedTexts: readonly string[] = ['Apache-2.0.txt', 'LGPL-2.0.txt', 'LGPL-2.1.txt']
